"""Processes that are killed while they write the index, and that write it at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from history_answers import (
    Answers,
    answers_of,
    answers_when_opened,
    history_in_memory,
    index_files,
)

SUPPORT = Path(__file__).parents[2] / "support"

DIE = """
import os, sqlite3, sys
from pathlib import Path
left = int(sys.argv[2])

def count(*_):
    global left
    left -= 1
    if left < 0:
        os._exit(9)

class Watched(sqlite3.Connection):
    def execute(self, *args):
        count()
        return super().execute(*args)

    def executemany(self, *args):
        count()
        return super().executemany(*args)

connect = sqlite3.connect
sqlite3.connect = lambda *args, **options: connect(*args, factory=Watched, **options)
from history_answers import answers_when_opened
answers_when_opened(Path(sys.argv[1]))
"""
"""Answers all questions, but ends at a call of SQLite."""

REWRITE = """
import sys
from pathlib import Path
from history_answers import answers_of
from sample_folders import folders_of
from footcoach_tui.history.store import History
history = History(folders_of(Path(sys.argv[1])), "here-1")
(record, *_) = history.all()
for number in range(10_000):
    history.update(record._replace(note=str(number)))
    history.index.change(lambda filler: filler.forget("here-1", "2026-03"))
    print(number, flush=True)
    history.all()
"""
"""Changes a session and has its month read again, without end."""

CROWD = """
import os, sys
from pathlib import Path
from history_answers import answers_of, index_files
from sample_folders import folders_of
from footcoach_tui.history.store import History
data, name = Path(sys.argv[1]), sys.argv[2]
history = History(folders_of(data), name)
records = history.all()
for number, record in enumerate(records[:12]):
    history.update(record._replace(note=f"{name} {number}"))
    answers_of(history)
    if number % 4 == 3:  # as a program that cleans caches
        for path in index_files(data):
            path.unlink(missing_ok=True)
history.index.close()
"""
"""Changes sessions and asks, while others do, and deletes the index now and then."""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | {"PYTHONPATH": str(SUPPORT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]") -> int:
    _, errors = process.communicate(timeout=120)
    assert errors == ""
    return process.returncode


@pytest.mark.parametrize("calls", [0, 1, 2, 5, 25, 40, 80, 200, 500])
def test_killed_while_it_is_filled(folder: Path, expected: Answers, calls: int) -> None:
    for path in index_files(folder):
        path.unlink()

    assert ended(start(DIE, str(folder), str(calls))) in (9, 0)

    assert answers_when_opened(folder) == expected
    assert answers_when_opened(folder) == expected
    assert len([path for path in index_files(folder) if path.suffix == ".sqlite"]) == 1


@pytest.mark.parametrize("calls", [6, 30, 60])
def test_killed_while_a_month_is_read_again(folder: Path, expected: Answers, calls: int) -> None:
    file = folder / "history" / "here-1" / "2026-02.json"
    file.write_text(file.read_text().replace('"note":""', '"note":"by hand"'))
    now = answers_of(history_in_memory(folder))
    assert now["all"] != expected["all"]

    assert ended(start(DIE, str(folder), str(calls))) == 9

    assert answers_when_opened(folder) == now


@pytest.mark.crash
@pytest.mark.parametrize("lines", range(1, 25, 2))
def test_killed_at_any_instant(folder: Path, expected: Answers, lines: int) -> None:
    process = start(REWRITE, str(folder))
    assert process.stdout
    for _ in range(lines):
        assert process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)

    found = answers_when_opened(folder)
    assert found == answers_of(history_in_memory(folder))
    assert found["count"] == expected["count"]
    assert found["all"][0].note >= str(lines - 1)


@pytest.mark.crash
def test_processes_that_write_it_at_once(folder: Path, tmp_path: Path, expected: Answers) -> None:
    processes = [start(CROWD, str(folder), f"device-{number}") for number in range(4)]
    assert [ended(process) for process in processes] == [0] * 4

    found = answers_when_opened(folder)
    assert found == answers_of(history_in_memory(folder))
    assert found["count"] == expected["count"]
    assert all(record.note.startswith("device-") for record in found["all"][:12])
    shutil.rmtree(tmp_path / "data-cache")
    assert answers_when_opened(folder) == found
