"""Routines in groups: the recent ones, favourites, by occasion, programmes, and one's own."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.routine import Routine

RECENT = 3
"""Most routines in the group of recent ones."""

_AROUND_A_RUN = frozenset({"before-run", "after-run"})
_BY_OCCASION = (
    ("Around a run", _AROUND_A_RUN),
    ("With a clinician", frozenset({"rehab"})),
    ("Programmes", frozenset({"programme"})),
)
_ORDER = ("Around a run", "Any day", "Programmes", "With a clinician", "Yours")
_TEST = "test"
HIDDEN = "Hidden"
"""Group of the routines that only the filter shows."""

_SEPARATORS = " ,:;–-"


@dataclass(frozen=True, slots=True)
class Programme:
    """Routines that belong together, mostly one after the other: one row while it is folded."""

    title: str
    routines: tuple[Routine, ...]
    is_ordered: bool = True

    def stage_title(self, routine: Routine) -> str:
        """Return the title of a routine without that of the programme."""
        return routine.title.removeprefix(self.title).lstrip(_SEPARATORS) or routine.title


_Entry = Routine | Programme | FileReport


@dataclass(frozen=True, slots=True)
class RoutineGroup:
    """Heading with its routines, programmes, and files that cannot be used."""

    heading: str
    entries: tuple[_Entry, ...]


def group_routines(
    catalogue: Catalogue,
    recent: Iterable[str] = (),
    favourites: Collection[str] = (),
    hidden: Collection[str] = (),
) -> tuple[RoutineGroup, ...]:
    """Return the groups that are not empty.

    `recent` are ids of routines, newest first; the first different ones are taken. The `favourites`
    stay in order. A routine is listed once, in the first group that it fits; but a programme keeps
    all of its own. The `hidden` ones are a group of their own, the last.
    """
    routines = {name: each for name, each in catalogue.routines.items() if name not in hidden}
    last = [routines[name] for name in dict.fromkeys(recent) if name in routines][:RECENT]
    liked = [routines[name] for name in favourites if name in routines]
    liked = [each for each in liked if each not in last]
    listed = {each.id for each in (*last, *liked)}
    groups: dict[str, list[_Entry]] = {"Recent": [*last], "Favourites": [*liked]}
    groups |= {name: [] for name in _ORDER}
    for entry in _entries(routines):
        first = entry.routines[0] if isinstance(entry, Programme) else entry
        if isinstance(entry, Programme) or entry.id not in listed:
            groups["Yours" if first.id in catalogue.own else _occasion_group(first)].append(entry)
    groups["Yours"] += catalogue.broken
    groups[HIDDEN] = [each for name, each in catalogue.routines.items() if name in hidden]
    return tuple(RoutineGroup(name, tuple(each)) for name, each in groups.items() if each)


def _occasion_group(routine: Routine) -> str:
    found = (name for name, contexts in _BY_OCCASION if not contexts.isdisjoint(routine.context))
    return next(found, "Any day")


def _entries(routines: Mapping[str, Routine]) -> Iterator[Routine | Programme]:
    """Yield each routine once, alone or in its programme; the self-tests are one, and the last."""
    tests = tuple(each for each in routines.values() if _TEST in each.context)
    taken = {each.id for each in tests}
    for routine in routines.values():
        if routine.id in taken:
            continue
        is_first = routine.next in routines and routine.previous not in routines
        chain = _chain(routine, routines, taken) if is_first else (routine,)
        taken |= {each.id for each in chain}
        yield Programme(_common_title(chain), chain) if len(chain) > 1 else routine
    if tests:
        yield Programme("Self-tests", tests, is_ordered=False) if len(tests) > 1 else tests[0]


def _chain(
    first: Routine, routines: Mapping[str, Routine], taken: Collection[str]
) -> tuple[Routine, ...]:
    """Return a routine with those that follow it, each once."""
    chain = {first.id: first}
    following = routines.get(first.next)
    while following and following.id not in chain and following.id not in taken:
        chain[following.id] = following
        following = routines.get(following.next)
    return tuple(chain.values())


def _common_title(routines: tuple[Routine, ...]) -> str:
    """Return the words with which all titles begin; without any, the first title."""
    columns = zip(*(each.title.split() for each in routines), strict=False)
    words = takewhile(lambda column: len(set(column)) == 1, columns)
    return " ".join(column[0] for column in words).rstrip(_SEPARATORS) or routines[0].title
