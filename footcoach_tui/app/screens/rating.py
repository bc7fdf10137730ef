"""Base screen of the questions after a session: keys and clicks, and the saving of each answer."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.flag_dialog import FlagListDialog, FlagScreen
from footcoach_tui.app.widgets.answer_list import AnswerList
from footcoach_tui.app.widgets.rating_pane import RatingPane
from footcoach_tui.app.widgets.score_row import ScoreRow
from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.decisions.pain import stop_sentence
from footcoach_tui.coach.questions.after_flow import AfterSetting, ending_flag
from footcoach_tui.coach.questions.after_form import AfterForm, Line
from footcoach_tui.coach.questions.check_in_questions import ENTER, SCORE_KEYS
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.session.record import SessionRecord

_TURNS = {"left": -1, "right": 1}


class RatingScreen(CommandScreen):
    """Screen with a `RatingPane`; each answer is saved at once, and can be changed."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Save", key_display="enter"),
        Binding("up,shift+tab", "move(-1)", "Line", key_display="↑↓"),
        Binding("down,tab", "move(1)", "Down", show=False),
        Binding("left", "turn('left')", "Change", key_display="←→"),
        Binding("right", "turn('right')", "More", show=False),
        Binding("escape,q", "done", "Close", key_display="esc"),
    ]

    def __init__(
        self, record: SessionRecord, app_context: AppContext, *, asks_flags: bool = False
    ) -> None:
        """Ask about `record`; with `asks_flags` the red flags are asked first."""
        super().__init__()
        self.record = record
        self.app_context = app_context
        self.form = AfterForm(
            AfterSetting(record, {}, app_context.catalogue.flags, asks_flags), note=record.note
        )
        self.notes: tuple[str, ...] = ()
        """What the coach notes on the session."""
        self._line = Line.EFFORT

    def on_mount(self) -> None:
        self.query_one("#note", Input).value = self.record.note
        self.show_form()
        self._ask_flags()

    def show_form(self) -> None:
        """Show the answers; where the place is asked only now, that comes before the note."""
        self.query_one(RatingPane).show_form(self.form, self._line, self.notes)
        note = self.query_one("#note", Input)
        self.set_focus(note if self._line is Line.NOTE else None)

    def ask_place(self) -> None:
        """Go to the place, as it can be asked now, unless a note was begun."""
        is_at_note = self._line is Line.NOTE and not self.form.note
        if is_at_note and self.form.place_question:
            self._line = Line.WHERE

    def on_key(self, event: events.Key) -> None:
        """Answer the present line with a key that is an answer to it."""
        if self._line in (Line.EFFORT, Line.PAIN) and event.key in SCORE_KEYS:
            event.stop()
            self._score(self._line, SCORE_KEYS[event.key])
        elif self._line is Line.WHERE:
            form = self.form
            is_back = event.key == "backspace"
            changed = form.without_last_place() if is_back else form.with_place(event.key)
            if changed is not form and (event.key != ENTER or form.place_question):
                event.stop()
                self._change(changed)

    @on(ScoreRow.Chosen)
    def _on_score(self, event: ScoreRow.Chosen) -> None:
        line = self.query_one(RatingPane).line_of(event.row)
        if line:
            self._score(line, event.score)

    @on(AnswerList.Chosen)
    def _on_place(self, event: AnswerList.Chosen) -> None:
        self._change(self.form.with_place(event.key))

    @on(Input.Changed, "#note")
    def _on_note_changed(self, event: Input.Changed) -> None:
        self.form = self.form._replace(note=event.value.strip())

    @on(Input.Submitted, "#note")
    def _on_note(self) -> None:
        self.action_next()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id == "note" and self._line is not Line.NOTE:
            self._line = Line.NOTE
            self.show_form()

    def action_move(self, rows: int) -> None:
        lines = self.form.lines
        place = lines.index(self._line) if self._line in lines else 0
        self._line = lines[min(max(place + rows, 0), len(lines) - 1)]
        self._save()
        self.show_form()

    def action_turn(self, arrow: str) -> None:
        """Change the score of the present line by one; on the place, take a key back."""
        if self._line is Line.WHERE and arrow == "left":
            self._change(self.form.without_last_place())
        elif self._line in (Line.EFFORT, Line.PAIN):
            score = self.form.score(self._line)
            turned = 0 if score is None else score + _TURNS[arrow]
            self._change(self.form.with_score(self._line, turned))

    def action_next(self) -> None:
        """Save and close; where nothing was answered, go to the next line first."""
        if self.form.is_blank and self._line is not Line.NOTE:
            self.action_move(1)
            return
        question = self.form.place_question
        if question and ENTER not in question.keys:  # the place is known in part
            self._line = Line.WHERE
            self.show_form()
            return
        self.form = self.form.with_place(ENTER) if question else self.form
        self._save()
        if not self._ask_flags(closes=True):
            self.action_done()

    def action_done(self) -> None:
        """Close the screen; a second key press finds it closed already."""
        if self.is_active:
            self._save()
            self.dismiss()

    def on_unmount(self) -> None:
        if self.app._exit:  # noqa: SLF001 - at its end the app passes the session on by itself
            return
        for sentence in self.app_context.save_queue.on_answered():
            self.app.notify(f"{sentence}.", severity="warning", markup=False, timeout=10)

    def suspend_session(self) -> bool:
        """Save the note that is being typed, as the app ends."""
        self._save()
        return False

    def _score(self, line: Line, score: int) -> None:
        """Give a score, and go to the next line."""
        self._line = line
        form = self.form.with_score(line, score)
        lines = form.lines
        self._line = lines[min(lines.index(line) + 1, len(lines) - 1)]
        self._change(form)

    def _change(self, form: AfterForm) -> None:
        """Save a changed answer; a grave flag is shown alone."""
        had_place = self.form.place_question is not None
        self.form = form
        if self._line is Line.WHERE and had_place and form.place_question is None:
            self._line = Line.NOTE
        if self._line not in form.lines:
            self._line = Line.NOTE
        self._save()
        flag = ending_flag(self.record, self.app_context.catalogue.flags)
        if flag:
            self.app.switch_screen(FlagScreen(flag))
            return
        self.show_form()
        if self._line is Line.NOTE:
            self._ask_flags()

    def _save(self) -> None:
        record = self.form.record
        if record == self.record:
            return
        self.record = record
        message = self.app_context.save_queue.save(record)
        if message:
            self.notify(message, severity="warning", markup=False)

    def _ask_flags(self, *, closes: bool = False) -> bool:
        """Ask the list of red flags if it is the next question; returns whether it is."""
        if not self.form.asks_flags:
            return False
        hurt = After.read(self.record.after).hurt
        lead = stop_sentence(is_sharp=hurt[-1].is_sharp) if hurt else ""
        dialog = FlagListDialog(self.app_context.catalogue.flags, lead)
        self.app.push_screen(dialog, self._on_flags_closing if closes else self._on_flags)
        return True

    def _on_flags(self, flags: tuple[RedFlag, ...] | None) -> None:
        form = self.form
        self._change(
            form.without_flags() if flags is None else form.with_flag(flags[0] if flags else None)
        )

    def _on_flags_closing(self, flags: tuple[RedFlag, ...] | None) -> None:
        """Close after the list; a flag that is true stays to be read."""
        self._on_flags(flags)
        if not flags:
            self.action_done()
