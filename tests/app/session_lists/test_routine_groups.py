"""Groups of the routines on the start screen."""

from dataclasses import replace
from pathlib import Path

from builders import Hold, routine, step
from bundled import CATALOGUE
from coach_logs import DAILY, L1, L2, THREE
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.app.session_lists.routine_groups import (
    Programme,
    RoutineGroup,
    group_routines,
)
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.routine import Routine

_NAMES = ("a", "b", "c", "d")


def catalogue(*routines: Routine, own: frozenset[str] = frozenset()) -> Catalogue:
    return Catalogue({}, {each.id: each for each in routines}, {}, own=own)


def made(name: str, title: str = "", **changes: object) -> Routine:
    return routine(step(Hold(10)), name=name, title=title or name, **changes)


def titles(groups: tuple[RoutineGroup, ...]) -> dict[str, list[str]]:
    return {
        group.heading: [getattr(entry, "title", "") for entry in group.entries] for group in groups
    }


def test_the_bundled_routines_are_grouped_by_occasion() -> None:
    groups = titles(group_routines(CATALOGUE))
    assert list(groups) == ["Around a run", "Any day", "Programmes", "With a clinician"]
    assert groups["Around a run"] == [
        "The essential three",
        "Wake up the feet",
        "Unwind after the run",
    ]
    assert groups["Programmes"] == ["Foot core", "Hop economy", "Steady feet base"]
    assert groups["With a clinician"][:2] == ["Heel load, first steps: two feet", "Heel load"]
    assert groups["Any day"][-1] == "Self-tests"


def test_the_last_three_different_routines_come_first_and_are_listed_once() -> None:
    recent = (DAILY, "gone", DAILY, THREE, "desk-break-3min", "gentle-4min")
    groups = titles(group_routines(CATALOGUE, recent, {"gentle-4min", DAILY}))
    assert groups["Recent"] == ["Daily foot core", "The essential three", "Desk break"]
    assert groups["Favourites"] == ["Gentle minutes"]
    assert "Daily foot core" not in groups["Any day"]
    assert "Gentle minutes" not in groups["Any day"]


def test_a_programme_keeps_its_routines_though_one_is_recent() -> None:
    groups = group_routines(CATALOGUE, [L2])
    programme = next(
        entry
        for group in groups
        for entry in group.entries
        if isinstance(entry, Programme) and entry.title == "Foot core"
    )
    assert [each.id for each in programme.routines][:2] == [L1, L2]
    assert programme.stage_title(programme.routines[1]) == "L2: two feet"


def test_own_routines_and_broken_files_are_a_group() -> None:
    problem = Problem("mine.toml", 3, "steps[1].reps", "must be at least 1, not -2")
    broken = FileReport(Path("mine.toml"), (problem,), "mine", "Mine")
    known = replace(catalogue(made("own"), made("other"), own=frozenset({"own"})), broken=(broken,))
    assert titles(group_routines(known)) == {"Any day": ["other"], "Yours": ["own", "Mine"]}


def test_programmes_without_words_in_common_have_the_first_title() -> None:
    known = catalogue(made("a", "One", next="b"), made("b", "Two", previous="a"))
    assert titles(group_routines(known)) == {"Any day": ["One"]}


@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(_NAMES)), max_size=4))
def test_each_routine_is_listed_once_whatever_the_links(links: list[tuple[str, str]]) -> None:
    routines = [
        made(name, previous=previous, next=following)
        for name, (previous, following) in zip(_NAMES, links, strict=False)
    ]
    found: list[str] = []
    for group in group_routines(catalogue(*routines)):
        for entry in group.entries:
            assert not isinstance(entry, FileReport)
            ones = entry.routines if isinstance(entry, Programme) else (entry,)
            found += [each.id for each in ones]
    assert sorted(found) == [each.id for each in routines]
