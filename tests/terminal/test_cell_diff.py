"""Runs of one tone make one row of cells another, and take no more bytes than they must."""

from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.picture import Tone
from footcoach_tui.terminal.canvas import _BLANK, _MOVE_BYTES, style_runs

cells = st.tuples(st.sampled_from(" ab⣿"), st.sampled_from([Tone.NEAR, Tone.FAR, Tone.LIT]))
pairs = st.lists(st.tuples(cells, cells), max_size=30)


@given(pairs)
def test_what_is_written_makes_the_row_look_as_it_should(
    rows: list[tuple[tuple[str, Tone], ...]],
) -> None:
    before, after = [old for old, _ in rows], [new for _, new in rows]
    shown = list(before)
    for left, text, tone in style_runs(before, after):
        for place, sign in enumerate(text, left):
            shown[place] = (sign, tone or Tone.NEAR)

    assert [_look(cell) for cell in shown] == [_look(cell) for cell in after]


def test_cells_between_are_sent_again_only_where_a_move_takes_more() -> None:
    near = Tone.NEAR
    short, long = "⣿" * 2, "⣿" * 3
    assert len(short.encode()) <= _MOVE_BYTES < len(long.encode())
    for between, count in ((short, 1), (long, 2)):
        before = [(sign, near) for sign in f"a{between}a"]
        after = [(sign, near) for sign in f"b{between}b"]
        assert len(list(style_runs(before, after))) == count


def test_a_cell_of_another_tone_begins_another_run_but_a_blank_goes_with_any() -> None:
    before = [("x", Tone.FAR)] * 4
    after = [("a", Tone.NEAR), (_BLANK, Tone.FAR), ("b", Tone.NEAR), ("c", Tone.LIT)]
    assert list(style_runs(before, after)) == [(0, "a b", Tone.NEAR), (3, "c", Tone.LIT)]


def _look(cell: tuple[str, Tone]) -> tuple[str, Tone | None]:
    sign, tone = cell
    return sign, None if sign == _BLANK else tone


def test_a_blank_cell_is_never_written_on_the_ground_of_its_neighbours() -> None:
    before = [("x", "on red")] * 3
    after = [("a", "on red"), (" ", "blank"), ("b", "on red")]
    runs = list(style_runs(before, after, lambda style: style == "on red"))
    assert [(text, style) for _, text, style in runs] == [
        ("a", "on red"),
        (" ", None),
        ("b", "on red"),
    ]
