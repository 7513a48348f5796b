"""What sentences count: rows of a list or table, of a class, that met their target, or all."""
