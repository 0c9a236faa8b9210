"""`python -m training evaluate`: how good the models are, beside the classical methods.

`suites` says which scenes, `methods` which rows, `indices` which figures; `scores`, `alignment` and
`honesty` are the three parts of a report, `tables` writes them, `sheets` and `figures` draw them.
Real images are only ever drawn into the build folder.
"""
