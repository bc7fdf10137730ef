"""The steps of a routine and their status."""

from textual.content import Content

from footcoach_tui.app.appearance.glyphs import STEP_GLYPHS
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import StepStatus
from footcoach_tui.text.durations import format_minutes

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
    _statuses: tuple[StepStatus, ...] = ()

    def show(self, timeline: Timeline, statuses: tuple[StepStatus, ...]) -> None:
        before = self._statuses if timeline is self._timeline else ()
        if statuses == before:
            return
        self._timeline, self._statuses = timeline, statuses
        if before:
            for place, status in enumerate(statuses):
                if status is not before[place]:
                    self.set_row(place, _row(timeline, place, status))
        else:
            self.fill(
                [
                    (f"step-{place}", _row(timeline, place, status))
                    for place, status in enumerate(statuses)
                ]
            )
        if StepStatus.CURRENT in statuses and not self.has_focus:
            self.highlighted = statuses.index(StepStatus.CURRENT)


def _row(timeline: Timeline, place: int, status: StepStatus) -> Content:
    step = timeline.routine.steps[place]
    length = format_minutes(timeline.seconds_of(place))
    detail = length if status is StepStatus.TO_COME else f"{length} · {status.value}"
    return Content.assemble(
        (f"{STEP_GLYPHS[status]} {step.exercise.name}", _STYLES[status]),
        (f"\n  {detail}", "$secondary"),
    )
