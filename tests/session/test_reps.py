"""Reps more or less in the set that is being done."""

from builders import Reps, phase, routine, step
from clocks import FakeClock

from footcoach_tui.session.commands import (
    AddReps,
    Adjust,
    Hurt,
    Next,
    PlayerCommand,
    Restart,
    Start,
    Undo,
)
from footcoach_tui.session.dose import Hold, Sides
from footcoach_tui.session.events import PlayerEvent, Refused, RepsAdded
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SetOutcome
from footcoach_tui.session.reps import adjustment
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import SegmentKind, compile_timeline
from footcoach_tui.session.view import SessionState

TWO_SECONDS = (phase("up", 1), phase("down", 1))


class Played:
    """Player of three reps of two seconds a set, two seconds after the start."""

    def __init__(self, sides: Sides = Sides.BOTH, sets: int = 1) -> None:
        self.clock = FakeClock()
        first = step(Reps(3, TWO_SECONDS), prep=2, rest=2, sides=sides, sets=sets)
        plan = routine(first, step(Hold(5), prep=2))
        self.player = Player(compile_timeline(plan))
        self.do(Start())
        self.wait(2)

    def do(self, *given: PlayerCommand) -> list[PlayerEvent]:
        return [event for each in given for event in self.player.do(each, self.clock.now())]

    def wait(self, seconds: float) -> None:
        for _ in range(int(seconds * 2)):
            self.player.tick(self.clock.advance(0.5))

    @property
    def labels(self) -> tuple[int, int, Side]:
        segment = self.player.view(self.clock.now()).segment
        return segment.rep, segment.reps, segment.side

    @property
    def sets(self) -> tuple[tuple[int, int, SetOutcome], ...]:
        """Planned and done reps of the first step."""
        progress = self.player.progress
        return tuple(
            (
                progress.planned[key].reps,
                progress.best_attempt(key).reps,
                SetOutcome.DONE if progress.is_complete(key) else SetOutcome.CUT,
            )
            for key in progress.sets_of(0)
        )


def test_one_rep_more_is_done_after_the_others() -> None:
    played = Played()
    assert played.do(AddReps(1)) == [RepsAdded(2.0, 1)]
    assert played.labels == (1, 4, Side.BOTH)
    played.wait(7)
    assert played.labels == (4, 4, Side.BOTH)
    played.wait(1)
    assert played.player.view(played.clock.now()).segment.step == 1
    assert played.sets == ((3, 4, SetOutcome.DONE),)


def test_one_rep_less_ends_the_set_earlier_and_the_record_says_so() -> None:
    played = Played()
    played.wait(1)
    played.do(AddReps(-1))
    assert played.labels == (1, 2, Side.BOTH)
    played.wait(3)
    assert played.player.view(played.clock.now()).segment.step == 1
    assert played.sets == ((3, 2, SetOutcome.CUT),)


def test_the_present_rep_is_not_cut() -> None:
    played = Played()
    played.wait(4.5)
    left = played.player.view(played.clock.now()).remaining
    (refused,) = played.do(AddReps(-1))
    assert isinstance(refused, Refused)
    assert refused.reason == "This is the last rep."
    assert played.player.view(played.clock.now()).remaining == left


def test_undo_takes_it_back() -> None:
    played = Played()
    played.do(AddReps(1), Undo())
    assert played.labels == (1, 3, Side.BOTH)


def test_only_this_set_and_side_changes() -> None:
    played = Played(Sides.EACH, sets=2)
    played.do(AddReps(1))
    reps = [
        sum(s.ends_rep for s in played.player.timeline.segments if s.set_key == key)
        for key in played.player.progress.sets_of(0)
    ]
    assert reps == [4, 3, 3, 3]


def test_of_alternating_sides_each_gets_it() -> None:
    played = Played(Sides.ALTERNATING)
    played.wait(2)  # so that it is the turn of the second side
    played.do(AddReps(1))
    assert played.labels == (1, 4, Side.RIGHT)
    played.wait(14)
    assert played.sets == ((3, 4, SetOutcome.DONE), (3, 4, SetOutcome.DONE))


def test_a_set_with_reps_taken_away_can_still_be_halved() -> None:
    played = Played()
    played.do(AddReps(-1), AddReps(-1), Restart(), Hurt(3))
    played.wait(2)
    assert played.labels == (1, 1, Side.BOTH)


def test_reps_cannot_be_added_without_end() -> None:
    played = Played()
    assert isinstance(played.do(AddReps(1000))[-1], Refused)


def test_more_is_a_rep_in_reps_and_seconds_elsewhere() -> None:
    played = Played()
    timeline = played.player.timeline
    given = {segment.kind: adjustment(timeline, segment, -1) for segment in timeline.segments}
    assert [given[kind] for kind in (SegmentKind.PREP, SegmentKind.MOVE, SegmentKind.HOLD)] == [
        Adjust(-10),
        AddReps(-1),
        Adjust(-10),
    ]


def test_there_are_no_reps_in_a_hold() -> None:
    played = Played()
    played.do(Next())
    played.wait(2)
    assert played.player.view(played.clock.now()).state is SessionState.HOLD
    assert isinstance(played.do(AddReps(1))[-1], Refused)
