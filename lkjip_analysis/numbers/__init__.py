"""Printed figures as exact numbers: text to value and back, intervals, ranges, the measures.

In comes text as it is printed, or exact numbers; out go values, intervals and text in the report's
own style. Nothing here knows a table, a report or a rule.
"""
