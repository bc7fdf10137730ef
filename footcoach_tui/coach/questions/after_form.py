"""Form of the questions after a session: every answer can be changed until it is closed.

The questions, their order and their rules are those of `AfterFlow`: the form replays them with the
answers as they are now.
"""

from enum import StrEnum
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.questions.after_flow import AfterFlow, AfterSetting
from footcoach_tui.coach.questions.check_in_questions import (
    ENTER,
    SCORE_KEYS,
    FlowQuestion,
    QuestionKind,
    asked_flags,
    flag_question,
)
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.session.record import SessionRecord

_KEY_OF_SCORE = {score: key for key, score in SCORE_KEYS.items()}
_SCORES = ("effort", "pain")
"""Questions of a line each; the others are about the place."""


class Line(StrEnum):
    """Line of the form."""

    EFFORT = "effort"
    PAIN = "pain"
    WHERE = "where"
    NOTE = "note"


class AfterForm(NamedTuple):
    """Answers as keys; `flow` are the questions with them.

    `where` are the keys of the places, `flag_keys` those of the list of red flags each time it was
    asked, "" where it was skipped.
    """

    setting: AfterSetting
    effort: str = ENTER
    pain: str = ENTER
    where: tuple[str, ...] = ()
    note: str = ""
    flag_keys: tuple[str, ...] = ()

    @property
    def flow(self) -> AfterFlow:
        """Flow at the first question that is open."""
        flow, flags = AfterFlow.begin(self.setting), iter(self.flag_keys)
        answers = iter((self.effort, self.pain, *self.where))
        while flow.question:
            before = flow
            key = next(flags if _asks_flags(flow) else answers, None)
            if key is not None:
                flow = flow.answer(key) if key or not _asks_flags(flow) else flow.skip_flags()
            if flow is before:
                break
        return flow

    @property
    def record(self) -> SessionRecord:
        """Session with the answers. A red flag stays, though the pain may be lowered after it."""
        flow = self.flow
        record = flow.record._replace(note=self.note)
        after = After.read(record.after)
        missing = [flag for flag in self._reported_flags if flag not in after.flags]
        if missing:
            after = after._replace(flags=(*after.flags, *missing), is_list_shown=True)
            record = record._replace(after=after.document())
        return record

    @property
    def _reported_flags(self) -> tuple[str, ...]:
        """Ids of the red flags that were chosen in the list."""
        question = flag_question(self.setting.flags)
        chosen = [text for key, text in question.answers if key in self.flag_keys]
        return tuple(flag.id for flag in asked_flags(self.setting.flags) if flag.question in chosen)

    @property
    def asks_flags(self) -> bool:
        """Whether the list of red flags is the next question."""
        return _asks_flags(self.flow)

    @property
    def place_question(self) -> FlowQuestion | None:
        """Next question about the place; None if there is none."""
        question = self.flow.question
        is_place = question and question.id not in _SCORES and not self.asks_flags
        return question if is_place else None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines that can be answered; the place only where something hurts."""
        has_place = bool(self.setting.sites) and bool(self.score(Line.PAIN))
        return tuple(line for line in Line if line is not Line.WHERE or has_place)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered."""
        return self.effort == self.pain == ENTER and not self.note

    def score(self, line: Line) -> int | None:
        """Return the score of effort or pain; None if it was not given."""
        return SCORE_KEYS.get(self.effort if line is Line.EFFORT else self.pain)

    def with_score(self, line: Line, score: int) -> Self:
        """Return the form with another score of effort or pain, at most 10."""
        key = _KEY_OF_SCORE[min(max(score, 0), max(_KEY_OF_SCORE))]
        return self._replace(effort=key) if line is Line.EFFORT else self._replace(pain=key)

    def with_place(self, key: str) -> Self:
        """Return the form after a key about the place; a new place where all were answered.

        Unchanged if the key is no answer.
        """
        used = self._used_keys if self.place_question else ()
        question = self._replace(where=used).place_question
        if question is None or key not in question.keys:
            return self
        return self._replace(where=(*used, key))

    def without_last_place(self) -> Self:
        """Return the form without its last key about the place."""
        return self._replace(where=self._used_keys[:-1])

    def with_flag(self, flag: RedFlag | None) -> Self:
        """Return the form after the list of red flags; without one none of them is true."""
        question = self.flow.question
        answers = question.answers if question and self.asks_flags else ()
        key = next((key for key, text in answers if flag and text == flag.question), "n")
        return self._replace(flag_keys=(*self.flag_keys, key))

    def without_flags(self) -> Self:
        """Return the form after the list of red flags was not answered."""
        return self._replace(flag_keys=(*self.flag_keys, ""))

    @property
    def _used_keys(self) -> tuple[str, ...]:
        """Keys about the place that were answers, so without those that no longer fit."""
        used: tuple[str, ...] = ()
        for key in self.where:
            question = self._replace(where=used).place_question
            if question is None or key not in question.keys:
                break
            used = (*used, key)
        return used


def _asks_flags(flow: AfterFlow) -> bool:
    return flow.question is not None and flow.question.kind is QuestionKind.FLAGS
