"""Two states side by side: years, builds or exports of reports.

What enters are two names of states (an agency's year, a folder of `ekspor` or of a report); what
leaves is what changed in figures, findings and pages, as text, HTML or JSON. Nothing is judged here
and nothing of either state is changed.
"""
