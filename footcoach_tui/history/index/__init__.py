"""Index of the history: one SQLite database, made from the month files and rebuilt at any time.

Read `schema` first, then `fill` and `index`, which keep it up to date, and `answers`, which ask it.
"""
