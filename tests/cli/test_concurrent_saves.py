"""Processes that save at once, and a full disk: no session is lost, and errors are reported."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.crash

Footcoach = Callable[..., Any]
PROCESSES, ROUNDS = 8, 10
"""bench/concurrent_saves.py has each save fifty."""
ROUTINE = "rw-essential-three"

CROWD = f"""
import os, sys
from footcoach_tui import wiring
from footcoach_tui.cli.main import main
import footcoach_tui.history.changes.transaction
catalogue = wiring.open_catalogue()
wiring.open_catalogue = lambda: catalogue  # it is not what is tried here
children = []
for _ in range({PROCESSES}):
    child = os.fork()
    if not child:
        codes = [main(["log", "{ROUTINE}"]) for _ in range({ROUNDS})]
        sys.stdout.flush()
        os._exit(any(codes))
    children.append(child)
sys.exit(sum(os.waitpid(child, 0)[1] != 0 for child in children))
"""


def test_eight_processes_that_save_at_once_keep_all_of_theirs(
    footcoach: Footcoach, data: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CROWD],
        env=os.environ | {"PYTHONUNBUFFERED": "1"},  # each piece is written by itself then
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    ids = done.stdout.split()
    assert len(ids) == len(set(ids)) == PROCESSES * ROUNDS
    history = footcoach("history", "--json", "--limit", "0")
    assert sorted(one["id"] for one in json.loads(history.out)["sessions"]) == sorted(ids)
    assert history.err == ""
    assert list(data.rglob("*.tmp")) == []


@pytest.fixture
def small_disk(data: Path) -> Iterator[Path]:
    """A data folder on a disk of 256 KiB; only root can have one."""
    data.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs", str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    yield data
    subprocess.run(["umount", "--lazy", str(data)], check=True)


def test_on_a_full_disk_a_session_is_refused_and_the_others_read(
    footcoach: Footcoach, small_disk: Path
) -> None:
    kept = []
    for _ in range(300):
        done = footcoach("log", ROUTINE, "--note", "x" * 3000)
        if done.code:
            break
        kept.append(done.out.strip())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"footcoach: {small_disk}/")
    assert done.err.endswith("no space left on device\n")
    assert len(kept) > 5
    _read_all(footcoach, kept)

    with (small_disk / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            done = footcoach("log", ROUTINE)
    assert done.code == 2
    _read_all(footcoach, kept)
    (small_disk / "filling").unlink()
    played = footcoach("play", "desk-break-3min", "--plain", "--ready", "--speed", "1000")
    assert played.code == 0 or "not saved; put the lines below" in played.err
    _read_all(footcoach, kept, more=played.code == 0)


def _read_all(footcoach: Footcoach, kept: list[str], *, more: bool = False) -> None:
    history = footcoach("history", "--json", "--limit", "0")
    there = {one["id"] for one in json.loads(history.out)["sessions"]}
    assert (history.code, history.err) == (0, "")
    assert there >= set(kept)
    assert len(there) == len(kept) + more


def test_where_no_file_may_grow_a_session_is_refused_and_the_others_read(
    footcoach: Footcoach,
) -> None:
    """Like a full disk, for users who cannot mount one."""
    kept = [footcoach("log", ROUTINE, "--note", "x" * 3000).out.strip() for _ in range(3)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        done = footcoach("log", ROUTINE, "--note", "x" * 3000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("file too large\n")
    _read_all(footcoach, kept)
