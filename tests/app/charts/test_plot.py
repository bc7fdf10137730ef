"""Plots fill their box with any values, and need no colours."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from footcoach_tui.app.appearance.filters import ascii_cells
from footcoach_tui.app.charts.plot import PlotRow, plot
from footcoach_tui.session.side import Side

FIRST = date(2026, 1, 3)
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
Points = list[tuple[date, float]]


def weekly(*values: float) -> Points:
    return [(FIRST + timedelta(weeks=week), value) for week, value in enumerate(values)]


def texts(rows: Sequence[PlotRow]) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows]


def without_lines(rows: Sequence[PlotRow]) -> list[str]:
    lines = dict.fromkeys(range(0x2800, 0x2900), " ")
    return [text.translate(lines) for text in texts(rows)]


def drawn(rows: Sequence[PlotRow], side: Side | None) -> str:
    return "".join(text for row in rows for text, owner in row if owner is side)


POINTS = st.lists(
    st.tuples(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.floats(0, 86400)), max_size=12
)
SERIES = st.dictionaries(st.sampled_from(Side), POINTS, max_size=3).map(
    lambda sides: tuple(sides.items())
)


@given(
    series=SERIES,
    width=st.integers(1, 70),
    height=st.integers(1, 20),
    seconds=st.booleans(),
)
@settings(max_examples=5 * settings().max_examples)
def test_a_plot_fills_its_box_exactly(
    series: tuple[tuple[Side, Points], ...],
    width: int,
    height: int,
    *,
    seconds: bool,
) -> None:
    rows = plot(series, width, height, seconds=seconds)

    assert [cell_len(text) for text in texts(rows)] == [width] * height
    assert all(text for row in rows for text, _ in row)
    spelt = [ascii_cells(text) for text in texts(rows)]
    assert all(text.isascii() and len(text) == width for text in spelt)


@pytest.mark.parametrize("size", [(0, 5), (20, 0), (-3, -3)])
def test_a_box_without_cells_has_no_rows(size: tuple[int, int]) -> None:
    assert plot([(LEFT, weekly(1, 2))], *size) == ()


@pytest.mark.parametrize("count", [1, 1000])
def test_one_point_and_a_thousand_fit_into_a_small_box(count: int) -> None:
    points = [(FIRST + timedelta(days=n), float(n % 13)) for n in range(count)]

    rows = plot([(BOTH, points)], 20, 5)

    assert [len(text) for text in texts(rows)] == [20] * 5
    assert "■" in drawn(rows, BOTH)


def test_nothing_to_draw_is_said() -> None:
    assert "nothing to draw yet" in texts(plot([], 20, 5))[2]
    assert texts(plot([(LEFT, [])], 10, 3)) == [" " * 10] * 3


def test_a_plot_in_ascii_has_other_marks_for_left_and_right() -> None:
    series = [(LEFT, weekly(8, 10, 12)), (RIGHT, weekly(8, 6, 12))]

    assert [ascii_cells(text) for text in without_lines(plot(series, 34, 9))] == [
        "< left  > right  * the same       ",
        "12+                              *",
        "  |                               ",
        "10+               <               ",
        "  |                               ",
        " 8+*                              ",
        "  |                               ",
        " 6+               >               ",
        "   3 Jan 2026          17 Jan 2026",
    ]


def test_points_are_joined_by_a_line_of_their_side() -> None:
    rows = plot([(LEFT, weekly(6, 12)), (RIGHT, weekly(12, 6))], 30, 10)

    for side in (LEFT, RIGHT):
        assert sum(0x2800 < ord(sign) < 0x2900 for sign in drawn(rows, side)) > 10
    assert 0 < len(drawn(rows[1:], BOTH)) < 4  # where they cross


def test_a_small_plot_has_its_ends_labelled_and_straight_lines() -> None:
    assert texts(plot([(LEFT, weekly(6, 9, 12, 11))], 20, 5)) == [
        "12┤        ⢀⡠⠒◀⠒⠒⠤⠤◀",
        "  │     ◀⠤⠊⠁        ",
        "  │  ⢀⡠⠊⠁           ",
        " 6┤◀⠔⠁              ",
        "   3 Jan      24 Jan",
    ]


def test_left_and_right_are_told_apart_by_mark_and_by_side() -> None:
    rows = plot([(LEFT, weekly(8, 12, 9)), (RIGHT, weekly(6, 7, 9))], 40, 10)

    assert drawn(rows[1:], LEFT).count("◀") == 2
    assert drawn(rows[1:], RIGHT).count("▶") == 2
    assert drawn(rows[1:], BOTH).count("◆") == 1
    assert not set(drawn(rows, None)) & set("◀▶◆■")


def test_holds_are_labelled_in_minutes_and_seconds() -> None:
    labels = [text[:5] for text in texts(plot([(BOTH, weekly(25, 90))], 40, 10, seconds=True))]

    assert [label for label in labels if "┤" in label] == ["1:30┤", "1:00┤", "0:30┤", "0:00┤"]


def test_reps_are_labelled_in_whole_numbers() -> None:
    rows = texts(plot([(BOTH, weekly(7, 8))], 40, 20))

    assert [text.split("┤")[0].strip() for text in rows if "┤" in text] == ["8", "7"]


def test_equal_values_on_one_day_stand_in_the_middle() -> None:
    rows = texts(plot([(BOTH, [(FIRST, 5.0), (FIRST, 5.0)])], 22, 6))

    assert [row.count("■") for row in rows] == [0, 0, 1, 0, 0, 0]
    assert rows[2].startswith("5┤")
    assert rows[-1].strip() == "3 Jan 2026"


def test_of_several_sessions_in_one_column_the_best_is_drawn() -> None:
    days = [(FIRST, 4.0), (FIRST, 12.0), (FIRST, 9.0), (FIRST + timedelta(weeks=9), 8.0)]

    rows = plot([(BOTH, days)], 30, 8)

    assert drawn(rows, BOTH).count("■") == 2
    assert texts(rows)[0].startswith("12┤■")


@pytest.mark.parametrize(
    ("last", "width", "dates"),
    [
        (date(2026, 2, 21), 40, ["3 Jan 2026", "21 Feb 2026"]),
        (date(2026, 2, 21), 20, ["3 Jan", "21 Feb"]),
        (date(2027, 2, 21), 20, ["Jan 2026", "Feb 2027"]),
        (date(2027, 2, 21), 14, ["2026", "2027"]),
        (date(2026, 2, 21), 9, []),
    ],
)
def test_the_first_and_the_last_day_are_named_as_fully_as_there_is_room(
    last: date, width: int, dates: list[str]
) -> None:
    bottom = texts(plot([(BOTH, [(FIRST, 5.0), (last, 6.0)])], width, 5))[-1]

    assert bottom.split() == " ".join(dates).split()


def test_a_band_is_shaded_behind_the_line() -> None:
    days = [date(2026, 3, 6), date(2026, 4, 3)]
    rows = plot([(Side.LEFT, [(days[0], 9.0), (days[1], 13.0)])], 30, 9, band=(7.0, 11.0))
    texts = ["".join(text for text, _ in row) for row in rows]
    shaded = [number for number, text in enumerate(texts) if "░" in text]
    assert shaded == list(range(shaded[0], 8))
    assert all(len(text) == 30 for text in texts)
    assert "░" not in "".join(texts[: shaded[0]])


def test_values_are_labelled_as_multiples_of_a_unit() -> None:
    points = [(date(2026, 3, 6), 9.0), (date(2026, 4, 3), 9.5)]
    rows = plot([(Side.LEFT, points)], 30, 6, unit=0.5)
    labels = [row[0][0].strip() for row in rows]
    assert "9.5┤" in labels
    assert "9┤" in labels


def test_many_points_are_a_line_with_one_mark_at_its_end() -> None:
    def marks(count: int) -> int:
        rows = plot([(LEFT, weekly(*range(count)))], 80, 12)
        return "".join(texts(rows)).count("◀")

    assert (marks(30), marks(31)) == (30, 1)
