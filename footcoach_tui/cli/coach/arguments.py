"""Arguments of the commands of the coach: days, weekdays, runs and sore sites."""

import argparse
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from footcoach_tui.boundary.text import quote
from footcoach_tui.coach.answers.check_in import RunKind, Sore
from footcoach_tui.coach.answers.documents import word
from footcoach_tui.coach.answers.plan_choice import WEEKDAYS
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side

_Word = TypeVar("_Word", bound=StrEnum)
_MAX_SCORE = 10


def day(text: str) -> date:
    """Parse a day written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _error(f"{quote(text)} is not a day: write 2026-03-01") from None


def weekdays(text: str) -> frozenset[int]:
    """Parse weekdays such as mon,wed,fri; numbers from 0 for Monday."""
    return frozenset(_weekday(name) for name in text.split(","))


def runs(text: str) -> dict[int, RunKind]:
    """Parse the runs of a week, such as tue=hard,sun=long; `none`: on no day."""
    if text.casefold() == RunKind.NONE:
        return dict.fromkeys(range(len(WEEKDAYS)), RunKind.NONE)
    parts = [each.partition("=") for each in text.split(",")]
    return {_weekday(name): _run(kind) for name, _, kind in parts}


def sore(text: str) -> Sore:
    """Parse a sore site, such as left:achilles-cord:3."""
    parts = text.split(":")
    if len(parts) != len(Sore._fields):
        raise _error(f"{quote(text)} is not a sore site: write left:heel:3")
    side, site, score = parts
    if not (score.isdecimal() and score.isascii() and 1 <= int(score[:3]) <= _MAX_SCORE):
        raise _error(f"{quote(score)} is not a score: write 1 to {_MAX_SCORE}")
    return Sore(_one_of(Site, site, "site"), _one_of(Side, side, "side"), int(score))


def _weekday(name: str) -> int:
    short = name.strip().casefold()[:3]
    if short not in WEEKDAYS:
        raise _error(f"{quote(name)} is not a weekday: write {_list(WEEKDAYS)}")
    return WEEKDAYS.index(short)


def _run(name: str) -> RunKind:
    kind = _one_of(RunKind, name.strip(), "run")
    if kind is RunKind.RACE:
        raise _error("a race has a day: footcoach plan race 2027-04-11")
    return kind


def _one_of(kind: type[_Word], name: str, what: str) -> _Word:
    found = word(kind, name.casefold())
    if found is None:
        raise _error(f"{quote(name)} is not a {what}: write {_list(kind)}")
    return found


def _list(words: Iterable[str]) -> str:
    *most, last = map(str, words)
    return f"{', '.join(most)} or {last}"


def _error(sentence: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(sentence)
