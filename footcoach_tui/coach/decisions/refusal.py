"""Refusal of a routine today, with what is offered in its place."""

from typing import NamedTuple

from footcoach_tui.coach.answers.decision import Question


class Refusal(NamedTuple):
    """Rule that refuses a routine, with its sentence; `offers` are others, by id, in order.

    `questions` are those whose answers may change it. With `may_override` the person may go on
    anyway.
    """

    rule: str
    sentence: str
    offers: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    may_override: bool = True
