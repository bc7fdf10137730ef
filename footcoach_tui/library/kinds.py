"""The kinds of file, and where they lie."""

from enum import Enum

SOURCES_NAME = "sources.toml"
EXERCISES_FOLDER = "exercises"


class FileKind(Enum):
    """Kind of a file; the value is its word in messages."""

    EXERCISE = "exercise"
    ROUTINE = "routine"
    SOURCES = "source"
