"""Request for a routine that is built: minutes, occasion, equipment, positions and sore sites."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.boundary.problems import with_suggestion
from footcoach_tui.boundary.text import quote
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.equipment import Equipment, Kit
from footcoach_tui.session.exercise import Position

MAX_MINUTES = 45
OCCASIONS = ("daily", "before-run", "after-run", "desk")
ALWAYS_THERE = frozenset({Equipment.CHAIR, Equipment.WALL})
"""Equipment that is taken to be there."""

_ALL = "all"
_SEVERAL = {"achilles": (Site.ACHILLES_CORD, Site.ACHILLES_BONE)}
"""Words for more than one site."""

_Member = TypeVar("_Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """Wishes for a built routine. No positions are all of them; the same seed gives the same."""

    minutes: int = 10
    occasion: str = OCCASIONS[0]
    equipment: frozenset[Equipment] = ALWAYS_THERE
    positions: frozenset[Position] = frozenset()
    sore: tuple[Site, ...] = ()
    seed: int = 1

    @classmethod
    def of(cls, texts: Mapping[str, str], kit: Kit = None) -> "BuildRequest":
        """Return the request in texts such as “10” and “mat, ball”; empty ones are the default.

        The keys are minutes, for, kit, positions, sore and seed. Without a text for it, `kit` is
        what there is. Raises AuthoringError.
        """
        usual = cls()
        given = {key: text.strip().lower() for key, text in texts.items() if text.strip()}
        occasion = given.get("for", usual.occasion).replace(" a ", "-").replace(" ", "-")
        things = _members(given.get("kit", ""), Equipment, "equipment")
        return cls(
            minutes=_number(given.get("minutes", "10"), "minutes", MAX_MINUTES),
            occasion=_choice(occasion, OCCASIONS, "occasion"),
            equipment=ALWAYS_THERE.union(things if "kit" in given else kit or ()),
            positions=frozenset(_members(given.get("positions", ""), Position, "position")),
            sore=tuple(_sites(given.get("sore", ""))),
            seed=_number(given.get("seed", "1"), "seed", 10**9),
        )


def _number(text: str, what: str, most: int) -> int:
    if (
        text.isascii()
        and text.isdecimal()
        and len(text) <= len(str(most))
        and 0 < int(text) <= most
    ):
        return int(text)
    raise AuthoringError(f"{what}: {quote(text)} is no number from 1 to {most:,}")


def _choice(word: str, known: Iterable[str], what: str) -> str:
    known = tuple(known)
    if word not in known:
        message = f"{what}: {quote(word)} is none of {', '.join(known)}"
        raise AuthoringError(with_suggestion(message, word, known))
    return word


def _words(text: str) -> list[str]:
    words = [word.strip().replace(" ", "-") for word in text.split(",")]
    return [word for word in words if word not in ("", "none", "nothing")]


def _members(text: str, kind: type[_Member], what: str) -> tuple[_Member, ...]:
    words = _words(text)
    if words == [_ALL]:
        return (*kind,)
    return tuple(kind(_choice(word, [*kind], what)) for word in words)


def _sites(text: str) -> tuple[Site, ...]:
    known = (*Site, *_SEVERAL)
    words = [_choice(word, known, "sore") for word in _words(text)]
    found = (site for word in words for site in _SEVERAL.get(word) or (Site(word),))
    return tuple(dict.fromkeys(found))
