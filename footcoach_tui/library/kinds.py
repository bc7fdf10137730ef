"""Kinds of file, and the names by which they are found."""

from enum import Enum

SOURCES_NAME = "sources.toml"
EXERCISES_FOLDER = "exercises"


class FileKind(Enum):
    """Kind of a file, in the order in which they are validated."""

    SOURCES = "sources"
    EXERCISE = "exercise"
    ROUTINE = "routine"
