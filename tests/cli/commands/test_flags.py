"""`footcoach flags`."""

import json
from collections.abc import Callable
from typing import Any

Footcoach = Callable[..., Any]


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
