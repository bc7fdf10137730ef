"""Screens of the coach at all sizes: no text is cut without an ellipsis."""

from app_driver import OpenApp
from app_fixture import AppFixture
from layout import layout_faults
from sample_course import add_course

SIZES = (
    *((120, 36), (40, 12), (80, 24), (20, 5), (60, 20), (59, 24), (200, 60), (30, 8), (99, 24)),
    *((40, 20), (79, 19)),
)
STOPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("today", ()),
    ("plan", ("P",)),
    ("days", ("W", "3")),
    ("days of the plan", ("enter",)),
    ("sentence", ("enter",)),
    ("profile", ("escape", "v")),
    ("pause", ("escape", "z")),
    ("check-in", ("escape", "escape", "space")),
    ("where", ("y", "down")),
    ("achilles", ("t",)),
    ("side", ("c",)),
    ("score", ("l",)),
    ("flags", ("7", "n", "1", "1")),
    ("rest", ("n",)),
    ("gentle", ("1",)),
    ("ready", ("d",)),
)
AT_ONE_STOP = 3
"""Sizes of each screen: all of them take some minutes."""


async def test_nothing_is_cut_on_the_screens_of_the_coach(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    add_course(coach_fixture)
    found: list[str] = []
    async with launch_coach() as person:
        for number, (name, keys) in enumerate(STOPS):
            await person.press(*keys)
            for turn in range(AT_ONE_STOP):
                size = SIZES[(number + turn) % len(SIZES)]
                await person.pilot.resize_terminal(*size)
                await person.settle()
                found += [f"{name} {size}: {fault}" for fault in layout_faults(person.screen)]
    assert found == []
