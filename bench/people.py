"""Simulated people: what they answer and do, by a seeded random generator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from footcoach_tui.coach.answers.check_in import (
    After,
    BreakReason,
    CheckIn,
    Energy,
    MorningAnswer,
    RunKind,
    Sore,
    StepPain,
)
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice, PlanPause
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record import ExerciseRecord, Origin, SessionRecord, SetOutcome
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

_ZONES = (-9, 0, 1, 5, 12)
_ASKED_SCORE = 3
"""Score with which the red flags are asked."""
_HURT_SHARE = 0.03
"""Steps of a person with a sore site that hurt."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Habits:
    """How a person is: shares of days and sessions, from 0 to 1.

    `keeps` are due days with a session, `skips` check-ins that are not answered, `aches` days on
    which a new site begins to hurt, `flags` red-flag lists with a sign, `stops` steps left out.
    """

    keeps: float = 1.0
    skips: float = 0.0
    aches: float = 0.0
    flags: float = 0.0
    stops: float = 0.0
    moves: bool = False
    """Whether the person travels: another zone, or a clock that is wrong, from week to week."""

    breaks: float = 0.0
    """Share of weeks with which a break of one to nine weeks begins."""


@dataclass
class Person:
    """Person with a body that may hurt; every choice comes from the generator."""

    random: Random
    habits: Habits
    sore: dict[Site, int] = field(default_factory=dict)
    away_until: date = date.min
    number: int = 0
    zone: int = 0

    def profile(self, rules: Rules, day: date) -> Profile:
        """Return answers to all questions: a few yes, mostly no."""
        answers: dict[str, str] = {}
        for question in rules.questions:
            if question.choices:
                answers[question.id] = self.random.choice(question.choices)[0]
            elif self.chance(0.08):
                answers[question.id] = self.random.choice(("yes", "unknown"))
            else:
                answers[question.id] = "no"
        return Profile(day, answers)

    def healthy_profile(self, rules: Rules, day: date) -> Profile:
        choices = {q.id: q.choices[-1][0] for q in rules.questions if q.choices}
        return Profile(day, {q.id: "no" for q in rules.questions} | choices)

    def choice(self, rules: Rules, day: date) -> PlanChoice:
        """Return a plan with weekdays, and perhaps runs, a race and a pause."""
        plan = self.random.choice(sorted(rules.plans))
        weekdays = frozenset(self.random.sample(range(7), self.random.choice((2, 3, 4))))
        runs: Mapping[int, RunKind] = {}
        if self.chance(0.4):
            kinds = [*RunKind][:-1]
            runs = {n: self.random.choice(kinds) for n in self.random.sample(range(7), 3)}
        races = {day + timedelta(days=self.random.randrange(20, 150))} if runs else set()
        pauses: tuple[PlanPause, ...] = ()
        if self.chance(0.2):
            first = day + timedelta(days=self.random.randrange(20, 120))
            last = first + timedelta(days=self.random.randrange(2, 20))
            pauses = (PlanPause(first, last, self.random.choice([*PauseReason])),)
        return PlanChoice(day, plan, day, 1, weekdays, runs, frozenset(races), pauses)

    def live(self, day: date) -> None:
        """Pass a day: sites begin to hurt, get worse and heal; a journey or a break begins."""
        random = self.random
        for site, score in list(self.sore.items()):
            self.sore[site] = max(0, min(10, score + random.choice((-2, -1, -1, 0, 0, 1, 2))))
            if not self.sore[site]:
                del self.sore[site]
        if self.chance(self.habits.aches):
            self.sore[random.choice([*Site])] = random.choice((1, 1, 2, 2, 3, 4, 5, 7, 9))
        if day.weekday() == 0 and self.chance(self.habits.breaks):
            self.away_until = day + timedelta(weeks=random.randrange(1, 10))
        if self.habits.moves and day.weekday() == 0:
            self.zone = random.choice(_ZONES)

    def check_in(self, rules: Rules) -> CheckIn:
        random = self.random
        if self.chance(self.habits.skips):
            return CheckIn()
        sides = [*Side]
        sore = tuple(Sore(site, random.choice(sides), n) for site, n in self.sore.items())[:3]
        flags: tuple[str, ...] | None = None
        if any(each.score >= _ASKED_SCORE for each in sore):
            flags = ()
            if self.chance(self.habits.flags):
                asked = sorted(flag.id for flag in rules.flags.values() if not flag.is_derived)
                flags = (random.choice(asked),)
        energy = random.choices([*Energy], (20, 3, 1 if self.habits.aches else 0))[0]
        return CheckIn(sore, flags, energy)

    def answer(self, check_in: CheckIn, decision: Decision) -> CheckIn:
        """Answer the questions that are left."""
        asked = {question.id for question in decision.questions}
        healthy = not self.habits.aches
        ids = frozenset(q for q in sorted(asked) if healthy or self.chance(0.8))
        if "break" in asked:
            reason = self.random.choice([*BreakReason]) if not healthy else BreakReason.LIFE
            check_in = check_in._replace(break_reason=reason)
        if "run-tomorrow" in asked or "tomorrow-easy" in asked:
            check_in = check_in._replace(run_tomorrow=RunKind.NONE)
        if "run-today" in asked:
            check_in = check_in._replace(run_today=RunKind.NONE)
        return check_in._replace(confirmed=ids)

    def new_id(self) -> str:
        self.number += 1
        return "01" + "".join(self.random.choices(_LETTERS, k=24))

    def play(self, day: date, check_in: CheckIn, decision: Decision) -> SessionRecord:
        """Return the record of the session that was decided."""
        random, played = self.random, decision.routine
        assert played
        hurt: list[StepPain] = []
        skipped: set[int] = set()
        is_stopped = False
        for number in range(1, len(played.steps) + 1):
            is_stopped = is_stopped or self.chance(self.habits.stops / 10)
            if self.sore and self.chance(_HURT_SHARE):
                hurt.append(StepPain(number, random.choice((2, 3, 5, 6, 8))))
            if is_stopped or self.chance(self.habits.stops):
                skipped.add(number)
        info = SessionInfo(
            id=self.new_id(),
            started=datetime.combine(day, time(7, 30), timezone(timedelta(hours=self.zone))),
            device=random.choice(("laptop-1", "desk-2")) if self.habits.moves else "laptop-1",
            checkin=check_in.document() | decision.document(),
        )
        record = info.record_of_plan(compile_timeline(played))._replace(origin=Origin.PLAYED)
        exercises = [
            _skipped(done) if number in skipped else done
            for number, done in enumerate(record.exercises, 1)
        ]
        record = record._replace(exercises=tuple(exercises))
        if self.chance(self.habits.skips):
            after = After(None, tuple(hurt)).document() if hurt else None
            return record._replace(after=after)
        sides = [*Side]
        sore = [Sore(site, random.choice(sides), score) for site, score in self.sore.items()]
        low, high = played.effort
        effort = random.randint(low, high + 2) if self.habits.aches else low
        return record._replace(
            effort=min(10, effort),
            pain=max([*(each.score for each in hurt), *self.sore.values()], default=0),
            after=After(tuple(sore), tuple(hurt)).document(),
        )

    def morning(self) -> MorningAnswer:
        if not self.habits.aches:
            return MorningAnswer.NOT_WORSE
        return MorningAnswer(self.random.choices([*MorningAnswer], (8, 1, 3))[0])

    def chance(self, share: float) -> bool:
        return self.random.random() < share


def _skipped(done: ExerciseRecord) -> ExerciseRecord:
    sets = [
        each._replace(outcome=SetOutcome.SKIPPED, reps=0, seconds=0.0, value=None)
        for each in done.sets
    ]
    return done._replace(sets=tuple(sets))
