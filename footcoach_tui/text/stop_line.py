"""General signs to stop at."""

STOP_LINE = (
    "Stop if pain goes above 5 of 10, is sharp or at one point, or you feel numb or dizzy. "
    "A snap or pop: stop for today and get it checked."
)
"""The same sentence wherever they are named."""
