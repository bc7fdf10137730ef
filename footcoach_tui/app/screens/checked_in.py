"""A check-in that is over: what it decided for the session."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.session.routine import Routine


class CheckedIn(NamedTuple):
    """Decision of a check-in, and what the record of the session keeps of both.

    With `starts` the session begins at once.
    """

    decision: Decision
    document: Mapping[str, object]
    starts: bool = True

    @property
    def routine(self) -> Routine | None:
        """Routine to play: the coach has answered its gates, but in rehabilitation not all."""
        routine = self.decision.routine
        if routine is None:
            return None
        if self.decision.rule == "R0":
            return replace(routine, gates=())
        steps = tuple(replace(step, gate=None, swap=None) for step in routine.steps)
        return replace(routine, steps=steps, gates=())
