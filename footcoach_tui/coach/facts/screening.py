"""Screening: what the answers of the profile exclude, and the sentences they add."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES, Profile
from footcoach_tui.coach.rules.questions import Effect, Hint, ProfileQuestion
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Exercise, Position, Tag
from footcoach_tui.session.routine import Step


class Screening(NamedTuple):
    """Effects of a profile, each with the id of its question; none without a profile.

    `unasked` are the questions, by id, whose answers are not known.
    """

    effects: tuple[tuple[str, Effect], ...] = ()
    unasked: frozenset[str] = frozenset()

    def excluded(self, exercise: Exercise) -> str:
        """Return the id of the rule that excludes an exercise, "profile:ID", or ""."""
        for question, effect in self.effects:
            if _excludes(effect, exercise):
                return f"profile:{question}"
        return ""

    def hints(self, exercise: Exercise) -> tuple[str, ...]:
        """Return the sentences to show with an exercise, each once."""
        hints = (hint for _, effect in self.effects for hint in effect.hints)
        return tuple(dict.fromkeys(hint.text for hint in hints if _concerns(hint, exercise)))

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences before each session."""
        return tuple(dict.fromkeys(effect.before for _, effect in self.effects if effect.before))

    def notes_for(self, steps: Iterable[Step]) -> tuple[str, ...]:
        """Return the sentences before a session of these steps."""
        exercises = (step.exercise for step in steps)
        hints = (f"{each.name}: {hint}" for each in exercises for hint in self.hints(each))
        return tuple(dict.fromkeys((*self.notes, *hints)))

    @property
    def after_notes(self) -> tuple[str, ...]:
        """Sentences after each session."""
        return tuple(dict.fromkeys(effect.after for _, effect in self.effects if effect.after))

    @property
    def suggests(self) -> tuple[str, ...]:
        """Routines to suggest, by id."""
        return tuple(effect.suggests for _, effect in self.effects if effect.suggests)

    @property
    def no_session(self) -> bool:
        """Whether no session may be done until a clearance."""
        return any(effect.no_session for _, effect in self.effects)

    @property
    def stage_one(self) -> bool:
        """Whether a plan stays at its first stage."""
        return any(effect.stage_one for _, effect in self.effects)

    @property
    def is_novice(self) -> bool:
        """Whether the person is new to running (N1)."""
        return any(effect.is_novice for _, effect in self.effects)

    @property
    def is_unready(self) -> bool:
        """Whether running is too new for hops."""
        return any(effect.is_unready for _, effect in self.effects)

    @property
    def older_return(self) -> bool:
        """Whether a return after a break is one row lower."""
        return any(effect.older_return for _, effect in self.effects)

    @property
    def in_shoes(self) -> bool:
        """Whether exercises that are usually barefoot are done in shoes."""
        return any(effect.in_shoes for _, effect in self.effects)


class Screenings:
    """Screenings by the days on which their profiles were given, the oldest first."""

    def __init__(self, profiles: Iterable[Profile], rules: Rules, today: date) -> None:
        self._by_day = [(each.day, screen(each, rules)) for each in profiles]
        self._today = today

    def on(self, day: date) -> Screening:
        """Return what the profile changes that holds on a day."""
        is_today = day == self._today  # tomorrow's answer was given east of here
        known = (each for given, each in reversed(self._by_day) if is_today or given <= day)
        return next(known, Screening())


def screen(profile: Profile | None, rules: Rules) -> Screening:
    """Return what a profile changes: nothing without a profile."""
    known = _answers(profile, rules) if profile else {}
    return Screening(
        effects=tuple(
            (question.id, effect)
            for question in rules.questions
            for effect in question.effects
            if all(known.get(key) == answer for key, answer in effect.when.items())
        ),
        unasked=frozenset(q.id for q in rules.questions if q.id not in known and not q.asked_if),
    )


def _answers(profile: Profile, rules: Rules) -> dict[str, str]:
    """Return the answers that count, by question; those of questions not asked are left out."""
    known: dict[str, str] = {}
    for question in rules.questions:
        answer = _answer(question, profile.answers, known)
        if answer:
            known[question.id] = answer
    return known


def _answer(question: ProfileQuestion, answers: Mapping[str, str], known: Mapping[str, str]) -> str:
    """Return the answer that counts: for unknown the careful one; "" if it is not asked.

    A question that follows from another counts as unknown until it is answered.
    """
    if any(known.get(key) != answer for key, answer in question.asked_if.items()):
        return ""
    answer = answers.get(question.id, UNKNOWN if question.asked_if else "")
    if answer != UNKNOWN or question.choices:
        return answer
    return YES if question.required else NO


def _concerns(hint: Hint, exercise: Exercise) -> bool:
    return (
        (hint.tag is not None and hint.tag in exercise.tags)
        or (hint.level is not None and exercise.level >= hint.level)
        or hint.exercise == exercise.id
    )


def _excludes(effect: Effect, exercise: Exercise) -> bool:
    return any(_reasons(effect, exercise, frozenset(exercise.tags)))


def _reasons(effect: Effect, exercise: Exercise, tags: frozenset[Tag]) -> Iterator[bool]:
    yield bool(effect.drop & tags)
    yield any(together <= tags for together in effect.drop_together)
    yield exercise.id in effect.drop_exercises
    yield bool(effect.only) and exercise.id not in effect.only
    yield effect.most_level is not None and exercise.level > effect.most_level
    yield effect.is_seated and exercise.position is not Position.SEATED
