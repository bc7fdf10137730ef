"""Plain mode: a session as lines of text, for pipes, screen readers and dumb terminals.

Read `session` first, then `player` (the loop) and `lines` (the text).
"""
