"""Screening: each question of the profile, by what its answer excludes and says (0.3)."""

import pytest
from bundled import CATALOGUE
from coach_logs import MONDAY, RULES, profile

from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.screening import Screening, screen
from footcoach_tui.coach.rules.questions import ProfileQuestion
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Position, Tag

SOLES = "Look at the soles of your feet."
SEATED_IN_SHOES = {"ankle-pumps", "ankle-circles", "dorsiflexion-hold", "heel-raise-seated"}


def screened(**answers: str) -> Screening:
    given = {question.replace("_", "-"): answer for question, answer in answers.items()}
    return screen(Profile(MONDAY, given), RULES)


def excluded(screening: Screening) -> set[str]:
    return {each.id for each in CATALOGUE.exercises.values() if screening.excluded(each)}


def tagged(*tags: str) -> set[str]:
    wanted = set(map(Tag, tags))
    return {each.id for each in CATALOGUE.exercises.values() if wanted & set(each.tags)}


def test_without_a_profile_nothing_is_excluded_or_said() -> None:
    nobody = screen(None, RULES)

    assert not excluded(nobody)
    assert nobody.effects == ()
    assert nobody.unasked >= {"numb", "running", "falls"}


def test_a_healthy_profile_excludes_nothing() -> None:
    answers = {q.id.replace("-", "_"): "no" for q in RULES.questions} | {"running": "longer"}

    assert screened(**answers).effects == ()
    assert not screened(**answers).unasked


DROPPED = [
    ({"toe_joint": "yes"}, "toe-bend spread impact"),
    ({"achilles_bone": "yes"}, "df-end below impact"),
    ({"achilles_cord": "yes"}, "impact"),
    ({"heel_pain": "yes"}, "impact"),
    ({"bleed": "yes"}, "press"),
    ({"hops": "yes"}, "impact"),
    ({"pregnant": "yes", "dizzy": "no"}, "head-down impact"),
    ({"head_down": "yes"}, "head-down"),
    ({"knees": "yes"}, "kneel"),
    ({"wrists": "yes"}, "hands"),
    ({"minor": "yes"}, "impact"),
    ({"recent": "yes", "recent_cleared": "yes"}, "impact"),
    ({"diabetes": "yes"}, ""),
    ({"age65": "yes"}, ""),
]


@pytest.mark.parametrize(("answers", "tags"), DROPPED)
def test_a_yes_drops_the_tags_of_its_row(answers: dict[str, str], tags: str) -> None:
    assert excluded(screened(**answers)) == tagged(*tags.split())


def test_falls_drop_impact_and_the_cushion() -> None:
    left_out = excluded(screened(falls="yes"))

    assert left_out >= tagged("impact") | {"single-leg-balance-cushion"}
    assert "single-leg-balance" not in left_out


def test_a_tendon_drug_drops_calf_work_on_one_leg_but_not_on_two() -> None:
    left_out = excluded(screened(tendon_drug="yes"))

    assert left_out == tagged("impact", "below") | (tagged("tendon") & tagged("one-leg"))
    assert "heel-raise-double" not in left_out
    assert "single-leg-balance" not in left_out


def test_numb_feet_that_are_not_cleared_leave_four_seated_exercises_in_shoes() -> None:
    numb = screened(numb="yes", numb_cleared="no")

    assert set(CATALOGUE.exercises) - excluded(numb) == SEATED_IN_SHOES
    assert numb.in_shoes
    assert numb.stage_one
    assert numb.after_notes == (SOLES,)


def test_numb_feet_that_are_cleared_drop_tags_and_ask_for_shoes() -> None:
    numb = screened(numb="yes", numb_cleared="yes")

    assert excluded(numb) >= tagged("press", "grip", "toe-bend", "fascia", "impact")
    assert "single-leg-balance-cushion" in excluded(numb)
    assert "short-foot-standing" not in excluded(numb)
    assert numb.hints(CATALOGUE.exercises["short-foot-standing"]) == (
        "In shoes, beside a counter.",
    )
    assert numb.after_notes == (SOLES,)


def test_a_suspected_stress_injury_leaves_level_1() -> None:
    bone = screened(bone="yes")

    assert excluded(bone) == {e.id for e in CATALOGUE.exercises.values() if e.level > 1}
    assert bone.stage_one


def test_pregnant_and_dizzy_leaves_seated_exercises() -> None:
    dizzy = screened(pregnant="yes", dizzy="yes")

    seated = {e.id for e in CATALOGUE.exercises.values() if e.position is Position.SEATED}
    assert excluded(dizzy) == set(CATALOGUE.exercises) - seated
    assert dizzy.stage_one


@pytest.mark.parametrize(
    ("answers", "no_session"),
    [
        ({"recent": "yes", "recent_cleared": "no"}, True),
        ({"recent": "yes", "recent_cleared": "unknown"}, True),
        ({"recent": "yes"}, True),
        ({"recent": "unknown"}, True),
        ({"recent": "yes", "recent_cleared": "yes"}, False),
        ({"recent": "no"}, False),
        ({}, False),
    ],
)
def test_a_recent_injury_waits_for_a_clearance(
    answers: dict[str, str], *, no_session: bool
) -> None:
    assert screened(**answers).no_session is no_session


@pytest.mark.parametrize(
    "question", [each for each in RULES.questions if not each.choices and not each.asked_if]
)
def test_unknown_counts_as_yes_where_it_is_required_else_as_no(question: ProfileQuestion) -> None:
    counts_as = "yes" if question.required else "no"

    unknown = screen(Profile(MONDAY, {question.id: "unknown"}), RULES)

    assert unknown == screen(Profile(MONDAY, {question.id: counts_as}), RULES)


@pytest.mark.parametrize(
    ("running", "is_novice", "is_unready"),
    [
        ("none", True, True),
        ("under-6", True, True),
        ("under-26", True, False),
        ("longer", False, False),
        ("unknown", True, True),
    ],
)
def test_running_says_who_is_a_novice_and_who_is_not_ready_for_hops(
    running: str, *, is_novice: bool, is_unready: bool
) -> None:
    screening = screened(running=running)

    assert (screening.is_novice, screening.is_unready) == (is_novice, is_unready)


def test_hints_by_tag_level_and_exercise() -> None:
    exercises = CATALOGUE.exercises

    assert screened(falls="yes").hints(exercises["forward-lean"])
    assert not screened(falls="yes").hints(exercises["toe-spread"])
    assert screened(age65="yes").hints(exercises["step-down"])
    assert not screened(age65="yes").hints(exercises["heel-raise-double"])
    assert screened(toe_joint="yes").hints(exercises["plantar-fascia-stretch"])


def test_an_exercise_is_excluded_by_the_id_of_its_question() -> None:
    hop = CATALOGUE.exercises["pogo-double"]

    assert screened(hops="yes").excluded(hop) == "profile:hops"
    assert screened(hops="no").excluded(hop) == ""


def test_screening_never_includes_more_for_a_second_yes() -> None:
    one, two = {"falls": "yes"}, {"knees": "yes"}

    assert excluded(screened(**one, **two)) == excluded(screened(**one)) | excluded(screened(**two))


def test_rules_without_questions_exclude_nothing() -> None:
    bare = Rules(exercises=CATALOGUE.exercises, routines=CATALOGUE.routines, sites={})

    assert screen(profile(falls="yes"), bare) == Screening()
