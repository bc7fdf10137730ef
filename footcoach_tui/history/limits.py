"""What a stored session may be: the names of its fields, and how large each may get."""

DAY = 86_400.0
"""Seconds; no session is longer."""
SHORT, LONG = 200, 4000
"""Characters in a name, and in a note."""
MOST_EXERCISES, MOST_SETS, MOST_REPS = 500, 1000, 100_000
FASTEST = 1000.0
SLOWEST = 0.001
FIRST_YEAR, LAST_YEAR = 1970, 2199
HARDEST = 10
"""The top of the scales of effort and pain."""

KNOWN_OF_SET = frozenset(
    {"number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome"}
)
KNOWN_OF_EXERCISE = frozenset({"exercise", "name", "sets"})
KNOWN = frozenset(
    {"id", "date", "started", "zone", "routine", "title", "seconds", "context", "origin", "speed"}
    | {"effort", "pain", "note", "device", "version", "exercises"}
    | {"revision", "written", "deleted"}  # the store's own: never part of a record
)
