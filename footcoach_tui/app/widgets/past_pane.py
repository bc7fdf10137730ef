"""Pane that tells of the exercise being done: its last times, the best of them, and pain."""

from datetime import date

from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.session_lists.exercise_past import ExercisePast, past_line
from footcoach_tui.app.widgets.wrapped_text import WrappedText


class PastPane(VerticalScroll):
    """Last times of one exercise."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(WrappedText(id="past"), id=id)

    def show_past(self, name: str, past: ExercisePast, today: date) -> None:
        self.query_one("#past", WrappedText).show(_text(name, past, today), grows=True)


def _text(name: str, past: ExercisePast, today: date) -> Content:
    lines = [Content.styled(name, "bold")]
    if not past.times:
        return Content("\n").join((*lines, Content("\nYour first time."), _pain_line(past)))
    lines.append(Content.assemble("\nBest  ", (past.best, "$success")))
    lines.append(_pain_line(past))
    lines.append(Content("\nLast times"))
    for time in past.times:
        text, pain = past_line(time, today)
        lines.append(Content.assemble((text, "$secondary"), (pain and f" · {pain}", "$warning")))
    return Content("\n").join(lines)


def _pain_line(past: ExercisePast) -> Content:
    worst = max((time.pain or 0 for time in past.times), default=0)
    if not past.times:
        return Content("")
    text = f"worst {worst} of 10" if worst else "none"
    return Content.assemble("Pain  ", (text, "$warning" if worst else "$success"))
