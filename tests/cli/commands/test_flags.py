"""`footcoach flags`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Footcoach = Callable[..., Any]
SetDay = Callable[[str], None]


def test_the_most_urgent_signs_come_first_each_with_its_advice(footcoach: Footcoach) -> None:
    done = footcoach("flags")
    headings = [
        "Call emergency services now",
        "Get it checked today",
        "See a doctor, physiotherapist or podiatrist within days",
        "Ask first",
    ]
    places = [done.lines.index(heading) for heading in headings]
    assert (done.code, done.lines[0]) == (0, "When to get it checked")
    assert places == sorted(places)
    assert "footcoach cannot examine you" in done.out
    assert "Do not walk on it." in done.out


def test_json_has_them_with_their_urgency(footcoach: Footcoach) -> None:
    flags = json.loads(footcoach("flags", "--json").out)["flags"]
    by_id = {flag["id"]: flag for flag in flags}
    assert by_id["snap"]["urgency"] == "today"
    assert by_id["growing"]["is_derived"]
    assert len(by_id) == len(flags) == 22


def test_an_open_flag_comes_first_until_it_was_seen(footcoach: Footcoach, set_day: SetDay) -> None:
    footcoach("checkin", "--sore", "left:shin:2", "--flags", "bone-point")
    set_day("2026-03-04")
    done = footcoach("flags")
    opening = " ".join(done.lines[:6])
    assert opening.startswith("Open since 2026-03-02: ")
    words = "? See a doctor, physiotherapist or podiatrist within days. Stop running and hopping"
    assert words in opening
    flags = json.loads(footcoach("flags", "--json").out)["flags"]
    assert {flag["id"]: flag["open-since"] for flag in flags if flag["open-since"]} == {
        "bone-point": "2026-03-02"
    }
    assert footcoach("flags", "seen", "bone-point", "--on", "2026-03-03").code == 0
    assert footcoach("flags").lines[0] == "When to get it checked"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("seen",), "name the sign that was seen"),
        (("seen", "snap"), "snap is not open"),
        (("seen", "snip"), "no sign is called “snip”. Did you mean “snap”"),
        (("seen", "swelling", "--on", "2026-03-01"), "is open since 2026-03-02"),
        (("seen", "swelling", "--on", "2026-03-03"), "is still to come"),
        (("--on", "2026-03-01"), "--on is the day of"),
    ],
)
@pytest.mark.usefixtures("set_day")
def test_what_cannot_be_closed(
    footcoach: Footcoach, run_refused: Any, arguments: tuple[str, ...], words: str
) -> None:
    footcoach("checkin", "--flags", "swelling")
    assert words in run_refused("flags", *arguments)
