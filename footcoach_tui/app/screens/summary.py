"""After a session: what was done, and how it was. The record is saved before the screen opens."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.worker import get_current_worker

from footcoach_tui.app.cards.done import Aftermath, aftermath_text, done_text
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.rating import RatingScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import ResponsiveLabel
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.rating_pane import RatingPane
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.practice.days import Totals
from footcoach_tui.coach.practice.news import news
from footcoach_tui.coach.questions.after_notes import after_notes
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.today.card import today_card
from footcoach_tui.session.dose import CountUp, Measurement, Work
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import short_day

_SAVED = "Saved: nothing is lost if you close the window."


class SummaryScreen(RatingScreen):
    """Summary of a session, beside the questions how it was."""

    CSS_PATH = "../styles/summary.tcss"

    def __init__(
        self,
        record: SessionRecord,
        app_context: AppContext,
        message: str = "",
        works: tuple[Work, ...] = (),
        *,
        asks_flags: bool = False,
    ) -> None:
        """Show and ask about `record`; `message` is what saving it reported.

        `works` is the work of each step, in order. `asks_flags`: the red flags are asked first.
        """
        super().__init__(record, app_context, asks_flags=asks_flags)
        self._message = message or _SAVED
        self._works = works

    def compose(self) -> ComposeResult:
        yield PriorityLabel(id="title")
        with Container(id="summary"):
            with VerticalScroll(id="did", can_focus=False) as did:
                did.border_title = "What you did"
                yield ResponsiveLabel(id="done")
                yield WrappedText(id="aftermath")
                yield WrappedText(self._message, id="saved")
            rating = RatingPane(id="how", can_focus=False)
            rating.border_title = "How was it?"
            yield rating
        yield KeyHints()

    def on_mount(self) -> None:
        record, today = self.record, self.app_context.today()
        word = "stopped early" if record.is_partial else "done"
        day = f"{short_day(record.started.date(), today)} {record.started:%H:%M}"
        self.query_one("#title", PriorityLabel).set_texts(record.title, word, day)
        self.query_one("#done", ResponsiveLabel).set_builder(
            lambda columns: done_text(record, self._works, columns)
        )
        self._load()

    @work(thread=True)
    def _load(self) -> None:
        """Load the places to ask about, what is to be noted, and what follows from the session."""
        if self.app_context.rules is None:
            return
        rules, log = self.app_context.rules(), self.app_context.read_log()
        notes = after_notes(self.record, log, rules)
        aftermath = self._aftermath(log, rules)
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._loaded, rules, notes, aftermath)

    def _aftermath(self, log: TrainingLog, rules: Rules) -> Aftermath:
        context, history = self.app_context, self.app_context.history
        words = {
            done.exercise: work.word
            for done, work in zip(self.record.exercises, self._works, strict=False)
            if not isinstance(work, CountUp | Measurement)
        }
        return Aftermath(
            news(self.record, log.sessions, history.exercise_totals(), words),
            today_card(log, rules, context.today(), context.settings.week_goal),
            Totals.from_days(history.days()),
        )

    def _loaded(self, rules: Rules, notes: tuple[str, ...], aftermath: Aftermath) -> None:
        if not self.is_attached:
            return
        self.notes = notes
        self.form = self.form._replace(setting=self.form.setting._replace(sites=rules.sites))
        self.query_one("#aftermath", WrappedText).show(aftermath_text(aftermath))
        self.ask_place()
        self.show_form()
