from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale
from footcoach_tui.app.exercise_view.layout import ExerciseLayout, LayoutPreference

rooms = st.builds(Size, st.integers(1, 220), st.integers(1, 70))
counts = st.sampled_from(["00", "0:00", "00:00"])
shapes = st.lists(st.floats(0.2, 2.0), min_size=1, max_size=2)
FAR = LayoutPreference(min_digit_rows=8)


@given(rooms, counts, shapes, st.sampled_from([LayoutPreference(), FAR]))
def test_count_and_picture_share_the_room_and_both_are_large_enough(
    room: Size, widest: str, views: list[float], preference: LayoutPreference
) -> None:
    layout = preference.layout(room, widest, views)
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
    assert scale >= 1
    assert rows_at_scale(scale) >= preference.min_digit_rows
    assert dot_columns(widest) * scale <= columns


def test_a_standing_body_is_beside_the_count_and_a_foot_seen_twice_below_it() -> None:
    assert LayoutPreference().layout(Size(54, 20), "00", (0.45,)).is_beside
    assert not LayoutPreference().layout(Size(54, 20), "00", (1.25, 0.65)).is_beside


def test_without_room_or_a_figure_the_count_has_all_of_it() -> None:
    preference, low, roomy = LayoutPreference(), Size(33, 6), Size(54, 20)
    assert preference.layout(low, "00", (0.5,)) == ExerciseLayout(low)
    assert preference.layout(roomy, "00", ()) == ExerciseLayout(roomy)


def test_from_afar_digits_are_not_made_small_for_a_figure() -> None:
    assert FAR.layout(Size(40, 12), "0:00", (0.5,)) == ExerciseLayout(Size(40, 12))
