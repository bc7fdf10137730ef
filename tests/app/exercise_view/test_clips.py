import pytest
from builders import phase, routine, step
from clocks import FakeClock

from footcoach_tui.app.exercise_view.clips import Animation, Clip, FrameCache, Moment
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.model import Figure, KeyPose, MotionKind, PhaseMotion, View
from footcoach_tui.figure.poses import BodyPose
from footcoach_tui.figure.render import render_pose
from footcoach_tui.session import commands
from footcoach_tui.session.dose import Hold, Motion, Phase, PhaseKind, Reps, Sides
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import compile_timeline

SMALL = PictureFormat(24, 10)
LOW = KeyPose("low", BodyPose(0, 0, 0, 0, 0))
HIGH = KeyPose("high", BodyPose(40, -40, 0, 0, 0))
FIGURE = Figure((View.BODY,), (LOW, HIGH))
UP = Phase("up", 2, PhaseKind.MOVE, motion=Motion(("low", "high"), lit=("calf",)))
DOWN = Phase("down", 3, PhaseKind.MOVE, motion=Motion(("high", "low"), linear=True))


@pytest.fixture
def animation() -> Animation:
    return Animation(
        compile_timeline(
            routine(
                step(Reps(2, (UP, DOWN)), sides=Sides.EACH, switch=5, prep=8),
                step(Hold(5), name="unseen"),
            )
        )
    )


@pytest.fixture
def player(animation: Animation) -> Player:
    return Player(animation.timeline, gap_limit=1000)


def moment_at(
    animation: Animation, player: Player, seconds: float, *, still: bool = False
) -> Moment | None:
    clock = FakeClock()
    player.do(commands.Start(), clock.now())
    player.tick(clock.advance(seconds))
    return animation.moment(player.view(clock.now()), still=still)


def test_in_a_phase_its_own_moment_is_shown(animation: Animation, player: Player) -> None:
    moment = moment_at(animation, player, 8 + 1.5)

    assert moment
    assert (moment.clip.motion.poses, moment.seconds) == (("low", "high"), 1.5)


def test_a_get_ready_rehearses_the_first_rep_and_begins_again(
    animation: Animation, player: Player
) -> None:
    moment = moment_at(animation, player, 6.5)

    assert moment
    assert (moment.clip.motion.poses, moment.seconds) == (("low", "high"), 1.5)


@pytest.mark.parametrize(("seconds", "poses"), [(3, "low high"), (9, "low high"), (11, "high low")])
def test_a_still_is_the_pose_that_is_to_be_reached(
    animation: Animation, player: Player, seconds: float, poses: str
) -> None:
    """In a get-ready it is the end pose of the first phase."""
    moment = moment_at(animation, player, seconds, still=True)

    assert moment
    assert moment.clip.motion.poses == tuple(poses.split())
    assert moment.seconds == moment.clip.seconds


def test_the_other_side_is_mirrored(animation: Animation, player: Player) -> None:
    left = moment_at(animation, player, 9)
    right = moment_at(animation, Player(animation.timeline, gap_limit=1000), 8 + 10 + 5 + 1)

    assert left
    assert right
    assert left.clip.is_mirrored is not right.clip.is_mirrored


def test_lowering_under_load_is_even_and_a_hold_is_a_hold(animation: Animation) -> None:
    assert [clip.motion.linear for clip in animation.step_clips(0)] == [False, True, False, True]
    assert {clip.motion.kind for clip in animation.step_clips(0)} == {MotionKind.MOVE}


def test_an_exercise_without_poses_shows_nothing(animation: Animation, player: Player) -> None:
    assert animation.step_clips(1) == ()
    assert animation.step_clips(7) == ()
    assert moment_at(animation, player, animation.timeline.total - 1) is None


def test_a_phase_made_longer_still_ends_in_its_end_pose(animation: Animation) -> None:
    clock, player = FakeClock(), Player(animation.timeline, gap_limit=1000)
    player.do(commands.Start(), clock.now())
    player.tick(clock.advance(8))
    player.do(commands.Adjust(10), clock.now())
    player.tick(clock.advance(11.5))
    moment = animation.moment(player.view(clock.now()))

    assert moment
    assert moment.seconds == pytest.approx(2 * 11.5 / 12)


def test_moments_go_round_through_all_takes() -> None:
    motion = PhaseMotion(("low",))
    one, two = Clip("x", motion, 2.0, is_mirrored=False), Clip("x", motion, 3.0, is_mirrored=True)

    assert Moment.in_loop((one, two), 1.0) == Moment(one, 1.0)
    assert Moment.in_loop((one, two), 4.0) == Moment(two, 2.0)
    assert Moment.in_loop((one, two), 6.0) == Moment(one, 1.0)
    assert Moment.in_loop((), 6.0) is None


def test_a_frame_is_a_look_up_and_the_last_one_is_the_end_pose() -> None:
    frame_cache = FrameCache({"heel-raise": FIGURE})
    clip = Clip("heel-raise", PhaseMotion(("low", "high")), 2.0, is_mirrored=False)
    assert frame_cache.picture(Moment(clip, 0.0), SMALL) is None

    frame_cache.prerender([clip], SMALL)

    end = render_pose(FIGURE, "high", frozenset(), SMALL)
    assert frame_cache.picture(Moment(clip, 2.0), SMALL) == end
    assert frame_cache.picture(Moment(clip, 2.0 - 0.5 / FrameCache.FRAMES_PER_SECOND), SMALL) == end
    assert frame_cache.picture(Moment(clip, 0.5), SMALL) != end
    assert frame_cache.picture(Moment(clip, 0.5), PictureFormat(40, 14)) is None


def test_an_exercise_that_has_no_figure_is_passed_over() -> None:
    frame_cache = FrameCache({})
    clip = Clip("nothing", PhaseMotion(("low",)), 2.0, is_mirrored=False)
    frame_cache.prerender([clip], SMALL)

    assert frame_cache.picture(Moment(clip, 0.0), SMALL) is None


def test_a_part_is_timed_by_its_own_phase() -> None:
    animation = Animation(compile_timeline(routine(step(Reps(1, (phase("still", 2), UP)), prep=4))))

    assert [clip.seconds for clip in animation.preview(animation.timeline.segments[0])] == [2]
