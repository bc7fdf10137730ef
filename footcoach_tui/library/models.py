"""The kinds of file, where they lie, and the pydantic model of each."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # pydantic is slow to import, and not needed where the parse cache has a file
    from pydantic import BaseModel

SOURCES_NAME = "sources.toml"
EXERCISES_FOLDER = "exercises"


class FileKind(Enum):
    """Kind of a file; the value is its word in messages."""

    EXERCISE = "exercise"
    ROUTINE = "routine"
    SOURCES = "source"


def model_of(kind: FileKind) -> "type[BaseModel]":
    """Return the pydantic model of a kind of file."""
    from footcoach_tui.library import schema  # noqa: PLC0415 - imports pydantic

    models: dict[FileKind, type[BaseModel]] = {
        FileKind.EXERCISE: schema.ExerciseFile,
        FileKind.ROUTINE: schema.RoutineFile,
        FileKind.SOURCES: schema.SourcesFile,
    }
    return models[kind]


def kind_of(values: dict[str, Any], path: Path) -> FileKind:
    """Guess the kind of a file from its keys, or from its folder where the keys do not decide."""
    if path.name == SOURCES_NAME:
        return FileKind.SOURCES
    if "steps" in values:
        return FileKind.ROUTINE
    if values and all(isinstance(one, dict) and "citation" in one for one in values.values()):
        return FileKind.SOURCES
    exercise_keys = model_of(FileKind.EXERCISE).model_fields.keys()
    routine_keys = model_of(FileKind.ROUTINE).model_fields.keys()
    more = len(values.keys() & exercise_keys) - len(values.keys() & routine_keys)
    if more == 0:
        more = 1 if path.parent.name == EXERCISES_FOLDER else -1
    return FileKind.EXERCISE if more > 0 else FileKind.ROUTINE
