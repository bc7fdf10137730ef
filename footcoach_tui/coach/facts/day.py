"""Facts of a day: its sessions and check-ins, its scores, and what was said on it."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, auto

from footcoach_tui.coach.answers.check_in import CheckIn, Energy, Sore
from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.facts.session import RED, SessionFacts
from footcoach_tui.coach.log import LooseCheckIn
from footcoach_tui.coach.rules.sites import Site


class Said(Enum):
    """Answer of a check-in that counts for the days after it."""

    ILL = auto()
    RAN_LONGER = auto()
    """A run was longer than those before it (N8)."""

    WANTS_LIGHTER = auto()
    """The person asks for a lighter week (G3)."""


def said_at(check_in: CheckIn) -> frozenset[Said]:
    """Return what a check-in says beside the sites."""
    said = {
        Said.ILL: check_in.energy is Energy.ILL,
        Said.RAN_LONGER: check_in.ran_longer,
        Said.WANTS_LIGHTER: check_in.wants_lighter,
    }
    return frozenset(each for each, is_said in said.items() if is_said)


class DayFacts:
    """Sessions and check-ins of a day, the earliest first, with the highest scores of the day."""

    def __init__(
        self,
        day: date,
        sessions: tuple[SessionFacts, ...] = (),
        loose: tuple[LooseCheckIn, ...] = (),
    ) -> None:
        self.day = day
        self.sessions = sessions
        self.loose = loose

    def __repr__(self) -> str:
        return f"DayFacts({self.day})"

    @property
    def check_ins(self) -> Iterator[CheckIn]:
        """Check-ins of the day, answered or not."""
        for each in self.loose:
            yield each.check_in
        for session in self.sessions:
            if session.check_in is not None:
                yield session.check_in

    @lazy
    def has_check_in(self) -> bool:
        return bool(self.loose) or any(s.record.checkin is not None for s in self.sessions)

    @lazy
    def check_in_score(self) -> int | None:
        """Highest score of its check-ins; None if none was answered."""
        highest: int | None = None
        for sore in self._check_in_sore:
            if sore is not None:
                highest = max(highest or 0, *(each.score for each in sore), 0)
        return highest

    @property
    def _check_in_sore(self) -> Iterator[tuple[Sore, ...] | None]:
        for each in self.loose:
            yield each.check_in.sore
        for session in self.sessions:
            yield session.check_in_sore

    @lazy
    def top_score(self) -> int:
        """Highest score of the day: of a check-in, during a session, or after it."""
        highest = self.check_in_score or 0
        for session in self.sessions:
            highest = max(highest, session.top_score)
        return highest

    @lazy
    def scores(self) -> Mapping[Site, int]:
        """Highest score of each sore site."""
        highest: dict[Site, int] = {}
        if not self.top_score:
            return highest
        after = (session.after.sore for session in self.sessions)
        for sore in (*self._check_in_sore, *after):
            for each in sore or ():
                highest[each.site] = max(each.score, highest.get(each.site, 0))
        return highest

    @property
    def is_known(self) -> bool:
        """Whether its scores are known: a check-in was answered, or the sites of a session are."""
        return self.check_in_score is not None or any(s.has_sites for s in self.sessions)

    @property
    def is_red(self) -> bool:
        return self.top_score >= RED

    @lazy
    def said(self) -> frozenset[Said]:
        """Answers of its check-ins beside the sites, but for illness that was lifted since."""
        said: set[Said] = set()
        for check_in in (each.check_in for each in self.loose):
            said |= said_at(check_in)
        for session in self.sessions:
            document = session.record.checkin
            if document:
                if document.get("energy") == Energy.ILL:
                    said.add(Said.ILL)
                if document.get("longer-run") is True:
                    said.add(Said.RAN_LONGER)
                if document.get("lighter") is True:
                    said.add(Said.WANTS_LIGHTER)
        if Said.ILL in said and self._is_illness_lifted:
            said.remove(Said.ILL)
        return frozenset(said)

    @property
    def _is_illness_lifted(self) -> bool:
        """Whether a training session was begun anyway after the last check-in that said ill."""
        ill = {each.id for each in self.loose if each.check_in.energy is Energy.ILL}
        lifted = {""}
        for session in self.sessions:
            if session.check_in is None:
                continue
            if session.check_in.energy is Energy.ILL:
                ill.add(session.record.id)
            elif session.is_training and session.check_in.is_anyway:
                lifted.add(session.record.id)
        return "" not in ill and max(lifted) > max(ill)

    @property
    def is_ill(self) -> bool:
        return Said.ILL in self.said

    @property
    def has_training(self) -> bool:
        return any(session.is_training for session in self.sessions)

    @property
    def has_session(self) -> bool:
        """Whether a session counts."""
        return any(session.is_counted for session in self.sessions)
