"""A sound file becomes what the session plays: the exercise's dose, and over it the step's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.dose import (
    Bouts,
    Breath,
    Dose,
    Hold,
    Phase,
    PhaseKind,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
)
from footcoach_tui.session.exercise import (
    Equipment,
    Grade,
    Level,
    Position,
    SourceStatus,
    Verification,
)
from footcoach_tui.session.routine import Gate, Routine, Step

Put = Callable[[str, str], Path]
Resolved = Callable[[str], Routine]

UP = Phase("up", 1.0, PhaseKind.MOVE, "Breathe", Breath.IN)
HOLD = Phase("hold", 1.5, PhaseKind.HOLD)
DOWN = Phase("down", 2.0, PhaseKind.MOVE)
INNER = Phase("inner line", 20.0, PhaseKind.MOVE)
OUTER = Phase("outer line", 20.0, PhaseKind.MOVE)


@pytest.fixture
def resolved(bundled: Path, own_folder: Path, put_file: Put, routine_head: str) -> Resolved:
    """The routine of an own file: a sound head, and what is given."""

    def resolve(text: str) -> Routine:
        put_file("own/evening.toml", routine_head.replace("morning", "evening") + text)
        catalogue = load_catalogue(bundled, own_folder)
        assert catalogue.broken == ()
        return catalogue.routines["evening"]

    return resolve


@pytest.fixture
def step(resolved: Resolved) -> Callable[[str], Step]:
    """The one step of a routine with these keys."""
    return lambda keys: resolved(f"[[steps]]\n{keys}\n").steps[0]


@pytest.mark.parametrize(
    ("keys", "dose"),
    [
        ('exercise = "toe-lift"', Dose(Reps(10, (UP, HOLD, DOWN)))),
        ('exercise = "ball-roll"', Dose(Timed((INNER, OUTER)), prep=10)),
        ('exercise = "hops"', Dose(Bouts(3, 10.0, 20.0))),
        ('exercise = "massage"', Dose(SelfPaced(5))),
        ('exercise = "balance"', Dose(Hold(30.0), sides=Sides.EACH, switch=5, effort=(2, 4))),
        (
            (
                'exercise = "balance"\nprep = 0\nsets = 2\nrest = 10\norder = "side-first"\n'
                'reps = 3\ngap = 4\neffort = [5, 5]\nload = "a  backpack"'
            ),
            Dose(
                Hold(30.0, 3, 4.0),
                sets=2,
                prep=0,
                rest=10,
                sides=Sides.EACH,
                order=SideOrder.SIDE_FIRST,
                switch=5,
                effort=(5, 5),
                load="a  backpack",
            ),
        ),
        ('exercise = "toe-lift"\nmode = "hold"\nhold = 10', Dose(Hold(10.0))),
        (
            'exercise = "toe-lift"\nreps = 2\ntempo = [2, 0, 1.5]',
            Dose(Reps(2, (Phase("up", 2.0, PhaseKind.MOVE, "Breathe", Breath.IN),
                          Phase("down", 1.5, PhaseKind.MOVE)))),
        ),
        (
            'exercise = "ball-roll"\ntempo = [0, 15]',
            Dose(Timed((Phase("outer line", 15.0, PhaseKind.MOVE),)), prep=10),
        ),
        (
            'exercise = "ball-roll"\nsegments = [{ name = "all", seconds = 5, kind = "relax" }]',
            Dose(Timed((Phase("all", 5.0, PhaseKind.RELAX),)), prep=10),
        ),
    ],
)  # fmt: skip
def test_the_dose_of_a_step(step: Callable[[str], Step], keys: str, dose: Dose) -> None:
    assert step(keys).dose == dose


def test_a_swap_has_the_defaults_of_its_own_exercise(step: Callable[[str], Step]) -> None:
    made = step(
        'exercise = "hops"\nsource_status = "adapted"\nsource_note = "Ours."\n'
        '[steps.gate]\npain_max = 0\nmin_level = 2\nrequires = ["You slept."]\nexclude = ["gout"]\n'
        '[steps.swap]\nexercise = "ball-roll"\ntempo = [5, 5]'
    )
    assert made.source_status is SourceStatus.ADAPTED
    assert made.source_note == "Ours."
    assert made.gate == Gate(0, Level.TWO_FEET, ("You slept.",), ("gout",))
    assert made.swap is not None
    assert made.swap.exercise.id == "ball-roll"
    assert made.swap.dose.prep == 10
    assert made.swap.source_status is SourceStatus.FOOTCOACH
    assert made.swap.gate is None


def test_everything_a_routine_can_say(resolved: Resolved) -> None:
    made = resolved(
        'source_note = """Some of it\n    is ours."""\nsources = ["smith-2020"]\n'
        'disclaimer = "Ask first."\nweeks = [1, 2]\nprevious = "morning"\nnext = "evening"\n'
        '[[gates]]\nrequires = ["You can stand."]\n[[steps]]\nexercise = "toe-lift"\n'
    )
    assert (made.title, made.summary) == ("Morning", "A few minutes.")
    assert (made.context, made.level, made.effort) == (("daily",), Level.SEATED, (1, 3))
    assert made.source_note == "Some of it is ours."
    assert [source.id for source in made.sources] == ["smith-2020"]
    assert (made.disclaimer, made.weeks) == ("Ask first.", (1, 2))
    assert (made.previous, made.next) == ("morning", "evening")
    assert made.gates == (Gate(requires=("You can stand.",)),)


def test_everything_an_exercise_can_say(
    bundled: Path, own_folder: Path, put_file: Put, exercise_text: Callable[..., str]
) -> None:
    text = exercise_text("wiggle").replace(
        "equipment = []",
        'equipment = ["chair", "ball"]\nstand_ins = { ball = "a cold bottle" }\nmuscles = ["AbH"]\n'
        'aka = ["Waggle"]\ncautions = ["Gout."]\neasier = ["toe-lift"]\nharder = ["Stand."]',
    )
    put_file("own/exercises/wiggle.toml", text)
    made = load_catalogue(bundled, own_folder).exercises["wiggle"]
    assert (made.name, made.position, made.level) == ("Wiggle", Position.SEATED, Level.SEATED)
    assert made.how == ("Sit.", "Lift the toes.", "Lower them.")
    assert made.equipment == (Equipment.CHAIR, Equipment.BALL)
    assert made.stand_ins == ((Equipment.BALL, "a cold bottle"),)
    assert (made.muscles, made.aka, made.cautions) == (("AbH",), ("Waggle",), ("Gout.",))
    assert (made.easier, made.harder) == (("toe-lift",), ("Stand.",))
    (source,) = made.dose_sources
    assert (source.grade, source.read) == (Grade.FOOTCOACH, Verification.FROM_MEMORY)
    assert source.source is not None
    assert source.source.link == "https://doi.org/10.1000/feet"


def test_markup_and_letters_of_all_scripts_stay_as_they_are(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    title = "[/b] [@click=app.quit]x[/] ça ходьба 足 \U0001f9b6"
    put_file("own/x.toml", routine_head.replace("Morning", title).replace("morning", "x")
        + '[[steps]]\nexercise = "toe-lift"\n')  # fmt: skip
    assert load_catalogue(bundled, own_folder).routines["x"].title == title
