"""Session that the morning question is about (Q0)."""

from typing import Any

import pytest
from check_ins import MakeRecord, asked, begin, played, typed

from footcoach_tui.coach.answers.check_in import MorningAnswer
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_flow import ENTER, SKIP
from footcoach_tui.session.record import SetOutcome


@pytest.mark.parametrize(
    ("fields", "is_asked"),
    [
        ({}, True),
        ({"day": "2026-03-09"}, True),
        ({"day": "2026-03-08"}, False),
        ({"day": "2026-03-12"}, False),
        ({"exercise": "ankle-circles"}, False),
        ({"exercise": "ankle-circles", "pain": 1}, True),
        ({"exercise": "ankle-circles", "pain": 0}, False),
        ({"exercise": "unknown-to-us"}, False),
        ({"outcome": SetOutcome.SKIPPED}, False),
        ({"morning": {"answer": "unknown"}}, False),
        ({"speed": 2.0, "pain": 5}, False),
    ],
    ids=str,
)
def test_q0_when_it_is_asked(
    make_record: MakeRecord, fields: dict[str, Any], *, is_asked: bool
) -> None:
    day = fields.pop("day", "2026-03-11")
    flow = begin(TrainingLog(sessions=(played(make_record, day, **fields),)))
    assert (asked(flow) == "morning") is is_asked


def test_q0_is_about_the_last_session_only(make_record: MakeRecord) -> None:
    sessions = (
        played(make_record, "2026-03-10"),
        played(make_record, "2026-03-11", "ankle-circles"),
    )
    assert asked(begin(TrainingLog(sessions=sessions))) == "sore"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["n", "n", ENTER], MorningAnswer.NOT_WORSE),
        (["w", "n", ENTER], MorningAnswer.WORSE),
        ([ENTER, "n", ENTER], MorningAnswer.UNKNOWN),
        ([SKIP, ENTER], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_q0_answers(make_record: MakeRecord, keys: list[str], answer: MorningAnswer | None) -> None:
    session = played(make_record, "2026-03-10")
    flow = begin(TrainingLog(sessions=(session,)))
    assert flow.question
    assert flow.question.text == "The morning after Tuesday’s session: how were your feet?"
    flow = typed(flow, keys)
    assert (flow.is_over, flow.morning, flow.morning_session) == (True, answer, session)
