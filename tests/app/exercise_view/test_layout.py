import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale
from footcoach_tui.app.exercise_view.layout import ExerciseLayout, LayoutPreference

rooms = st.builds(Size, st.integers(1, 220), st.integers(1, 70))
counts = st.sampled_from(["00", "0:00", "00:00"])
FAR = LayoutPreference(wanted_digit_rows=8, min_digit_rows=8)


def digit_rows(layout: ExerciseLayout, widest: str) -> int:
    return rows_at_scale(fitting_scale(widest, *layout.count))


@given(rooms, counts, st.sampled_from([LayoutPreference(), FAR]))
def test_count_and_picture_share_the_room_and_both_are_large_enough(
    room: Size, widest: str, preference: LayoutPreference
) -> None:
    layout = preference.layout(room, widest, has_picture=True)
    (columns, rows), picture = layout.count, layout.picture
    if not picture:
        assert (columns, rows) == room
        return
    if layout.is_beside:
        assert (columns + picture[0], rows, picture[1]) == (room[0], room[1], room[1])
    else:
        assert (rows + picture[1], columns, picture[0]) == (room[1], room[0], room[0])
    assert picture.width >= preference.min_picture[0]
    assert picture.height >= preference.min_picture[1]
    scale = fitting_scale(widest, columns, rows)
    assert rows_at_scale(scale) >= preference.min_digit_rows
    assert dot_columns(widest) * scale <= columns


@pytest.mark.parametrize("widest", ["00", "0:00"])
@pytest.mark.parametrize("room", [Size(76, 12), Size(58, 17), Size(110, 40)])
def test_from_80_columns_on_digits_have_seven_rows_beside_the_picture(
    room: Size, widest: str
) -> None:
    layout = LayoutPreference().layout(room, widest, has_picture=True)
    assert layout.is_beside
    assert digit_rows(layout, widest) >= 7
    assert layout.picture.width >= 16


def test_where_it_is_narrow_the_count_is_above_the_picture() -> None:
    layout = LayoutPreference().layout(Size(36, 30), "0:00", has_picture=True)
    assert not layout.is_beside
    assert layout.picture.width == 36


def test_without_room_or_a_figure_the_count_has_all_of_it() -> None:
    preference, low, roomy = LayoutPreference(), Size(33, 6), Size(54, 20)
    assert preference.layout(low, "00", has_picture=True) == ExerciseLayout(low)
    assert preference.layout(roomy, "00", has_picture=False) == ExerciseLayout(roomy)


def test_from_afar_digits_are_not_made_small_for_a_figure() -> None:
    room = Size(40, 12)
    assert FAR.layout(room, "0:00", has_picture=True) == ExerciseLayout(room)
