"""`footcoach status`."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.cli.commands.status import FIELDS, status_fields

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
pytestmark = pytest.mark.usefixtures("set_day")


def test_a_new_person(footcoach: Footcoach) -> None:
    done = footcoach("status")
    assert (done.code, done.out, done.err) == (0, "yes 0/3 today\n", "")


def test_a_plan_and_a_session_of_today(footcoach: Footcoach) -> None:
    footcoach("plan", "start", "foot-core-8wk")
    text = "{due} {rule} {week}/{goal} {stage} {routine} {minutes} {next}"
    assert footcoach("status", "--format", text).out == (
        "yes weekday 0/3 1 foot-core-8wk-l1 18 today\n"
    )
    footcoach("log", "foot-core-8wk-l1", "--at", "2026-03-02T07:00")
    assert footcoach("status").out == "no 1/3 Wed\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{{{due}}}", "{yes}"),
        ("{due:>5}|{due:.1}|", "  yes|y|"),
        ("no field", "no field"),
        ("", ""),
        ("{title}: {sentence}", "The essential three: Any time is fine."),
        ("{stage}", "-"),
    ],
)
def test_a_format(footcoach: Footcoach, text: str, line: str) -> None:
    assert footcoach("status", "--format", text).out == f"{line}\n"


@pytest.mark.parametrize(
    "text",
    [
        "{nxt}",
        "{}",
        "{due.__class__}",
        "{due[0]}",
        "{due!r}",
        "{due",
        "}",
        "{due:d}",
        "{due:99999}",
    ],
)
def test_another_format_is_refused(run_refused: Refused, text: str) -> None:
    assert "field" in (said := run_refused("status", "--format", text)) or "format" in said


def test_json_has_every_field(footcoach: Footcoach) -> None:
    fields = json.loads(footcoach("status", "--json").out)
    assert (*fields,) == ("schema", *FIELDS)


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("2026-03-02", "today"),
        ("2026-03-03", "tomorrow"),
        ("2026-03-08", "Sun"),
        ("2026-03-09", "2026-03-09"),
        ("2026-03-01", "2026-03-01"),
        ("", "-"),
    ],
)
def test_the_next_day_in_a_word(day: str, word: str) -> None:
    assert status_fields(DueToday("no", "", next=day), date(2026, 3, 2))["next"] == word
