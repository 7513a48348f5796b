"""The `lkjip` command: words of a command line into calls, outcomes into lines and exit codes.

In come arguments; out go lines on the terminal, files named by the user, and 0, 1, 2 or 3. No rule,
formula or format is defined here.
"""
