"""Lines of a journal are read back as they were written, and any other line is refused."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_facts import objects

from footcoach_tui.playback.journal_format import JournalHeader, decode_entries, encode_entry
from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

COMMANDS = (
    commands.Start(),
    commands.Pause(),
    commands.Resume(),
    commands.Next(),
    commands.Back(),
    commands.Restart(),
    commands.Jump(3),
    commands.Adjust(-10),
    commands.AddReps(-1),
    commands.Done(),
    commands.Done(9.5),
    commands.Undo(),
    commands.Hurt(4),
    commands.SHARP,
    commands.ReportFlags(),
    commands.ReportFlags(("night", "numb-new")),
    commands.Note("tingles"),
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
        b'{"at":[1,2],"do":"AddReps","reps":1.5}',
        b'{"at":[1,2],"do":"Done","value":"9"}',
        b'{"at":[1,2],"do":"Done","value":NaN}',
        b'{"at":[1,2],"do":"Hurt"}',
        b'{"at":[1,2],"do":"Hurt","score":4.5}',
        b'{"at":[1,2],"do":"Hurt","score":"4"}',
        b'{"at":[1,2],"do":"Note","text":5}',
        b'{"at":[1,2],"do":"ReportFlags"}',
        b'{"at":[1,2],"do":"ReportFlags","flags":"night"}',
        b'{"at":[1,2],"do":"ReportFlags","flags":[1]}',
        b"[" * 10_000,
    ],
)
def test_a_line_must_be_just_right(line: bytes) -> None:
    assert decode_entries(line) == ()


@given(objects)
def test_a_header_carries_the_check_in_if_there_was_one(
    checkin: Mapping[str, object] | None,
) -> None:
    started = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
    info = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", started, checkin=checkin)
    header = JournalHeader(info, {"id": "any"}, Side.LEFT, 2.0)
    line = header.encode()

    assert (b'"checkin"' in line) == (checkin is not None), "older journals have none"
    assert JournalHeader.decode(line) == header


@pytest.mark.parametrize("checkin", [b"[]", b'{"a":NaN}', b'"x"'])
def test_a_header_with_another_check_in_is_none(checkin: bytes) -> None:
    started = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
    info = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", started, checkin={"a": 1})
    line = JournalHeader(info, {"id": "any"}, Side.LEFT, 2.0).encode()

    with pytest.raises(ValueError, match="checkin"):
        JournalHeader.decode(line.replace(b'{"a": 1}', checkin))
