"""The shape of the three kinds of file: which keys, of which kind, within which limits.

What no single key can tell (whether an exercise exists, how long a routine takes) is in
`meaning`. Every key has a description, for the JSON Schemas that editors use.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, RootModel

from footcoach_tui.library import fields
from footcoach_tui.library.dose_modes import NEEDED, Mode
from footcoach_tui.library.figure_tables import FigureTable, PoseTable
from footcoach_tui.library.tables import Choice, Table, WorkTable
from footcoach_tui.session.exercise import Equipment, Grade, Position, Reading, SourceStatus

_Muscle = Literal[
    "AbH", "FDB", "QP", "FHB", "ADM", "LI", "TP", "TA",
    "PER", "FHL", "FDL", "EHB", "EDB", "EHL", "EDL", "GAS", "SOL",
]  # fmt: skip


def _if_then(key: str, value: str, needed: tuple[str, ...]) -> dict[str, JsonValue]:
    """A rule of JSON Schema: where `key` has the value, other keys are needed."""
    condition: JsonValue = {"properties": {key: {"const": str(value)}}, "required": [key]}
    return {"if": condition, "then": {"required": [*needed]}}


class DoseTable(WorkTable):
    """How much of an exercise, unless a routine says otherwise."""

    # What `meaning` checks is told to editors as well, as far as a schema can.
    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                *(_if_then("mode", mode, needed) for mode, needed in NEEDED.items()),
                _if_then("sides", "each", ("switch",)),
            ]
        }
    )

    mode: Choice[Mode] = Field(description="How the work of one set is counted.")


class DoseSourceTable(Table):
    """What one source says of the dose."""

    text: fields.Text = Field(description="What the source says.")
    source: fields.Id | None = Field(None, description="Its id in sources.toml.")
    grade: Choice[Grade] = Field(
        description="T from a trial, E exercise tested but dose adapted, P published by a coach "
        "or clinician, F footcoach's own."
    )
    read: Choice[Reading] | None = Field(
        None,
        description="How it was read: V verified, S second-hand, M from memory; M unless said.",
    )


class ExerciseFile(Table):
    """One exercise: exercises/<id>.toml."""

    id: fields.Id = Field(description="Its name in files: lower-case words joined by hyphens.")
    name: fields.Name = Field(description="Its name for people.")
    aka: fields.Names | None = Field(None, description="Other names.")
    purpose: fields.Text = Field(description="What it is for, in a sentence.")
    why: fields.Text = Field(description="Why it should work, in a sentence or two.")
    how: fields.Texts = Field(min_length=3, max_length=8, description="The steps, in order.")
    cues: fields.Names = Field(
        min_length=2, max_length=3, description="Short reminders, shown during the work."
    )
    errors: fields.Texts = Field(description="Common mistakes.")
    stop_if: fields.Texts = Field(description="Signs to stop at.")
    cautions: fields.Texts | None = Field(
        None, description="Who should ask first, or leave it out."
    )
    position: Choice[Position] = Field(description="How the body is placed.")
    equipment: Annotated[list[Choice[Equipment]], Field(max_length=50)] = Field(
        description="What has to be within reach; an empty list for nothing."
    )
    stand_ins: dict[Choice[Equipment], fields.Name] | None = Field(
        None, description="What can stand in for a piece of equipment."
    )
    muscles: Annotated[list[_Muscle], Field(max_length=50)] | None = Field(
        None, description="The muscles that work, by their short names."
    )
    level: fields.Level = Field(
        description="1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded."
    )
    easier: fields.Texts | None = Field(None, description="Easier ways: ids of exercises, or text.")
    harder: fields.Texts | None = Field(None, description="Harder ways: ids of exercises, or text.")
    source_status: Choice[SourceStatus] = Field(description="Whose exercise it is.")
    evidence: fields.Text = Field(description="What is known and not known, in an honest sentence.")
    dose: DoseTable = Field(description="The usual dose.")
    figure: FigureTable | None = Field(None, description="How the movement is drawn.")
    poses: dict[fields.Id, PoseTable] | None = Field(
        None, description="The key poses of the movement, by their names."
    )
    dose_sources: list[DoseSourceTable] = Field(
        min_length=1, max_length=50, description="Where the dose comes from."
    )


class GateTable(Table):
    """What must be true before a step or a routine is done."""

    pain_max: fields.Scale | None = Field(
        None, description="The worst pain of the last week that lets it pass, 0-10."
    )
    min_level: fields.Level | None = Field(None, description="The level to train at, at least.")
    requires: fields.Texts | None = Field(
        None, description="Sentences a person can answer with yes, all of which must hold."
    )
    exclude: fields.Texts | None = Field(None, description="Conditions under which it is left out.")


class SwapTable(WorkTable):
    """What is done instead of a step whose gate is not met."""

    exercise: fields.Id = Field(description="The id of the exercise.")
    tempo: Annotated[list[fields.TempoLength], Field(min_length=1, max_length=50)] | None = Field(
        None,
        description="Seconds for each phase or segment of the exercise, in order; 0 leaves it out.",
    )
    source_status: Choice[SourceStatus] | None = Field(
        None, description="Whose dose it is; as in the exercise unless said."
    )
    source_note: fields.Text | None = Field(None, description="What comes from where.")


class StepTable(SwapTable):
    """One step: an exercise, and what differs from its usual dose."""

    gate: GateTable | None = Field(None, description="What must be true before it is done.")
    swap: SwapTable | None = Field(None, description="What is done when the gate is not met.")


class RoutineFile(Table):
    """One routine: <id>.toml."""

    id: fields.Id = Field(description="Its name in files: lower-case words joined by hyphens.")
    title: fields.Name = Field(description="Its name for people.")
    summary: fields.Text = Field(description="What it is, in a sentence or two.")
    context: fields.Ids = Field(description="When it fits: before-run, after-run, daily, desk, ...")
    level: fields.Level = Field(
        description="1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded."
    )
    frequency: fields.Name = Field(description="How often, in words.")
    effort: fields.Effort = Field(description="Aim, from and to, on the 0-10 scale.")
    source_status: Choice[SourceStatus] = Field(description="Whose routine it is.")
    source_note: fields.Text | None = Field(None, description="What comes from where.")
    sources: fields.Ids | None = Field(None, description="Ids in sources.toml.")
    disclaimer: fields.Text | None = Field(None, description="What to know before starting.")
    rank: fields.Rank | None = Field(None, description="Its place in lists, low first; 100 usual.")
    weeks: fields.Weeks | None = Field(None, description="Weeks of a programme, from and to.")
    previous: fields.Id | None = Field(None, description="The routine before it in a programme.")
    next: fields.Id | None = Field(None, description="The routine after it in a programme.")
    gates: Annotated[list[GateTable], Field(max_length=50)] | None = Field(
        None, description="What must be true before the routine is done."
    )
    steps: list[StepTable] = Field(min_length=1, max_length=500, description="What is done.")


class SourceTable(Table):
    """A work that is cited."""

    citation: fields.Text = Field(description="Authors, title, place and year.")
    link: fields.Link | None = Field(None, description="Where to find it, https preferred.")


class SourcesFile(RootModel[dict[fields.Id, SourceTable]]):
    """The works that exercises and routines cite: sources.toml, a table for each id."""

    model_config = ConfigDict(strict=True)
