"""Map of a session in one row: each step as wide as it is long; a click jumps to it."""

from textual import events
from textual.content import Content
from textual.message import Message

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import SessionView, StepStatus

_GAP = 2
_MIN_BAR = 3
_MIN_NAME = 10
_DONE, _TO_COME = "▇", "░"
_STYLES = {
    StepStatus.TO_COME: "$text-muted",
    StepStatus.CURRENT: "bold",
    StepStatus.DONE: "$success",
    StepStatus.PART: "$warning",
    StepStatus.SKIPPED: "$text-muted",
}


class SessionMap(TextLabel, ResizeAware):
    """Number, name and bar of each step; only numbers and bars where names do not fit."""

    ALLOW_SELECT = False

    class StepChosen(Message):
        """A step was clicked."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: tuple[int, ...] = ()
        """Columns behind each step."""
        self._given: tuple[SessionView, Timeline] | None = None
        self._drawn: tuple[object, ...] = ()
        """What the text was made of: it changes once in some seconds."""

    def show_steps(self, view: SessionView, timeline: Timeline) -> None:
        self._given = (view, timeline)
        width = self.content_size.width
        cells = round(_share(timeline, view.segment.step, view) * width)
        drawn = (timeline, width, view.step_statuses, view.segment.step, cells)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        widths = _widths(timeline, width)
        self._ends = tuple(sum(widths[: place + 1]) + _GAP * place for place in range(len(widths)))
        self.show(
            Content(" " * _GAP).join(
                _step(timeline, place, width, view) for place, width in enumerate(widths)
            )
        )

    def on_resize(self) -> None:
        if self._given:
            self.show_steps(*self._given)

    def on_click(self, event: events.Click) -> None:
        column = event.get_content_offset_capture(self).x
        step = next((place for place, end in enumerate(self._ends) if column < end), None)
        if step is not None:
            self.post_message(self.StepChosen(step))


def _widths(timeline: Timeline, width: int) -> list[int]:
    """Columns of each step, in proportion to its seconds; empty where they do not fit."""
    count = len(timeline.routine.steps)
    room = width - _GAP * (count - 1)
    least = len(str(count)) + 1 + _MIN_BAR
    if room < count * least:
        return []
    spare = room - count * least
    seconds = [timeline.seconds_of(place) for place in range(count)]
    total = sum(seconds) or 1.0
    return [least + int(spare * each / total) for each in seconds]


def _step(timeline: Timeline, place: int, width: int, view: SessionView) -> Content:
    status = view.step_statuses[place]
    name = _fitted(place, timeline.routine.steps[place].exercise.name, width - 1 - _MIN_BAR)
    cells = width - len(name) - 1
    done = round(cells * _share(timeline, place, view))
    return Content.assemble(
        (name, _STYLES[status]),
        " ",
        (_DONE * done, "$accent" if status is StepStatus.CURRENT else _STYLES[status]),
        (_TO_COME * (cells - done), "$text-muted"),
    )


def _fitted(place: int, name: str, width: int) -> str:
    """Number and name of a step, cut where it is too long; only the number where little is left."""
    text = f"{place + 1} {name}"
    if len(text) <= width:
        return text
    return f"{text[: width - 1].rstrip()}…" if width >= _MIN_NAME else str(place + 1)


def _share(timeline: Timeline, place: int, view: SessionView) -> float:
    """Part of a step that is over."""
    status = view.step_statuses[place]
    if status is not StepStatus.CURRENT:
        return 1.0 if status in (StepStatus.DONE, StepStatus.PART) else 0.0
    first = timeline.first_segment_of(place)
    passed = view.segment.start - first.start + min(view.elapsed, view.segment.seconds)
    return min(1.0, passed / (timeline.seconds_of(place) or 1.0))
