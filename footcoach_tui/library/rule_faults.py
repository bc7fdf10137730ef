"""Rules about the coach's files: names exist, chains get easier, rows are in order.

The tables have the shape of their schema; values at fault are UNKNOWN, and no fault is reported
that follows from them.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import Any

from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.faults import UNKNOWN, Fault, entries, is_whole, missing_name
from footcoach_tui.library.kinds import FileKind, TomlTable
from footcoach_tui.library.profile_faults import profile_faults
from footcoach_tui.session.exercise import Tag


def rule_faults(kind: FileKind, table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a file of rules, other than those of its shape."""
    if faults := _FAULTS.get(kind):
        yield from faults(table, draft)
        yield from _source_faults(table, (), draft.sources)


def _source_faults(value: Any, at: KeyPath, known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each source, at any depth, that does not exist."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _source_faults(entry, (*at, index), known)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key == "source":
                yield from missing_name("source", entry, known, (*at, key))
            elif key == "sources":
                yield from names_faults("source", value, key, at, known)
            else:
                yield from _source_faults(entry, (*at, key), known)


def names_faults(
    what: str, table: TomlTable, key: str, at: KeyPath, known: Collection[str]
) -> Iterator[Fault]:
    """Yield a fault for each name in a list that is not known."""
    for index, name in entries(table, key):
        yield from missing_name(what, name, known, (*at, key, index))


def ids_in(draft: CatalogueDraft, kind: FileKind, key: str) -> list[str]:
    """Return the ids in a list of a sound file; none if there is no such file."""
    return [entry["id"] for entry in draft.rules.get(kind, {key: []})[key]]


def double_ids(table: TomlTable, key: str, id_key: str = "id") -> Iterator[Fault]:
    """Yield a fault for each entry of a list whose id another one has."""
    seen: set[str] = set()
    for index, entry in entries(table, key):
        name = entry.get(id_key, UNKNOWN)
        if name is not UNKNOWN and name in seen:
            yield Fault((key, index, id_key), f"{quote(name)} is there already")
        seen.add(name)


def _site_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    yield from double_ids(table, "sites", "site")
    for index, entry in entries(table, "sites"):
        routine = entry.get("mobility", UNKNOWN)
        path = ("sites", index, "mobility")
        yield from missing_name("routine", routine, draft.routine_ids, path)
    if is_whole(table):
        missing = {*Site} - {entry["site"] for entry in table["sites"]}
        for site in sorted(missing):
            yield Fault(("sites",), f"there is no entry for {site}")


def _substitute_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    for key in ("chains", "families"):
        for index, names in entries(table, key):
            for place, name in entries({"": names}, ""):
                yield from missing_name("exercise", name, draft.exercises, (key, index, place))
            if is_whole(names) and len(set(names)) < len(names):
                yield Fault((key, index), "has an exercise twice")
    for index, chain in entries(table, "chains"):
        levels = [draft.exercises[name].level for name in chain if name in draft.exercises]
        if levels != sorted(levels, reverse=True):
            yield Fault(("chains", index), "must go from harder to easier: a level rises in it")
    stand_ins = table.get("stand_ins", {})
    for name, others in stand_ins.items() if stand_ins is not UNKNOWN else ():
        at = ("stand_ins", name)
        yield from missing_name("exercise", name, draft.exercises, at)
        if others is not UNKNOWN:
            yield from _stand_in_faults(name, others, at, draft)


def _stand_in_faults(
    name: str, others: list[str], at: KeyPath, draft: CatalogueDraft
) -> Iterator[Fault]:
    for index, other in entries({"": others}, ""):
        path = (*at, index)
        yield from missing_name("exercise", other, draft.exercises, path)
        exercise = draft.exercises.get(other)
        if other == name:
            yield Fault(path, "an exercise cannot take its own place")
        if exercise and Tag.IMPACT in exercise.tags:
            yield Fault(path, f"{quote(other)} has impact; take an exercise without")


def _ladder_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    yield from double_ids(table, "ladders")
    for index, ladder in entries(table, "ladders"):
        at = ("ladders", index)
        if "plan" in ladder:
            yield from missing_name("plan", ladder["plan"], draft.plan_ids, (*at, "plan"))
        in_plans = ladder.get("in_plans", {})
        for plan in in_plans if in_plans is not UNKNOWN else ():
            yield from missing_name("plan", plan, draft.plan_ids, (*at, "in_plans", plan))
        for number, rung in entries(ladder, "rungs"):
            path = (*at, "rungs", number)
            yield from names_faults("exercise", rung, "exercises", path, draft.exercises)
        if is_whole(ladder):
            yield from _order_faults([rung["number"] for rung in ladder["rungs"]], "number", at)
            caps = ladder.get("caps", [])
            if caps != sorted(caps):
                yield Fault((*at, "caps"), "must not fall from stage to stage")


def _order_faults(numbers: list[int], key: str, at: KeyPath) -> Iterator[Fault]:
    """Yield a fault for each rung that does not follow the one before it."""
    for index, (earlier, later) in enumerate(pairwise(numbers), 1):
        if later <= earlier:
            yield Fault((*at, "rungs", index, key), f"must be above {earlier}, as rungs rise")


def _break_faults(table: TomlTable, _draft: CatalogueDraft) -> Iterator[Fault]:
    if not is_whole(table):
        return
    days = [row["days"] for row in table["rows"]]
    if days[0] != 0:
        yield Fault(("rows", 0, "days"), "the first row must begin at 0 days")
    for index, (earlier, later) in enumerate(pairwise(days), 1):
        if later <= earlier:
            yield Fault(("rows", index, "days"), f"must be above {earlier}, as breaks grow")


def _self_test_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    yield from double_ids(table, "tests")
    known = [entry.get("id", UNKNOWN) for _, entry in entries(table, "tests")]
    tests = [name for name in known if name is not UNKNOWN]
    questions = ids_in(draft, FileKind.PROFILE, "questions")
    for index, entry in entries(table, "tests"):
        at = ("tests", index)
        exercise = entry.get("exercise", UNKNOWN)
        yield from missing_name("exercise", exercise, draft.exercises, (*at, "exercise"))
        if questions:  # else their file has faults itself
            yield from names_faults("question", entry, "not_with", at, questions)
        after = entry.get("after_test", UNKNOWN)
        if after is not UNKNOWN:
            name = after.get("test", UNKNOWN)
            yield from missing_name("self-test", name, tests, (*at, "after_test", "test"))


def _reason_faults(table: TomlTable, _draft: CatalogueDraft) -> Iterator[Fault]:
    yield from double_ids(table, "reasons")


_FAULTS: dict[FileKind, Callable[[TomlTable, CatalogueDraft], Iterator[Fault]]] = {
    FileKind.SITES: _site_faults,
    FileKind.SUBSTITUTES: _substitute_faults,
    FileKind.PROFILE: profile_faults,
    FileKind.LADDERS: _ladder_faults,
    FileKind.BREAKS: _break_faults,
    FileKind.SELF_TESTS: _self_test_faults,
    FileKind.REASONS: _reason_faults,
}
