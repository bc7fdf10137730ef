"""Check-in: its questions in order, by the rows of the table of questions (Q0 to Q7)."""

from dataclasses import replace
from typing import Any

import pytest
from bundled import CATALOGUE
from check_in_rules import RULES
from check_ins import L3, MakeRecord, asked, begin, played, typed
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import (
    BreakReason,
    CheckIn,
    Energy,
    RunKind,
    Sore,
)
from footcoach_tui.coach.answers.decision import Decision, Question, Verdict
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_flow import ENTER, SKIP, TypedKey
from footcoach_tui.coach.questions.check_in_script import Decide
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side

DESK = CATALOGUE.routines["desk-break-3min"]
GENTLE = CATALOGUE.routines["gentle-4min"]
SHORT_AND_SORE = CheckIn((Sore(Site.HEEL, Side.LEFT, 4),), energy=Energy.SHORT)
GO = Decision(Verdict.GO, "go", "Ready.", L3)


@pytest.mark.parametrize(
    ("keys", "check_in"),
    [
        (["n", ENTER], CheckIn(sore=())),
        (["n", "s"], CheckIn(sore=(), energy=Energy.SHORT)),
        (["n", "i"], CheckIn(sore=(), energy=Energy.ILL)),
        (
            ["y", "h", "l", "1", "n", ENTER],
            CheckIn(sore=(Sore(Site.HEEL, Side.LEFT, 1),)),
        ),
        (
            ["y", "a", "c", "b", "1", "n", ENTER],
            CheckIn(sore=(Sore(Site.ACHILLES_CORD, Side.BOTH, 1),)),
        ),
        (
            ["y", "a", "u", "r", "1", "n", ENTER],
            CheckIn(sore=(Sore(Site.ACHILLES_BONE, Side.RIGHT, 1),)),
        ),
        (
            ["y", "a", "b", "r", "x", "n", "n", ENTER],
            CheckIn(sore=(Sore(Site.ACHILLES_BONE, Side.RIGHT, 10),), flags=()),
        ),
        (["y", "h", "l", "0", "n", ENTER], CheckIn(sore=())),
        (
            ["y", "h", "l", "1", "y", "h", "l", "0", "n", ENTER],
            CheckIn(sore=()),
        ),
        (
            ["y", "h", "l", "1", "y", "h", "r", "1", "y", "k", "l", "1", ENTER],
            CheckIn(
                sore=(
                    Sore(Site.HEEL, Side.LEFT, 1),
                    Sore(Site.HEEL, Side.RIGHT, 1),
                    Sore(Site.ANKLE, Side.LEFT, 1),
                )
            ),
        ),
        ([SKIP, ENTER], CheckIn()),
        (["y", SKIP, ENTER], CheckIn()),
        (["y", "h", "l", SKIP, ENTER], CheckIn()),
        (
            ["y", "h", "l", "4", SKIP, "s"],
            CheckIn((Sore(Site.HEEL, Side.LEFT, 4),), energy=Energy.SHORT),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_q1_to_q7_fill_in_the_check_in(keys: list[str], check_in: CheckIn) -> None:
    flow = typed(begin(), keys)
    assert flow.is_over
    assert flow.check_in == check_in


@pytest.mark.parametrize(
    ("keys", "most"), [(["n", "n", ENTER], 3), (["w", *"yacl4nn", ENTER], 9)], ids=["well", "sore"]
)
def test_the_longest_check_ins(make_record: MakeRecord, keys: list[str], most: int) -> None:
    log = TrainingLog(sessions=(played(make_record, "2026-03-10"),))
    assert typed(begin(log), keys).is_over
    assert len(keys) == most


def test_q1_has_no_default() -> None:
    flow = begin()
    assert asked(flow) == "sore"
    assert flow.answer(ENTER) is flow
    assert flow.answer("") is flow


def test_q7_cannot_be_skipped_and_ends_it() -> None:
    flow = typed(begin(), ["n"])
    assert asked(flow) == "start"
    assert flow.skip() is flow
    over = flow.answer(ENTER)
    assert over.is_over
    assert (over.answer(ENTER), over.skip()) == (over, over)


def test_q2_has_eight_keys() -> None:
    flow = typed(begin(), ["y"])
    assert flow.question
    assert len(flow.question.answers) == 8
    assert ("a", "Achilles") in flow.question.answers


@pytest.mark.parametrize(
    ("routine", "first"),
    [(DESK, "start"), (GENTLE, "sore"), (L3, "sore")],
    ids=["mobility", "gentle", "strength"],
)
def test_q1_is_asked_before_all_but_mobility(routine: Any, first: str) -> None:
    if routine is DESK:  # mobility: all steps level 1, effort at most 3
        seated = tuple(step for step in DESK.steps if step.exercise.level == 1)
        routine = replace(DESK, steps=seated, effort=(1, 3))
    assert asked(begin(routine=routine)) == first


def asking(*identities: str) -> Decide:
    """A decision with these questions, as long as the check-in does not answer them."""

    def decide(check_in: CheckIn) -> Decision:
        known = {
            "run-today": check_in.run_today is not None,
            "run-tomorrow": check_in.run_tomorrow is not None,
            "break": check_in.break_reason is not None,
            "six-hours": check_in.is_six_hours_later,
            "longer-run": check_in.ran_longer,
            "flags": check_in.flags is not None,
        }
        open_ones = [each for each in identities if not known.get(each, each in check_in.confirmed)]
        return GO._replace(questions=tuple(Question(each, f"{each}?") for each in open_ones))

    return decide


@pytest.mark.parametrize(
    ("question", "key", "expected"),
    [
        ("run-today", "e", CheckIn(sore=(), run_today=RunKind.EASY)),
        ("run-tomorrow", "h", CheckIn(sore=(), run_tomorrow=RunKind.HARD)),
        ("six-hours", "y", CheckIn(sore=(), is_six_hours_later=True)),
        ("longer-run", "y", CheckIn(sore=(), ran_longer=True)),
        ("longer-run", "n", CheckIn(sore=())),
        ("shoes", "y", CheckIn(sore=(), confirmed=frozenset({"shoes"}))),
        ("shoes", "n", CheckIn(sore=())),
        ("break", "i", CheckIn(sore=(), break_reason=BreakReason.ILL)),
        ("break", "o", CheckIn(sore=(), break_reason=BreakReason.LIFE, other_training=True)),
        ("flags", "n", CheckIn(sore=(), flags=())),
    ],
)
def test_what_is_asked_besides(question: str, key: str, expected: CheckIn) -> None:
    flow = typed(begin(decide=asking(question)), ["n"])
    assert asked(flow) == question
    flow = typed(flow, [key, ENTER])
    assert (flow.is_over, flow.check_in) == (True, expected)


def test_at_most_two_are_asked_besides_and_what_a_gate_needs() -> None:
    decide = asking("shoes", "tomorrow-easy", "longer-run", "running", "flags")
    flow = typed(begin(decide=decide), list("nnn"))
    assert asked(flow) == "running"
    assert asked(flow.answer("n")) == "flags"
    assert asked(typed(flow, list("nn"))) == "start"


@pytest.mark.parametrize(
    ("decision", "keys"),
    [
        (Decision(Verdict.STOP, "flag:snap", "Stop."), None),
        (Decision(Verdict.REST, "red", "Rest."), None),
        (Decision(Verdict.REST, "red", "Rest.", GENTLE), (ENTER,)),
        (Decision(Verdict.GENTLE, "red", "Gentle.", GENTLE), (ENTER,)),
        (Decision(Verdict.INSTEAD, "G1", "Not yet.", DESK, may_override=True), (ENTER, *"siy")),
        (Decision(Verdict.GENTLE, "sore", "", GENTLE, may_override=True), (ENTER, "y")),
        (Decision(Verdict.REST, "sore", "", may_override=True), ("y",)),
        (GO, (ENTER, "s", "i")),
    ],
)
def test_q7_offers_what_the_decision_allows(
    decision: Decision, keys: tuple[str, ...] | None
) -> None:
    flow = typed(begin(decide=lambda _: decision), ["n"])
    assert (flow.question.keys if flow.question else None) == keys
    assert flow.decision == decision


def test_going_on_anyway_asks_for_the_start_of_that() -> None:
    def decide(check_in: CheckIn) -> Decision:
        refused = Decision(Verdict.INSTEAD, "G1", "Not yet.", DESK, may_override=True)
        return GO if check_in.is_anyway else refused

    flow = typed(begin(decide=decide), ["n", "y"])
    assert (asked(flow), flow.decision) == ("start", GO)
    assert typed(flow, ["s"]).check_in == CheckIn((), energy=Energy.SHORT, is_anyway=True)


def test_on_a_day_of_illness_the_key_that_goes_on_says_that_it_was_a_wrong_key() -> None:
    def decide(check_in: CheckIn) -> Decision:
        rest = Decision(Verdict.REST, "ill", "Get well first.", may_override=True)
        return GO if check_in.is_anyway else rest

    flow = typed(begin(decide=decide), ["n"])
    assert flow.question
    assert dict(flow.question.answers)["y"] == "I am not ill: it was a wrong key"


def test_after_illness_the_key_that_goes_on_says_that_there_is_no_fever() -> None:
    def decide(check_in: CheckIn) -> Decision:
        gentle = Decision(Verdict.GENTLE, "ill", "Get well first.", GENTLE, may_override=True)
        return GO if check_in.is_anyway else gentle

    flow = typed(begin(decide=decide), ["n"])
    assert flow.question
    assert flow.question.keys == (ENTER, "s", "i", "y")
    assert dict(flow.question.answers)["y"] == "I have had no fever for two days"


def test_who_is_ill_may_start_what_is_gentle() -> None:
    def decide(check_in: CheckIn) -> Decision:
        is_ill = check_in.energy is Energy.ILL
        return Decision(Verdict.REST, "ill", "Get well first.", GENTLE) if is_ill else GO

    flow = typed(begin(decide=decide), ["n", "i"])
    assert flow.question
    assert flow.question.keys == (ENTER,)
    assert typed(flow, [ENTER]).check_in.energy is Energy.ILL


def test_q6_a_sign_counts_once_it_is_said_to_be_true_again() -> None:
    flow = typed(begin(), [*"yhl3n", "2"])
    assert flow.question
    assert flow.question.answers == (("y", "yes, this is true"), ("n", "no, back to the list"))
    assert flow.check_in.flags is None
    assert asked(flow.back()) == asked(flow.answer("n")) == "flags"
    assert typed(flow, ["n", "n"]).check_in.flags == ()
    (sign,) = typed(flow, ["n", "2", "y"]).check_in.flags or ()
    assert RULES.flags[sign].question == flow.question.text


def test_the_context_of_the_session_is_in_the_check_in() -> None:
    assert begin(context="before-run").check_in.context == "before-run"


def test_back_takes_an_answer_back() -> None:
    flow = typed(begin(), list("yhl3"))
    assert asked(flow.back()) == "score"
    assert flow.back().check_in.sore is None
    assert asked(flow.back().back().back().back()) == "sore"
    first = begin()
    assert first.back() is first


def test_a_skip_can_be_taken_back() -> None:
    flow = typed(begin(), ["y", SKIP])
    assert (asked(flow), asked(flow.back())) == ("start", "site")


def test_an_interrupted_one_resumes() -> None:
    flow = typed(begin(), list("yhl3y"))
    resumed = begin().resume(flow.typed)
    assert (resumed.keys, asked(resumed)) == (("y", "h", "l", "3", "y"), "site")
    skipped = typed(begin(), [SKIP])
    assert begin().resume(skipped.typed).typed == skipped.typed


def test_keys_of_another_question_are_not_taken_over() -> None:
    """“No worse” of a morning that is not asked about any more is no “nothing sore”."""
    resumed = begin().resume([TypedKey("morning", "n"), TypedKey("sore", "n")])
    assert (resumed.keys, resumed.check_in.sore) == ((), None)
    assert begin().resume([TypedKey("sore", "?")]).keys == ()


@given(st.lists(st.sampled_from([*"ynlrbhacfks0123x", ENTER, SKIP, "back"]), max_size=40))
def test_any_keys_lead_to_a_check_in_that_is_kept_as_it_is(keys: list[str]) -> None:
    flow = begin(decide=asking("shoes", "break", "flags"))
    for key in keys:
        steps = {"back": flow.back, SKIP: flow.skip}
        flow = steps[key]() if key in steps else flow.answer(key)
    assert CheckIn.read(flow.check_in.document()) == flow.check_in
    assert begin(decide=flow.setting.decide).resume(flow.typed).check_in == flow.check_in
