"""Builders of training logs for the coach: sessions, check-ins, and the rules to read them by.

Days are counted from a Monday: `day(0)` is Monday, 2 March 2026, `day(7)` a week later. A session
is clean unless something else is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.answers.clearance import Clearance
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.dose import Hold, Sides
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side

MONDAY = date(2026, 3, 2)
RULES = load_rules(FOLDER, None, CATALOGUE)
L1, L2, L3, L4 = (f"foot-core-8wk-l{number}" for number in range(1, 5))
DAILY, GENTLE, THREE = "daily-foot-core-7min", "gentle-4min", "rw-essential-three"
COURSE, KEEP, HABIT = "foot-core-8wk", "foot-core-keep", "essential-minimum"
NOTHING_SORE = CheckIn(sore=())


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def days(*numbers: int) -> list[date]:
    return [day(number) for number in numbers]


def sore(site: str, score: int, side: str = "left") -> Sore:
    return Sore(Site(site), Side(side), score)


def session(
    when: int | date,
    routine: str = L1,
    *,
    check_in: Mapping[str, object] | CheckIn | None = NOTHING_SORE,
    decision: str = "go",
    rule: str = "",
    changes: Sequence[Mapping[str, object]] = (),
    effort: int | str | None = "low",
    pain: int | None = 0,
    after_sore: Sequence[Sore] | None = None,
    hurt: Mapping[int, int] | None = None,
    flags: Sequence[str] = (),
    morning: str = "",
    skipped: int = 0,
    hour: int = 8,
    **fields: Any,
) -> SessionRecord:
    """Return a session as its routine is written, of which the last `skipped` sets were skipped.

    `effort` is "low" for the low figure of the routine. `flags` are reported after it.
    """
    moment = datetime.combine(day(when) if isinstance(when, int) else when, time(hour), UTC)
    plan = CATALOGUE.routines[routine]
    exercises = fields.pop("exercises", None) or skip_last(done_steps(plan), skipped)
    document: dict[str, object] | None = None
    if check_in is not None:
        document = check_in.document() if isinstance(check_in, CheckIn) else dict(check_in)
        document |= {"decision": decision, "rule": rule or decision, "changes": list(changes)}
    after: dict[str, object] = {}
    if after_sore is not None:
        after["sore"] = [{"site": s.site, "side": s.side, "score": s.score} for s in after_sore]
    if hurt:
        after["hurt"] = [{"step": number, "score": score} for number, score in hurt.items()]
    if flags:
        after["flags"] = list(flags)
    record = SessionRecord(
        id=f"{moment:%Y%m%d%H}-{routine}",
        routine=routine,
        title=plan.title,
        started=moment,
        zone="",
        seconds=600.0,
        exercises=exercises,
        effort=plan.effort[0] if effort == "low" else effort,  # type: ignore[arg-type] # or a number
        pain=pain,
        checkin=document,
        after=after or None,
        morning={"answer": morning} if morning else None,
    )
    return record._replace(**fields)


def done_steps(routine: Routine) -> tuple[ExerciseRecord, ...]:
    return tuple(done_step(step) for step in routine.steps)


def done_step(step: Step) -> ExerciseRecord:
    """Return the record of a step that was done as planned."""
    sides = (Side.BOTH,) if step.dose.sides is Sides.BOTH else (Side.LEFT, Side.RIGHT)
    rounds = len(step.dose.work.rounds)
    seconds = sum(phase.seconds for round_ in step.dose.work.rounds for phase in round_)
    reps = step.dose.work.reps if isinstance(step.dose.work, Hold) else rounds
    sets = [
        SetRecord(number, side, reps, reps, seconds, seconds, SetOutcome.DONE)
        for number in range(1, step.dose.sets + 1)
        for side in sides
    ]
    return ExerciseRecord(step.exercise.id, step.exercise.name, tuple(sets))


def dose(
    exercise: str,
    sets: int,
    amount: int,
    *,
    seconds: float | None = None,
    outcome: SetOutcome = SetOutcome.DONE,
) -> ExerciseRecord:
    """Return a step with sets of so many reps on each side, or one hold of so many seconds."""
    reps, length = (1, seconds) if seconds is not None else (amount, 3.0 * amount)
    sets_done = [
        SetRecord(number, side, reps, reps, length, length, outcome)
        for number in range(1, sets + 1)
        for side in (Side.LEFT, Side.RIGHT)
    ]
    return ExerciseRecord(exercise, CATALOGUE.exercises[exercise].name, tuple(sets_done))


def skip_last(steps: Sequence[ExerciseRecord], count: int) -> tuple[ExerciseRecord, ...]:
    """Return the steps with the last `count` sets skipped."""
    left = sum(len(step.sets) for step in steps) - count
    changed = []
    for step in steps:
        sets = tuple(
            each if number < left else each._replace(outcome=SetOutcome.SKIPPED, reps=0, seconds=0)
            for number, each in enumerate(step.sets)
        )
        left -= len(step.sets)
        changed.append(step._replace(sets=sets))
    return tuple(changed)


def loose(
    when: int,
    *sores: Sore,
    decision: str = "rest",
    rule: str = "",
    **answers: Any,
) -> LooseCheckIn:
    """Return a check-in without a session; answered unless `sore` is given as None."""
    check_in = CheckIn(**({"sore": sores} | answers))
    return LooseCheckIn(day(when), check_in, decision, rule or decision)


def choice(plan: str = COURSE, begun: int = 0, stage: int = 1, **fields: Any) -> PlanChoice:
    """Return the choice of a plan on its first day, on Monday, Wednesday and Friday."""
    usual: dict[str, Any] = {"weekdays": frozenset({0, 2, 4})}
    return PlanChoice(day(begun), plan, day(begun), stage, **(usual | fields))


def profile(when: int = 0, **answers: str) -> Profile:
    return Profile(day(when), {name.replace("_", "-"): value for name, value in answers.items()})


def seen(when: int, *flags: str) -> Clearance:
    return Clearance(day(when), flags)


def tested(when: int, test: str, left: float, right: float) -> list[SelfTestResult]:
    return [
        SelfTestResult(test, day(when), side, value)
        for side, value in ((Side.LEFT, left), (Side.RIGHT, right))
    ]


_Entry = SessionRecord | LooseCheckIn | PlanChoice | Profile | Clearance | SelfTestResult


def log(*entries: _Entry | Iterable[_Entry]) -> TrainingLog:
    """Return the log of the entries; lists of entries are taken apart."""
    flat = [
        each
        for entry in entries
        for each in (entry if isinstance(entry, list) else (entry,))
        if isinstance(each, _Entry)
    ]

    def of(kind: type) -> Any:
        return tuple(each for each in flat if isinstance(each, kind))

    return TrainingLog(
        sessions=tuple(sorted(of(SessionRecord), key=lambda record: record.started)),
        check_ins=tuple(sorted(of(LooseCheckIn), key=lambda each: each.day)),
        profiles=of(Profile),
        choices=of(PlanChoice),
        clearances=of(Clearance),
        tests=of(SelfTestResult),
    )
