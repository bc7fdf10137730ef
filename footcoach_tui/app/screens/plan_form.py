"""Form of a plan: weekdays, usual runs, the sentences on when and where, and races."""

from datetime import date
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.cards.weekdays import RUN_TURNS, run_lines, weekday_lines, weekday_names
from footcoach_tui.app.screens.question import QuestionScreen, typed_text
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.coach.answers.documents import day_of
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.plans.changes import proposed_weekdays
from footcoach_tui.coach.rules.plan import Plan

_MAX_SENTENCE_LENGTH = 200
_ONE_LINE = "One line, or leave it empty."
_DAY_KEYS = "1234567"


class _Part(StrEnum):
    """Parts of the form, in order."""

    RUNS = "On which days do you usually run?"
    DAYS = "On which days do you want to train?"
    SENTENCE = "When and where? People who say it keep it more often."
    MISSED = "And if a day goes wrong?"
    RACES = "Are races coming?"


_PARTS = tuple(_Part)
_LINES = (_Part.SENTENCE, _Part.MISSED, _Part.RACES)
"""Parts with a line to type."""
_NOTES = {
    _Part.RUNS: (
        "Training keeps away from long and hard runs. "
        "Press a key again for another kind of run. No runs is fine too."
    ),
    _Part.SENTENCE: _ONE_LINE,
    _Part.MISSED: _ONE_LINE,
    _Part.RACES: "Their days, or leave it empty. The days before a race are kept light.",
}
_MISSED_EXAMPLE = "Such as: If I miss it, I do the desk break the same day."
_RACES_EXAMPLE = "Such as: 2027-04-11, 2027-05-02"


class _Line(Input):
    """Line of text; keys that were typed before it had the focus find the screen's bindings."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        del key, character
        return False


class PlanForm(QuestionScreen[PlanChoice | None]):
    """Questions before a plan begins, or about one that has begun; returns the choice, or None."""

    def __init__(self, plan: Plan, choice: PlanChoice, today: date) -> None:
        """Begin with what `choice` has; the days of a plan that begins today are proposed."""
        super().__init__()
        self._plan = plan
        self._choice = choice._replace(chosen=today)
        self._today = today
        self._are_days_proposed = choice.begun == today
        self._part = _PARTS[0]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="questions", can_focus=False) as box:
            box.border_title = Content(self._plan.title)
            yield WrappedText(id="question-text")
            yield WrappedText(id="question-keys")
            yield _Line(max_length=_MAX_SENTENCE_LENGTH, id="sentence")
            yield WrappedText(id="question-note")

    def on_mount(self) -> None:
        self._show()
        self.become_ready()

    def on_answer_key(self, key: str) -> bool:
        if key == "escape":
            self.become_busy()
            self.dismiss(None)
        elif key == "enter":
            self._go_on()
        elif self._part in _LINES and key != "up":
            self._type(key)
        elif key in ("backspace", "up"):
            if self._part in _LINES:
                self._read_line()  # what is wrong with it is said when it is come back to
            self._part = _PARTS[max(0, _PARTS.index(self._part) - 1)]
            self._show()
        elif key in _DAY_KEYS:
            self._change(_DAY_KEYS.index(key))
            self._show()
        else:
            return False
        return True

    def _change(self, day: int) -> None:
        """Change a day of the plan, or its usual run."""
        if self._part is _Part.DAYS:
            self._choice = self._choice._replace(weekdays=self._choice.weekdays ^ {day})
            self._are_days_proposed = False
            return
        runs = dict(self._choice.runs)
        run = RUN_TURNS.get(runs.pop(day, None))
        self._choice = self._choice._replace(runs=runs | ({day: run} if run else {}))
        if self._are_days_proposed:
            days = proposed_weekdays(self._plan, self._choice.runs)
            self._choice = self._choice._replace(weekdays=days)

    def _type(self, key: str) -> None:
        """Type into the line: keys that were typed before it had the focus come here."""
        line = self.query_one(Input)
        if key == "backspace":
            line.action_delete_left()
        elif text := typed_text(key):
            line.insert_text_at_cursor(text)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        if self._part is _Part.DAYS and not self._choice.weekdays:
            return
        if self._part in _LINES and (problem := self._read_line()):
            self.query_one("#question-note", WrappedText).show(problem)
        elif self._part is _PARTS[-1]:
            self.become_busy()
            self.dismiss(self._choice)
        else:
            self._part = _PARTS[_PARTS.index(self._part) + 1]
            self._show()

    def _read_line(self) -> str:
        """Put the line into the choice; return what is wrong with it."""
        typed = clean(self.query_one(Input).value, limit=_MAX_SENTENCE_LENGTH).strip()
        match self._part:
            case _Part.SENTENCE:
                self._choice = self._choice._replace(if_then=typed)
            case _Part.MISSED:
                self._choice = self._choice._replace(if_missed=typed)
            case _:
                return self._read_races(typed)
        return ""

    def _read_races(self, typed: str) -> str:
        """Put the races to come into the choice; return what is wrong with them."""
        races = {day for day in self._choice.races if day < self._today}
        for word in typed.replace(",", " ").split():
            race = day_of(word)
            if race is None:
                return f"{quote(word)} is not a day: write it as 2027-04-11."
            if race < self._today:
                return f"{word} is over."
            races.add(race)
        self._choice = self._choice._replace(races=frozenset(races))
        return ""

    @property
    def _line_text(self) -> str:
        to_come = sorted(day for day in self._choice.races if day >= self._today)
        return {
            _Part.SENTENCE: self._choice.if_then,
            _Part.MISSED: self._choice.if_missed,
            _Part.RACES: ", ".join(day.isoformat() for day in to_come),
        }.get(self._part, "")

    def _show(self) -> None:
        days = weekday_names(self._choice.weekdays)
        keys = {
            _Part.DAYS: weekday_lines(self._choice.weekdays),
            _Part.RUNS: run_lines(self._choice.runs),
            _Part.SENTENCE: Content(
                f"Such as: After my morning coffee on {days}, I do my feet in the kitchen."
            ),
            _Part.MISSED: Content(_MISSED_EXAMPLE),
            _Part.RACES: Content(_RACES_EXAMPLE),
        }[self._part]
        note = _NOTES.get(self._part) or _days_note(self._plan, self._choice)
        title = Content.styled(self._part.value, "bold $accent")
        self.query_one("#question-text", WrappedText).show(title)
        self.query_one("#question-keys", WrappedText).show(keys)
        self.query_one("#question-note", WrappedText).show(note)
        line = self.query_one(Input)
        line.display = self._part in _LINES
        line.value = self._line_text
        line.cursor_position = len(line.value)
        self.set_focus(line if line.display else None)
        go_on = "enter save" if self._part is _PARTS[-1] else "enter next"
        hint = (
            f"{go_on} · up back" if line.display else f"1-7 change a day · {go_on} · backspace back"
        )
        self.show_hint(f"{hint} · esc cancel")


def _days_note(plan: Plan, choice: PlanChoice) -> str:
    low, high = plan.days
    days = f"{low} to {high} days" if low != high else f"{low} days"
    count = len(choice.weekdays)
    return f"This plan asks for {days} a week; {count} chosen. Pick those that are easiest to keep."
