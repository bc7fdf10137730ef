"""The model of each kind of file, and telling a file's kind by what is in it."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from footcoach_tui.library.kinds import EXERCISES_FOLDER, SOURCES_NAME, Kind
from footcoach_tui.library.schema import ExerciseFile, RoutineFile, SourcesFile

MODELS: dict[Kind, type[BaseModel]] = {
    Kind.EXERCISE: ExerciseFile,
    Kind.ROUTINE: RoutineFile,
    Kind.SOURCES: SourcesFile,
}
_ONLY_EXERCISE = ExerciseFile.model_fields.keys() - RoutineFile.model_fields.keys()
_ONLY_ROUTINE = RoutineFile.model_fields.keys() - ExerciseFile.model_fields.keys()


def kind_of(values: dict[str, Any], path: Path) -> Kind:
    """Tell the kind of a file by its keys; its name and folder decide where they do not say."""
    if path.name == SOURCES_NAME:
        return Kind.SOURCES
    if "steps" in values:
        return Kind.ROUTINE
    if values and all(isinstance(one, dict) and "citation" in one for one in values.values()):
        return Kind.SOURCES
    more = len(values.keys() & _ONLY_EXERCISE) - len(values.keys() & _ONLY_ROUTINE)
    if more == 0:
        more = 1 if path.parent.name == EXERCISES_FOLDER else -1
    return Kind.EXERCISE if more > 0 else Kind.ROUTINE
