"""The stored sessions: one TinyDB file for each device and month, written durably.

Read `store` first, then `reader`, `scan` and `codec`. Below them are the packages `changes`
(saving, undoing, restoring), `indexing` (a line for each month, rebuilt at any time) and `months`
(the files); each imports only those after it. `query` and `exchange` search, export and import.
Only this package imports TinyDB, and not before the first write.
"""
