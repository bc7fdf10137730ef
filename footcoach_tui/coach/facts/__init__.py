"""Facts that follow from the training log: of a session, of a day, and across sessions.

Read `facts` first.
"""
