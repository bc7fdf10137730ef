"""The stored sessions: one TinyDB file for each device and month, written durably.

Read `store` first, then `reader` and `codec`. Below them are the packages `changes` (saving,
undoing, restoring), `index` (what every question asks, made from the files) and `months` (the
files); each imports only those after it. `query` and `exchange` search, export and import. Only
this package imports TinyDB, and not before a file has to be read or written.
"""
