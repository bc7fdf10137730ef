"""Builders of small routines, exercises and phases."""

from dataclasses import replace

from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Phase,
    PhaseKind,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.exercise import Exercise, Level, Position, SourceStatus
from footcoach_tui.session.routine import Routine, Step

__all__ = [
    "Bouts",
    "CountUp",
    "Hold",
    "Measurement",
    "Reps",
    "SelfPaced",
    "SideOrder",
    "Sides",
    "Timed",
]


def phase(name: str = "up", seconds: float = 2, kind: PhaseKind = PhaseKind.MOVE) -> Phase:
    return Phase(name, seconds, kind, cue=f"cue for {name}")


UP_HOLD_DOWN = (
    phase("up", 2),
    phase("hold", 5, PhaseKind.HOLD),
    phase("down", 1, PhaseKind.RELAX),
)


def exercise(ident: str = "heel-raise", **changes: object) -> Exercise:
    template = Exercise(
        id=ident,
        name=ident.replace("-", " ").title(),
        position=Position.STANDING,
        level=Level.TWO_FEET,
        dose=Dose(Hold(10)),
        purpose=f"What {ident} is for.",
        why="Because it makes feet strong.",
        how=("Stand tall.", "Do it."),
        cues=("Slow", "Tall"),
        errors=("Rushing",),
        stop_if=("It hurts more than 5 of 10",),
    )
    return replace(template, **changes)  # type: ignore[arg-type] # tests name real fields


def step(work: Work, *, name: str = "heel-raise", **dose: object) -> Step:
    changed = replace(Dose(work, prep=8, rest=20), **dose)  # type: ignore[arg-type] # tests name real fields
    return Step(exercise(name), changed, SourceStatus.FOOTCOACH)


def routine(*steps: Step, name: str = "test-routine", **changes: object) -> Routine:
    template = Routine(
        id=name,
        title=name.replace("-", " ").capitalize(),
        summary="A routine for tests.",
        context=("daily",),
        level=Level.SEATED,
        frequency="daily",
        effort=(2, 4),
        source_status=SourceStatus.FOOTCOACH,
        steps=steps,
    )
    return replace(template, **changes)  # type: ignore[arg-type] # tests name real fields


def three_step_routine() -> Routine:
    """Reps on both sides (8 + 24 s), a part for each foot (10 + 30 + 5 + 30), two held sets."""
    return routine(
        step(Reps(3, UP_HOLD_DOWN), name="arch-lift"),
        step(
            Timed((phase("inner", 10), phase("outer", 20))),
            name="ball-roll",
            sides=Sides.EACH,
            switch=5,
            prep=10,
        ),
        step(Hold(20), name="balance", sets=2, rest=15),
    )
