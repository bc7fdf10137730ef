import pytest
from builders import Reps, SideOrder, Sides, phase, routine, step
from bundled import CATALOGUE

from footcoach_tui.session.length import routine_minutes, routine_seconds
from footcoach_tui.session.timeline import compile_timeline


@pytest.mark.parametrize("ident", CATALOGUE.routines)
def test_a_bundled_routine_is_as_long_as_its_timeline(ident: str) -> None:
    known = CATALOGUE.routines[ident]
    assert routine_seconds(known) == pytest.approx(compile_timeline(known).total)


@pytest.mark.parametrize("sides", Sides)
@pytest.mark.parametrize("order", SideOrder)
@pytest.mark.parametrize("sets", [1, 3])
def test_sides_rests_and_changes_count(sides: Sides, order: SideOrder, sets: int) -> None:
    work = Reps(4, (phase("up", 2), phase("down", 3)))
    planned = routine(step(work, sets=sets, sides=sides, order=order, switch=7, rest=11, prep=5))
    assert routine_seconds(planned) == compile_timeline(planned).total


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(10, 1), (89, 1), (91, 2), (269, 4), (271, 5)], ids=str
)
def test_minutes_are_rounded_and_at_least_one(seconds: int, minutes: int) -> None:
    work = Reps(1, (phase("up", seconds),))
    assert routine_minutes(routine(step(work, sets=1, rest=0, prep=0))) == minutes
