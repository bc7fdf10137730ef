"""Answers of a check-in before a session, at its end, and the morning after."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.documents import mapping, rows, text, texts, whole, word
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side

MAX_SCORE = 10


class Sore(NamedTuple):
    """Sore site with its side and score, 1 to 10."""

    site: Site
    side: Side
    score: int


class StepPain(NamedTuple):
    """Score that a step, counted from 1, was given with the key "this hurts".

    If it `is_sharp` the score was not given: it is kept for the rules that count scores.
    """

    step: int
    score: int
    is_sharp: bool = False

    def document(self) -> dict[str, object]:
        written: dict[str, object] = {"step": self.step, "score": self.score}
        return written | {"sharp": True} if self.is_sharp else written


class Energy(StrEnum):
    """Answer of the key that starts: the whole session, a short one, or ill."""

    FULL = "full"
    SHORT = "short"
    ILL = "ill"


class RunKind(StrEnum):
    """Run of a day."""

    NONE = "none"
    EASY = "easy"
    LONG = "long"
    HARD = "hard"
    RACE = "race"


class BreakReason(StrEnum):
    """Why there was no training for a while."""

    LIFE = "life"
    ILL = "ill"
    HURT = "hurt"


class MorningAnswer(StrEnum):
    """Feet on the morning after a session."""

    NOT_WORSE = "not-worse"
    WORSE = "worse"
    UNKNOWN = "unknown"


class CheckIn(NamedTuple):
    """Answers before a session. None is not answered, or not asked.

    An empty `sore` is "nothing sore", an empty `flags` that the list was shown and none was true.
    `confirmed` are conditions of gates, by id, that were answered with yes. `is_anyway`: the person
    goes on against the advice. `other_training` went on in a break. `ran_longer`: a run was more
    than a tenth longer than any of the 30 days before it. `wants_lighter` asks for a lighter week.
    `is_morning_worse`: the morning after the last session was answered worse just now; it is kept
    with that session.
    """

    sore: tuple[Sore, ...] | None = None
    flags: tuple[str, ...] | None = None
    energy: Energy = Energy.FULL
    context: str = ""
    break_reason: BreakReason | None = None
    other_training: bool = False
    run_today: RunKind | None = None
    run_tomorrow: RunKind | None = None
    is_six_hours_later: bool = False
    confirmed: frozenset[str] = frozenset()
    is_anyway: bool = False
    ran_longer: bool = False
    wants_lighter: bool = False
    is_morning_worse: bool = False

    @property
    def score(self) -> int | None:
        """Return the highest score; None if not answered."""
        return None if self.sore is None else max((each.score for each in self.sore), default=0)

    def score_of(self, site: Site) -> int | None:
        """Return the score of a site; None if not answered."""
        if self.sore is None:
            return None
        return max((each.score for each in self.sore if each.site is site), default=0)

    @classmethod
    def read(cls, document: object) -> Self:
        """Return the check-in in the `checkin` of a session, or in an entry of its own."""
        if not isinstance(document, Mapping):
            return cls()
        runs, pause = mapping(document.get("runs")), mapping(document.get("break"))
        return cls(
            sore=_read_sore(document.get("sore")),
            flags=texts(document.get("flags")),
            energy=word(Energy, document.get("energy")) or Energy.FULL,
            context=text(document.get("context")),
            break_reason=word(BreakReason, pause.get("why")),
            other_training=pause.get("other") is True,
            run_today=word(RunKind, runs.get("today")),
            run_tomorrow=word(RunKind, runs.get("tomorrow")),
            is_six_hours_later=runs.get("six-hours") is True,
            confirmed=frozenset(texts(document.get("answers")) or ()),
            is_anyway=document.get("anyway") is True,
            ran_longer=document.get("longer-run") is True,
            wants_lighter=document.get("lighter") is True,
        )

    def document(self) -> dict[str, object]:
        """Return the check-in as JSON values, without what was not answered."""
        document: dict[str, object] = {"energy": str(self.energy)}
        if self.sore is not None:
            document["sore"] = _write_sore(self.sore)
        if self.flags is not None:
            document["flags"] = list(self.flags)
        if self.context:
            document["context"] = self.context
        if self.break_reason is not None:
            document["break"] = {"why": str(self.break_reason), "other": self.other_training}
        runs: dict[str, object] = {}
        if self.run_today is not None:
            runs["today"] = str(self.run_today)
        if self.run_tomorrow is not None:
            runs["tomorrow"] = str(self.run_tomorrow)
        if self.is_six_hours_later:
            runs["six-hours"] = True
        if runs:
            document["runs"] = runs
        if self.confirmed:
            document["answers"] = sorted(self.confirmed)
        flags = {
            "anyway": self.is_anyway,
            "longer-run": self.ran_longer,
            "lighter": self.wants_lighter,
        }
        return document | {name: True for name, is_true in flags.items() if is_true}


class After(NamedTuple):
    """Answers at the end of a session; `hurt` are those during it.

    `is_list_shown`: the red flags were asked, so that none of `flags` means none is true.
    """

    sore: tuple[Sore, ...] | None = None
    hurt: tuple[StepPain, ...] = ()
    flags: tuple[str, ...] = ()
    is_list_shown: bool = False

    @classmethod
    def read(cls, document: object) -> Self:
        """Return the answers in the `after` of a session."""
        if not isinstance(document, Mapping):
            return cls()
        hurt = [
            StepPain(step, score, row.get("sharp") is True)
            for row in rows(document.get("hurt"))
            if (step := whole(row.get("step"), 1, 1000)) is not None
            and (score := whole(row.get("score"), 0, MAX_SCORE)) is not None
        ]
        return cls(
            sore=_read_sore(document.get("sore")),
            hurt=tuple(hurt),
            flags=texts(document.get("flags")) or (),
            is_list_shown=isinstance(document.get("flags"), list),
        )

    def document(self) -> dict[str, object]:
        document: dict[str, object] = {}
        if self.sore is not None:
            document["sore"] = _write_sore(self.sore)
        if self.hurt:
            document["hurt"] = [each.document() for each in self.hurt]
        if self.flags or self.is_list_shown:
            document["flags"] = list(self.flags)
        return document


def read_morning(document: object) -> MorningAnswer:
    """Return the answer in the `morning` of a session."""
    if not isinstance(document, Mapping):
        return MorningAnswer.UNKNOWN
    return word(MorningAnswer, document.get("answer")) or MorningAnswer.UNKNOWN


def _write_sore(sore: Sequence[Sore]) -> list[dict[str, object]]:
    return [{"site": str(s.site), "side": str(s.side), "score": s.score} for s in sore]


def _read_sore(value: object) -> tuple[Sore, ...] | None:
    """Return the sore sites; None if there is no list, as if it was not answered."""
    return tuple(_sore_rows(value)) if isinstance(value, list) else None


def _sore_rows(value: list[object]) -> Iterator[Sore]:
    for row in rows(value):
        site, score = word(Site, row.get("site")), whole(row.get("score"), 1, MAX_SCORE)
        if site and score:
            yield Sore(site, word(Side, row.get("side")) or Side.BOTH, score)
