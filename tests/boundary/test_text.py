import io
import time
from unicodedata import category, is_normalized, normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footcoach_tui.boundary.text import (
    clean,
    forbidden_character,
    quote,
    register_error_handler,
    to_ascii,
)

ANY_TEXT = st.text(st.characters())
LIMITS = st.integers(min_value=1, max_value=50)
NOISE = st.sampled_from(
    "a\u0301\u0327\u200d\u200c\n\t \r\x1b\x9b\u202e\u2028\u0958\ue000\ud800\U0001f9b6"
)


@given(st.text(NOISE) | ANY_TEXT, LIMITS)
@example("e\u0301" * 30, 10)
def test_cleaned_text_is_short_and_holds_nothing_that_moves_the_cursor(
    text: str, limit: int
) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    for char in cleaned:
        assert char in "\u200c\u200d" or category(char) not in {
            "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"
        }  # fmt: skip


@given(st.text(NOISE) | ANY_TEXT, LIMITS)
def test_cleaning_twice_changes_nothing_more(text: str, limit: int) -> None:
    once = clean(text, limit)
    assert clean(once, limit) == once
    assert is_normalized("NFC", once)


@given(st.text(NOISE) | ANY_TEXT)
def test_no_more_than_four_marks_stay_in_a_row(text: str) -> None:
    row = 0
    for char in clean(text).replace("\u200d", "").replace("\u200c", ""):
        row = row + 1 if category(char).startswith("M") else 0
        assert row <= 4


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=100))
def test_plain_text_stays_as_it_is_but_for_its_normal_form(text: str) -> None:
    assert clean(text) == normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rest [optional] [/b] :smile:", "Rest [optional] [/b] :smile:"),
        ("two\n   lines", "two lines"),
        ("a \r\n\t b", "a b"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\u202egnp.exe", "gnp.exe"),
        ("Fu\u0308ße", "Füße"),
        ("\U0001f468\u200d\U0001f9b0", "\U0001f468\u200d\U0001f9b0"),
        ("\ufeffname", "name"),
        ("Z" + "\u0336" * 9, "Z" + "\u0336" * 4),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_long_text_is_cut_with_a_sign() -> None:
    assert clean("abcdef", limit=4) == "abc…"
    assert clean("abcd", limit=4) == "abcd"


def test_a_quotation_is_short() -> None:
    assert quote("x\x1b") == "“x”"
    assert len(quote("x" * 500)) == 62


def test_a_long_row_of_marks_takes_no_time() -> None:
    before = time.process_time()
    clean("a" + "\u0301\u0327" * 100_000)
    assert time.process_time() - before < 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\x1bb", "U+001B ESCAPE"),
        ("\x00", "U+0000 NULL"),
        ("\x05", "U+0005 CONTROL CHARACTER"),
        ("\x9b", "U+009B CONTROL SEQUENCE INTRODUCER"),
        ("\x7f", "U+007F DELETE"),
        ("\r", "U+000D CARRIAGE RETURN"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\ud800", "U+D800 SURROGATE"),
    ],
)
def test_the_first_offending_character_is_named(text: str, name: str) -> None:
    assert forbidden_character(text) == name


@pytest.mark.parametrize(
    "text", ["", "plain", "two\nlines\tand a tab", "\u00a0", "\u0915\u094d\u200d", "[/b]"]
)
def test_what_people_write_offends_nobody(text: str) -> None:
    assert forbidden_character(text) is None


@given(ANY_TEXT)
def test_what_offends_never_survives_cleaning(text: str) -> None:
    assert forbidden_character(clean(text)) is None


@given(st.text())
def test_all_of_it_is_ascii(text: str) -> None:
    assert to_ascii(text).isascii()


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("ascii", "Mare -> ecole... ?"), ("latin-1", "Mare -> \xe9cole... ?"), ("utf-8", None)],
)
def test_an_encoding_writes_what_it_has_and_says_the_rest(
    encoding: str, written: str | None
) -> None:
    text = "Mare → école… 日"
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=register_error_handler())
    stream.write(text)
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding) == (written or text)
