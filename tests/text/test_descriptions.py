from dataclasses import replace

from builders import (
    UP_HOLD_DOWN,
    Bouts,
    Hold,
    Reps,
    SelfPaced,
    exercise,
    routine,
    step,
    three_step_routine,
)

from footcoach_tui.session.dose import Sides
from footcoach_tui.session.exercise import (
    DoseSource,
    Equipment,
    Grade,
    Source,
    SourceStatus,
    Verification,
)
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import (
    _equipment_lines,
    describe_exercise,
    describe_routine,
    dose_line,
    source_lines,
)
from footcoach_tui.text.section import Section
from footcoach_tui.text.stop_line import STOP_LINE


def lines_of(sections: tuple[Section, ...], heading: str) -> tuple[str, ...]:
    return next(section.lines for section in sections if section.heading == heading)


def test_an_exercise_says_when_to_stop_and_where_it_comes_from() -> None:
    card = describe_exercise(exercise(source_status=SourceStatus.CANDIDATE))

    assert lines_of(card, "Stop if") == ("It hurts more than 5 of 10", STOP_LINE)
    assert lines_of(card, "Where this comes from") == ("Our choice where the source has a gap",)


def test_an_empty_section_is_left_out() -> None:
    headings = {section.heading for section in describe_exercise(exercise())}

    assert headings.isdisjoint({"Before you do it", "You need", "Easier", "Sources"})


def test_a_dose_has_its_grade_and_source_and_how_that_was_read() -> None:
    paper = Source("smith-2020", "Smith J. Feet. 2020.", "https://doi.org/10.1/x")
    card = describe_exercise(
        exercise(
            dose_sources=(
                DoseSource("5-second holds.", Grade.TRIAL, Verification.SECOND_HAND, paper),
                DoseSource("Two sets.", Grade.FOOTCOACH, Verification.FROM_MEMORY),
            )
        )
    )

    assert lines_of(card, "Dose")[1:] == (
        "5-second holds. [dose taken from a trial; from a summary; smith-2020]",
        "Two sets. [our own dose]",
    )
    assert lines_of(card, "Sources") == ("smith-2020: Smith J. Feet. 2020. https://doi.org/10.1/x",)


def test_easier_and_harder_exercises_have_their_names() -> None:
    card = describe_exercise(
        exercise(easier=("toe-yoga", "Sit down."), harder=()), {"toe-yoga": "Toe yoga"}
    )

    assert lines_of(card, "Easier") == ("Toe yoga", "Sit down.")


def test_doses_read_as_a_coach_would_say_them() -> None:
    def line(work: object, **dose: object) -> str:
        return dose_line(step(work, **dose).dose)  # type: ignore[arg-type] # any kind of work

    assert line(Reps(8, UP_HOLD_DOWN), sets=2) == "2 x 8 reps of 8 s, rest 20 s"
    assert line(Hold(30), sides=Sides.EACH, switch=5) == "hold 30 s, left and right"
    assert line(Hold(10, 3, 5)) == "3 holds of 10 s"
    assert line(Bouts(5, 10, 50), effort=(6, 8)) == (
        "5 bouts of 10 s, pause 50 s, effort 6-8 of 10"
    )
    assert line(SelfPaced(12), sides=Sides.ALTERNATING) == (
        "12 reps at your own pace, left and right in turn"
    )


def test_a_routine_has_its_minutes_equipment_and_steps() -> None:
    plan = three_step_routine()
    card = describe_routine(plan, compile_timeline(plan))

    assert any("2:50 min" in line for section in card for line in section.lines)
    assert lines_of(card, "Steps") == ("Arch Lift · 0:32", "Ball Roll · 1:15", "Balance · 1:03")


def test_each_step_has_its_origin() -> None:
    plan = routine(
        replace(step(Hold(5)), source_status=SourceStatus.PUBLISHED, source_note="Holds are ours."),
        step(Hold(5), name="toe-yoga"),
    )

    assert source_lines(plan) == (
        "Our own exercise.",
        "Heel Raise: as published. Holds are ours.",
        "Toe Yoga: our own exercise.",
    )


def test_equipment_has_its_substitutes() -> None:
    ball_roll = exercise(
        equipment=(Equipment.BALL, Equipment.WALL), stand_ins=((Equipment.BALL, "a frozen bottle"),)
    )

    assert _equipment_lines(ball_roll) == ("ball (or a frozen bottle)", "wall")


def test_the_author_and_the_licence_are_named_where_the_file_names_them() -> None:
    plan = replace(routine(step(Hold(5))), author="Jo", licence="CC BY 4.0")
    heading = "Author and licence"
    assert lines_of(describe_routine(plan, compile_timeline(plan)), heading) == (
        "Jo",
        "Licence: CC BY 4.0",
    )
    assert lines_of(describe_exercise(replace(exercise(), licence="CC0")), heading) == (
        "Licence: CC0",
    )
    assert heading not in {section.heading for section in describe_exercise(exercise())}
