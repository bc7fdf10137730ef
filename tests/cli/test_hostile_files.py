"""Hostile files where footcoach reads: reported in a sentence, or loaded as plain text.

The files come from tests/support/hostile_files.py; bench/hostile.py tries them one by one and
measures each. Here all of a kind are read together, which is quicker.
"""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from types import FrameType
from typing import Any

import pytest
from hostile_files import hostile_configs, hostile_exercises, hostile_routines, make_files
from hostile_history import hostile_imports, hostile_journals, hostile_months, session_id

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.device import write_device
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.open_journals import _MAX_JOURNALS

PATIENCE = 20
"""Seconds for all of a kind, on a machine that is busy with others: a hang takes longer."""
Said = Callable[..., Any]


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Stop a command that hangs."""

    def give_up(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def said(footcoach: Callable[..., Any]) -> Said:
    """Run a command: checks that its output is printable and its exit code is documented."""

    def run(*arguments: str, code: int, or_code: int | None = None) -> Any:
        done = footcoach(*arguments)
        assert (done.out + done.err).replace("\n", "").isprintable()
        assert "Traceback" not in done.err
        assert done.code in (code, or_code), done.err[-500:]
        return done

    return run


def test_routines_and_exercises(said: Said, data: Path) -> None:
    folder = data / "routines"
    made = make_files(hostile_routines(), folder)
    kits = make_files(hostile_exercises(), folder / "exercises")
    report = said("check", code=2).out
    broken = {Path(line.partition(".toml")[0]).name for line in report.splitlines()}

    told = {clean(one.name).removesuffix(".toml") for one in (*made, *kits) if one.is_reported}
    sound = {clean(one.name).removesuffix(".toml") for one in made if not one.is_reported}
    assert told - broken == set()
    assert sound & broken == set()
    listed = said("list", code=0).out
    for name in ("windows", "zalgo", "named-badly", "named-in-latin", "markup-title"):
        assert f"\n{name} " in listed
    assert "[@click=app.quit]x[/] [/b] [link=x]:smile:" in listed
    said("show", "markup-summary", code=0)
    said("show", "\x1b[2J", code=2)


def test_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in make_files(hostile_configs(), tmp_path / "configs"):
        monkeypatch.setenv("FOOTCOACH_CONFIG", str(tmp_path / "configs" / one.name))
        settings, problems = wiring.open_settings()
        assert bool(problems) == one.is_reported, one.name
        assert "".join(map(str, problems)).isprintable()
        assert settings.week_goal == 3


def test_months(said: Said, data: Path, state: Path) -> None:
    folder = data / "history" / "stranger-1"
    made = make_files(hostile_months(), folder)
    (folder.parent / "\x1b[2J\n").mkdir()
    os.mkfifo(folder.parent / "fifo")
    state.mkdir(parents=True)
    (state / "undo.jsonl").symlink_to("/dev/zero")

    done = said("history", "--limit", "0", code=0)
    for one in made:
        assert (one.name in done.err) == one.is_reported, one.name
    assert len(done.lines) == sum(not one.is_reported for one in made)
    assert "[@click=app.quit]x[/]" in done.out
    said("history", "--json", "--limit", "0", code=0)
    said("history", "note:arch", code=1)
    said("due", code=0)
    assert "is not a regular file" in said("undo", code=1).err


def test_a_session_can_be_saved_beside_them_all(said: Said, data: Path, state: Path) -> None:
    make_files(hostile_months(), data / "history" / "stranger-1")
    state.mkdir(parents=True)
    write_device(state, "stranger-1")
    month = local_time.today().isoformat()[:7]
    (data / "history" / "stranger-1" / f"{month}.json").write_bytes(b"\0" * 600)

    done = said("log", "desk-break-3min", code=0)

    assert "footcoach moved it to" in done.err
    assert done.out.strip() in said("history", code=0).out


def test_journals(said: Said, state: Path) -> None:
    made = make_files(hostile_journals(), state / "running")
    cut_off, problems = SessionJournals(state).find_interrupted()

    assert "".join(map(str, problems)).isprintable()
    assert {Path(one.file).name for one in problems} == {
        one.name for one in made if one.is_reported
    }
    assert {one.info.id for one in cut_off} == {session_id(91), session_id(92)}
    for one in cut_off:
        assert one.sentence.isprintable()
        assert one.record().exercises
        SessionJournals(state).discard(one)
    said("play", "--resume", "--plain", code=2)
    said("doctor", code=1)


def test_imports(said: Said, data: Path, tmp_path: Path) -> None:
    for one in make_files(hostile_imports(), tmp_path / "imports"):
        path = str(tmp_path / "imports" / one.name)
        if one.is_reported:
            done = said("import", path, "--yes", code=1, or_code=2)
            assert done.err.strip(), one.name
            assert not data.exists(), one.name
    for one in hostile_imports():
        if not one.is_reported:
            said("import", str(tmp_path / "imports" / one.name), "--yes", code=0)


def test_ten_thousand_files(said: Said, data: Path, state: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(10_001):
        os.mknod(many / f"{session_id(number)}.jsonl")
    (data / "history").mkdir(parents=True)
    state.mkdir(parents=True)
    for place in (data / "routines", state / "running", data / "history/stranger-1"):
        place.symlink_to(many)

    assert "has more than 10,000 entries" in said("check", code=2).out
    cut_off, problems = SessionJournals(state).find_interrupted()
    assert (len(cut_off), len(problems)) == (0, _MAX_JOURNALS + 1)
    assert "the others are ignored" in problems[0].sentence
    said("history", code=0)
    rmtree(many)


@pytest.mark.parametrize(
    "value",
    ["\x1b[2J", "/dev/zero", "/dev/null/\x1b[2J\n\u202e", "/" + "x" * 5000, "/proc/self/mem"],
)
@pytest.mark.parametrize("name", ["DATA_DIR", "STATE_DIR", "CACHE_DIR", "CONFIG"])
def test_variables(said: Said, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"FOOTCOACH_{name}", value)
    is_usable = value.startswith("/") or name == "CONFIG"
    said("history", code=0 if is_usable else 2)
    if name == "DATA_DIR":
        said("log", "desk-break-3min", "--note", value, code=2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COLUMNS", "99999999999999999999"),
        ("COLUMNS", "-1"),
        ("LINES", "nan"),
        ("TZ", "\x1b[2J"),
        ("TZ", "UTC-25"),
        ("TZ", "../../../dev/zero"),
        ("HOME", "\x1b[2J"),
        ("TERM", "\x1b[2J"),
        ("NO_COLOR", "\x1b[2J"),
        ("XDG_DATA_HOME", "\x1b[2J"),
        ("LC_ALL", "\x1b[2J"),
    ],
)
def test_variables_of_others(
    said: Said, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    said("history", code=0)
    said("log", "desk-break-3min", code=0)
    said("show", "desk-break-3min", code=0)
