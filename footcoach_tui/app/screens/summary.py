"""After a session: its record, and questions. The record is saved before the screen opens."""

from itertools import starmap, zip_longest
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.coach.pain import pain_advice
from footcoach_tui.session.dose import Work
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.results import results_line

_MAX_NOTE_LENGTH = 1000
_TEN_KEY = "x"
_EFFORT = "0 nothing · 1 very light · 3 moderate · 5 hard · 7 very hard · 10 hardest imaginable"
_PAIN = "0 none · 1-2 mild · 3-5 noticeable · 6 or more: too much"


class SummaryScreen(Screen[None]):
    """Questions about effort, pain and a note, one after the other; each may be skipped."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "skip", "Skip", key_display="enter"),
        Binding("escape,q", "done", "Done", key_display="esc"),
    ]

    def __init__(
        self,
        record: SessionRecord,
        save_queue: SaveQueue,
        message: str = "",
        works: tuple[Work, ...] = (),
    ) -> None:
        """Ask about `record`; `message` is what saving it reported.

        `works` is the work of each step, in order.
        """
        super().__init__()
        self.record = record
        self._save_queue = save_queue
        self._message = message
        self._works = works
        self._question = "effort"

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="summary", can_focus=False):
            yield TextLabel(_headline(self.record, self._message), id="headline")
            lines = starmap(_exercise, zip_longest(self.record.exercises, self._works))
            yield TextLabel(Content("\n").join(lines), id="done")
            yield TextLabel(id="question")
            yield Input(placeholder="a note, if you like", max_length=_MAX_NOTE_LENGTH, id="note")
            yield TextLabel(id="answers")
        yield KeyHints()

    def on_mount(self) -> None:
        self._ask()

    def on_key(self, event: events.Key) -> None:
        if self._question not in ("effort", "pain"):
            return
        if event.key.isdigit() or event.key == _TEN_KEY:
            event.stop()
            score = 10 if event.key == _TEN_KEY else int(event.key)
            change = {self._question: score}
            self._save(self.record._replace(**change))  # type: ignore[arg-type] # both are int
            self._next_question()

    def action_skip(self) -> None:
        self._next_question()

    def action_done(self) -> None:
        """Close the screen; a second key press finds it closed already."""
        if self.is_current:
            self.dismiss()

    @on(Input.Submitted, "#note")
    def _on_note(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._save(self.record._replace(note=event.value.strip()))
        self.action_done()

    def _next_question(self) -> None:
        following = {"effort": "pain", "pain": "note"}
        if self._question not in following:
            self.action_done()
            return
        self._question = following[self._question]
        self._ask()

    def _save(self, record: SessionRecord) -> None:
        self.record = record
        message = self._save_queue.save(record)
        if message:
            self.notify(message, severity="warning", markup=False)

    def _ask(self) -> None:
        questions = {
            "effort": Content.assemble(
                ("How hard was it? ", "bold"), ("0-9, x = 10, enter skips\n", "$accent"), _EFFORT
            ),
            "pain": Content.assemble(
                ("Any pain? ", "bold"), ("0-9, x = 10, enter skips\n", "$accent"), _PAIN
            ),
            "note": Content.assemble(("A note? ", "bold"), ("enter ends\n", "$accent")),
        }
        self.query_one("#question", TextLabel).show(questions[self._question], grows=True)
        self.query_one("#answers", TextLabel).show(_answers(self.record), grows=True)
        note = self.query_one("#note", Input)
        note.display = self._question == "note"
        if note.display:
            note.focus()


def _headline(record: SessionRecord, message: str) -> Content:
    word = "Partly done" if record.is_partial else "Done"
    saved = message or "Saved."
    return Content.assemble(
        (f"{word}: ", "bold $accent"),
        (record.title, "bold"),
        f" · {format_minutes(record.seconds)} minutes\n",
        (saved, "$secondary"),
    )


def _exercise(exercise: ExerciseRecord, work: Work | None) -> Content:
    full = sum(done.outcome is SetOutcome.DONE for done in exercise.sets)
    if full == len(exercise.sets):
        glyph, style = "✓", "$success"
    elif exercise.seconds > 0 or any(done.reps for done in exercise.sets):
        glyph, style = "◐", "$warning"
    else:
        glyph, style = "–", "$secondary"
    sets = f"{full} of {len(exercise.sets)} sets" if len(exercise.sets) > 1 else ""
    parts = " · ".join(
        part for part in (sets, f"{format_minutes(exercise.seconds)} of work") if part
    )
    parts = (results_line(exercise, work) if work else "") or parts
    return Content.assemble((f"{glyph} ", style), exercise.name, (f"   {parts}", "$secondary"))


def _answers(record: SessionRecord) -> Content:
    lines: list[str] = []
    if record.effort is not None:
        lines.append(f"Effort {record.effort} of 10")
    if record.pain is not None:
        lines.append(f"Pain {record.pain} of 10")
        lines.extend(f"· {line}" for line in pain_advice(record.pain))
    return Content("\n".join(lines))
