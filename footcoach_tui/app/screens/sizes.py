"""The sizes at which a screen is laid out in another way: each gives the screen a class."""

HORIZONTAL = [
    (0, "-narrow"),
    (60, "-medium"),
    (80, "-roomy"),
    (100, "-wide"),
    (120, "-ample"),
    (160, "-grand"),
]
"""Columns: one pane with tabs, list and step, all three panes, and how wide these are."""
VERTICAL = [(0, "-short"), (20, "-tall"), (30, "-high")]
"""Rows: below 20 what is not content goes; from 30 there are empty rows."""
THREE_PANES = frozenset({"-wide", "-ample", "-grand"})
"""Where there is room for all of them, whichever one is at."""
