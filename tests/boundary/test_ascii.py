"""What a terminal or a locale cannot show is said in ASCII, and never raises."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.text import register_error_handler, to_ascii


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
