"""The questions after a session with their answers, all at once, and what follows from them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from footcoach_tui.app.widgets.answer_list import AnswerList
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.score_row import ScoreRow
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.answers.words import pain_line
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN, site_advice
from footcoach_tui.coach.questions.after_flow import reported_flag
from footcoach_tui.coach.questions.after_form import AfterForm, Line
from footcoach_tui.coach.questions.check_in_questions import ENTER

_MAX_NOTE_LENGTH = 1000
_GAP = "\N{NO-BREAK SPACE}"
"""Between the words of a score, so that they stay in one line."""

_SCALES = {
    Line.EFFORT: (
        "0 nothing · 1 very light · 3 moderate · 5 hard · 7 very hard · 10 hardest imaginable"
    ),
    Line.PAIN: "0 none · 1-2 mild · 3-5 noticeable · 6 or more: too much",
}
_QUESTIONS = {Line.EFFORT: "How hard was it?", Line.PAIN: "Any pain?", Line.NOTE: "A note?"}
_HINTS = {
    Line.EFFORT: "0-9, x = 10",
    Line.PAIN: "0-9, x = 10",
    Line.NOTE: "if you like",
}
_WHERE, _AGAIN = "Where?", "a letter changes it"


class _NoteInput(Input):
    """Input whose key enter has its place among the key hints."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Save", key_display="enter"),
    ]


class RatingPane(VerticalScroll, ResizeAware):
    """Lines of an `AfterForm`; the present one has a mark."""

    _present = Line.EFFORT

    def compose(self) -> ComposeResult:
        for line in (Line.EFFORT, Line.PAIN):
            yield TextLabel(id=f"ask-{line}", classes="ask")
            yield ScoreRow(id=f"score-{line}")
            yield WrappedText(_scale(_SCALES[line]), id=f"scale-{line}")
        yield TextLabel(id="ask-where", classes="ask")
        yield WrappedText(id="places")
        yield AnswerList(id="choices")
        yield TextLabel(id="ask-note", classes="ask")
        yield _NoteInput(max_length=_MAX_NOTE_LENGTH, select_on_focus=False, id="note")
        yield WrappedText(id="advice")
        yield WrappedText(id="reminders")

    def show_form(self, form: AfterForm, present: Line, notes: tuple[str, ...]) -> None:
        """Show the answers; `notes` are what the coach notes on the session."""
        for line in Line:
            self.query_one(f"#ask-{line}", TextLabel).show(_ask(form, line, present), grows=True)
        for line in (Line.EFFORT, Line.PAIN):
            self.query_one(f"#score-{line}", ScoreRow).show_score(form.score(line))
        self._show_place(form, present)
        self._show_text("advice", "\n".join(_advice(form)))
        self._show_text("reminders", "\n".join(notes))
        self._present = present
        self.call_after_refresh(self._reveal)

    def on_resize(self) -> None:
        self.call_after_refresh(self._reveal)

    def _show_place(self, form: AfterForm, present: Line) -> None:
        has_place = Line.WHERE in form.lines
        self.query_one("#ask-where").display = has_place
        self._show_text("places", _places(form) if has_place else "")
        is_asked = has_place and present is Line.WHERE
        self.query_one("#choices", AnswerList).show_answers(
            form.place_question if is_asked else None
        )
        self.set_class(is_asked, "-asks-place")

    def _show_text(self, name: str, text: str) -> None:
        widget = self.query_one(f"#{name}", WrappedText)
        widget.display = bool(text)
        widget.show(text)

    def _reveal(self) -> None:
        """Scroll to the present line, and to all of what belongs to it."""
        present = self._present
        last = {Line.WHERE: "choices", Line.NOTE: "reminders"}.get(present, f"scale-{present}")
        names = (f"ask-{present}", "note" if present is Line.NOTE else "", "advice", last)
        for name in names if present is Line.NOTE else (last, f"ask-{present}"):
            widget = self.query_one(f"#{name}") if name else None
            if widget and widget.display:
                widget.scroll_visible(animate=False)

    def line_of(self, widget: Widget | None) -> Line | None:
        """Return the line that a widget belongs to."""
        name = (widget.id or "") if widget else ""
        return next((line for line in Line if name.endswith(line)), None)


def _scale(text: str) -> str:
    """Return a scale that is wrapped between its scores only: `WrappedText` splits at spaces."""
    parts = text.replace(" ", _GAP).split(f"{_GAP}·{_GAP}")
    return "\t" + f"{_GAP}· ".join(parts)


def _ask(form: AfterForm, line: Line, present: Line) -> Content:
    question, hint = _QUESTIONS.get(line, _WHERE), _HINTS.get(line, "")
    if line is Line.WHERE:
        asked = form.place_question
        question = asked.text if asked else _WHERE
        hint = _place_hint(form) if line is present else ""
    if line is not present:
        return Content.styled(f"  {question}", "bold")
    return Content.assemble(("▶ ", "$accent"), (question, "bold"), (f"  {hint}", "$accent"))


def _place_hint(form: AfterForm) -> str:
    asked = form.place_question
    if asked is None:
        return _AGAIN
    return "enter skips" if ENTER in asked.keys and not form.where else ""


def _places(form: AfterForm) -> str:
    """Return the sore places so far, with their scores."""
    record = form.flow.record
    return f"  \t{pain_line(record)}" if After.read(record.after).sore else ""


def _advice(form: AfterForm) -> Iterator[str]:
    """Yield what follows from the pain, once it is known where, and from a red flag."""
    flow = form.flow
    pain = flow.record.pain
    if pain is not None and flow.is_place_known:
        yield from (
            f"· \t{line}" for line in site_advice(pain, After.read(flow.record.after).sore or ())
        )
        if pain >= MIN_AMBER_PAIN:
            yield "When to get it checked: footcoach flags"
    if flag := reported_flag(form.record, form.setting.flags):
        yield flag.advice
