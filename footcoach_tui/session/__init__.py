"""Session engine: a routine is compiled to a timeline, and a player turns commands into events.

Pure: no clock, file or random number is read; times and ids are passed in. Read `dose`, `routine`
and `timeline` first (the plan), then `commands`, `events` and `player` (the run), then `record`.
"""
