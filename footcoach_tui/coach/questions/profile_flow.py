"""Profile, asked one question after the other, for the app and for plain mode."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES, Profile
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.questions.check_in_script import is_mobility
from footcoach_tui.coach.rules.questions import ProfileQuestion
from footcoach_tui.session.routine import Routine

ENTER = "enter"
_ASKED_AGAIN_AFTER = timedelta(days=84)
"""Age of a profile at which it is asked again (0.3)."""

_YES_NO = (("y", YES, "yes"), ("n", NO, "no"), ("u", UNKNOWN, "don’t know"))


class ProfileFlow(NamedTuple):
    """Profile at one of its questions; every answer gives another flow.

    `earlier` are the answers of the profile before, by question; `given` those of this one.
    """

    questions: tuple[ProfileQuestion, ...]
    earlier: Mapping[str, str]
    given: tuple[tuple[str, str], ...] = ()

    @classmethod
    def begin(
        cls,
        questions: tuple[ProfileQuestion, ...],
        earlier: Profile | None = None,
        *,
        only_required: bool = False,
    ) -> Self:
        """Return the flow at its first question.

        With `only_required` the others are left out, but not those that follow from an answer.
        """
        required = {question.id for question in questions if question.required}
        asked = tuple(
            question
            for question in questions
            if not only_required
            or question.required
            or (question.asked_if and required.issuperset(question.asked_if))
        )
        return cls(asked, earlier.answers if earlier else {})

    @property
    def question(self) -> ProfileQuestion | None:
        """Return the present question; None once all are answered."""
        answers = dict(self.given)
        return next((q for q in self.questions if q.id not in answers and self._is_open(q)), None)

    @property
    def total(self) -> int:
        """Return the number of questions, as far as the answers so far tell."""
        answers = dict(self.given)
        return sum(q.id in answers or self._is_open(q) for q in self.questions)

    @property
    def is_over(self) -> bool:
        return self.question is None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the present question, each with what it answers."""
        question = self.question
        if question is None:
            return ()
        keys = tuple((key, label) for key, _, label in _answers(question))
        words = {value: label for _, value, label in _answers(question)}
        earlier = self.earlier.get(question.id, "")
        if earlier in words:
            return (*keys, (ENTER, f"as before: {words[earlier]}"))
        return keys if question.required else (*keys, (ENTER, "skip"))

    def answer(self, key: str) -> Self:
        """Return the flow after a key; this one if it is no answer here."""
        question = self.question
        if question is None:
            return self
        values = {each: value for each, value, _ in _answers(question)}
        value = self._skipped(question) if key == ENTER else values.get(key, "")
        return self._replace(given=(*self.given, (question.id, value))) if value else self

    def back(self) -> Self:
        """Return to the question before; this one at the first."""
        return self._replace(given=self.given[:-1]) if self.given else self

    def profile(self, day: date) -> Profile:
        """Return the profile; what was not asked this time keeps its answer."""
        given = dict(self.given)
        asked = {question.id for question in self.questions}
        kept = {name: value for name, value in self.earlier.items() if name not in asked}
        return Profile(day, kept | given)

    def _is_open(self, question: ProfileQuestion) -> bool:
        answers = dict(self.given)
        return all(answers.get(name) == value for name, value in question.asked_if.items())

    def _skipped(self, question: ProfileQuestion) -> str:
        """Return the value that enter answers with, "" where it answers nothing."""
        earlier = self.earlier.get(question.id, "")
        if earlier in {value for _, value, _ in _answers(question)}:
            return earlier
        return "" if question.required else UNKNOWN


def is_profile_due(facts: Facts, progress: Progress | None = None) -> bool:
    """Whether a plan goes on only after the profile was asked: also after a long break (0.3)."""
    profile = facts.profile
    if facts.choice is None:
        return False
    if profile is None or facts.today - profile.day >= _ASKED_AGAIN_AFTER:
        return True
    if any(_is_missing(question, profile) for question in facts.rules.questions):
        return True
    row = progress.break_row if progress else None
    return bool(progress and row and row.profile and profile.day <= progress.last_session)


def needs_profile(routine: Routine, facts: Facts) -> bool:
    """Whether a session with load waits for the questions about the person."""
    if routine.id == facts.rules.gentle or is_mobility(routine, facts.rules):
        return False
    return is_profile_due(facts, Progress.of(facts))


def _is_missing(question: ProfileQuestion, profile: Profile) -> bool:
    answers = profile.answers
    is_open = all(answers.get(name) == value for name, value in question.asked_if.items())
    return question.required and is_open and question.id not in answers


def _answers(question: ProfileQuestion) -> tuple[tuple[str, str, str], ...]:
    """Return the key, the value and the label of each answer."""
    if not question.choices:
        return _YES_NO
    return tuple((str(n), value, label) for n, (value, label) in enumerate(question.choices, 1))
