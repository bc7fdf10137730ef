"""Properties of the player under any commands at any times."""

from collections.abc import Iterator

from builders import three_step_routine
from clocks import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.session import commands
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import compile_timeline

TIMELINE = compile_timeline(three_step_routine())

# Sixteenths of a second: sums of them are exact, so that times can be compared as they are.
waits = st.integers(0, 31).map(lambda sixteenths: sixteenths / 16)
any_command = st.one_of(
    st.sampled_from(
        [
            commands.Start(),
            commands.Pause(),
            commands.Resume(),
            commands.Next(),
            commands.Back(),
            commands.Restart(),
            commands.Adjust(10),
            commands.Adjust(-10),
            commands.AddReps(1),
            commands.AddReps(-1),
            commands.Done(),
            commands.Undo(),
            commands.SHARP,
        ]
    ),
    st.builds(commands.Jump, st.integers(-1, 4)),
    st.builds(commands.Hurt, st.integers(-1, 11)),
)
stories = st.lists(st.tuples(waits, st.one_of(st.none(), any_command)), max_size=60)


def play(story: list[tuple[float, PlayerCommand | None]], ticks: int = 1) -> list[PlayerEvent]:
    """Return the events of a story, with `ticks` ticks between two commands."""
    clock, player = FakeClock(), Player(TIMELINE)
    events = list(player.do(commands.Start(), clock.now()))
    for wait, command in story:
        for _ in range(ticks):
            events.extend(player.tick(clock.advance(wait / ticks)))
        if command:
            events.extend(player.do(command, clock.now()))
    return events


def play_stepwise(
    story: list[tuple[float, PlayerCommand | None]],
) -> Iterator[tuple[FakeClock, Player]]:
    """Yield the clock and the player of a story: at its start and after each command."""
    clock, player = FakeClock(), Player(TIMELINE)
    player.do(commands.Start(), clock.now())
    yield clock, player
    for wait, command in story:
        player.tick(clock.advance(wait))
        if command:
            player.do(command, clock.now())
        yield clock, player


def after(story: list[tuple[float, PlayerCommand | None]]) -> tuple[FakeClock, Player]:
    *_, end = play_stepwise(story)
    return end


@given(stories)
def test_the_same_commands_at_the_same_times_give_the_same_events(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    assert repr(play(story)).encode() == repr(play(story)).encode()


@given(stories)
def test_events_do_not_depend_on_the_number_of_ticks(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    assert play(story, ticks=1) == play(story, ticks=4)


@given(stories)
def test_time_is_never_negative_and_never_more_than_there_is(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    for clock, player in play_stepwise(story):
        view = player.view(clock.now())
        assert 0 <= view.remaining <= view.length or player.is_over
        assert view.elapsed >= 0
        assert 0 <= view.fraction <= 1
        assert view.session_left >= 0
        assert 0 <= view.count_in <= 3
        assert player.seconds >= 0


@given(stories)
def test_events_come_in_the_order_of_their_times(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    times = [event.at for event in play(story)]
    assert times == sorted(times)


@given(st.lists(st.tuples(waits, waits), max_size=25))
def test_pauses_change_no_length(pauses: list[tuple[float, float]]) -> None:
    clock, player = FakeClock(), Player(TIMELINE)
    player.do(commands.Start(), clock.now())
    played = 0.0
    for running, paused in pauses:
        player.tick(clock.advance(running))
        played += running
        player.do(commands.Pause(), clock.now())
        clock.advance(paused)
        player.do(commands.Resume(), clock.now())
        for _ in range(3):
            player.tick(clock.advance(1))
    while not player.is_over:
        player.tick(clock.advance(0.5))
        played += 0.5
    assert player.seconds == TIMELINE.total
    assert TIMELINE.total <= played < TIMELINE.total + 1


@given(stories)
def test_back_after_next_restores_the_step(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    clock, player = after(story)
    before = player.view(clock.now()).segment.step
    player.do(commands.Next(), clock.now())
    if player.is_over:
        return
    player.do(commands.Back(), clock.now())
    assert player.view(clock.now()).segment is player.timeline.first_segment_of(before)


@given(stories)
def test_undo_after_a_move_restores_position_and_progress(
    story: list[tuple[float, PlayerCommand | None]],
) -> None:
    clock, player = after(story)
    player.do(commands.Pause(), clock.now())
    before = player.view(clock.now())
    done = [player.progress.best_attempt(key) for key in player.progress.planned]
    player.do(commands.Next(), clock.now())
    if player.is_over:
        return
    player.do(commands.Undo(), clock.now())
    restored = player.view(clock.now())
    assert (restored.segment, restored.remaining) == (before.segment, before.remaining)
    assert [player.progress.best_attempt(key) for key in player.progress.planned] == done
