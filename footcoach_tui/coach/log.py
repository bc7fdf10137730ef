"""Training log: the history as the coach reads it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.clearance import Clearance
from footcoach_tui.coach.answers.documents import day_of, text
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.session.record import SessionRecord


class LooseCheckIn(NamedTuple):
    """Check-in of a day that led to no session; ids are in the order of time, as of sessions."""

    day: date
    check_in: CheckIn
    decision: str = ""
    rule: str = ""
    id: str = ""


class TrainingLog(NamedTuple):
    """Everything the coach decides from, the oldest first. Days are local.

    `profiles`, `choices`, `clearances` and `tests` come in the order in which they were written.
    """

    sessions: tuple[SessionRecord, ...] = ()
    check_ins: tuple[LooseCheckIn, ...] = ()
    profiles: tuple[Profile, ...] = ()
    choices: tuple[PlanChoice, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    tests: tuple[SelfTestResult, ...] = ()

    @property
    def profile(self) -> Profile | None:
        """Return the newest profile."""
        return self.profiles[-1] if self.profiles else None

    @property
    def choice(self) -> PlanChoice | None:
        """Return the newest choice of a plan; None if there is no plan."""
        return self.choices[-1] if self.choices and self.choices[-1].plan else None

    @classmethod
    def read(
        cls,
        sessions: Iterable[SessionRecord],
        *,
        check_ins: Iterable[Mapping[str, object]] = (),
        profiles: Iterable[Mapping[str, object]] = (),
        choices: Iterable[Mapping[str, object]] = (),
        clearances: Iterable[Mapping[str, object]] = (),
        tests: Iterable[Mapping[str, object]] = (),
    ) -> Self:
        """Return the log of sessions and of the documents of entries, the oldest first."""
        return cls(
            sessions=tuple(sessions),
            check_ins=tuple(filter(None, map(_loose_check_in, check_ins))),
            profiles=tuple(filter(None, map(Profile.read, profiles))),
            choices=tuple(filter(None, map(PlanChoice.read, choices))),
            clearances=tuple(filter(None, map(Clearance.read, clearances))),
            tests=tuple(filter(None, map(SelfTestResult.read, tests))),
        )


def _loose_check_in(document: Mapping[str, object]) -> LooseCheckIn | None:
    day = day_of(document.get("day"))
    if day is None:
        return None
    decision, rule = text(document.get("decision")), text(document.get("rule"))
    return LooseCheckIn(day, CheckIn.read(document), decision, rule, text(document.get("id")))
