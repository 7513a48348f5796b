"""Which printed figure is wrong: failed rules, their smallest repairs, the verdict, the words.

In come a report and its rules; out goes a `Verification` with findings, coverage and certificates.
Nothing here draws a page, writes into data/raw or reads a workbook.
"""
