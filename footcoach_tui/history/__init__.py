"""What was done, kept: one TinyDB file a device and month, written so that nothing is lost.

`store` is what others open: it answers and takes changes. Below it are `months` (the files),
`indexing` (a line for each month, made anew at will) and `changes` (versions, undoing, bringing
back); beside it `query` (what is asked for), `exchange` (in and out) and `journal` (a session that
runs). TinyDB is imported in this room only, and not before a month is opened.
"""
