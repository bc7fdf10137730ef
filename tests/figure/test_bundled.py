"""Every exercise that comes with footcoach can be drawn, in every size, on both sides."""

from dataclasses import replace

import pytest
from bundled import CATALOGUE

from footcoach_tui.app.exercise_view.clips import Animation, Clip
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.model import Part, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.render import render_frame, render_pose
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

SIZES = ((24, 10), (40, 14), (60, 22))
BRAILLE = range(0x2800, 0x2900)


def clips(name: str) -> tuple[Clip, ...]:
    return Animation(compile_timeline(Routine.of_exercise(CATALOGUE.exercises[name]))).step_clips(0)


def test_every_exercise_has_a_figure_of_two_key_poses_or_more() -> None:
    without = [
        name
        for name in CATALOGUE.exercises
        if name not in CATALOGUE.figures or len(CATALOGUE.figures[name].poses) < 2
    ]
    assert without == []


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_every_phase_of_every_exercise_moves_a_figure(name: str) -> None:
    timeline = compile_timeline(Routine.of_exercise(CATALOGUE.exercises[name]))
    work = [segment for segment in timeline.segments if segment.kind.is_work]
    assert [segment.phase for segment in work if not segment.motion.poses] == []


@pytest.mark.parametrize("routine", CATALOGUE.routines)
def test_every_step_of_every_routine_moves_a_figure(routine: str) -> None:
    animation = Animation(compile_timeline(CATALOGUE.routines[routine]))
    steps = CATALOGUE.routines[routine].steps
    assert [steps[n].exercise.id for n in range(len(steps)) if not animation.step_clips(n)] == []


@pytest.mark.parametrize("glyphs", Glyphs)
@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_a_picture_fills_its_cells_and_no_others(name: str, glyphs: Glyphs) -> None:
    figure = CATALOGUE.figures[name]
    for clip in clips(name):
        for columns, rows in SIZES:
            for mirrored in (False, True):
                picture = render_frame(
                    figure,
                    clip.motion,
                    clip.seconds,
                    clip.seconds / 2,
                    PictureFormat(columns, rows, glyphs),
                    mirrored=mirrored,
                )
                assert [len(line) for line in picture.lines] == [columns] * rows
                signs = {sign for line in picture.lines for sign in line} - {" "}
                assert signs
                assert all((ord(sign) in BRAILLE) is (glyphs is Glyphs.BRAILLE) for sign in signs)


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_a_figure_stays_in_its_box_all_the_way(name: str) -> None:
    figure = CATALOGUE.figures[name]
    for clip in clips(name):
        for number in range(9):
            pose = pose_at(figure, clip.motion, clip.seconds, clip.seconds * number / 8)
            for view in figure.views:
                left, _, right, high = scene(figure, view, pose, clip.motion.lit).bounds
                edge = scene_box(figure, view)
                # A dot is wider than this at any size, and one dot is left free all round.
                assert left > edge[0] - 0.05
                assert right < edge[2] + 0.05
                assert high < edge[3] + 0.05


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_every_key_pose_is_reached(name: str) -> None:
    reached = {pose for clip in clips(name) for pose in clip.motion.poses}
    assert [pose.name for pose in CATALOGUE.figures[name].poses if pose.name not in reached] == []


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_its_phases_look_different_from_each_other(name: str) -> None:
    figure = CATALOGUE.figures[name]
    pictures = {
        render_pose(figure, pose.name, frozenset(), PictureFormat(60, 22)) for pose in figure.poses
    }
    assert len(pictures) > 1


def test_a_figure_shows_whether_you_sit_or_stand() -> None:
    without_body = {
        name for name, figure in CATALOGUE.figures.items() if View.BODY not in figure.views
    }
    # The sole under the ball is seen from two sides, and the four moves of the test likewise.
    assert without_body == {"ball-roll", "toe-control-test"}


@pytest.mark.parametrize("name", ["single-leg-balance", "short-foot-seated", "forward-lean"])
def test_a_small_movement_has_a_ghost(name: str) -> None:
    figure = CATALOGUE.figures[name]
    moved = next(pose for pose in figure.poses if pose.name != figure.ghost)
    bare = replace(figure, ghost=None)
    lit: frozenset[Part] = frozenset()
    assert render_pose(figure, moved.name, lit, PictureFormat(60, 16)) != render_pose(
        bare, moved.name, lit, PictureFormat(60, 16)
    )
