"""How a report gets in: Excel, Word and PDF into a folder of data/raw, after a person confirmed.

In come files as people save them; out go proposed tables, rules and claims, and the folder that was
confirmed. A figure that cannot be read for sure is never guessed: it is refused or asked about.
"""
