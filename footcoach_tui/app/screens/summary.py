"""After a session: its record, and questions. The record is saved before the screen opens."""

from itertools import starmap, zip_longest
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input
from textual.worker import get_current_worker

from footcoach_tui.app.cards.answers import answer_lines
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import AppScreen
from footcoach_tui.app.screens.flag_dialog import FlagListDialog, FlagScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.answers.words import pain_line
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN, site_advice, stop_sentence
from footcoach_tui.coach.questions.after_flow import AfterFlow, AfterSetting, ending_flag
from footcoach_tui.coach.questions.after_notes import after_notes
from footcoach_tui.coach.questions.check_in_questions import ENTER, FlowQuestion, QuestionKind
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.dose import Work
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.results import results_line

_MAX_NOTE_LENGTH = 1000
_EFFORT = "0 nothing · 1 very light · 3 moderate · 5 hard · 7 very hard · 10 hardest imaginable"
_PAIN = "0 none · 1-2 mild · 3-5 noticeable · 6 or more: too much"
_SCALES = {"effort": _EFFORT, "pain": _PAIN, "score": _PAIN}


class SummaryScreen(AppScreen[None]):
    """Questions about effort, pain, where, and a note; each but the red flags may be skipped."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "skip", "Skip", key_display="enter"),
        Binding("escape,q", "done", "Done", key_display="esc"),
    ]

    def __init__(
        self,
        record: SessionRecord,
        app_context: AppContext,
        message: str = "",
        works: tuple[Work, ...] = (),
        *,
        asks_flags: bool = False,
    ) -> None:
        """Ask about `record`; `message` is what saving it reported.

        `works` is the work of each step, in order. `asks_flags`: the red flags are asked first.
        """
        super().__init__()
        self.record = record
        self._app_context = app_context
        self._message = message
        self._works = works
        self._notes: tuple[str, ...] = ()
        flags = app_context.catalogue.flags
        self._flow = AfterFlow.begin(AfterSetting(record, {}, flags, asks_flags))

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="summary", can_focus=False):
            yield TextLabel(_headline(self.record, self._message), id="headline")
            lines = starmap(_exercise, zip_longest(self.record.exercises, self._works))
            yield TextLabel(Content("\n").join(lines), id="done")
            yield WrappedText(id="answers")
            yield TextLabel(id="question")
            yield WrappedText(id="choices")
            yield Input(placeholder="a note, if you like", max_length=_MAX_NOTE_LENGTH, id="note")
            yield WrappedText(id="reminders")
        yield KeyHints()

    def on_mount(self) -> None:
        self._ask()
        self._load()

    @work(thread=True)
    def _load(self) -> None:
        """Load the places to ask about, and what is to be noted."""
        context = self._app_context
        if context.rules is None:
            return
        rules, log = context.rules(), context.read_log()
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._loaded, rules, after_notes(self.record, log, rules))

    def _loaded(self, rules: Rules, notes: tuple[str, ...]) -> None:
        self._notes = notes
        if not self.query_one("#note", Input).value:
            self._flow = self._flow.with_sites(rules.sites)
        self._show()

    def on_key(self, event: events.Key) -> None:
        question = self._flow.question
        if question and event.key in question.keys:
            event.stop()
            self._go(self._flow.answer(event.key))

    def on_resize(self) -> None:
        self.call_when_drawn(self._scroll_to_question)

    def action_skip(self) -> None:
        if self._flow.question is None:
            self.action_done()
        else:
            self._go(self._flow.answer(ENTER))

    def action_done(self) -> None:
        self.dismiss()

    @on(Input.Submitted, "#note")
    def _on_note(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._save(self.record._replace(note=event.value.strip()))
        self.action_done()

    def _on_flags(self, flags: tuple[RedFlag, ...] | None) -> None:
        flow, question = self._flow, self._flow.question
        if question is None:
            return
        if flags is None:
            self._go(flow.skip_flags())
            return
        key = next((k for k, text in question.answers if flags and text == flags[0].question), "n")
        self._go(flow.answer(key))

    def _go(self, flow: AfterFlow) -> None:
        """Go to another question, and save what changed; a grave flag is shown alone."""
        if flow is self._flow:
            return
        self._flow = flow
        if flow.record != self.record:
            self._save(flow.record)
        flag = ending_flag(self.record, self._app_context.catalogue.flags)
        if flag:
            self.app.switch_screen(FlagScreen(flag))
        else:
            self._ask()

    def _save(self, record: SessionRecord) -> None:
        self.record = record
        message = self._app_context.save_queue.save(record)
        if message:
            self.notify(message, severity="warning", markup=False)

    def _ask(self) -> None:
        self._show()
        question = self._flow.question
        if question and question.kind is QuestionKind.FLAGS:
            flags = self._app_context.catalogue.flags
            hurt = After.read(self.record.after).hurt
            lead = stop_sentence(is_sharp=hurt[-1].is_sharp) if hurt else ""
            self.app.push_screen(FlagListDialog(flags, lead), self._on_flags)

    def _show(self) -> None:
        """Show the question; one with a list of answers takes the place of what was done."""
        question = self._flow.question
        has_list = question is not None and question.kind is not QuestionKind.SCORE
        lines = answer_lines(question) if question and has_list else []
        self.query_one("#done").display = not has_list
        self.query_one("#question", TextLabel).show(_question(question), grows=True)
        choices = self.query_one("#choices", WrappedText)
        choices.display = has_list
        choices.show(Content("\n").join(lines))
        self.query_one("#answers", WrappedText).show(_answers(self._flow), grows=True)
        reminders = self.query_one("#reminders", WrappedText)
        reminders.display = bool(self._notes)
        reminders.show("\n".join(self._notes))
        note = self.query_one("#note", Input)
        note.display = question is None
        self.set_focus(note if note.display else None)
        self.call_when_drawn(self._scroll_to_question)

    def _scroll_to_question(self) -> None:
        self.query_one("#summary").scroll_end(animate=False)


def _question(question: FlowQuestion | None) -> Content:
    if question is None:
        return Content.assemble(("A note? ", "bold"), ("enter ends\n", "$accent"))
    if question.kind is not QuestionKind.SCORE:
        return Content.styled(question.text, "bold")
    hint = "0-9, x = 10" + (", enter skips" if ENTER in question.keys else "")
    scale = _SCALES.get(question.id, "")
    return Content.assemble((f"{question.text} ", "bold"), (f"{hint}\n", "$accent"), scale)


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


def _answers(flow: AfterFlow) -> Content:
    record, after = flow.record, After.read(flow.record.after)
    lines: list[str] = []
    if record.effort is not None:
        lines.append(f"Effort {record.effort} of 10")
    if record.pain is not None:
        lines.append(pain_line(record))
    if record.pain is not None and flow.is_place_known:
        lines.extend(f"· \t{line}" for line in site_advice(record.pain, after.sore or ()))
        if record.pain >= MIN_AMBER_PAIN:
            lines.append("When to get it checked: footcoach flags")
    if flow.flag:
        lines.append(flow.flag.advice)
    return Content("\n".join(lines))
