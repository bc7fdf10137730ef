from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale
from footcoach_tui.app.exercise_view.layout import (
    EMPTY_SIZE,
    MIN_FIGURE_SIZE,
    CellSize,
    LayoutPreference,
    choose_layout,
)

rooms = st.tuples(st.integers(1, 220), st.integers(1, 70))
counts = st.sampled_from(["00", "0:00", "00:00"])
shapes = st.lists(st.floats(0.2, 2.0), min_size=1, max_size=2)
FAR = LayoutPreference(min_digit_rows=8)


def taken(
    room: CellSize, widest: str, taste: LayoutPreference, *views: float
) -> tuple[CellSize, CellSize]:
    shared = choose_layout(room, widest, views, taste)
    return shared.count, shared.picture


@given(rooms, counts, shapes, st.sampled_from([LayoutPreference(), FAR]))
def test_count_and_picture_share_the_room_and_both_are_large_enough(
    room: CellSize, widest: str, views: list[float], taste: LayoutPreference
) -> None:
    (columns, rows), picture = taken(room, widest, taste, *views)
    if picture == EMPTY_SIZE:
        assert (columns, rows) == room
        return
    if choose_layout(room, widest, views, taste).is_beside:
        assert (columns + picture[0], rows, picture[1]) == (room[0], room[1], room[1])
    else:
        assert (rows + picture[1], columns, picture[0]) == (room[1], room[0], room[0])
    assert picture[0] >= MIN_FIGURE_SIZE[0]
    assert picture[1] >= MIN_FIGURE_SIZE[1]
    scale = fitting_scale(widest, columns, rows)
    assert scale >= 1
    assert rows_at_scale(scale) >= taste.min_digit_rows
    assert dot_columns(widest) * scale <= columns


def test_a_standing_body_is_beside_the_count_and_a_foot_seen_twice_below_it() -> None:
    assert choose_layout((54, 20), "00", (0.45,), LayoutPreference()).is_beside
    assert not choose_layout((54, 20), "00", (1.25, 0.65), LayoutPreference()).is_beside


def test_without_room_or_a_figure_the_count_has_all_of_it() -> None:
    assert taken((33, 6), "00", LayoutPreference(), 0.5) == ((33, 6), EMPTY_SIZE)
    assert taken((54, 20), "00", LayoutPreference()) == ((54, 20), EMPTY_SIZE)


def test_from_afar_digits_are_not_made_small_for_a_figure() -> None:
    assert taken((40, 12), "0:00", FAR, 0.5) == ((40, 12), EMPTY_SIZE)
