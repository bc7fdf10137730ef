"""Reports on self-tests: latest results, what they say, and when the next test is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.coach.self_tests.comparison import (
    Comparison,
    chance_band,
    latest_comparison,
    results_by_side,
    side_difference,
)
from footcoach_tui.coach.self_tests.days import SelfTestDay, day_of_test
from footcoach_tui.coach.self_tests.wording import (
    comparison_sentence,
    norm_lines,
    result_text,
    side_sentence,
)
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import short_day

_NAMES = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.BOTH: "Both"}


@dataclass(frozen=True, slots=True)
class SideReport:
    """Results of a side, the oldest first, and the latest compared with the first kept one."""

    side: Side
    results: tuple[SelfTestResult, ...]
    comparison: Comparison | None
    sentence: str
    band: tuple[float, float] | None = None
    """Values that differ from the first kept result by no more than chance may; for a chart."""

    @property
    def points(self) -> tuple[tuple[date, float], ...]:
        """Values by day, for a chart."""
        return tuple((each.day, each.value) for each in self.results)

    @property
    def latest(self) -> SelfTestResult:
        return self.results[-1]

    def line(self, today: date) -> str:
        """Return the latest result with its day, and what it says."""
        result, day = result_text(self.latest), short_day(self.latest.day, today)
        return f"{_NAMES[self.side]} {result}, {day}. {self.sentence}".rstrip()


@dataclass(frozen=True, slots=True)
class SelfTestReport:
    """Report on a test. `routine` leads it, by id or "", and `purpose` says what it is for."""

    test: SelfTest
    status: SelfTestDay
    sides: tuple[SideReport, ...]
    side_sentence: str
    norms: tuple[str, ...]
    routine: str
    purpose: str = ""

    @property
    def short(self) -> str:
        """Latest results in a few words: "left 9.5 cm, right 11 cm"."""
        latest = (f"{_NAMES[s.side].lower()} {result_text(s.latest)}" for s in self.sides)
        return ", ".join(latest) or "not done yet"

    @property
    def status_word(self) -> str:
        """Status in a word: "due", "not now", or ""."""
        if self.status.is_due:
            return "due"
        return "" if self.status.may_do else "not now"

    @property
    def conditions(self) -> str:
        """Conditions of the latest results."""
        return self.sides[0].latest.conditions if self.sides else ""

    def lines(self, today: date) -> tuple[str, ...]:
        """Return the report in sentences, without the norms."""
        lines = (
            *(side.line(today) for side in self.sides),
            self.side_sentence,
            self.status.sentence,
            self.status.note,
        )
        return tuple(filter(None, lines))

    def document(self) -> dict[str, object]:
        """Return the report as JSON values."""
        return {
            "test": self.test.id,
            "name": self.test.name,
            "routine": self.routine,
            "due": self.status.is_due,
            "may-do": self.status.may_do,
            "sentence": self.status.sentence,
            "next": self.status.next_day.isoformat() if self.status.next_day else None,
            "sides": [
                {
                    **side.latest.document(),
                    "outcome": str(side.comparison.outcome) if side.comparison else None,
                    "sentence": side.sentence,
                }
                for side in self.sides
            ],
        }


def self_test_reports(log: TrainingLog, rules: Rules, today: date) -> tuple[SelfTestReport, ...]:
    """Return a report on each test, those of the plan first."""
    facts = Facts.of(log, rules, today)
    progress = Progress.of(facts)
    stage = progress.stage if progress else None
    planned = facts.plan.tests if facts.plan else ()
    names = dict.fromkeys((*(name for name in planned if name in rules.tests), *rules.tests))
    return tuple(_report(facts, rules.tests[name], stage) for name in names)


def _report(facts: Facts, test: SelfTest, stage: int | None) -> SelfTestReport:
    sides = results_by_side(facts.log.tests, test.id)
    exercise = facts.rules.exercises.get(test.exercise)
    return SelfTestReport(
        test=test,
        status=day_of_test(facts, test, stage),
        sides=tuple(_side(test, side, results) for side, results in sides.items()),
        side_sentence=side_sentence(test, side_difference(test, sides)),
        norms=norm_lines(test, facts.profile),
        routine=routine_of_test(facts.rules, test),
        purpose=exercise.purpose if exercise else "",
    )


def _side(test: SelfTest, side: Side, results: tuple[SelfTestResult, ...]) -> SideReport:
    comparison = latest_comparison(test, results)
    sentence = comparison_sentence(test, comparison) if comparison else ""
    return SideReport(side, results, comparison, sentence, chance_band(test, results))


def routine_of_test(rules: Rules, test: SelfTest) -> str:
    """Return the id of the routine that leads a test; "" if there is none."""
    return next(
        (
            routine.id
            for routine in rules.routines.values()
            if routine.is_test and any(step.exercise.id == test.exercise for step in routine.steps)
        ),
        "",
    )


def with_conditions(
    results: Mapping[Side, tuple[SelfTestResult, ...]], conditions: str
) -> tuple[SelfTestResult, ...]:
    """Return the latest results of the latest day under other conditions.

    Saved as new entries they take the place of the first ones.
    """
    latest = [side[-1] for side in results.values() if side]
    day = max((each.day for each in latest), default=None)
    return tuple(each._replace(conditions=conditions) for each in latest if each.day == day)
