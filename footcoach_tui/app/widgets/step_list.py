"""The steps of a routine and their status."""

from textual.content import Content

from footcoach_tui.app.appearance.glyphs import STEP_GLYPHS
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import StepStatus
from footcoach_tui.text.labels import format_minutes

_STYLES = {
    StepStatus.TO_COME: "",
    StepStatus.CURRENT: "bold $accent",
    StepStatus.DONE: "$success",
    StepStatus.PART: "$warning",
    StepStatus.SKIPPED: "$secondary",
}


class StepList(PaneList):
    """List of steps; glyph and word show the status."""

    _timeline: Timeline | None = None
    _marks: tuple[StepStatus, ...] = ()

    def show(self, timeline: Timeline, marks: tuple[StepStatus, ...]) -> None:
        if timeline is self._timeline and marks == self._marks:
            return
        self._timeline, self._marks = timeline, marks
        self.fill(
            [(f"step-{place}", _row(timeline, place, mark)) for place, mark in enumerate(marks)]
        )
        if StepStatus.CURRENT in marks and not self.has_focus:
            self.highlighted = marks.index(StepStatus.CURRENT)


def _row(timeline: Timeline, place: int, mark: StepStatus) -> Content:
    step = timeline.routine.steps[place]
    length = format_minutes(timeline.seconds_of(place))
    detail = length if mark is StepStatus.TO_COME else f"{length} · {mark.value}"
    return Content.assemble(
        (f"{STEP_GLYPHS[mark]} {step.exercise.name}", _STYLES[mark]),
        (f"\n  {detail}", "$secondary"),
    )
