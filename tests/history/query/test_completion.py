"""Completions of a query can be taken, and mean something."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.history.query.parse import QUERY_KEYS, parse_query

TODAY = date(2026, 3, 31)
KNOWN = Vocabulary(
    exercises={"big-toe-lift": "Big toe lift", "toe-yoga": "Toe yoga", "ball-roll": "Sole roll"},
    routines={"toe-yoga-basics-5min": "Toe yoga basics", "daily-7min": "Daily foot core"},
    contexts=("before-run", "after-run", "after a long run"),
)


def words(text: str, cursor: int | None = None) -> list[str]:
    position = len(text) if cursor is None else cursor
    return [completion.word for completion in KNOWN.completions(text, position)]


def test_keys_come_first() -> None:
    keys = ["exercise:", "routine:", "context:", "note:", "side:", "since:", "until:", "on:"]
    assert words("")[:8] == words("toe ")[:8] == keys
    assert words("")[8:] == ["week:", "pain>", "effort>", "minutes>", "partial"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("exe", ["exercise:"]),
        ("EX", ["exercise:"]),
        ("-par", ["-partial"]),
        ("partial", []),
        ("exercise:", ["exercise:big-toe-lift", "exercise:toe-yoga", "exercise:ball-roll"]),
        ("exercise:toe", ["exercise:toe-yoga", "exercise:big-toe-lift"]),
        ("exercise:sole", ["exercise:ball-roll"]),
        ("-routine:da", ["-routine:daily-7min"]),
        ("context:aft", ["context:after-run", 'context:"after a long run"']),
        ("side:", ["side:both", "side:left", "side:right"]),
        ("week:l", ["week:last"]),
        ("since:y", ["since:yesterday"]),
        ("on:t", ["on:today", "on:tuesday", "on:thursday"]),
        ("note:", []),
        ("pain>", []),
        ("nothing:", []),
        ('"toe', []),
        ("zzz", []),
        ("toe", ["exercise:toe-yoga", "exercise:big-toe-lift", "routine:toe-yoga-basics-5min"]),
        ("pain>3 si", ["side:", "since:"]),
    ],
)
def test_what_is_offered(text: str, offered: list[str]) -> None:
    assert words(text) == offered


def test_only_what_is_before_the_cursor_counts_and_all_of_the_word_is_replaced() -> None:
    text = "-exercise:toe-something side:left"
    offered = KNOWN.completions(text, len("-exercise:to"))
    assert offered[0].applied(text) == "-exercise:toe-yoga side:left"
    assert offered[0].about == "Toe yoga"


def test_quotes_belong_to_the_word() -> None:
    text = 'context:"after a" toe'
    (only, *_) = KNOWN.completions(text, len('context:"after a'))
    assert only.applied(text) == 'context:"after a long run" toe'


@given(st.text(), st.integers(-5, 50))
def test_whatever_is_typed_the_place_lies_in_the_text(text: str, cursor: int) -> None:
    for completion in KNOWN.completions(text, cursor):
        assert 0 <= completion.start <= completion.end <= len(text)
        assert completion.applied(text) != text


@pytest.mark.parametrize("key", QUERY_KEYS)
@pytest.mark.parametrize("dash", ["", "-"])
def test_every_value_offered_can_be_read(key: str, dash: str) -> None:
    offered = words(f"{dash}{key}:")
    assert offered or key == "note"
    assert all(len(parse_query(word, TODAY).terms) == 1 for word in offered)
