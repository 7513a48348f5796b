"""From rules as data to rules with cells."""
