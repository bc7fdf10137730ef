"""Decisions about a session: whether and how it is done today, with the reasons.

Read `decide` first: its rows are those of the table in docs/coach.md.
"""
