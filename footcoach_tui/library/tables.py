"""Field types, and the tables that more than one kind of file has.

Strict: a number in quotes is text, and true is no number.
"""

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from footcoach_tui.boundary.text import clean
from footcoach_tui.figure.model import Part
from footcoach_tui.library.kinds import ID_PATTERN
from footcoach_tui.library.modes import Mode
from footcoach_tui.session.dose import Breath, PhaseKind, SideOrder, Sides

OWN_MESSAGE = "footcoach"
"""Type of the errors whose text is already a message for the user."""

_KEBAB = f"^{ID_PATTERN.pattern}$"
_LINK = r"^https?://[^\s/]+(?:/\S*)?$"
RULE_ID = r"^[A-Za-z0-9]+(?:-[a-z0-9]+)*$"
PATTERN_MESSAGES = {
    RULE_ID: "must be words and numbers joined by hyphens, like N1",
    _KEBAB: "must be lower-case words and numbers joined by hyphens, like toe-yoga",
    _LINK: "must be a web address that begins with https:// or http://",
}

_LONGEST = 7200  # seconds
_LONGEST_WITH_HALVES = 2  # seconds


def _filled(text: str) -> str:
    if clean(text).strip():
        return text
    raise PydanticCustomError(OWN_MESSAGE, "must not be empty")


def _halves(seconds: float) -> float:
    # Whole seconds can be counted aloud; a short phase may take half a second more.
    if seconds % (0.5 if seconds <= _LONGEST_WITH_HALVES else 1) == 0:
        return seconds
    raise PydanticCustomError(
        OWN_MESSAGE, "must be whole seconds, or half ones in phases of up to 2 s"
    )


def _rising(pair: list[int]) -> list[int]:
    if len(pair) == len(("from", "to")) and pair[0] <= pair[1]:
        return pair
    raise PydanticCustomError(
        OWN_MESSAGE, "must be two numbers, from and to, the smaller one first: like [2, 4]"
    )


_PAIR = Field(json_schema_extra={"minItems": 2, "maxItems": 2})
_ROW = Field(min_length=1, max_length=50)
_E = TypeVar("_E")

Choice = Annotated[_E, Field(strict=False)]
"""Member of an enum: TOML has only texts for it, so that it alone is not strict."""

Id = Annotated[str, Field(pattern=_KEBAB, max_length=60)]
Link = Annotated[str, Field(pattern=_LINK, max_length=2000)]
Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_filled)]
Text = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_filled)]

Texts = Annotated[list[Text], Field(max_length=50)]

LevelNumber = Annotated[int, Field(ge=1, le=4)]
Scale = Annotated[int, Field(ge=0, le=10)]
Effort = Annotated[list[Scale], _PAIR, AfterValidator(_rising)]
Weeks = Annotated[list[Annotated[int, Field(ge=1, le=520)]], _PAIR, AfterValidator(_rising)]

_Count = Annotated[int, Field(ge=1, le=100)]
_Reps = Annotated[int, Field(ge=1, le=1000)]
_Turn = Annotated[float, Field(ge=0.2, le=60, allow_inf_nan=False)]
_Wait = Annotated[int, Field(ge=0, le=_LONGEST)]
_Length = Annotated[int, Field(ge=1, le=_LONGEST)]
_PhaseLength = Annotated[
    float, Field(ge=0.5, le=_LONGEST, allow_inf_nan=False), AfterValidator(_halves)
]
TempoLength = Annotated[
    float, Field(ge=0, le=_LONGEST, allow_inf_nan=False), AfterValidator(_halves)
]


class TableModel(BaseModel):
    """Base of all tables: strict, and no unknown keys."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        model_title_generator=lambda table: table.__name__.removeprefix("_"),
    )


class _MotionTable(TableModel):
    """Motion of the figure: keys of a phase, and of a dose with holds or bouts."""

    poses: Annotated[list[Id], Field(min_length=1, max_length=8)] | None = Field(
        None, description="Key poses: one to stay in, two from and to, or more in turn."
    )
    every: _Turn | None = Field(
        None, description="Seconds of one round through the poses, repeated."
    )
    linear: bool | None = Field(None, description="Without easing: for lowering under load.")
    lit: Annotated[list[Choice[Part]], Field(min_length=1, max_length=10)] | None = Field(
        None, description="The parts that work or are stretched."
    )


class _SegmentTable(_MotionTable):
    """Segment of timed work."""

    name: Name = Field(description="Short name, shown and spoken.")
    seconds: _PhaseLength = Field(description="Length in seconds: whole, or in halves up to 2 s.")
    kind: Choice[PhaseKind] | None = Field(None, description="Kind of movement; default move.")
    cue: Name | None = Field(None, description="Short reminder, in a few words.")
    breath: Choice[Breath] | None = Field(None, description="Breathing; default free.")


class _PhaseTable(_SegmentTable):
    """Phase of a rep."""

    kind: Choice[PhaseKind] = Field(description="Kind of movement.")


class WorkTable(_MotionTable):
    """Keys of a dose; a step has only those that differ from its exercise."""

    mode: Choice[Mode] | None = Field(None, description="Way of counting the work of a set.")
    hold: _Length | None = Field(None, description="Mode hold: seconds of one hold.")
    limit: _Length | None = Field(
        None, description="Mode count-up: seconds after which the test ends by itself."
    )
    bouts: _Count | None = Field(None, description="Mode bouts: how many stretches.")
    bout: _Length | None = Field(None, description="Mode bouts: seconds of one stretch.")
    pause: _Wait | None = Field(None, description="Mode bouts: seconds between two stretches.")
    reps: _Reps | None = Field(
        None, description="Repetitions; modes reps, self-paced, and hold (default 1)."
    )
    gap: _Wait | None = Field(None, description="Mode hold: seconds between holds; default 0.")
    beat: Annotated[int, Field(ge=20, le=120)] | None = Field(
        None, description="Mode count-up: beats per minute; two beats are one rep."
    )
    unit: Literal["cm", "points"] | None = Field(
        None, description="Mode measure: the unit of the number that is typed."
    )
    question: Name | None = Field(None, description="Mode measure: what to type, in a few words.")
    most: _Reps | None = Field(None, description="Mode measure: the largest number allowed.")
    sets: _Count | None = Field(None, description="Number of sets; default 1.")
    prep: _Wait | None = Field(None, description="Seconds to get into place; default 8.")
    rest: _Wait | None = Field(None, description="Seconds between sets; default 20.")
    sides: Choice[Sides] | None = Field(
        None,
        description="Both feet together, each side by itself (needs switch), or side by side "
        "in turns; default both.",
    )
    order: Choice[SideOrder] | None = Field(
        None,
        description="For sides = each: change sides within every set, or do all sets of one "
        "side first; default alternate.",
    )
    switch: _Wait | None = Field(None, description="Seconds to change sides.")
    effort: Effort | None = Field(None, description="Aim, from and to, on the 0-10 scale.")
    load: Name | None = Field(None, description="Resistance, in words.")
    error: Text | None = Field(
        None, description="Modes count-up and measure: the measurement error, in a sentence."
    )
    phases: Annotated[list[_PhaseTable], _ROW] | None = Field(
        None, description="Mode reps: the phases of one rep, 30 s at most in all."
    )
    segments: Annotated[list[_SegmentTable], _ROW] | None = Field(
        None, description="Mode timed: the parts of one set, done once, in order."
    )
