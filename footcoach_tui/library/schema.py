"""Schema of the files: the keys of each kind, their types and limits.

Rules about more than one key (an exercise exists, a routine is not too long) are in `semantics`.
Editors show the descriptions and the docstrings.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, RootModel

from footcoach_tui.library.figure_tables import FigureTable, PoseTable
from footcoach_tui.library.kinds import (
    EXERCISES_FOLDER,
    PLANS_FOLDER,
    RULE_KINDS,
    RULES_FOLDER,
    SAFETY_NAME,
    SOURCES_NAME,
    FileKind,
)
from footcoach_tui.library.ladder_tables import LaddersFile
from footcoach_tui.library.modes import Mode
from footcoach_tui.library.plan_tables import PlanFile
from footcoach_tui.library.profile_tables import ProfileFile
from footcoach_tui.library.rule_tables import BreaksFile, ReasonsFile, SitesFile, SubstitutesFile
from footcoach_tui.library.safety_tables import GateTable, SafetyFile
from footcoach_tui.library.self_test_tables import SelfTestsFile
from footcoach_tui.library.tables import (
    Choice,
    Effort,
    Id,
    LevelNumber,
    Link,
    Name,
    TableModel,
    TempoLength,
    Text,
    Texts,
    Weeks,
    WorkTable,
)
from footcoach_tui.session.exercise import (
    Equipment,
    Grade,
    Position,
    SourceStatus,
    Tag,
    Verification,
)

_Names = Annotated[list[Name], Field(max_length=50)]
_Ids = Annotated[list[Id], Field(max_length=50)]
_Rank = Annotated[int, Field(ge=0, le=999)]
_Muscle = Literal[
    "AbH", "FDB", "QP", "FHB", "ADM", "LI", "TP", "TA",
    "PER", "FHL", "FDL", "EHB", "EDB", "EHL", "EDL", "GAS", "SOL",
]  # fmt: skip


def _if_then(key: str, value: str, required: tuple[str, ...]) -> dict[str, JsonValue]:
    """Return a JSON Schema rule: if `key` has the value, the other keys are required."""
    condition: JsonValue = {"properties": {key: {"const": str(value)}}, "required": [key]}
    return {"if": condition, "then": {"required": [*required]}}


class _DoseTable(WorkTable):
    """Usual dose of an exercise; a routine can change it."""

    # Some rules of `semantics`, for editors, as far as JSON Schema can state them.
    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                *(_if_then("mode", mode, mode.required_keys) for mode in Mode),
                _if_then("sides", "each", ("switch",)),
            ]
        }
    )

    mode: Choice[Mode] = Field(description="Way of counting the work of a set.")


class _DoseSourceTable(TableModel):
    """Statement of a source about the dose."""

    text: Text = Field(description="Statement of the source.")
    source: Id | None = Field(None, description="Id in sources.toml.")
    grade: Choice[Grade] = Field(
        description="T from a trial, E exercise tested but dose adapted, P published by a coach "
        "or clinician, F footcoach's own."
    )
    read: Choice[Verification] | None = Field(
        None,
        description="How it was read: V verified, S second-hand, M from memory (default).",
    )


class _ExerciseFile(TableModel):
    """Exercise file: exercises/<id>.toml."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    name: Name = Field(description="Name that is shown.")
    aka: _Names | None = Field(None, description="Other names.")
    purpose: Text = Field(description="Purpose, in a sentence.")
    why: Text = Field(description="Why it should work, in a sentence or two.")
    how: Texts = Field(min_length=3, max_length=8, description="The steps, in order.")
    start: Name | None = Field(
        None, description="Starting position in a few words, shown while you get ready."
    )
    cues: _Names = Field(
        min_length=2, max_length=3, description="Short reminders, shown during the work."
    )
    errors: Texts = Field(description="Common mistakes.")
    stop_if: Texts = Field(
        description="Signs to stop at, besides the general ones, which are always shown."
    )
    cautions: Texts | None = Field(
        None,
        description="Reasons to ask first, or to leave it out: ids in safety.toml, or text.",
    )
    position: Choice[Position] = Field(description="Position of the body.")
    level: LevelNumber = Field(description="1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded.")
    equipment: Annotated[list[Choice[Equipment]], Field(max_length=50)] = Field(
        description="Equipment within reach; an empty list for none."
    )
    stand_ins: dict[Choice[Equipment], Name] | None = Field(
        None, description="Substitute for a piece of equipment."
    )
    muscles: Annotated[list[_Muscle], Field(max_length=50)] | None = Field(
        None, description="The muscles that work, by their short names."
    )
    tags: Annotated[list[Choice[Tag]], Field(max_length=50)] | None = Field(
        None, description="Loads, risks and positions; without the key they follow from the level."
    )
    easier: Texts | None = Field(None, description="Easier ways: ids of exercises, or text.")
    harder: Texts | None = Field(None, description="Harder ways: ids of exercises, or text.")
    source_status: Choice[SourceStatus] = Field(description="Where the exercise comes from.")
    evidence: Text = Field(description="Known and unknown facts, in an honest sentence.")
    author: Name | None = Field(None, description="Who wrote it.")
    licence: Name | None = Field(None, description="What others may do with it: CC BY 4.0.")
    dose: _DoseTable = Field(description="The usual dose.")
    dose_sources: list[_DoseSourceTable] = Field(
        min_length=1, max_length=50, description="Where the dose comes from."
    )
    figure: FigureTable | None = Field(None, description="Drawing of the movement.")
    poses: dict[Id, PoseTable] | None = Field(
        None, description="The key poses of the movement, by their names."
    )


class _SwapTable(WorkTable):
    """Substitute for a step whose gate a person is not ready for yet."""

    exercise: Id = Field(description="The id of the exercise.")
    tempo: Annotated[list[TempoLength], Field(min_length=1, max_length=50)] | None = Field(
        None,
        description="Seconds for each phase or segment of the exercise, in order; 0 leaves it out.",
    )
    source_status: Choice[SourceStatus] | None = Field(
        None, description="Origin of the dose; default that of the exercise."
    )
    source_note: Text | None = Field(None, description="Notes on the sources.")


class _StepTable(_SwapTable):
    """Step: an exercise, and the keys that differ from its usual dose."""

    gate: GateTable | None = Field(None, description="Conditions for the step.")
    swap: _SwapTable | None = Field(
        None, description="Substitute for who is not ready for the gate yet."
    )


class _RoutineFile(TableModel):
    """Routine file: <id>.toml."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    title: Name = Field(description="Name that is shown.")
    summary: Text = Field(description="Summary, in a sentence or two.")
    context: _Ids = Field(description="When it fits: before-run, after-run, daily, desk, ...")
    level: LevelNumber = Field(description="1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded.")
    frequency: Name = Field(description="Frequency, in words.")
    effort: Effort = Field(description="Aim, from and to, on the 0-10 scale.")
    rank: _Rank | None = Field(None, description="Rank in lists, low first; default 100.")
    weeks: Weeks | None = Field(None, description="Weeks of a programme, from and to.")
    previous: Id | None = Field(None, description="The routine before it in a programme.")
    next: Id | None = Field(None, description="The routine after it in a programme.")
    source_status: Choice[SourceStatus] = Field(description="Where the routine comes from.")
    source_note: Text | None = Field(None, description="Notes on the sources.")
    sources: _Ids | None = Field(None, description="Ids in sources.toml.")
    disclaimer: Text | None = Field(None, description="Warnings before the start.")
    author: Name | None = Field(None, description="Who wrote it.")
    licence: Name | None = Field(None, description="What others may do with it: CC BY 4.0.")
    gates: Annotated[list[GateTable], Field(max_length=50)] | None = Field(
        None, description="Conditions for the routine."
    )
    steps: list[_StepTable] = Field(min_length=1, max_length=500, description="Steps, in order.")


class _SourceTable(TableModel):
    """Work that is cited."""

    citation: Text = Field(description="Authors, title, place and year.")
    link: Link | None = Field(None, description="Where to find it, https preferred.")


class _SourcesFile(RootModel[dict[Id, _SourceTable]]):
    """Works that exercises and routines cite: sources.toml, a table for each id."""

    model_config = ConfigDict(strict=True)


MODELS: dict[FileKind, type[BaseModel]] = {
    FileKind.EXERCISE: _ExerciseFile,
    FileKind.ROUTINE: _RoutineFile,
    FileKind.SOURCES: _SourcesFile,
    FileKind.SAFETY: SafetyFile,
    FileKind.SITES: SitesFile,
    FileKind.SUBSTITUTES: SubstitutesFile,
    FileKind.PROFILE: ProfileFile,
    FileKind.SELF_TESTS: SelfTestsFile,
    FileKind.BREAKS: BreaksFile,
    FileKind.LADDERS: LaddersFile,
    FileKind.REASONS: ReasonsFile,
    FileKind.PLAN: PlanFile,
}
_RULE_NAMES = {f"{kind.value}.toml": kind for kind in RULE_KINDS}
_ONLY_EXERCISE = _ExerciseFile.model_fields.keys() - _RoutineFile.model_fields.keys()
_ONLY_ROUTINE = _RoutineFile.model_fields.keys() - _ExerciseFile.model_fields.keys()


def kind_of(values: dict[str, Any], path: Path) -> FileKind:
    """Return the kind of a file by its keys, or by its folder where the keys do not decide."""
    if path.name == SOURCES_NAME:
        return FileKind.SOURCES
    if path.name == SAFETY_NAME:
        return FileKind.SAFETY
    if path.parent.name == RULES_FOLDER and path.name in _RULE_NAMES:
        return _RULE_NAMES[path.name]
    if path.parent.name == PLANS_FOLDER or "stages" in values:
        return FileKind.PLAN
    if "steps" in values:
        return FileKind.ROUTINE
    if values and all(isinstance(table, dict) and "citation" in table for table in values.values()):
        return FileKind.SOURCES
    more = len(values.keys() & _ONLY_EXERCISE) - len(values.keys() & _ONLY_ROUTINE)
    if more == 0:
        more = 1 if path.parent.name == EXERCISES_FOLDER else -1
    return FileKind.EXERCISE if more > 0 else FileKind.ROUTINE
