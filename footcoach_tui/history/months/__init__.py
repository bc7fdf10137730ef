"""Month files: found, opened by rows or lines, written, backed up, and summed up.

Read `format` first, then `versions`, `files` and `open_month`.
"""
