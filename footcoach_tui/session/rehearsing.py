"""An exercise on its own, as a routine of one step: to be shown, not to be trained."""

from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine, Step


def rehearsed(exercise: Exercise) -> Routine:
    """The exercise at its usual dose."""
    return Routine(
        id=exercise.id,
        title=exercise.name,
        summary=exercise.purpose,
        context=(),
        level=exercise.level,
        frequency="",
        effort=exercise.dose.effort or (0, 0),
        source_status=exercise.source_status,
        steps=(Step(exercise, exercise.dose, exercise.source_status),),
    )
