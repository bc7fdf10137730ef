"""Checks of `footcoach doctor`: each yields findings, and none writes anything.

Read `findings` first, then `checks`, the table of them all.
"""
