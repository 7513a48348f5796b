"""Reports made: notebooks executed by papermill, exported to HTML, put in place; one or many.

In come agency, year and parameters; out goes the folder under reports/, whole or not at all. What a
page says is never decided here.
"""
