"""Rules of the coach as values, read from the files in `routines/coach` and `routines/plans`.

Read `rules` first: it holds all the others.
"""
