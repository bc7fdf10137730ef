"""Answers around a session in words."""

from datetime import UTC, datetime

import pytest
from builders import three_step_routine

from footcoach_tui.coach.answers.words import answer_lines, pain_line
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 4, tzinfo=UTC))
RECORD = INFO.record_of_plan(compile_timeline(three_step_routine()))
ACHILLES = {"site": "achilles-cord", "side": "left", "score": 3}
NAMES = {"heel-raise-single": "Heel raise, one leg", "heel-raise-double": "Heel raise, both legs"}


def change(action: str, exercise: str, to: str = "") -> dict[str, object]:
    return {"step": 1, "exercise": exercise, "action": action, "to": to, "rules": ["R0"]}


@pytest.mark.parametrize(
    ("field", "document", "line"),
    [
        ("checkin", {"sore": []}, "Before: nothing sore."),
        ("checkin", {"energy": "short"}, "Before: short of time."),
        ("checkin", {"energy": "full"}, "Before: not answered."),
        (
            "checkin",
            {
                "sore": [ACHILLES],
                "decision": "lighter",
                "changes": [
                    change("down", "heel-raise-single", "heel-raise-double"),
                    change("leave", "pogo-double"),
                    change("halve", "heel-raise-double", "heel-raise-double"),
                ],
            },
            (
                "Before: left Achilles (cord) 3 of 10. Lighter: Heel raise, both legs instead of "
                "Heel raise, one leg; no pogo double; half of Heel raise, both legs."
            ),
        ),
        (
            "checkin",
            {"sore": [], "decision": "go", "changes": [change("swap", "pogo-double", "toe-walk")]},
            "Before: nothing sore. Changed: toe walk instead of pogo double.",
        ),
        ("after", {"sore": []}, "After: nothing sore."),
        (
            "after",
            {"sore": [{**ACHILLES, "side": "both"}], "hurt": [{"step": 2, "score": 4}]},
            "After: in step 2 it hurt 4 of 10; Achilles (cord), both sides 3 of 10.",
        ),
        (
            "after",
            {"hurt": [{"step": 4, "score": 5, "sharp": True}]},
            "After: sharp pain in step 4.",
        ),
        ("after", {"flags": ["night"]}, "After: flag night."),
        ("morning", {"answer": "worse"}, "The morning after: worse."),
        ("morning", {"answer": "not-worse"}, "The morning after: no worse than usual."),
    ],
)
def test_an_answer_is_a_sentence(field: str, document: dict[str, object], line: str) -> None:
    change = {field: document}
    record = RECORD._replace(**change)  # type: ignore[arg-type] # a field that is a mapping
    assert answer_lines(record, NAMES) == (line,)


def test_where_nothing_was_said_there_is_no_line() -> None:
    assert answer_lines(RECORD) == ()
    assert answer_lines(RECORD._replace(after={"flags": []}, morning={"answer": "unknown"})) == ()


@pytest.mark.parametrize(
    ("pain", "hurt", "sore", "line"),
    [
        (5, [], [{**ACHILLES, "score": 5}], "Pain 5 of 10: left Achilles (cord) 5 of 10"),
        (
            7,
            [{"step": 2, "score": 7}],
            [{**ACHILLES, "score": 5}],
            "Pain 7 of 10 during it; at the end left Achilles (cord) 5 of 10.",
        ),
        (7, [{"step": 2, "score": 7}], [], "Pain 7 of 10 during it; at the end none."),
        (5, [{"step": 2, "score": 5}], [{**ACHILLES, "score": 5}], None),
        (
            5,
            [{"step": 2, "score": 5, "sharp": True}],
            [],
            "Sharp pain during it; at the end none.",
        ),
        (6, [{"step": 2, "score": 6}], None, "Pain 6 of 10"),
    ],
    ids=["none-during", "less-at-end", "none-at-end", "the-same", "sharp", "no-site"],
)
def test_pain_during_a_session_and_at_its_end_are_both_said(
    pain: int, hurt: list[object], sore: list[object] | None, line: str | None
) -> None:
    after = {"hurt": hurt} if sore is None else {"hurt": hurt, "sore": sore}
    expected = "Pain 5 of 10: left Achilles (cord) 5 of 10" if line is None else line
    assert pain_line(RECORD._replace(pain=pain, after=after)) == expected


def test_without_an_answer_on_pain_there_is_no_line() -> None:
    assert pain_line(RECORD) == ""
