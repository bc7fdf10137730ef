"""Files in the journal folder are read safely, whatever they hold."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footcoach_tui.playback.journal_file import JOURNAL_FOLDER
from footcoach_tui.playback.open_journals import find_open_journals

IDENTITY = "01KK01Z2ZG8Q2N5V0J5C8W7R4T"
STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)


def header_with(**changes: object) -> bytes:
    header = {
        "journal": 1,
        "id": IDENTITY,
        "started": STARTED.isoformat(),
        "zone": "",
        "context": "",
        "speed": 1.0,
        "version": "",
        "note": "",
        "first": "left",
        "gap_limit": 2.0,
        "routine": {},
    }
    return json.dumps(header | changes).encode() + b"\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b"\x00" * 100 + b"\n",
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        header_with(journal=2),
        header_with(id="../../etc/passwd"),
        header_with(started="yesterday"),
        header_with(started="2026-03-06T07:10:00"),
        header_with(speed=0),
        header_with(speed=float("nan")),
        header_with(gap_limit="2"),
        header_with(zone=7),
        header_with(first="up"),
    ],
)
def test_what_is_no_journal_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / JOURNAL_FOLDER).mkdir()
    path = tmp_path / JOURNAL_FOLDER / f"{IDENTITY}.jsonl"
    path.write_bytes(content)
    journals, problems = find_open_journals(tmp_path)

    assert journals == ()
    assert [problem.file for problem in problems] == [str(path)]
    assert path.read_bytes() == content


def test_a_pipe_in_its_place_is_no_trap(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_FOLDER).mkdir()
    os.mkfifo(tmp_path / JOURNAL_FOLDER / f"{IDENTITY}.jsonl")
    journals, problems = find_open_journals(tmp_path)

    assert (journals, len(problems)) == ((), 1)


def test_what_it_says_comes_out_clean(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_FOLDER).mkdir()
    path = tmp_path / JOURNAL_FOLDER / f"{IDENTITY}.jsonl"
    path.write_bytes(header_with(context="daily\x1b[2J", note="\u202eback"))
    (on_disk,), _ = find_open_journals(tmp_path)

    assert (on_disk.header.info.context, on_disk.header.info.note) == ("daily[2J", "back")
