"""What was done, kept: one TinyDB file a device and month, written so that nothing is lost.

TinyDB is imported in this room only, and not before a month is opened.
"""
