"""What a document betrays by itself, without a rule between its cells: one file for each kind.

Each is given the paragraphs and tables of the document and gives what there is to say of them.
"""
