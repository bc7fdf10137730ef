"""Plans: the stage and what it asks for, the days, breaks, ladders, and what is due.

Read `progress` and `due` first.
"""
