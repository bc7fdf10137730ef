"""Questions after a plain session."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from builders import three_step_routine
from check_in_rules import RULES
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui.cli.plain.rating import ask_ratings
from footcoach_tui.coach.answers.check_in import After, Sore
from footcoach_tui.coach.decisions.pain import pain_advice, site_advice
from footcoach_tui.coach.questions.after_flow import AfterSetting
from footcoach_tui.coach.questions.check_in_questions import asked_flags
from footcoach_tui.coach.rules.sites import Site, SiteRule
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

FLAGS = tuple(RULES.flags.values())
NO_SITES: Mapping[Site, SiteRule] = {}
Ask = Callable[..., tuple[list[SessionRecord], list[str]]]


@pytest.fixture
def record() -> SessionRecord:
    """A session without a rating."""
    heading = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 4, tzinfo=UTC))
    return heading.record_of_plan(compile_timeline(three_step_routine()))


@pytest.fixture
def ask(record: SessionRecord) -> Ask:
    """Answer with these lines; returns the records to save, and the lines written."""

    def asked(
        *answers: str, sites: Mapping[Site, SiteRule] = NO_SITES
    ) -> tuple[list[SessionRecord], list[str]]:
        said: list[str] = []
        keyboard = FakeKeyboard(FakeClock(), [(0.0, answer) for answer in answers])
        return list(ask_ratings(AfterSetting(record, sites, FLAGS), keyboard, said.extend)), said

    return asked


def test_each_answer_is_there_to_be_saved_at_once(ask: Ask) -> None:
    records, said = ask("4", "2", "left heel tight")
    assert [(one.effort, one.pain, one.note) for one in records] == [
        (4, None, ""),
        (4, 2, ""),
        (4, 2, "left heel tight"),
    ]
    assert said == [
        "Effort 0 to 10 (enter skips):",
        "Pain 0 to 10 (enter skips):",
        *pain_advice(2),
        "A note (enter skips):",
    ]


def test_each_question_may_be_skipped(ask: Ask) -> None:
    assert ask("", "", "")[0] == []
    (only,) = ask("", "0", "")[0]
    assert (only.effort, only.pain, only.note) == (None, 0, "")


@pytest.mark.parametrize("wrong", ["11", "-1", "7.5", "seven", "٣", "9" * 5000])
def test_what_is_no_score_is_asked_again(ask: Ask, wrong: str) -> None:
    records, said = ask(wrong, "7", "", "")
    assert [one.effort for one in records] == [7]
    assert said[1] == "Please type a whole number from 0 to 10, or press Enter to skip."


def test_a_person_who_goes_away_has_answered_what_they_answered(ask: Ask) -> None:
    records, _ = ask("4")
    assert [one.effort for one in records] == [4]


def test_a_hostile_note_is_cleaned(ask: Ask) -> None:
    ((noted,), _) = ask("", "", "\x1b[2Jtight\u202e")
    assert noted.note == "[2Jtight"


def test_where_it_hurts_is_asked_and_answered_with_advice(ask: Ask) -> None:
    records, said = ask("4", "3", "a", "c", "l", "", "", sites=RULES.sites)
    heel_cord = Sore(Site.ACHILLES_CORD, Side.LEFT, 3)
    assert After.read(records[-1].after).sore == (heel_cord,)
    advice = site_advice(3, (heel_cord,))
    assert tuple(said[-1 - len(advice) : -1]) == advice


def test_above_5_the_list_is_asked(ask: Ask) -> None:
    records, said = ask("4", "7", "2", "n", "")
    assert "footcoach cannot examine you." in said
    assert records[-1].after == {"flags": [asked_flags(FLAGS)[1].id]}


def test_a_grave_flag_is_the_last_that_is_said(ask: Ask) -> None:
    _, said = ask("4", "7", "1", "tight")
    assert said[-1] == asked_flags(FLAGS)[0].advice


def test_another_answer_to_the_list_is_asked_again(ask: Ask) -> None:
    records, said = ask("", "7", "99", "", "n", "")
    assert said.count("That is no answer here.") == 2
    assert records[-1].after == {"flags": []}
