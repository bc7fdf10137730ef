"""Kinds of file, and the names by which they are found."""

import re
from enum import Enum

SOURCES_NAME = "sources.toml"
SAFETY_NAME = "safety.toml"
EXERCISES_FOLDER = "exercises"

SHARED_NAMES = (SOURCES_NAME, SAFETY_NAME)
"""Files beside the routines, with what many files refer to."""


ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Id of an entry, where a list may have ids and texts."""


class FileKind(Enum):
    """Kind of a file, in the order in which they are validated."""

    SOURCES = "sources"
    SAFETY = "safety"
    EXERCISE = "exercise"
    ROUTINE = "routine"
