"""Checked tables become the exercises and routines of a session.

Everything here relies on a table without faults; what it lacks takes the model's default.
"""

from typing import Any

from footcoach_tui.boundary.text import clean
from footcoach_tui.library.dose_modes import Mode
from footcoach_tui.library.doses import merged
from footcoach_tui.library.faults import Table
from footcoach_tui.library.shelf import Shelf
from footcoach_tui.session.dose import (
    Bouts,
    Breath,
    Dose,
    Hold,
    Motion,
    Order,
    Phase,
    PhaseKind,
    Reps,
    Round,
    SelfPaced,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.exercise import (
    DoseSource,
    Equipment,
    Exercise,
    Grade,
    Level,
    Position,
    Reading,
    Source,
    SourceStatus,
)
from footcoach_tui.session.routine import USUAL_RANK, Gate, Routine, Step


def source_of(name: str, table: Table) -> Source:
    """Return the source called `name` in a table of sources."""
    return Source(name, _text(table["citation"]), table.get("link", ""))


def exercise_of(table: Table, shelf: Shelf) -> Exercise:
    """Return the exercise of a file; its sources are on the shelf."""
    return Exercise(
        id=table["id"],
        name=_text(table["name"]),
        position=Position(table["position"]),
        level=Level(table["level"]),
        dose=dose_of(table["dose"]),
        purpose=_text(table["purpose"]),
        why=_text(table["why"]),
        how=_texts(table["how"]),
        cues=_texts(table["cues"]),
        errors=_texts(table["errors"]),
        stop_if=_texts(table["stop_if"]),
        cautions=_texts(table.get("cautions", ())),
        equipment=tuple(map(Equipment, table["equipment"])),
        stand_ins=tuple(
            (Equipment(kit), _text(other)) for kit, other in table.get("stand_ins", {}).items()
        ),
        muscles=tuple(table.get("muscles", ())),
        aka=_texts(table.get("aka", ())),
        easier=_texts(table.get("easier", ())),
        harder=_texts(table.get("harder", ())),
        dose_sources=tuple(_dose_source(one, shelf) for one in table["dose_sources"]),
        source_status=SourceStatus(table["source_status"]),
        evidence=_text(table["evidence"]),
    )


def routine_of(table: Table, shelf: Shelf) -> Routine:
    """Return the routine of a file; its exercises and sources are on the shelf."""
    low, high = table["effort"]
    weeks = table.get("weeks")
    return Routine(
        id=table["id"],
        title=_text(table["title"]),
        summary=_text(table["summary"]),
        context=tuple(table["context"]),
        level=Level(table["level"]),
        frequency=_text(table["frequency"]),
        effort=(low, high),
        source_status=SourceStatus(table["source_status"]),
        steps=tuple(_step(one, shelf) for one in table["steps"]),
        source_note=_text(table.get("source_note", "")),
        sources=tuple(shelf.sources[name] for name in table.get("sources", ())),
        disclaimer=_text(table.get("disclaimer", "")),
        gates=tuple(map(_gate, table.get("gates", ()))),
        rank=table.get("rank", USUAL_RANK),
        weeks=(weeks[0], weeks[1]) if weeks else None,
        previous=table.get("previous", ""),
        next=table.get("next", ""),
    )


def dose_of(table: Table) -> Dose:
    """Return the dose of an exercise's dose table, or of a step's merged one."""
    given: dict[str, Any] = {key: table[key] for key in ("sets",) if key in table}
    given |= {key: float(table[key]) for key in ("prep", "rest", "switch") if key in table}
    if "sides" in table:
        given["sides"] = Sides(table["sides"])
    if "order" in table:
        given["order"] = Order(table["order"])
    if "effort" in table:
        given["effort"] = tuple(table["effort"])
    return Dose(_work(table), load=_text(table.get("load", "")), **given)


def _work(table: Table) -> Work:
    """The work of one set, in the mode of the table."""
    match Mode(table["mode"]):
        case Mode.REPS:
            return Reps(table["reps"], _round(table["phases"]))
        case Mode.HOLD:
            return Hold(
                float(table["hold"]),
                table.get("reps", 1),
                float(table.get("gap", 0)),
                _motion(table),
            )
        case Mode.TIMED:
            return Timed(_round(table["segments"]))
        case Mode.BOUTS:
            return Bouts(
                table["bouts"], float(table["bout"]), float(table["pause"]), _motion(table)
            )
        case Mode.SELF_PACED:
            return SelfPaced(table["reps"])


def _round(row: list[Table]) -> Round:
    return tuple(
        Phase(
            _text(part["name"]),
            float(part["seconds"]),
            PhaseKind(part.get("kind", PhaseKind.MOVE)),
            _text(part.get("cue", "")),
            Breath(part.get("breath", Breath.FREE)),
            _motion(part),
        )
        for part in row
    )


def _motion(table: Table) -> Motion:
    return Motion(
        poses=tuple(table.get("poses", ())),
        every=table.get("every"),
        linear=table.get("linear", False),
        lit=tuple(table.get("lit", ())),
    )


def _step(table: Table, shelf: Shelf) -> Step:
    exercise = shelf.exercises[table["exercise"]]
    return Step(
        exercise=exercise,
        dose=dose_of(merged(shelf.doses[exercise.id], table)),
        source_status=SourceStatus(table.get("source_status", exercise.source_status)),
        source_note=_text(table.get("source_note", "")),
        gate=_gate(table["gate"]) if "gate" in table else None,
        swap=_step(table["swap"], shelf) if "swap" in table else None,
    )


def _gate(table: Table) -> Gate:
    level = table.get("min_level")
    return Gate(
        pain_max=table.get("pain_max"),
        min_level=Level(level) if level else None,
        requires=_texts(table.get("requires", ())),
        exclude=_texts(table.get("exclude", ())),
    )


def _dose_source(table: Table, shelf: Shelf) -> DoseSource:
    return DoseSource(
        text=_text(table["text"]),
        grade=Grade(table["grade"]),
        read=Reading(table.get("read", Reading.FROM_MEMORY)),
        source=shelf.sources[table["source"]] if "source" in table else None,
    )


def _text(text: str) -> str:
    """A text of a file on one line, without what may not be shown."""
    return clean(text).strip()


def _texts(texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_text, texts))
