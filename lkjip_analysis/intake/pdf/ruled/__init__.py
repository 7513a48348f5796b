"""Tables whose cells are drawn: their lines, their lattice, rows that no line parts."""
