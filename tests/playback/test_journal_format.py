"""Lines of a journal are read back as they were written, and any other line is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.playback.journal_format import decode_entries, encode_entry
from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.journal import JournalEntry

COMMANDS = (
    commands.Start(),
    commands.Pause(),
    commands.Resume(),
    commands.Next(),
    commands.Back(),
    commands.Restart(),
    commands.Jump(3),
    commands.Adjust(-10),
    commands.Done(),
    commands.Done(9.5),
    commands.Undo(),
    commands.Finish(),
    commands.Leave(),
)
moments = st.builds(Instant, st.floats(0, 1e9), st.floats(0, 4e9))


@given(moments, st.sampled_from((None, *COMMANDS)))
def test_a_line_says_what_was_written(at: Instant, command: commands.PlayerCommand | None) -> None:
    written = JournalEntry(at, command)
    line = encode_entry(written)

    assert decode_entries(line) == (written,)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


@given(st.binary(max_size=80))
def test_any_other_line_says_nothing(line: bytes) -> None:
    assert decode_entries(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        b'{"at":[1,NaN]}',
        b'{"at":[1,Infinity]}',
        b'{"at":[1,1e999]}',
        b'{"at":[1]}',
        b'{"at":[1,1e12]}',
        b'{"at":[1,-1]}',
        b'{"at":[1,2],"do":"Format"}',
        b'{"at":[1,2],"do":"Jump"}',
        b'{"at":[1,2],"do":"Pause","seconds":1}',
        b'{"at":[1,2],"do":"Adjust","seconds":"10"}',
        b'{"at":[1,2],"do":"Done","value":"9"}',
        b'{"at":[1,2],"do":"Done","value":NaN}',
        b"[" * 10_000,
    ],
)
def test_a_line_must_be_just_right(line: bytes) -> None:
    assert decode_entries(line) == ()
