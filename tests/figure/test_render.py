"""Pictures of a phase: complete, within their box, equal each time, and as the golden files."""

import pytest
from cells import pieces
from golden_pictures import GOLDEN_POSES, golden_path, golden_text, tones_of
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import (
    BALANCE,
    BALL_ROLL,
    BEAR,
    HEEL_RAISE,
    SAMPLE_FIGURES,
    SHORT_FOOT_SEATED,
    highlight,
)

from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH, PictureFormat
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.model import Figure, MotionKind, Part, PhaseMotion
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.raster import Fit
from footcoach_tui.figure.render import (
    MIN_TWO_VIEW_COLUMNS,
    _render,
    render_frame,
    render_frames,
    render_pose,
)
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.figure.scene_layout import SceneLayout

samples = st.sampled_from(sorted(SAMPLE_FIGURES))
SIZES = ((24, 10), (40, 14), (60, 22))
sizes = st.sampled_from(SIZES)
SMALL = PictureFormat(24, 10)
fractions = st.floats(0, 1)


def tones(figure: Figure, pose: str, lit_parts: frozenset[Part]) -> set[Tone]:
    picture = render_pose(figure, pose, lit_parts, PictureFormat(40, 14))
    return {ink.tone for row in picture.rows for _, ink in row}


@given(
    name=samples,
    size=sizes,
    fraction=fractions,
    glyphs=st.sampled_from(Glyphs),
    mirrored=st.booleans(),
)
def test_a_picture_has_exactly_the_cells_asked_for(
    *, name: str, size: tuple[int, int], fraction: float, glyphs: Glyphs, mirrored: bool
) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    columns, rows = size
    picture = render_frame(
        figure, motion, 4, 4 * fraction, PictureFormat(*size, glyphs), mirrored=mirrored
    )
    assert picture.columns == columns
    assert [len(line) for line in picture.lines] == [columns] * rows


@given(samples, sizes, fractions)
def test_no_part_of_the_figure_leaves_the_box(
    name: str, size: tuple[int, int], fraction: float
) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    columns, rows = size
    for view in figure.views:
        pose = pose_at(figure, motion, 4, 4 * fraction)
        fit = Fit.from_box(scene_box(figure, view), columns * CELL_WIDTH, rows * CELL_HEIGHT)
        left, low, right, high = scene(figure, view, pose, motion.lit).bounds
        (first, top), (last, bottom) = fit.to_dots((left, high)), fit.to_dots((right, low))
        assert first >= 0
        assert last <= columns * CELL_WIDTH
        assert top >= 0
        # Knees and soles are pressed flat by the floor, by a dot or two.
        assert (
            bottom <= rows * CELL_HEIGHT + 2 or SceneLayout.from_figure(figure, view).ground is None
        )


@given(samples, fractions)
def test_a_hold_stays_in_the_box_too(name: str, fraction: float) -> None:
    figure, _ = SAMPLE_FIGURES[name]
    hold = PhaseMotion((figure.poses[0].name,), MotionKind.HOLD)
    for view in figure.views:
        left, _, right, high = scene(
            figure, view, pose_at(figure, hold, 9, 9 * fraction), hold.lit
        ).bounds
        edge = scene_box(figure, view)
        assert edge[0] <= left
        assert right <= edge[2]
        assert high <= edge[3]


@given(samples, st.floats(0.2, 4), st.integers(1, 12))
def test_a_phase_has_its_frames_and_the_last_is_its_end(
    name: str, seconds: float, fps: int
) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    frames = render_frames(figure, motion, seconds, fps, SMALL)
    assert len(frames) == max(1, round(seconds * fps))
    assert frames[-1] == render_pose(figure, motion.end, motion.lit, SMALL)


def test_the_same_question_has_the_same_answer() -> None:
    for figure, motion in SAMPLE_FIGURES.values():
        once = render_frames(figure, motion, 1, 4, SMALL)
        render_frames.cache_clear()
        _render.cache_clear()
        assert render_frames(figure, motion, 1, 4, SMALL) == once


def test_a_move_is_seen() -> None:
    for name in (
        "bear-squat-to-down-dog",
        "seated",
        "toe-yoga",
        "ball-roll",
        "toe-spread",
        "band-in",
    ):
        figure, motion = SAMPLE_FIGURES[name]
        assert len(set(render_frames(figure, motion, 3, 10, SMALL))) > 10, name


def test_rounds_are_render_once_and_shown_again() -> None:
    rolling = PhaseMotion(("front", "back"), every=4, linear=True)
    frames = render_frames(BALL_ROLL, rolling, 20, 10, SMALL)
    assert len(frames) == 200
    assert len({id(frame) for frame in frames}) <= 41


def test_the_floor_does_not_move() -> None:
    motion = PhaseMotion(("kneel-sit", "tabletop", "down-dog"))
    for picture in render_frames(BEAR, motion, 3, 10, PictureFormat(40, 14)):
        *above, lowest = picture.rows
        assert lowest[0][1].tone is Tone.FLOOR
        assert all(ink.tone is not Tone.FLOOR for row in above for _, ink in row)


def test_the_other_side_is_the_mirror_image() -> None:
    picture = render_pose(BEAR, "down-dog", highlight(), PictureFormat(40, 14, Glyphs.ASCII))
    other = render_pose(
        BEAR, "down-dog", highlight(), PictureFormat(40, 14, Glyphs.ASCII), mirrored=True
    )
    turn = str.maketrans("/\\", "\\/")
    assert [line[::-1].translate(turn) for line in other.lines] == list(picture.lines)


def test_the_working_part_is_lit_and_no_other() -> None:
    assert Tone.LIT in tones(HEEL_RAISE, "high", highlight(Part.CALF))
    assert Tone.LIT not in tones(HEEL_RAISE, "high", highlight())


@pytest.mark.parametrize("part", Part)
def test_every_part_can_be_lit_in_some_view(part: Part) -> None:
    figures = (HEEL_RAISE, BALL_ROLL, BALANCE)
    assert any(
        Tone.LIT in tones(figure, figure.poses[0].name, highlight(part)) for figure in figures
    )


def test_two_views_are_side_by_side_where_there_is_room() -> None:
    narrow = render_pose(
        SHORT_FOOT_SEATED, "draw", highlight(), PictureFormat(MIN_TWO_VIEW_COLUMNS - 1, 14)
    )
    wide = render_pose(
        SHORT_FOOT_SEATED, "draw", highlight(), PictureFormat(MIN_TWO_VIEW_COLUMNS, 14)
    )
    assert not any(ink.tone is Tone.PROP for row in narrow.rows for _, ink in row)
    left = [ink.tone for row in wide.rows for ink in [row[0][1], row[1][1]] if len(row) > 1]
    assert Tone.PROP in left  # the chair, and with it the body, is left of the foot


def test_a_pose_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="no key pose 'jump'"):
        render_pose(BEAR, "jump", highlight(), SMALL)


@pytest.mark.parametrize(("name", "pose"), GOLDEN_POSES)
def test_a_key_pose_looks_as_in_its_golden_file(name: str, pose: str) -> None:
    assert golden_path(name, pose).read_text(encoding="utf-8") == golden_text(name, pose)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "pose"), GOLDEN_POSES)
def test_braille_and_ascii_show_the_same_form(name: str, pose: str, size: tuple[int, int]) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    braille, ascii_ = (
        render_pose(figure, pose, motion.lit, PictureFormat(*size, glyphs))
        for glyphs in (Glyphs.BRAILLE, Glyphs.ASCII)
    )
    assert tones_of(braille) == tones_of(ascii_)
    for line, ascii_line in zip(braille.lines, ascii_.lines, strict=True):
        assert [sign == " " for sign in line] == [sign == " " for sign in ascii_line]


@pytest.mark.parametrize(("name", "pose"), GOLDEN_POSES)
def test_every_size_shows_the_same_parts_and_none_torn_off(name: str, pose: str) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    small, middle, large = (
        tones_of(render_pose(figure, pose, motion.lit, PictureFormat(*size))) for size in SIZES
    )
    assert set("".join(small)) <= set("".join(middle)) <= set("".join(large))
    assert set("".join(middle)) - set("".join(small)) <= {"L"}, "a toe may be under one dot"
    assert pieces(body(small)) <= pieces(body(middle)) <= 2  # two feet, at most
    assert pieces(body(large)) == pieces(body(middle)) + len(figure.views) - 1


def body(rows: tuple[str, ...]) -> set[tuple[int, int]]:
    """The cells of the body: neither floor nor props."""
    return {(x, y) for y, row in enumerate(rows) for x, tone in enumerate(row) if tone in "fnL"}
