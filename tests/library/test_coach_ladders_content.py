"""Bundled ladders and breaks: caps, rungs and rows as they were agreed."""

from operator import attrgetter

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.breaks import FirstSession
from footcoach_tui.coach.rules.ladders import Ladder
from footcoach_tui.library.coach_rules import load_rules

RULES = load_rules(FOLDER, None, CATALOGUE)

CAPS = {
    "arch": (3, 6, 9, 12),
    "calf": (2, 5, 9, 11),
    "balance": (0, 2, 4, 7),
    "spring": (0, 0, 2, 8),
    "toes": (4, 4, 6, 6),
    "spread": (4, 4, 4, 4),
    "grip": (3, 5, 5, 5),
    "sides": (4, 4, 4, 4),
    "lean": (0, 3, 3, 3),
}


@pytest.mark.parametrize("ladder", CAPS)
def test_the_caps_of_a_ladder(ladder: str) -> None:
    assert tuple(RULES.ladders[ladder].cap(stage) for stage in (1, 2, 3, 4)) == CAPS[ladder]


@pytest.mark.parametrize("ladder", RULES.ladders.values(), ids=attrgetter("id"))
def test_rungs_rise_and_light_ladders_hold_no_loaded_ones(ladder: Ladder) -> None:
    numbers = [rung.number for rung in ladder.rungs]
    assert numbers == sorted(set(numbers))
    assert ladder.is_loaded == (ladder.id in ("calf", "soleus", "balance", "spring"))
    assert ladder.sites


@pytest.mark.parametrize(
    ("ladder", "number", "exercise", "sets", "amount", "unit"),
    [
        ("arch", 6, "short-foot-standing", 3, 10, "reps"),
        ("arch", 13, "short-foot-heel-raise", 2, 6, "reps"),
        ("calf", 6, "heel-raise-two-up-one-down", 2, 8, "reps"),
        ("calf", 7, "heel-raise-single", 2, 6, "reps"),
        ("calf", 12, "heel-raise-step", 3, 8, "reps"),
        ("soleus", 1, "soleus-wall-hold", 3, 30, "seconds"),
        ("balance", 5, "single-leg-balance-cushion", 2, 20, "seconds"),
        ("balance", 9, "balance-eyes-closed", 2, 10, "seconds"),
        ("spring", 3, "pogo-double", 3, 10, "bouts"),
        ("spring", 8, "pogo-double", 15, 10, "bouts"),
        ("grip", 5, "stone-pickup", 2, 20, "reps"),
        ("bear", 3, "bear-squat-to-down-dog", 1, 8, "reps"),
        ("lean", 3, "forward-lean", 2, 8, "reps"),
    ],
)
def test_rungs(ladder: str, number: int, exercise: str, sets: int, amount: int, unit: str) -> None:
    rung = RULES.ladders[ladder].rung(number)
    assert (rung.number, rung.exercises) == (number, (exercise,))
    assert (rung.sets, rung.amount, rung.unit) == (sets, amount, unit)


def test_the_clean_sessions_for_a_rung_and_the_first_rungs() -> None:
    ladders = RULES.ladders
    assert (ladders["spring"].clean, ladders["spring"].least_days) == (3, 7)
    assert (ladders["bear"].clean, ladders["bear"].plan) == (4, "essential-minimum")
    assert [ladders["arch"].start(stage) for stage in (1, 2, 3, 4)] == [1, 4, 7, 10]
    assert [ladders["calf"].start(stage) for stage in (1, 2, 3, 4)] == [1, 3, 7, 10]
    assert ladders["balance"].start(3) == 1
    assert ladders["arch"].start(1, "essential-minimum") == 4
    assert ladders["arch"].cap(1, "essential-minimum") == 6


BREAKS = [
    (0, 0, 0, FirstSession.AS_PLANNED, 0, 0, 0, False, False),
    (9, 0, 0, FirstSession.FEWER, 1, 1, 0, False, False),
    (14, 0, 1, FirstSession.HALVED, 2, 0, 2, False, False),
    (21, 1, 1, FirstSession.AS_PLANNED, 2, 0, 2, True, False),
    (28, 2, 1, FirstSession.AS_PLANNED, 2, 0, 2, True, True),
    (56, 99, 99, FirstSession.AS_PLANNED, 2, 0, 2, True, True),
]


def test_the_table_of_breaks() -> None:
    rows = [
        (
            row.days, row.stages_down, row.rungs_down, row.first, row.no_up,
            row.hops_down, row.hop_rung, row.gates, row.profile,
        )
        for row in RULES.breaks
    ]  # fmt: skip
    assert rows == BREAKS
    assert all(row.tests == row.profile for row in RULES.breaks)
