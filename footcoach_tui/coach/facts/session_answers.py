"""Answers around a session: before it, during it, after it, and on the morning after."""

from collections.abc import Iterator, Mapping
from datetime import date

from footcoach_tui.coach.answers.check_in import (
    After,
    CheckIn,
    MorningAnswer,
    Sore,
    read_morning,
)
from footcoach_tui.coach.answers.documents import day_of, mapping, rows, text
from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.facts.lighter_rules import lighter_rules
from footcoach_tui.session.record import SessionRecord


class SessionAnswers:
    """Answers of a person around a session, and the decision before it."""

    def __init__(self, record: SessionRecord) -> None:
        self.record = record

    @lazy
    def check_in(self) -> CheckIn | None:
        """Check-in before it; None if there was none."""
        return None if self.record.checkin is None else CheckIn.read(self.record.checkin)

    @lazy
    def check_in_sore(self) -> tuple[Sore, ...] | None:
        """Sore sites before it; None if not answered."""
        if self.record.checkin is None:
            return None
        sore = self.record.checkin.get("sore")
        if not isinstance(sore, list):
            return None
        return After.read({"sore": sore}).sore if sore else ()

    @lazy
    def after(self) -> After:
        return After.read(self.record.after)

    @lazy
    def pain(self) -> int | None:
        """Highest score after it; None if not known."""
        known = [] if self.record.pain is None else [self.record.pain]
        if self.record.after:
            known += [each.score for each in self.after.sore or ()]
            if self.after.sore is not None:
                known.append(0)
        return max(known, default=None)

    @property
    def hurt(self) -> int:
        """Highest score of the key "this hurts"; 0 without one."""
        if not self.record.after:
            return 0
        return max((each.score for each in self.after.hurt), default=0)

    @lazy
    def top_score(self) -> int:
        """Highest score of pain after it and of what hurt during it."""
        if not self.record.after:
            return self.record.pain or 0
        return max(self.pain or 0, self.hurt)

    @property
    def has_sites(self) -> bool:
        """Whether it is known where it hurt afterwards, or that nothing did."""
        return self.pain == 0 or bool(self.record.after and self.after.sore)

    # The morning after (1.10).

    @property
    def morning(self) -> MorningAnswer:
        return read_morning(self.record.morning)

    @property
    def morning_asked(self) -> date | None:
        """Day on which the morning was answered."""
        return day_of(mapping(self.record.morning).get("asked"))

    # The decision before it.

    @property
    def decision(self) -> str:
        return text(mapping(self.record.checkin).get("decision"))

    @property
    def rule(self) -> str:
        return text(mapping(self.record.checkin).get("rule"))

    @property
    def changes(self) -> Iterator[Mapping[str, object]]:
        """Changes of its steps, as they were recorded."""
        return rows(mapping(self.record.checkin).get("changes"))

    @lazy
    def lighter_rules(self) -> frozenset[str]:
        """Rules that made it lighter, with `little` where little was left of it."""
        return lighter_rules(self.rule, self.changes)
