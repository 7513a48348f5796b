"""One report as it is printed: a folder of data/raw read into tables, claims and declarations.

In come the files of one folder; out goes a `Report`, each cell with its address, text, value and
place in the file, or an `InputError` with every problem. Nothing is corrected when it is read, and
no figure is judged.
"""
