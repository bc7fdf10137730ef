"""The coach: what comes next, and why, from the training log and the rules. All of it is pure.

Read `rules` and `answers` first, then `log` and `facts`, which all the rest works from. Neither
clock nor file is read here. A day is the local day of the place where the session was.
"""
