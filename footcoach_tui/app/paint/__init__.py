"""Fewer bytes and less work for what moves: this is what a slow line, and a battery, can bear.

`brush` and `paced` use private parts of Textual, whose version is pinned.
"""
