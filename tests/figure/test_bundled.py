"""Every exercise that comes with footcoach can be drawn, in every size, on both sides."""

import pytest
from bundled import CATALOGUE

from footcoach_tui.app.exercise_view.clips import Animation, Clip
from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.render import render_frame, render_pose
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import SegmentKind, compile_timeline

SIZES = ((24, 10), (40, 14), (60, 22))
BRAILLE = range(0x2800, 0x2900)


def takes(name: str) -> tuple[Clip, ...]:
    return Animation(compile_timeline(Routine.of_exercise(CATALOGUE.exercises[name]))).step_clips(0)


def test_every_exercise_has_a_figure_of_two_key_poses_or_more() -> None:
    poor = [
        name
        for name in CATALOGUE.exercises
        if name not in CATALOGUE.figures or len(CATALOGUE.figures[name].poses) < 2
    ]
    assert poor == []


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_every_phase_of_every_exercise_moves_a_figure(name: str) -> None:
    timeline = compile_timeline(Routine.of_exercise(CATALOGUE.exercises[name]))
    work = [one for one in timeline.segments if one.kind.is_work]
    assert [one.phase for one in work if not one.motion.poses] == []
    assert all(one.kind is not SegmentKind.WAIT for one in work)


@pytest.mark.parametrize("routine", CATALOGUE.routines)
def test_every_step_of_every_routine_moves_a_figure(routine: str) -> None:
    film = Animation(compile_timeline(CATALOGUE.routines[routine]))
    steps = CATALOGUE.routines[routine].steps
    assert [steps[n].exercise.id for n in range(len(steps)) if not film.step_clips(n)] == []


@pytest.mark.parametrize("glyphs", Glyphs)
@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_it_fills_its_cells_and_no_others(name: str, glyphs: Glyphs) -> None:
    figure = CATALOGUE.figures[name]
    for take in takes(name):
        for columns, rows in SIZES:
            for mirrored in (False, True):
                drawn = render_frame(
                    figure,
                    take.motion,
                    take.seconds,
                    take.seconds / 2,
                    columns,
                    rows,
                    glyphs,
                    mirrored=mirrored,
                )
                assert [len(line) for line in drawn.lines] == [columns] * rows
                signs = {sign for line in drawn.lines for sign in line} - {" "}
                assert signs
                assert all((ord(sign) in BRAILLE) is (glyphs is Glyphs.BRAILLE) for sign in signs)


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_it_stays_in_its_box_all_the_way(name: str) -> None:
    figure = CATALOGUE.figures[name]
    for take in takes(name):
        for place in range(9):
            pose = pose_at(figure, take.motion, take.seconds, take.seconds * place / 8)
            for view in figure.views:
                left, _, right, high = scene(figure, view, pose, take.motion.lit).bounds
                edge = scene_box(figure, view)
                # A dot is wider than this at any size, and one dot is kept free all round.
                assert left > edge[0] - 0.05
                assert right < edge[2] + 0.05
                assert high < edge[3] + 0.05


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_every_key_pose_is_gone_through(name: str) -> None:
    gone = {pose for take in takes(name) for pose in take.motion.poses}
    assert [pose.name for pose in CATALOGUE.figures[name].poses if pose.name not in gone] == []


@pytest.mark.parametrize("name", CATALOGUE.exercises)
def test_its_phases_look_different_from_each_other(name: str) -> None:
    figure = CATALOGUE.figures[name]
    pictures = {
        render_pose(figure, pose.name, frozenset(), 60, 22, Glyphs.BRAILLE) for pose in figure.poses
    }
    assert len(pictures) > 1
