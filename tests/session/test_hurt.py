"""The key "this hurts", rule 1.9: by the score the step goes on, is eased or ends."""

from dataclasses import replace

import pytest
from builders import UP_HOLD_DOWN, Hold, Reps, SelfPaced, phase, routine, step, three_step_routine
from clocks import FakeClock

from footcoach_tui.session import commands
from footcoach_tui.session.commands import SHARP, Hurt
from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    SideOrder,
    Sides,
    Timed,
    Work,
    halved_work,
)
from footcoach_tui.session.events import Finished, Moved, Paused, Refused
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def begun(played: Routine) -> tuple[Player, FakeClock]:
    player, clock = Player(compile_timeline(played)), FakeClock()
    player.do(commands.Start(), clock.now())
    return player, clock


def wait(player: Player, clock: FakeClock, seconds: float) -> None:
    for _ in range(round(seconds * 2)):
        player.tick(clock.advance(0.5))


def hurts(player: Player) -> tuple[tuple[int, int], ...]:
    return tuple((each.step, each.score) for each in player.progress.hurts)


def sided(**dose: object) -> Routine:
    """Three sets of four reps of 4 s on each side, after 8 s; no rests."""
    reps = Reps(4, (phase("up", 4),))
    made = step(reps, sets=3, rest=0, switch=0, sides=Sides.EACH)
    return routine(replace(made, dose=replace(made.dose, **dose)))  # type: ignore[arg-type] # real fields


def reps_planned(player: Player) -> dict[tuple[int, Side], int]:
    return {key[1:]: attempt.reps for key, attempt in player.progress.planned.items()}


@pytest.mark.parametrize(
    ("score", "is_eased", "ends"),
    [(0, False, False), (2, False, False), (3, True, False), (5, True, False), (6, False, True)],
)
def test_a_score_says_what_happens(score: int, is_eased: bool, ends: bool) -> None:  # noqa: FBT001 - a table
    command = Hurt(score)
    assert (command.is_eased, command.ends_step) == (is_eased, ends)


def test_sharp_is_kept_as_5_and_ends_the_step() -> None:
    assert (SHARP.score, SHARP.is_eased, SHARP.ends_step) == (5, False, True)


@pytest.mark.parametrize(
    ("work", "halved"),
    [
        (Reps(8, UP_HOLD_DOWN), Reps(4, UP_HOLD_DOWN)),
        (Reps(7, UP_HOLD_DOWN), Reps(4, UP_HOLD_DOWN)),
        (Reps(4, UP_HOLD_DOWN), Reps(3, UP_HOLD_DOWN)),
        (Reps(2, UP_HOLD_DOWN), Reps(2, UP_HOLD_DOWN)),
        (SelfPaced(20), SelfPaced(10)),
        (Hold(30), Hold(15)),
        (Hold(45), Hold(20)),
        (Hold(15), Hold(10)),
        (Hold(8), Hold(8)),
        (Hold(10, reps=10), Hold(10, reps=5)),
        (Hold(20, reps=3), Hold(10, reps=3)),
        (Hold(15, reps=3), Hold(15, reps=2)),
        (Bouts(5, 10, 50), Bouts(3, 10, 50)),
        (Bouts(1, 30, 0), Bouts(1, 15, 0)),
        (Timed((phase("in", 25), phase("out", 12))), Timed((phase("in", 12), phase("out", 10)))),
        (CountUp(60), CountUp(60)),
    ],
)
def test_a_set_is_halved_by_rule_1_6(work: Work, halved: Work) -> None:
    assert halved_work(work) == halved


@pytest.mark.parametrize(
    ("dose", "seconds", "halved"),
    [
        ({}, 8 + 2, {(1, RIGHT), (2, LEFT)}),
        ({}, 8 + 16 + 2, {(2, LEFT), (2, RIGHT)}),
        ({}, 8 + 4 * 16 + 2, {(3, RIGHT)}),
        ({}, 8 + 5 * 16 + 2, set()),
        ({}, 2, {(1, LEFT), (1, RIGHT)}),
        ({"order": SideOrder.SIDE_FIRST}, 8 + 2, {(2, LEFT), (1, RIGHT)}),
        ({"order": SideOrder.SIDE_FIRST}, 8 + 3 * 16 + 2, {(2, RIGHT)}),
        ({"sides": Sides.BOTH}, 8 + 2, {(2, BOTH)}),
        ({"sides": Sides.ALTERNATING}, 8 + 2, {(2, LEFT), (2, RIGHT)}),
        ({"sides": Sides.ALTERNATING}, 8 + 5, {(2, LEFT), (2, RIGHT)}),
    ],
)
def test_3_to_5_halves_the_next_set_on_each_side(
    dose: dict[str, object], seconds: float, halved: set[tuple[int, Side]]
) -> None:
    player, clock = begun(sided(**dose))
    wait(player, clock, seconds)
    before = player.view(clock.now())
    player.do(Hurt(4), clock.now())

    assert {key for key, reps in reps_planned(player).items() if reps == 3} == halved
    after = player.view(clock.now())
    assert (after.state, after.remaining) == (before.state, before.remaining), "the set goes on"


def test_a_set_is_halved_once_at_most() -> None:
    player, clock = begun(sided(sides=Sides.BOTH))
    wait(player, clock, 8 + 2)
    player.do(Hurt(4), clock.now())
    player.do(Hurt(5), clock.now())

    assert list(reps_planned(player).values()) == [4, 3, 4]
    assert hurts(player) == ((0, 4), (0, 5))


def test_a_halved_session_can_be_done() -> None:
    player, clock = begun(sided())
    wait(player, clock, 8 + 2)
    player.do(Hurt(3), clock.now())
    wait(player, clock, 200)

    assert player.is_over
    assert all(player.progress.is_complete(key) for key in player.progress.planned)
    assert player.seconds == player.timeline.total == 8 + 4 * 16 + 2 * 12


def test_2_changes_nothing_but_is_kept() -> None:
    player, clock = begun(sided())
    wait(player, clock, 10)
    timeline = player.timeline
    assert player.do(Hurt(2), clock.now()) == ()

    assert player.timeline is timeline
    assert hurts(player) == ((0, 2),)


@pytest.mark.parametrize("command", [Hurt(6), Hurt(10), SHARP])
def test_6_or_sharp_ends_the_step_and_pauses(command: Hurt) -> None:
    player, clock = begun(three_step_routine())
    wait(player, clock, 8 + 10)
    events = player.do(command, clock.now())

    assert [type(event) for event in events[:2]] == [Paused, Moved]
    assert not player.is_running
    assert player.view(clock.now()).segment.step == 1
    assert hurts(player) == ((0, command.score),)


@pytest.mark.parametrize("command", [Hurt(7), SHARP])
def test_6_or_sharp_in_the_last_step_ends_the_session(command: Hurt) -> None:
    player, clock = begun(routine(step(Hold(20), sets=2)))
    wait(player, clock, 10)
    events = player.do(command, clock.now())

    assert isinstance(events[-1], Finished)
    assert player.is_over


def test_undo_takes_an_easing_back() -> None:
    player, clock = begun(sided())
    wait(player, clock, 8 + 2)
    timeline = player.timeline
    player.do(Hurt(4), clock.now())
    wait(player, clock, 16 + 5)
    player.do(commands.Undo(), clock.now())

    assert player.timeline is timeline
    assert hurts(player) == ()
    assert player.view(clock.now()).segment.set_key == (0, 1, LEFT)
    assert set(reps_planned(player).values()) == {4}


def test_undo_leads_back_into_a_step_that_was_ended() -> None:
    player, clock = begun(three_step_routine())
    wait(player, clock, 8 + 10)
    before = player.view(clock.now())
    player.do(Hurt(8), clock.now())
    player.do(commands.Undo(), clock.now())
    after = player.view(clock.now())

    assert (after.segment, after.remaining) == (before.segment, before.remaining)
    assert hurts(player) == ()
    assert not player.is_running


def test_a_move_after_it_keeps_it() -> None:
    player, clock = begun(sided())
    wait(player, clock, 8 + 2)
    player.do(Hurt(4), clock.now())
    player.do(commands.Restart(), clock.now())
    player.do(commands.Undo(), clock.now())

    assert hurts(player) == ((0, 4),)


@pytest.mark.parametrize("score", [-1, 11])
def test_another_number_is_refused(score: int) -> None:
    player, clock = begun(sided())
    assert isinstance(player.do(Hurt(score), clock.now())[-1], Refused)
    assert hurts(player) == ()


def test_it_is_refused_before_the_start() -> None:
    player, clock = Player(compile_timeline(sided())), FakeClock()
    assert isinstance(player.do(Hurt(4), clock.now())[-1], Refused)


def test_reported_flags_are_kept() -> None:
    player, clock = begun(sided())
    assert player.progress.flags is None
    player.do(commands.ReportFlags(("night",)), clock.now())
    assert player.progress.flags == ("night",)


@pytest.mark.parametrize(("command", "needs"), [(Hurt(5), False), (SHARP, True), (Hurt(6), True)])
def test_the_flags_are_needed_after_a_step_was_ended(command: Hurt, needs: bool) -> None:  # noqa: FBT001 - a table
    player, clock = begun(sided())
    player.do(command, clock.now())
    assert player.progress.needs_flags == needs


def test_the_list_is_needed_for_each_step_that_is_ended() -> None:
    player, clock = begun(three_step_routine())
    player.do(SHARP, clock.now())
    player.do(commands.ReportFlags(()), clock.now())
    assert not player.progress.needs_flags
    player.do(Hurt(7), clock.now())
    assert player.progress.needs_flags


def test_a_flag_is_kept_where_the_list_is_answered_again() -> None:
    player, clock = begun(three_step_routine())
    for flags in (("night",), (), ("swelling", "night")):
        player.do(commands.ReportFlags(flags), clock.now())
    assert player.progress.flags == ("night", "swelling")


def test_undo_takes_back_what_hurt_but_no_red_flag() -> None:
    player, clock = begun(three_step_routine())
    player.do(Hurt(7), clock.now())
    player.do(commands.ReportFlags(("snap",)), clock.now())

    player.do(commands.Undo(), clock.now())

    assert hurts(player) == ()
    assert player.progress.flags == ("snap",)
