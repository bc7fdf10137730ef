"""Fewer bytes and less work for what moves: this is what a slow line, and a battery, can bear.

What leans on private parts of Textual stands in `trimming`, `brush`, `paced` and `placing`,
and nowhere else. Each looks at what it leans on, and leaves everything to stock Textual where that
is another one.
"""
