"""Simulated people and the coach: what it promises, on every day of 26 weeks.

python -m bench.coach                       1,000 people
python -m bench.coach --people 50 --seed 7  fewer, others

Each promise is checked here from the log and the exercises, and not by what the coach derives.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from time import perf_counter

from bench.people import Habits, Person
from footcoach_tui import wiring
from footcoach_tui.coach.answers.check_in import After, CheckIn, MorningAnswer
from footcoach_tui.coach.answers.clearance import Clearance
from footcoach_tui.coach.answers.decision import Action, Decision, Verdict
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.plans.due import due
from footcoach_tui.coach.plans.ladders import rungs
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Exercise, Tag
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine

WEEKS = 26
FIRST_DAY = date(2026, 1, 5)
_AMBER, _RED = 3, 6
_LOADED = frozenset(
    {Tag.IMPACT, Tag.TENDON, Tag.ONE_LEG, Tag.BELOW, Tag.FOREFOOT, Tag.TOE_BEND, Tag.FASCIA}
)
_SOONEST_WEEKS, _LATEST_WEEKS = 8, 14
_LAST_STAGE = 4


class PromiseError(Exception):
    """Error: what the coach must never do."""


def people(count: int, seed: int) -> Iterator[Person]:
    """Yield people of every kind; each has a generator of its own, from the seed."""
    for number in range(count):
        random = Random(seed * 1_000_003 + number)  # noqa: S311 - chance, and not a secret
        if number % 10 == 0:
            yield Person(random, Habits())
            continue
        yield Person(
            random,
            Habits(
                keeps=random.choice((0.4, 0.7, 0.9, 1.0)),
                skips=random.choice((0.0, 0.1, 0.5)),
                aches=random.choice((0.01, 0.03, 0.1)),
                flags=random.choice((0.0, 0.1, 0.5)),
                stops=random.choice((0.0, 0.05, 0.3)),
                moves=random.choice((True, False, False)),
                breaks=random.choice((0.0, 0.02, 0.1)),
            ),
        )


class Life:
    """Life of a person with the coach, day by day; the log grows with it."""

    def __init__(self, person: Person, rules: Rules) -> None:
        self.person, self.rules = person, rules
        self.log = TrainingLog()
        self.days_of_stages: dict[int, date] = {}
        self.seconds: list[float] = []
        self.verdicts: Counter[str] = Counter()

    def run(self, weeks: int = WEEKS) -> None:
        """Live so many weeks. Raises PromiseError."""
        for number in range(7 * weeks):
            day = FIRST_DAY + timedelta(days=number)
            self.person.live(day)
            if number == 0:
                self._begin(day)
            if day >= self.person.away_until:
                self._day(day)

    def _begin(self, day: date) -> None:
        person, rules = self.person, self.rules
        if not person.habits.aches:
            choice = PlanChoice(day, "foot-core-8wk", day, 1, frozenset({0, 2, 4}))
            profiles = (person.healthy_profile(rules, day),)
        else:
            choice = person.choice(rules, day)
            profiles = (person.profile(rules, day),)
        self.log = self.log._replace(profiles=profiles, choices=(choice,))

    def _day(self, day: date) -> None:
        person, rules = self.person, self.rules
        start = perf_counter()
        today = due(self.log, rules, day)
        self.seconds.append(perf_counter() - start)
        progress = Progress.of(Facts.of(self.log, rules, day))
        if progress:
            self.days_of_stages.setdefault(progress.stage, day)
        if self.log != other_device(self.log) and due(other_device(self.log), rules, day) != today:
            raise PromiseError("another device gives another answer")
        is_asked = str(today.answer) == "yes" or person.chance(person.habits.aches * 3)
        if not is_asked or not person.chance(person.habits.keeps):
            return
        routine = rules.routines.get(today.routine) if today.routine else None
        if routine is None or person.chance(person.habits.aches * 3):
            routine = person.random.choice([*rules.routines.values()])
        self._session(routine, day)

    def _session(self, routine: Routine, day: date) -> None:
        person, rules = self.person, self.rules
        check_in = person.check_in(rules)
        decision = decide(routine, check_in, self.log, rules, day)
        if decision.questions:
            check_in = person.answer(check_in, decision)
            decision = decide(routine, check_in, self.log, rules, day)
        if decision.may_override and person.chance(0.3):
            check_in = check_in._replace(is_anyway=True)
            decision = decide(routine, check_in, self.log, rules, day)
        self.verdicts[str(decision.verdict)] += 1
        check_promises(check_in, decision, self.log, rules, day)
        if decision.routine is None or decision.verdict in (Verdict.REST, Verdict.STOP):
            loose = LooseCheckIn(day, check_in, str(decision.verdict), decision.rule)
            self.log = self.log._replace(check_ins=(*self.log.check_ins, loose))
            if decision.verdict is Verdict.STOP and person.chance(0.3):
                seen = Clearance(day, tuple(sorted(rules.flags)))
                self.log = self.log._replace(clearances=(*self.log.clearances, seen))
            return
        before = {each.ladder.id: each.rung for each in rungs(self.log, rules, day)}
        record = person.play(day, check_in, decision)
        self.log = self.log._replace(sessions=(*self.log.sessions, record))
        tomorrow = day + timedelta(days=1)
        if (answer := person.morning()) is not MorningAnswer.UNKNOWN:
            morning = {"answer": str(answer), "asked": tomorrow.isoformat()}
            self._change(record._replace(morning=morning))
        after = {each.ladder.id: each.rung for each in rungs(self.log, rules, tomorrow)}
        check_rungs(before, after, rules)
        if person.chance(person.habits.aches):
            self._edit_or_undo(record)

    def _change(self, record: SessionRecord) -> None:
        self.log = self.log._replace(sessions=(*self.log.sessions[:-1], record))

    def _edit_or_undo(self, record: SessionRecord) -> None:
        if self.person.chance(0.5):
            self.log = self.log._replace(sessions=self.log.sessions[:-1])
        else:
            self._change(record._replace(pain=self.person.random.randrange(11), effort=None))


def other_device(log: TrainingLog) -> TrainingLog:
    """Return the log as another device reads it: the names of devices differ."""
    return log._replace(sessions=tuple(each._replace(device="other") for each in log.sessions))


def check_promises(
    check_in: CheckIn,
    decision: Decision,
    log: TrainingLog,
    rules: Rules,
    day: date,
) -> None:
    """Raises PromiseError."""
    if not decision.rule or not all(change.rules for change in decision.changes):
        raise PromiseError("a decision or a change without a rule")
    if decision.verdict is Verdict.STOP and decision.routine is not None:
        raise PromiseError("something to play after stop")
    for change in decision.changes:
        if change.action is Action.SWAP and set(change.rules) != {"gate:ready"}:
            raise PromiseError(f"a swap for {change.rules}")
    if decision.routine is None:
        return
    is_rehab = "rehab" in decision.routine.context
    exercises = [step.exercise for step in decision.routine.steps]
    for exercise in exercises:
        if is_loaded(exercise) and red_lately(log, check_in, day):
            raise PromiseError(f"{exercise.id} on {day}, within three days of a red score")
        if not is_rehab and (tag := sore_tag(exercise, check_in, rules)):
            raise PromiseError(f"{exercise.id} has {tag}, which is left out when sore")
        if tag := excluded_tag(exercise, log, rules):
            raise PromiseError(f"{exercise.id} has {tag}, which the profile excludes")


def is_loaded(exercise: Exercise) -> bool:
    return bool(_LOADED & set(exercise.tags)) or exercise.id == "short-foot-standing"


def red_lately(log: TrainingLog, check_in: CheckIn, day: date) -> bool:
    """Whether a score of 6 or more was given today or on the two days before."""
    scores = [check_in.score or 0]
    near = {(day - timedelta(days=back)).isoformat() for back in range(3)}
    for record in log.sessions:
        if record.date in near:
            after, before = After.read(record.after), CheckIn.read(record.checkin)
            scores += [each.score for each in after.sore or ()]
            scores += [each.score for each in after.hurt]
            scores += [before.score or 0, record.pain or 0]
    scores += [each.check_in.score or 0 for each in log.check_ins if each.day.isoformat() in near]
    return max(scores) >= _RED


def sore_tag(exercise: Exercise, check_in: CheckIn, rules: Rules) -> str:
    """Return a tag of the exercise that a sore site drops, by the site table alone."""
    for sore in check_in.sore or ():
        rule = rules.sites[sore.site]
        actions = rule.amber if sore.score >= _AMBER else rule.mild
        if tags := (actions.drop | actions.down_off) & set(exercise.tags):
            return str(min(tags))
    return ""


def excluded_tag(exercise: Exercise, log: TrainingLog, rules: Rules) -> str:
    """Return a tag of the exercise that an answer of the profile drops."""
    profile = log.profile
    answers = dict(profile.answers) if profile else {}
    required = {question.id for question in rules.questions if question.required}
    for name, answer in answers.items():
        if answer == "unknown" and name in required:
            answers[name] = "yes"
    for question in rules.questions:
        for effect in question.effects:
            if all(answers.get(name, "no") == answer for name, answer in effect.when.items()):
                if tags := effect.drop & set(exercise.tags):
                    return str(min(tags))
                if exercise.id in effect.drop_exercises:
                    return exercise.id
    return ""


def check_rungs(before: dict[str, int], after: dict[str, int], rules: Rules) -> None:
    """Raises PromiseError if a session led more up than it may."""
    up = {name for name, rung in after.items() if rung > before.get(name, 0) > 0}
    for name in up:
        rungs_up = [r for r in rules.ladders[name].rungs if before[name] < r.number <= after[name]]
        if len(rungs_up) > 1:
            raise PromiseError(f"{len(rungs_up)} rungs up in {name}")
    if sum(rules.ladders[name].is_loaded for name in up) > 1:
        raise PromiseError(f"more than one loaded ladder up: {sorted(up)}")


def check_healthy(life: Life) -> None:
    """A healthy person who does what is asked is in the last stage within 8 to 14 weeks."""
    reached = life.days_of_stages.get(_LAST_STAGE)
    weeks = (reached - FIRST_DAY).days / 7 if reached else None
    if weeks is None or weeks > _LATEST_WEEKS:
        raise PromiseError(f"a healthy person reaches the last stage after {weeks} weeks")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=WEEKS)
    options = parser.parse_args()
    rules = wiring.open_rules()
    broken: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    sessions = 0
    for number, person in enumerate(people(options.people, options.seed)):
        life = Life(person, rules)
        try:
            life.run(options.weeks)
            if not person.habits.aches:
                check_healthy(life)
        except PromiseError as error:
            broken[str(error)] += 1
            print(f"person {number}: {error}")
        verdicts += life.verdicts
        sessions += len(life.log.sessions)
    print(f"{options.people} people, {sessions} sessions, {sum(broken.values())} broken promises")
    print(", ".join(f"{name} {count}" for name, count in verdicts.most_common()))
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
