"""Notes that are written during a session."""

from datetime import UTC, datetime

from clocks import FakeClock

from footcoach_tui.session.commands import Next, Note, Start, Undo
from footcoach_tui.session.player import Player
from footcoach_tui.session.record_builder import SessionInfo

INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC))


def test_notes_have_exercise_side_and_time_and_undo_leaves_them(
    player: Player, clock: FakeClock
) -> None:
    for command in (Start(), Note("stiff"), Next(), Note("better"), Undo()):
        player.do(command, clock.now())
    note = INFO.record_of_play(player).note
    assert note == "Arch Lift, 0:00: stiff; Ball Roll, left, 0:00: better"


def test_notes_are_cut_where_there_are_too_many(player: Player, clock: FakeClock) -> None:
    player.do(Start(), clock.now())
    for _ in range(10):
        player.do(Note("x" * 200), clock.now())
    assert len(INFO.record_of_play(player).note) == 1000
