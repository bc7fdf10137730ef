"""Check-in before a session, one question after the other, for the app and for plain mode."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import CheckIn, MorningAnswer
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.facts.morning import morning_session
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_questions import ENTER, FlowQuestion, QuestionKind
from footcoach_tui.coach.questions.check_in_script import (
    CheckInScript,
    Decide,
    Setting,
    SkippedError,
)
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine

__all__ = ["ENTER", "SKIP", "CheckInFlow", "FlowQuestion", "QuestionKind", "TypedKey"]

SKIP = "esc"


class TypedKey(NamedTuple):
    """Key that answered a question."""

    question: str
    key: str


class CheckInFlow(NamedTuple):
    """Check-in at one of its questions; every answer gives another flow.

    `question` is None once it is over. `check_in`, `morning` and `decision` follow from the keys
    so far, also before the end; `decision` is None without a function that decides.
    """

    setting: Setting
    typed: tuple[TypedKey, ...]
    question: FlowQuestion | None
    check_in: CheckIn
    morning: MorningAnswer | None
    decision: Decision | None

    @classmethod
    def begin(
        cls,
        routine: Routine,
        log: TrainingLog,
        rules: Rules,
        today: date,
        *,
        context: str = "",
        decide: Decide | None = None,
    ) -> Self:
        """Return the flow at its first question.

        With `decide`, what the decision depends on is asked too, the last question offers what
        it allows, and nothing is left to start after a stop.
        """
        morning = morning_session(log, rules, today)
        return cls._at(Setting(routine, log, rules, today, morning, context, decide), ())

    @classmethod
    def _at(cls, setting: Setting, typed: tuple[TypedKey, ...]) -> Self:
        """Return the flow after some keys, each of which must answer its question."""
        script = CheckInScript(setting)
        asking = script.ask()
        question = next(asking, None)
        for each in typed:
            try:
                is_skip = each.key == SKIP
                question = asking.throw(SkippedError()) if is_skip else asking.send(each.key)
            except StopIteration:
                question = None
        return cls(setting, typed, question, script.check_in, script.morning, script.decide())

    @property
    def is_over(self) -> bool:
        return self.question is None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(each.key for each in self.typed)

    @property
    def morning_session(self) -> SessionRecord | None:
        """Return the session that the morning's answer belongs to."""
        return self.setting.morning

    def answer(self, key: str) -> Self:
        """Return the flow after a key; this one if it is no answer here."""
        if self.question is None or key not in self.question.keys:
            return self
        return self._after(key)

    def skip(self) -> Self:
        """Leave the rest unanswered, up to the key that starts; that one cannot be skipped."""
        if self.question is None or self.question.kind is QuestionKind.START:
            return self
        return self._after(SKIP)

    def back(self) -> Self:
        """Return to the question before; this one at the first."""
        return self._at(self.setting, self.typed[:-1]) if self.typed else self

    def resume(self, typed: Iterable[TypedKey]) -> Self:
        """Return the flow after the keys of an interrupted one, up to one that does not fit."""
        flow = self
        for each in typed:
            if flow.question is None or flow.question.id != each.question:
                break
            after = flow.skip() if each.key == SKIP else flow.answer(each.key)
            if after is flow:
                break
            flow = after
        return flow

    def _after(self, key: str) -> Self:
        question = self.question.id if self.question else ""
        return self._at(self.setting, (*self.typed, TypedKey(question, key)))
