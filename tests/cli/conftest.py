"""footcoach run in a home of its own, in this process or in another."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest
from bundled import CATALOGUE

from footcoach_tui import wiring
from footcoach_tui.boundary import paths
from footcoach_tui.cli.main import main
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.playback.real_clock import RealClock
from footcoach_tui.session.commands import Start
from footcoach_tui.session.side import Side

SELF_PACED = """\
id = "massage"
name = "Massage"
purpose = "Loosens the sole."
why = "It feels good."
how = ["Sit.", "Knead.", "Breathe."]
cues = ["Slow", "Soft"]
errors = ["Rushing."]
stop_if = ["Sharp pain."]
position = "seated"
equipment = []
level = 1
source_status = "footcoach"
evidence = "No trial is known to us."
[dose]
mode = "self-paced"
reps = 5
prep = 2
[[dose_sources]]
text = "Our own number."
grade = "F"
"""
ROUTINE = """\
id = "ID"
title = "TITLE"
summary = "A few minutes."
context = ["daily"]
level = 1
frequency = "daily"
effort = [1, 3]
source_status = "footcoach"
"""


@dataclass
class CommandResult:
    """Exit code and output of a command."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


RunFootcoach = Callable[..., CommandResult]
PutRoutine = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder, not there yet; the config file would be beside it."""
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("FOOTCOACH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "80")
    mask = os.umask(0o022)
    yield tmp_path / "data"
    os.umask(mask)


@pytest.fixture
def state(data: Path) -> Path:
    """The state folder of the data folder, not there yet."""
    assert data
    return paths.folders().state


@pytest.fixture(autouse=True)
def catalogue_read_once(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """Without files of the user's own, the library is not read anew for each command."""
    read = wiring.open_catalogue

    def opened() -> Catalogue:
        is_usual = os.environ["FOOTCOACH_DATA_DIR"] == str(data)
        return CATALOGUE if is_usual and not (data / "routines").exists() else read()

    monkeypatch.setattr(wiring, "open_catalogue", opened)


@pytest.fixture
def footcoach(capsys: pytest.CaptureFixture[str]) -> RunFootcoach:
    """Run a command in this process."""

    def run(*arguments: str) -> CommandResult:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        output = capsys.readouterr()
        return CommandResult(int(code), output.out, output.err)

    return run


@pytest.fixture
def run_refused(footcoach: RunFootcoach) -> Callable[..., str]:
    """Run a command that is refused: exit 2 and one sentence, which is returned."""

    def run(*arguments: str) -> str:
        done = footcoach(*arguments)
        assert (done.code, done.out) == (2, "")
        (line,) = done.err.splitlines()
        assert line.isprintable()
        return line.removeprefix("footcoach: ")

    return run


@pytest.fixture
def run_in_shell() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `footcoach` with a piece of shell behind it, such as a redirection."""

    def run(rest: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f'"$0" -m footcoach_tui {rest}', sys.executable],
            env=os.environ | environ,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return run


@pytest.fixture
def start_process() -> Callable[..., Any]:
    """Start `footcoach` in a process of its own; its output is a pipe."""

    @contextmanager
    def run(
        *arguments: str, **options: Any
    ) -> Iterator[tuple[subprocess.Popen[str], IO[str] | None]]:
        command = [sys.executable, "-m", "footcoach_tui", *arguments]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, text=True, **(pipes | options)) as process:
            try:
                yield process, process.stdout
            finally:
                process.kill()

    return run


@pytest.fixture
def begin_session(state: Path) -> Callable[[], LiveSession]:
    """Begin a session as another process would; it is live until it is suspended."""

    def begin() -> LiveSession:
        routine, clock = CATALOGUE.routines["desk-break-3min"], RealClock()
        session = LiveSession.new(routine, clock, SessionJournals(state), first=Side.LEFT)
        session.begin(wiring.new_session_info())
        session.send(Start())
        return session

    return begin


@pytest.fixture
def put_routine(data: Path) -> PutRoutine:
    """Put a file among the user's own routines."""

    def put(name: str, text: str) -> Path:
        path = data / "routines" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def routine_text() -> Callable[..., str]:
    """The text of a routine, with its steps."""

    def text(name: str, *steps: str) -> str:
        head = ROUTINE.replace("ID", name).replace("TITLE", name.replace("-", " ").capitalize())
        return head + "".join(f"[[steps]]\n{step}\n" for step in steps)

    return text


@pytest.fixture
def self_paced(put_routine: PutRoutine, routine_text: Callable[..., str]) -> str:
    """The id of an own routine with a step that waits, and one after it."""
    put_routine("exercises/massage.toml", SELF_PACED)
    put_routine(
        "slow.toml",
        routine_text("slow", 'exercise = "massage"', 'exercise = "ankle-circles"'),
    )
    return "slow"
