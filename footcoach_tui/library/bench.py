"""Where drafts are judged one by one, each against what is sound so far."""

from collections.abc import Iterator

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import quoted
from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.library.build import exercise_of, routine_of, source_of
from footcoach_tui.library.faults import MOST, Fault, is_whole, problems
from footcoach_tui.library.figure_rules import figure_of
from footcoach_tui.library.kinds import Kind
from footcoach_tui.library.parsed_file import Draft
from footcoach_tui.library.semantics import exercise_faults, routine_faults
from footcoach_tui.library.shelf import Shelf


class Bench:
    """A shelf that is being filled.

    Sources must be judged before the exercises that name them, and those before the routines.
    """

    def __init__(self, shelf: Shelf, *, taken: bool) -> None:
        """Begin with a shelf; with `taken`, an id that is on it cannot be used again."""
        self._exercises = dict(shelf.exercises)
        self._doses = dict(shelf.doses)
        self._figures = dict(shelf.figures)
        self._broken = dict(shelf.broken)
        self._sources = dict(shelf.sources)
        self._routines = dict(shelf.routines)
        self._routine_ids = set(shelf.routine_ids)
        self._owners = dict(shelf.owners)
        self._taken = dict(shelf.owners) if taken else {}

    def shelf(self) -> Shelf:
        """Return what is on it now."""
        return Shelf(
            exercises=self._exercises,
            doses=self._doses,
            figures=self._figures,
            broken=self._broken,
            sources=self._sources,
            routines=self._routines,
            routine_ids=self._routine_ids,
            owners=self._owners,
        )

    def expect(self, draft: Draft) -> None:
        """Note that a routine is there, so that others may name it before it is judged."""
        self._routine_ids.add(draft.id)

    def judge(self, draft: Draft) -> tuple[Problem, ...]:
        """Tell all that is wrong with a draft, and put it on the shelf if that is nothing."""
        clashes = tuple(self._clashes(draft))
        faults = (*draft.faults, *clashes)
        if len(draft.faults) <= MOST:
            faults += tuple(self._meaning(draft))
        if draft.kind is Kind.SOURCES:
            self._put_sources(draft, clashes)
        elif not clashes:
            self._put(draft, sound=not faults)
        return problems(draft.document, faults)

    def _meaning(self, draft: Draft) -> Iterator[Fault]:
        if draft.kind is Kind.EXERCISE:
            yield from exercise_faults(draft.table, self.shelf())
        elif draft.kind is Kind.ROUTINE:
            yield from routine_faults(draft.table, self.shelf())

    def _clashes(self, draft: Draft) -> Iterator[Fault]:
        """The ids that another file has already."""
        names: list[tuple[str, KeyPath]] = [(draft.id, ("id",))]
        if draft.kind is Kind.SOURCES:
            names = [(name, (name,)) for name in draft.table]
        for name, path in names:
            if name and (owner := self._taken.get((draft.kind, name))):
                told = (
                    f"there is {_a(draft.kind)} {quoted(name)} in {owner} already; take another id"
                )
                yield Fault(path, told)

    def _put(self, draft: Draft, *, sound: bool) -> None:
        """Take a draft in whose id is free, as broken if it is not sound."""
        if not draft.id:
            return
        self._own(draft, draft.id)
        if draft.kind is Kind.ROUTINE:
            self._routines.pop(draft.id, None)
            if sound:
                self._routines[draft.id] = routine_of(draft.table, self.shelf())
            return
        self._exercises.pop(draft.id, None)
        self._doses.pop(draft.id, None)
        self._figures.pop(draft.id, None)
        if sound:
            self._broken.pop(draft.id, None)
            self._exercises[draft.id] = exercise_of(draft.table, self.shelf())
            self._doses[draft.id] = draft.table["dose"]
            if "figure" in draft.table:
                self._figures[draft.id] = figure_of(draft.table)
        else:
            self._broken[draft.id] = draft.document.file

    def _put_sources(self, draft: Draft, clashes: tuple[Fault, ...]) -> None:
        """Take in the sources of a file that are sound, whatever the others are."""
        passed_over = {clash.path[0] for clash in clashes}
        for name, table in draft.table.items():
            if name not in passed_over and is_whole(table):
                self._own(draft, name)
                self._sources[name] = source_of(name, table)

    def _own(self, draft: Draft, name: str) -> None:
        self._owners[draft.kind, name] = self._taken[draft.kind, name] = draft.document.file


def _a(kind: Kind) -> str:
    return f"an {kind.value}" if kind is Kind.EXERCISE else f"a {kind.value}"
