"""Arrows, ghosts of other poses, and the other foot: where they are seen, and where not."""

from dataclasses import replace
from math import dist

import pytest
from sample_figures import BALANCE, HEEL_RAISE, SHORT_FOOT, highlight

from footcoach_tui.figure.model import Figure, KeyPose, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose
from footcoach_tui.figure.scene import scene
from footcoach_tui.figure.shapes import Polygon, Shape
from footcoach_tui.figure.signs import arrow_layers

ARROW = (10.0, 20.0, 10.0, 50.0)
SWAYING = replace(BALANCE, ghost="stand")
DOMING = replace(SHORT_FOOT, ghost="relax")


def drawn(figure: Figure, pose: KeyPose, tone: Tone) -> list[Shape]:
    layers = scene(figure, figure.views[0], pose, highlight()).layers
    return [shape for layer in layers for shape, its in layer.shapes if its is tone]


def ghosts(figure: Figure, pose: KeyPose) -> int:
    """How many shapes more there are than without a ghost."""
    without = replace(figure, ghost=None)
    return len(drawn(figure, pose, Tone.FAR)) - len(drawn(without, pose, Tone.FAR))


@pytest.mark.parametrize(
    ("view", "pose"),
    [
        (View.BODY, KeyPose("p", body=BodyPose(0, 0, 0, 0, 0, arrow=ARROW))),
        (View.FOOT, KeyPose("p", foot=FootPose(arrow=ARROW))),
        (View.FRONT, KeyPose("p", front=FrontPose(arrow=ARROW))),
        (View.ABOVE, KeyPose("p", above=AbovePose(arrow=ARROW))),
    ],
    ids=["body", "foot", "front", "above"],
)
def test_an_arrow_is_lit_and_its_tip_is_where_the_pose_says(view: View, pose: KeyPose) -> None:
    shapes = drawn(Figure((view,), (pose,)), pose, Tone.LIT)
    assert all(isinstance(shape, Polygon) for shape in shapes)
    assert max(shape.bounds[3] for shape in shapes) == pytest.approx(50)
    assert min(shape.bounds[1] for shape in shapes) == pytest.approx(20)


def test_an_arrow_is_widest_behind_its_tip() -> None:
    (layer,) = arrow_layers((0, 0, 30, 40))
    shaft, head = (shape for shape, _ in layer.shapes if isinstance(shape, Polygon))
    assert (30, 40) in head.points
    base = [point for point in head.points if point != (30, 40)]
    assert dist(*base) > 2 * dist(shaft.points[0], shaft.points[-1])


def test_an_arrow_shows_the_way_into_its_pose_and_not_out_of_it() -> None:
    poses = (
        KeyPose("low", foot=FootPose()),
        KeyPose("high", foot=FootPose(heel=30, arrow=ARROW)),
    )
    figure = Figure((View.FOOT,), poses)
    up, down = (
        pose_at(figure, PhaseMotion(names), 2, 1).foot
        for names in (("low", "high"), ("high", "low"))
    )
    assert up is not None
    assert down is not None
    assert (up.arrow, down.arrow) == (ARROW, None)


@pytest.mark.parametrize(
    ("figure", "name", "moved"), [(SWAYING, "stand", "sway-fwd"), (DOMING, "relax", "draw")]
)
def test_a_ghost_is_behind_every_pose_but_its_own(figure: Figure, name: str, moved: str) -> None:
    assert ghosts(figure, figure.pose(moved)) > 0
    assert ghosts(figure, figure.pose(name)) == 0


def test_a_breath_is_no_reason_for_a_ghost() -> None:
    body = SWAYING.pose("stand").body
    assert body is not None
    assert ghosts(SWAYING, KeyPose("stand", body=replace(body, breath=1.0))) == 0


def test_a_raised_heel_needs_no_ghost() -> None:
    assert ghosts(replace(HEEL_RAISE, ghost="low"), HEEL_RAISE.pose("high")) == 0
    raised = KeyPose("high", foot=FootPose(arch=14, heel=40))
    assert ghosts(DOMING, raised) == 0


def test_a_ghost_adds_few_shapes_to_a_body() -> None:
    pose = SWAYING.pose("sway-fwd")
    layers = scene(replace(SWAYING, ghost=None), View.BODY, pose, highlight()).layers
    body = sum(len(layer.shapes) for layer in layers)
    assert ghosts(SWAYING, pose) <= 0.3 * body


def test_the_dashes_are_within_the_foot_that_they_stand_for() -> None:
    pose = DOMING.pose("draw")
    relaxed = DOMING.pose("relax")
    (left, low, right, high) = (
        pick(shape.bounds[side] for shape in drawn(DOMING, relaxed, Tone.NEAR))
        for side, pick in enumerate((min, min, max, max))
    )
    for dash in drawn(DOMING, pose, Tone.FAR)[: ghosts(DOMING, pose)]:
        bounds = dash.bounds
        assert left <= bounds[0] + 0.5
        assert low <= bounds[1] + 0.5
        assert bounds[2] <= right
        assert bounds[3] <= high


def test_the_other_foot_is_grey_and_moves_between_poses_that_have_it() -> None:
    poses = tuple(
        KeyPose(name, foot=FootPose(other=other))
        for name, other in (("down", (12, 0, 0)), ("up", (12, 0, 30)), ("alone", None))
    )
    figure = Figure((View.FOOT,), poses)
    both, alone = (len(drawn(figure, figure.pose(name), Tone.FAR)) for name in ("down", "alone"))
    assert both == alone + 4
    half = pose_at(figure, PhaseMotion(("down", "up"), linear=True), 2, 1).foot
    gone = pose_at(figure, PhaseMotion(("up", "alone"), linear=True), 2, 1).foot
    assert half is not None
    assert gone is not None
    assert (half.other, gone.other) == ((12, 0, 15), None)
