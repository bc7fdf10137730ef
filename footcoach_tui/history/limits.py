"""What a stored session may be: the names of its fields, and how large each may get."""

MAX_SECONDS = 86_400.0
"""Seconds; no session is longer."""
MAX_NAME_LENGTH, MAX_NOTE_LENGTH = 200, 4000
"""Characters in a name, and in a note."""
MAX_EXERCISES, MAX_SETS, MAX_REPS = 500, 1000, 100_000
MAX_SPEED = 1000.0
MIN_SPEED = 0.001
MIN_YEAR, MAX_YEAR = 1970, 2199
MAX_SCORE = 10
"""The top of the scales of effort and pain."""

SET_FIELDS = frozenset(
    {"number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome"}
)
EXERCISE_FIELDS = frozenset({"exercise", "name", "sets"})
SESSION_FIELDS = frozenset(
    {"id", "date", "started", "zone", "routine", "title", "seconds", "context", "origin", "speed"}
    | {"effort", "pain", "note", "device", "version", "exercises"}
    | {"revision", "written", "deleted"}  # the store's own: never part of a record
)
