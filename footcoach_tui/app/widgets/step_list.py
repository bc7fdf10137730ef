"""The steps of the routine under way: what is done, what is on, what is to come."""

from textual.content import Content

from footcoach_tui.app.looks.glyphs import MARK_SIGNS
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import StepMark
from footcoach_tui.session.words import minutes

_STYLES = {
    StepMark.TO_COME: "",
    StepMark.CURRENT: "bold $accent",
    StepMark.DONE: "$success",
    StepMark.PART: "$warning",
    StepMark.SKIPPED: "$secondary",
}


class StepList(PaneList):
    """One row a step; a sign and a word tell how it stands."""

    _timeline: Timeline | None = None
    _marks: tuple[StepMark, ...] = ()

    def show(self, timeline: Timeline, marks: tuple[StepMark, ...]) -> None:
        """Show how each step stands; nothing is done where all stand as before."""
        if timeline is self._timeline and marks == self._marks:
            return
        self._timeline, self._marks = timeline, marks
        self.fill(
            [(f"step-{place}", _row(timeline, place, mark)) for place, mark in enumerate(marks)]
        )
        if StepMark.CURRENT in marks and not self.has_focus:
            self.highlighted = marks.index(StepMark.CURRENT)


def _row(timeline: Timeline, place: int, mark: StepMark) -> Content:
    step = timeline.routine.steps[place]
    length = minutes(timeline.seconds_of(place))
    detail = length if mark is StepMark.TO_COME else f"{length} · {mark.value}"
    return Content.assemble(
        (f"{MARK_SIGNS[mark]} {step.exercise.name}", _STYLES[mark]),
        (f"\n  {detail}", "$secondary"),
    )
