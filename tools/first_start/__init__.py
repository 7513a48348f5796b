"""What `run.py` does before the package can be imported: nothing but Python's own library is used.

`environment` tells what is there and what lacks, `installation` brings it, one guarded step after
another (`guarded_step`), `check_packages` looks at what came, `all_tests` is the task `test`, and
`words` says all of it in the language of the terminal.
"""
