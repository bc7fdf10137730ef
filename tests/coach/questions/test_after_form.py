"""Form after a session: answers in any order, changed at will, by the rules of the questions."""

from datetime import UTC, datetime

from builders import three_step_routine
from check_in_rules import RULES
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import After, Sore
from footcoach_tui.coach.questions.after_flow import AfterFlow, AfterSetting
from footcoach_tui.coach.questions.after_form import AfterForm, Line
from footcoach_tui.coach.questions.check_in_questions import ENTER, QuestionKind
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 4, tzinfo=UTC))
RECORD = INFO.record_of_plan(compile_timeline(three_step_routine()))
FLAGS = tuple(RULES.flags.values())
SETTING = AfterSetting(RECORD, RULES.sites, FLAGS)
BLANK = AfterForm(SETTING)


def scored(effort: int | None, pain: int | None) -> AfterForm:
    form = BLANK if effort is None else BLANK.with_score(Line.EFFORT, effort)
    return form if pain is None else form.with_score(Line.PAIN, pain)


def placed(form: AfterForm, *keys: str) -> AfterForm:
    for key in keys:
        before, form = form, form.with_place(key)
        assert form is not before, f"{key} is no answer to {before.place_question}"
    return form


def test_a_pain_may_be_given_before_the_effort() -> None:
    form = scored(None, 2).with_score(Line.EFFORT, 7)
    assert (form.record.effort, form.record.pain) == (7, 2)
    assert form.record.after is None


def test_a_score_stays_between_0_and_10() -> None:
    assert scored(11, -1).score(Line.EFFORT) == 10
    assert scored(11, -1).score(Line.PAIN) == 0


def test_the_place_is_a_line_only_where_something_hurts() -> None:
    assert Line.WHERE not in BLANK.lines
    assert Line.WHERE not in scored(3, 0).lines
    assert Line.WHERE in scored(3, 1).lines
    assert Line.WHERE not in AfterForm(SETTING._replace(sites={}), pain="4").lines


def test_the_place_keeps_its_side_when_the_pain_is_changed() -> None:
    form = placed(scored(3, 2), "h", "l", ENTER)
    assert After.read(form.record.after).sore == (Sore(Site.HEEL, Side.LEFT, 2),)
    changed = form.with_score(Line.PAIN, 4)
    assert After.read(changed.record.after).sore == (Sore(Site.HEEL, Side.LEFT, 4),)
    none = form.with_score(Line.PAIN, 0)
    assert After.read(none.record.after).sore == ()


def test_a_letter_after_the_last_place_begins_a_new_one() -> None:
    form = placed(scored(3, 2), "h", "l", ENTER, "c", "r", ENTER)
    assert After.read(form.record.after).sore == (Sore(Site.CALF, Side.RIGHT, 2),)
    assert form.with_place("?") is form


def test_the_last_key_about_the_place_can_be_taken_back() -> None:
    form = placed(scored(3, 2), "h", "l").without_last_place()
    assert form.place_question
    assert form.place_question.kind is QuestionKind.SIDE


def test_a_pain_raised_above_5_asks_for_red_flags_and_lowered_again_does_not() -> None:
    form = placed(scored(3, 2), "h", "l", ENTER)
    assert not form.asks_flags
    high = form.with_score(Line.PAIN, 6)
    assert high.asks_flags
    assert not high.without_flags().asks_flags
    assert not high.with_flag(None).asks_flags
    assert After.read(high.with_flag(None).record.after).is_list_shown
    assert not high.with_score(Line.PAIN, 5).asks_flags


def test_a_red_flag_stays_though_the_pain_is_lowered() -> None:
    form = scored(3, 7).with_place(ENTER).with_flag(FLAGS[0])
    assert After.read(form.record.after).flags == (FLAGS[0].id,)
    lowered = form.with_score(Line.PAIN, 0)
    assert After.read(lowered.record.after).flags == (FLAGS[0].id,)
    assert lowered.record.pain == 0


def test_the_list_that_comes_first_is_asked_again_for_a_higher_pain() -> None:
    form = AfterForm(SETTING._replace(asks_flags=True))
    assert form.asks_flags
    form = form.with_flag(None)
    assert not form.asks_flags
    form = form.with_score(Line.PAIN, 8).with_place(ENTER)
    assert form.asks_flags


@given(
    st.sampled_from([ENTER, *"0369x"]),
    st.lists(st.sampled_from([ENTER, *"0369xhacblryun1"]), max_size=12),
)
def test_answers_in_order_give_the_record_of_the_questions_one_by_one(
    effort: str, keys: list[str]
) -> None:
    flow, form = AfterFlow.begin(SETTING).answer(effort), AfterForm(SETTING, effort=effort)
    for key in keys:
        question = flow.question
        if question is None or key not in question.keys:
            continue
        flow = flow.answer(key)
        if question.id == Line.PAIN:
            form = form._replace(pain=key)
        elif question.kind is QuestionKind.FLAGS:
            form = form._replace(flag_keys=(*form.flag_keys, key))
        else:
            form = form.with_place(key)
        assert form.record == flow.record
        assert form.flow.question == flow.question
