"""Bundled exercises and routines are complete, and as long as planned."""

from itertools import chain
from operator import attrgetter

import pytest
from bundled import CATALOGUE

from footcoach_tui.session.dose import Hold, SelfPaced
from footcoach_tui.session.exercise import Equipment, Exercise, Grade
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

ROUTINES = CATALOGUE.routines

SECONDS = {
    "rw-essential-three": (323, (85, 138, 100)),
    "pre-run-activation-4min": (244, (77, 26, 30, 29, 39, 43)),
    "post-run-release-6min": (376, (106, 73, 71, 40, 86)),
    "daily-foot-core-7min": (427, (72, 37, 169, 78, 71)),
    "toe-yoga-basics-5min": (299, (56, 89, 89, 65)),
    "desk-break-3min": (175, (48, 28, 45, 27, 27)),
    "gentle-4min": (257, (23, 90, 72, 72)),
    "ankle-and-big-toe-6min": (372, (188, 73, 71, 40)),
    "morning-first-steps-5min": (277, (254, 23)),
    "seated-in-shoes": (377, (62, 90, 50, 175)),
    "balance-and-hops-9min": (555, (146, 35, 258, 42, 74)),
    "calf-and-shin": (893, (287, 195, 197, 136, 78)),
    "big-toe-and-arch": (957, (156, 270, 275, 156, 100)),
    "one-leg-strength": (713, (98, 106, 76, 255, 178)),
    "hops-next": (336, (198, 138)),
    "foot-core-8wk-l1": (1104, (90, 358, 185, 116, 180, 175)),
    "foot-core-8wk-l2": (1332, (93, 336, 188, 117, 180, 312, 106)),
    "foot-core-8wk-l3": (1719, (93, 304, 106, 474, 255, 255, 146, 86)),
    "foot-core-8wk-l4": (1250, (93, 240, 546, 106, 138, 54, 73)),
    "hop-economy-w1": (260, (260,)),
    "hop-economy-w2": (270, (270,)),
    "hop-economy-w3": (300, (300,)),
    "hop-economy-w4": (290, (290,)),
    "hop-economy-w5-6": (300, (300,)),
    "steady-feet-base-30min": (2160, (90, 50, 375, 375, 216, 153, 290, 521, 90)),
    "test-ankle": (20, (20,)),
    "test-calf": (330, (330,)),
    "test-balance": (430, (430,)),
    "test-balance-closed": (430, (430,)),
    "test-toes": (18, (18,)),
    "test-hop": (111, (36, 75)),
    "plantar-heel-load-start": (773, (345, 428)),
    "plantar-heel-load-a": (686, (686,)),
    "plantar-heel-load-b": (820, (820,)),
    "plantar-heel-load-c": (910, (910,)),
    "achilles-lowering-one-leg": (715, (360, 355)),
    "achilles-heavy-slow-a": (1192, (522, 670)),
    "achilles-heavy-slow-b": (1070, (468, 602)),
    "achilles-heavy-slow-c": (1342, (612, 730)),
    "achilles-heavy-slow-d": (1228, (564, 664)),
    "achilles-heavy-slow-e": (1129, (516, 613)),
    "achilles-low-compression": (691, (160, 185, 346)),
}
"""Of the whole and of each step, worked out by hand: a changed dose has to change them too.

A test that counts up takes its limit; one that is measured has only its waits.
"""

PROGRAMMES = [
    ["foot-core-8wk-l1", "foot-core-8wk-l2", "foot-core-8wk-l3", "foot-core-8wk-l4"],
    [
        "hop-economy-w1",
        "hop-economy-w2",
        "hop-economy-w3",
        "hop-economy-w4",
        "hop-economy-w5-6",
    ],
    ["plantar-heel-load-a", "plantar-heel-load-b", "plantar-heel-load-c"],
    [
        "achilles-heavy-slow-a",
        "achilles-heavy-slow-b",
        "achilles-heavy-slow-c",
        "achilles-heavy-slow-d",
        "achilles-heavy-slow-e",
    ],
]

each_exercise = pytest.mark.parametrize(
    "exercise", CATALOGUE.exercises.values(), ids=attrgetter("id")
)
each_routine = pytest.mark.parametrize("routine", ROUTINES.values(), ids=attrgetter("id"))


def test_there_are_65_exercises_and_42_routines() -> None:
    assert (len(CATALOGUE.exercises), len(ROUTINES)) == (65, 42)


def test_every_exercise_is_used_by_a_routine() -> None:
    used = {
        done.exercise.id
        for routine in ROUTINES.values()
        for step in routine.steps
        for done in (step, step.swap)
        if done
    }
    assert used == set(CATALOGUE.exercises)


@each_exercise
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    assert len(exercise.how) >= 3
    assert exercise.why
    assert 2 <= len(exercise.cues) <= 3
    assert all(len(cue) < 60 for cue in exercise.cues)
    assert 0 < len(exercise.start) <= 48
    assert exercise.errors
    assert exercise.easier
    assert exercise.harder
    assert exercise.evidence
    assert exercise.dose.effort is not None
    assert set(dict(exercise.stand_ins)) <= set(exercise.equipment)


@each_exercise
def test_the_sources_of_a_dose_are_graded_and_cite_where_they_claim_more_than_our_own(
    exercise: Exercise,
) -> None:
    assert exercise.dose_sources
    for source in exercise.dose_sources:
        assert source.grade is Grade.FOOTCOACH or source.source is not None, source.text


@each_routine
def test_what_is_shown_during_a_phase_is_short(routine: Routine) -> None:
    for step in routine.steps:
        work = step.dose.work
        if not isinstance(work, Hold | SelfPaced):
            phases = list(chain.from_iterable(work.rounds))
            assert all(len(phase.cue) < 50 for phase in phases)
            assert all(len(phase.name) < 30 for phase in phases)


@each_routine
def test_a_routine_and_its_steps_are_as_long_as_planned(routine: Routine) -> None:
    timeline = compile_timeline(routine)
    seconds = tuple(timeline.seconds_of(place) for place in range(len(routine.steps)))
    assert (timeline.total, seconds) == SECONDS[routine.id]


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme[0])
def test_the_parts_of_a_programme_follow_each_other(programme: list[str]) -> None:
    parts = [ROUTINES[name] for name in programme]
    assert [part.previous for part in parts] == ["", *programme[:-1]]
    assert [part.next for part in parts] == [*programme[1:], ""]
    weeks = [part.weeks for part in parts]
    days = [week for span in weeks if span for week in range(span[0], span[1] + 1)]
    assert days == list(range(1, len(days) + 1))
    assert all(weeks)


def test_lists_show_everyday_routines_then_programmes_then_tests_then_rehabilitation() -> None:
    order = ("programme", "test", "rehab")
    kinds = [
        max((order.index(word) + 1 for word in routine.context if word in order), default=0)
        for routine in ROUTINES.values()
    ]
    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1, 2, 3}


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=attrgetter("id"))
def test_what_is_drawn_is_named_as_equipment(exercise: Exercise) -> None:
    figure = CATALOGUE.figures.get(exercise.id)
    drawn = set(map(str, figure.props)) if figure else set()
    assert drawn & set(map(str, Equipment)) <= set(map(str, exercise.equipment))
