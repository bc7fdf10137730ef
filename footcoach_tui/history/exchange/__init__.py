"""Export and import of sessions: one module a format and direction.

Read `formats` first, then `exporter` and `importer`, which the commands use; `imported` holds what
all readers of files return.
"""
