from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.app.appearance.glyphs import bar
from footcoach_tui.app.exercise_view.big_text import (
    big_text,
    dot_columns,
    fitting_scale,
    rows_at_scale,
)

texts = st.text("0123456789:.", min_size=1, max_size=5)


def test_digits_look_like_digits() -> None:
    assert big_text("10", 2) == (
        "  ██    ██████",
        "████    ██  ██",
        "  ██    ██  ██",
        "  ██    ██  ██",
        "██████  ██████",
    )


def test_the_smallest_digits_are_drawn_in_half_rows() -> None:
    assert big_text("7", 1) == ("▀▀█", " ▄▀", " ▀ ")


@given(texts, st.integers(1, 6))
def test_rows_are_as_wide_and_as_many_as_told(text: str, scale: int) -> None:
    rows = big_text(text, scale)
    assert len(rows) == rows_at_scale(scale)
    assert {len(row) for row in rows} == {dot_columns(text) * scale}


@given(texts, st.integers(1, 200), st.integers(1, 60))
def test_the_fitting_scale_fits_unless_nothing_does(text: str, width: int, height: int) -> None:
    scale = fitting_scale(text, width, height)
    assert dot_columns(text) * scale <= width
    assert rows_at_scale(scale) <= height
    assert dot_columns(text) * (scale + 1) > width or rows_at_scale(scale + 1) > height


@given(st.floats(-1, 2), st.integers(0, 120))
def test_a_bar_is_always_as_wide_as_its_room(fraction: float, width: int) -> None:
    filled, empty = bar(fraction, width)
    assert len(filled) + len(empty) == width


def test_a_bar_grows_by_eighths_of_a_cell() -> None:
    assert [bar(n / 16, 2)[0] for n in range(0, 17, 3)] == ["", "▍", "▊", "█▏", "█▌", "█▉"]
