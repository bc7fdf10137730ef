"""Questions about the person, one after the other (0.3)."""

from datetime import timedelta

import pytest
from coach_logs import COURSE, MONDAY, RULES, session

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.questions.profile_flow import ENTER, ProfileFlow, is_profile_due

CHOICE = PlanChoice(MONDAY, COURSE, MONDAY)
ANSWERED = {
    question.id: "longer" if question.choices else "no"
    for question in RULES.questions
    if question.required and not question.asked_if
}


def asked(flow: ProfileFlow, *keys: str) -> list[str]:
    """Ids of the questions that come after each key."""
    ids = []
    for key in keys:
        ids.append(flow.question.id if flow.question else "")
        flow = flow.answer(key)
    return [*ids, flow.question.id if flow.question else ""]


def test_a_question_that_follows_from_an_answer_comes_only_after_it() -> None:
    flow = ProfileFlow.begin(RULES.questions)
    assert asked(flow, "y")[1] == "numb-cleared"
    assert asked(flow, "n")[1] == "diabetes"


def test_in_the_first_week_only_the_required_ones_are_asked() -> None:
    flow = ProfileFlow.begin(RULES.questions, only_required=True)
    assert asked(flow, *"nnnn4") == ["numb", "bone", "recent", "tendon-drug", "running", ""]
    assert asked(flow, *"ynyyn")[:4] == ["numb", "numb-cleared", "bone", "recent"]


def test_a_required_question_cannot_be_skipped_and_another_can() -> None:
    flow = ProfileFlow.begin(RULES.questions)
    assert flow.answer(ENTER) is flow
    flow = flow.answer("n")
    assert flow.answer(ENTER).given[-1] == ("diabetes", "unknown")


def test_unknown_is_an_answer_to_a_required_question() -> None:
    assert ProfileFlow.begin(RULES.questions).answer("u").given == (("numb", "unknown"),)


@pytest.mark.parametrize("key", ["x", "1", "", "escape"])
def test_another_key_changes_nothing(key: str) -> None:
    flow = ProfileFlow.begin(RULES.questions)
    assert flow.answer(key) is flow


def test_enter_keeps_the_answer_of_the_profile_before() -> None:
    flow = ProfileFlow.begin(RULES.questions, Profile(MONDAY, {"numb": "yes"}))
    assert (ENTER, "as before: yes") in flow.keys
    assert flow.answer(ENTER).given == (("numb", "yes"),)


def test_back_takes_the_last_answer_away() -> None:
    flow = ProfileFlow.begin(RULES.questions)
    assert flow.answer("y").answer("n").back().question == flow.answer("y").question
    assert flow.back() is flow


def test_answers_that_were_not_asked_for_stay_as_they_were() -> None:
    earlier = Profile(MONDAY, {"knees": "yes", "numb": "yes"})
    flow = ProfileFlow.begin(RULES.questions, earlier, only_required=True)
    while not flow.is_over:
        flow = flow.answer("n") if flow.answer("n") is not flow else flow.answer("1")
    profile = flow.profile(MONDAY)
    assert (profile.answers["knees"], profile.answers["numb"]) == ("yes", "no")


@pytest.mark.parametrize(
    ("log", "days", "is_due"),
    [
        (TrainingLog(), 0, False),
        (TrainingLog(choices=(CHOICE,)), 0, True),
        (TrainingLog(choices=(CHOICE,), profiles=(Profile(MONDAY, ANSWERED),)), 83, False),
        (TrainingLog(choices=(CHOICE,), profiles=(Profile(MONDAY, ANSWERED),)), 84, True),
        (TrainingLog(profiles=(Profile(MONDAY, ANSWERED),)), 84, False),
    ],
    ids=["no plan", "a plan, never asked", "83 days", "84 days", "no plan, 84 days"],
)
def test_a_plan_asks_at_its_beginning_and_after_84_days(
    log: TrainingLog,
    days: int,
    is_due: bool,  # noqa: FBT001 - a table of cases
) -> None:
    assert is_profile_due(Facts.of(log, RULES, MONDAY + timedelta(days=days))) is is_due


@pytest.mark.parametrize(("days", "is_due"), [(27, False), (28, True)])
def test_a_break_of_28_days_asks_again_once(
    days: int,
    is_due: bool,  # noqa: FBT001 - a table of cases
) -> None:
    before = TrainingLog(
        sessions=(session(0),), choices=(CHOICE,), profiles=(Profile(MONDAY, ANSWERED),)
    )
    today = MONDAY + timedelta(days=days)
    facts = Facts.of(before, RULES, today)
    progress = Progress.of(facts)
    assert is_profile_due(facts, progress) is is_due
    after = before._replace(profiles=(*before.profiles, Profile(today, ANSWERED)))
    assert not is_profile_due(Facts.of(after, RULES, today), progress)


def test_a_required_question_without_an_answer_is_asked() -> None:
    for missing in ANSWERED:
        answers = {name: value for name, value in ANSWERED.items() if name != missing}
        log = TrainingLog(choices=(CHOICE,), profiles=(Profile(MONDAY, answers),))
        assert is_profile_due(Facts.of(log, RULES, MONDAY))
    followed = ANSWERED | {"pregnant": "yes"}
    log = TrainingLog(choices=(CHOICE,), profiles=(Profile(MONDAY, followed),))
    assert is_profile_due(Facts.of(log, RULES, MONDAY))
