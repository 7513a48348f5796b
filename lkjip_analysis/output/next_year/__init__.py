"""Next year's report from a form that is filled in once (`lkjip susun`)."""
