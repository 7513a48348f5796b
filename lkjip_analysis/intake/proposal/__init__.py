"""What is proposed of the tables to a person: tables, indicators, rules between their cells.

`proposal` holds the forms of everything that is proposed, that of sentences too.
"""
