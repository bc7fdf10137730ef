"""Questions after a session, rule 1.10: effort, pain, then where, prefilled from the check-in."""

from datetime import UTC, datetime

import pytest
from builders import three_step_routine
from check_in_rules import RULES
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import After, CheckIn, Sore, StepPain
from footcoach_tui.coach.questions.after_flow import AfterFlow, AfterSetting
from footcoach_tui.coach.questions.check_in_questions import ENTER
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 4, tzinfo=UTC))
RECORD = INFO.record_of_plan(compile_timeline(three_step_routine()))
FLAGS = tuple(RULES.flags.values())
HEEL, CALF = Sore(Site.HEEL, Side.LEFT, 3), Sore(Site.CALF, Side.BOTH, 1)


def checked(*sore: Sore) -> SessionRecord:
    return RECORD._replace(checkin=CheckIn(sore=sore).document())


def flow_after(
    record: SessionRecord, *keys: str, asks_flags: bool = False, with_sites: bool = True
) -> AfterFlow:
    sites = RULES.sites if with_sites else {}
    flow = AfterFlow.begin(AfterSetting(record, sites, FLAGS, asks_flags))
    for key in keys:
        before, flow = flow, flow.answer(key)
        assert flow is not before, f"{key} is no answer to {before.question}"
    return flow


def question_of(flow: AfterFlow) -> str:
    return flow.question.id if flow.question else ""


@pytest.mark.parametrize(
    ("keys", "question"),
    [
        ((), "effort"),
        (("3",), "pain"),
        ((ENTER,), "pain"),
        (("3", ENTER), ""),
        (("3", "0"), ""),
        (("3", "1"), "site"),
        (("3", "1", ENTER), ""),
        (("3", "1", "h"), "side"),
        (("3", "1", "a"), "achilles"),
        (("3", "1", "a", "c"), "side"),
        (("3", "1", "h", "l"), "else"),
        (("3", "1", "h", "l", ENTER), ""),
        (("3", "1", "h", "l", "y"), "site"),
        (("3", "1", "h", "l", "y", "c", "b"), "score"),
        (("3", "1", "h", "l", "y", "c", "b", "1", "y", "s", "r", "1"), ""),
        (("3", "6", "h", "l", ENTER), "flags"),
        (("3", "6", "h", "l", ENTER, "n"), ""),
        (("3", "x", ENTER), "flags"),
    ],
)
def test_a_question_follows_from_the_answers(keys: tuple[str, ...], question: str) -> None:
    assert question_of(flow_after(RECORD, *keys)) == question


@pytest.mark.parametrize(
    ("keys", "sore"),
    [
        (("3", ENTER), None),
        (("3", "0"), ()),
        (("3", "2", ENTER), None),
        (("3", "2", "h", "l", ENTER), (Sore(Site.HEEL, Side.LEFT, 2),)),
        (("3", "2", "a", "u", "r", ENTER), (Sore(Site.ACHILLES_BONE, Side.RIGHT, 2),)),
        (
            ("3", "2", "h", "l", "y", "c", "b", "4", ENTER),
            (Sore(Site.HEEL, Side.LEFT, 2), Sore(Site.CALF, Side.BOTH, 4)),
        ),
        (("3", "2", "h", "l", "y", "h", "l", "5", ENTER), (Sore(Site.HEEL, Side.LEFT, 5),)),
        (("3", "2", "h", "l", "y", "c", "b", "0", ENTER), (Sore(Site.HEEL, Side.LEFT, 2),)),
    ],
)
def test_where_it_hurts_is_kept(keys: tuple[str, ...], sore: tuple[Sore, ...] | None) -> None:
    record = flow_after(RECORD, *keys).record
    assert After.read(record.after).sore == sore
    assert record.pain == max((each.score for each in sore or ()), default=record.pain)


def test_enter_takes_the_sites_of_the_check_in() -> None:
    flow = flow_after(checked(HEEL, CALF), "3", "4")
    assert flow.question
    assert flow.question.answers[0] == (ENTER, "left heel, calf, both sides, as before")
    after = After.read(flow.answer(ENTER).answer(ENTER).record.after)
    assert after.sore == (HEEL._replace(score=4), CALF)


def test_of_the_check_in_no_score_is_above_the_pain() -> None:
    record = flow_after(checked(HEEL, CALF._replace(score=2)), "3", "1", ENTER).record
    assert [each.score for each in After.read(record.after).sore or ()] == [1, 1]


def test_pain_is_the_highest_score_after_it() -> None:
    hurt = RECORD._replace(after=After(hurt=(StepPain(1, 4),)).document())
    record = flow_after(hurt, "3", "1", "h", "l", ENTER).record
    assert record.pain == 4
    assert After.read(record.after).hurt == (StepPain(1, 4),)


def test_pain_that_was_not_answered_stays_unknown() -> None:
    hurt = RECORD._replace(after=After(hurt=(StepPain(1, 4),)).document())
    assert flow_after(hurt, "3", ENTER).record.pain is None


def test_without_rules_no_place_is_asked() -> None:
    assert question_of(flow_after(RECORD, "3", "4", with_sites=False)) == ""


def test_the_list_comes_first_where_the_last_step_was_ended() -> None:
    flow = flow_after(RECORD, asks_flags=True)
    assert question_of(flow) == "flags"
    flow = flow.answer("n")
    assert question_of(flow) == "effort"
    assert flow.record.after == {"flags": []}
    hurt = RECORD._replace(after={"hurt": [{"step": 1, "score": 7}]})
    assert question_of(flow_after(hurt, "n", "3", "7", ENTER, asks_flags=True)) == ""


def test_a_list_that_was_shown_in_the_session_is_not_shown_again() -> None:
    record = RECORD._replace(after={"hurt": [{"step": 1, "score": 7}], "flags": []})
    assert question_of(flow_after(record, "3", "7", ENTER)) == ""
    assert question_of(flow_after(record, "3", "8", ENTER)) == "flags", "but for more pain"


def test_a_flag_is_kept() -> None:
    flow = flow_after(RECORD, "3", "7", ENTER, "1")
    assert flow.flag is not None
    assert flow.record.after == {"flags": [flow.flag.id]}
    assert flow.flag.urgency == "now", "the most urgent comes first"


def test_no_answer_changes_nothing_else() -> None:
    assert flow_after(RECORD).record == RECORD


@given(st.lists(st.sampled_from([*"0123456789xnyhacslrb", ENTER, "10"]), max_size=20))
def test_any_keys_lead_to_an_end(keys: list[str]) -> None:
    flow = flow_after(checked(HEEL))
    for key in keys:
        flow = flow.answer(key)
    for _ in range(20):
        if flow.question:
            flow = flow.answer(ENTER if ENTER in flow.question.keys else flow.question.keys[0])
    assert flow.question is None
    after = After.read(flow.record.after)
    assert all(1 <= each.score <= 10 for each in after.sore or ())
    assert flow.record.pain is None or flow.record.pain >= max(
        (each.score for each in after.sore or ()), default=0
    )
