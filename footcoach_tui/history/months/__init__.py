"""Month files: found by their names, read strictly, written durably, and backed up.

Read `format` first, then `versions`, `files` and `storage`.
"""
