"""The three kinds of file, and where they lie."""

from enum import Enum

SOURCES_NAME = "sources.toml"
EXERCISES_FOLDER = "exercises"


class Kind(Enum):
    """What a file is about; the value is its word in sentences."""

    EXERCISE = "exercise"
    ROUTINE = "routine"
    SOURCES = "source"
