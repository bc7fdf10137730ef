"""The tables that more than one kind of file is made of: phases, and the keys of a dose."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from footcoach_tui.figure.model import Part
from footcoach_tui.library import fields
from footcoach_tui.library.dose_modes import Mode
from footcoach_tui.session.dose import Breath, Order, PhaseKind, Sides

_E = TypeVar("_E")

Choice = Annotated[_E, Field(strict=False)]
"""TOML has no enums: a choice is written as text, so these alone are read leniently."""


class Table(BaseModel):
    """A table of a file; keys it does not name are refused."""

    model_config = ConfigDict(strict=True, extra="forbid")


class MotionTable(Table):
    """How the figure moves: keys of a phase, and of a dose with holds or bouts."""

    poses: Annotated[list[fields.Id], Field(min_length=1, max_length=8)] | None = Field(
        None, description="Key poses: one to stay in, two from and to, or more in turn."
    )
    every: fields.Turn | None = Field(
        None, description="Seconds of one round through the poses, gone again and again."
    )
    linear: bool | None = Field(None, description="Without easing: for lowering under load.")
    lit: Annotated[list[Choice[Part]], Field(min_length=1, max_length=10)] | None = Field(
        None, description="The parts that work or are stretched."
    )


class SegmentTable(MotionTable):
    """One part of timed work."""

    name: fields.Name = Field(description="What is done, short: shown and spoken.")
    seconds: fields.PhaseLength = Field(
        description="Length in seconds: whole, or in halves up to 2 s."
    )
    kind: Choice[PhaseKind] | None = Field(
        None, description="What the body does; move unless said."
    )
    cue: fields.Name | None = Field(None, description="A few words to heed here.")
    breath: Choice[Breath] | None = Field(
        None, description="How to breathe here; free unless said."
    )


class PhaseTable(SegmentTable):
    """One phase of a rep."""

    kind: Choice[PhaseKind] = Field(description="What the body does.")


_ROW = Field(min_length=1, max_length=50)


class WorkTable(MotionTable):
    """The keys of a dose; a step repeats only those that differ from its exercise."""

    mode: Choice[Mode] | None = Field(None, description="How the work of one set is counted.")
    sets: fields.Count | None = Field(None, description="How many sets; 1 unless said.")
    prep: fields.Wait | None = Field(
        None, description="Seconds to get into place before the first set; 8 unless said."
    )
    rest: fields.Wait | None = Field(None, description="Seconds between sets; 20 unless said.")
    sides: Choice[Sides] | None = Field(
        None,
        description="Both feet together, each side by itself (needs switch), or side by side "
        "in turns; both unless said.",
    )
    order: Choice[Order] | None = Field(
        None,
        description="For sides = each: change sides within every set, or do all sets of one "
        "side first; alternate unless said.",
    )
    switch: fields.Wait | None = Field(None, description="Seconds to change sides.")
    effort: fields.Effort | None = Field(None, description="Aim, from and to, on the 0-10 scale.")
    load: fields.Name | None = Field(None, description="Resistance, in words.")
    reps: fields.Reps | None = Field(
        None, description="How often; modes reps and self-paced, and hold (1 unless said)."
    )
    phases: Annotated[list[PhaseTable], _ROW] | None = Field(
        None, description="Mode reps: the phases of one rep, 30 s at most in all."
    )
    hold: fields.Length | None = Field(None, description="Mode hold: seconds of one hold.")
    gap: fields.Wait | None = Field(
        None, description="Mode hold: seconds between two holds; 0 unless said."
    )
    segments: Annotated[list[SegmentTable], _ROW] | None = Field(
        None, description="Mode timed: the parts of one set, done once, in order."
    )
    bouts: fields.Count | None = Field(None, description="Mode bouts: how many stretches.")
    bout: fields.Length | None = Field(None, description="Mode bouts: seconds of one stretch.")
    pause: fields.Wait | None = Field(
        None, description="Mode bouts: seconds between two stretches."
    )
