"""Bundled questions of the profile: what the answers change, as it was agreed."""

from operator import attrgetter

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.questions import ProfileQuestion
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.exercise import Tag

RULES = load_rules(FOLDER, None, CATALOGUE)

REQUIRED = {"numb", "bone", "recent", "tendon-drug", "running", "dizzy"}


@pytest.mark.parametrize("question", RULES.questions, ids=attrgetter("id"))
def test_a_question_says_why_and_how_far_it_can_be_trusted(question: ProfileQuestion) -> None:
    assert question.required == (question.id in REQUIRED)
    assert question.why
    assert question.grade in ("T", "P", "F")
    assert (
        bool(question.source) or question.grade == "F" or question.id in ("toe-joint", "head-down")
    )


DROPS = {
    ("numb-cleared", "yes"): "press grip toe-bend fascia impact",
    ("toe-joint", "yes"): "toe-bend spread impact",
    ("achilles-bone", "yes"): "df-end below impact",
    ("achilles-cord", "yes"): "impact",
    ("heel-pain", "yes"): "impact",
    ("recent-cleared", "yes"): "impact",
    ("tendon-drug", "yes"): "impact below",
    ("bleed", "yes"): "press",
    ("falls", "yes"): "impact",
    ("hops", "yes"): "impact",
    ("pregnant", "yes"): "head-down impact",
    ("head-down", "yes"): "head-down",
    ("knees", "yes"): "kneel",
    ("wrists", "yes"): "hands",
    ("minor", "yes"): "impact",
}


def test_what_the_answers_leave_out() -> None:
    found = {
        (question.id, effect.when[question.id]): effect.drop
        for question in RULES.questions
        for effect in question.effects
        if effect.drop
    }
    assert found == {key: frozenset(map(Tag, tags.split())) for key, tags in DROPS.items()}


@pytest.mark.parametrize(
    ("flag", "answers"),
    [
        ("no_session", {("recent-cleared", "no")}),
        (
            "stage_one",
            {
                ("numb-cleared", "no"),
                ("bone", "yes"),
                ("recent-cleared", "yes"),
                ("dizzy", "yes"),
            },
        ),
        ("is_seated", {("dizzy", "yes")}),
        ("in_shoes", {("numb-cleared", "no")}),
        ("is_unready", {("running", "none"), ("running", "under-6"), ("running", "unknown")}),
        ("older_return", {("age65", "yes")}),
    ],
)
def test_what_else_the_answers_change(flag: str, answers: set[tuple[str, str]]) -> None:
    found = {
        (question.id, effect.when[question.id])
        for question in RULES.questions
        for effect in question.effects
        if getattr(effect, flag)
    }
    assert found == answers


def test_all_who_run_for_less_than_half_a_year_are_novices() -> None:
    (running,) = (question for question in RULES.questions if question.id == "running")
    novices = {effect.when["running"] for effect in running.effects if effect.is_novice}
    assert novices == {"none", "under-6", "under-26", "unknown"}
    assert [answer for answer, _ in running.choices] == ["none", "under-6", "under-26", "longer"]
