"""Errors on the command line: exit code 2, one sentence, no traceback."""

import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import __version__
from footcoach_tui.cli.parser import COMMANDS

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["plya"], "no command is called “plya”. Did you mean “play”?"),
        (["xyzzy"], "no command is called “xyzzy”. See footcoach --help."),
        ([""], "no command is called “”. See footcoach --help."),
        (["\x1b[2J"], "no command is called “[2J”. See footcoach --help."),
        (["--"], "unrecognized arguments: --; see footcoach --help"),
        (["--nope"], "unrecognized arguments: --nope; see footcoach --help"),
        (["due", "--jso"], "unrecognized arguments: --jso; see footcoach due --help"),
        (["due", "\x1b[2J"], "unrecognized arguments: [2J; see footcoach due --help"),
        (["show"], "the following arguments are required: NAME; see footcoach show --help"),
        (
            ["log", "x", "--note"],
            "argument --note: expected one argument; see footcoach log --help",
        ),
    ],
)
def test_wrong_usage_is_one_sentence(
    run_refused: Refused, arguments: list[str], message: str
) -> None:
    assert run_refused(*arguments) == message


@pytest.mark.parametrize("speed", ["0", "-1", "nan", "inf", "1001", "1e400", "fast", "", "0.001"])
def test_a_speed_the_history_could_not_keep_is_refused(run_refused: Refused, speed: str) -> None:
    assert run_refused("play", "desk-break-3min", f"--speed={speed}") == (
        "argument --speed: must be a number from 0.01 to 1000; see footcoach play --help"
    )


@pytest.mark.parametrize("command", ["list", "due", "history", "check"])
def test_a_data_folder_that_is_not_absolute_is_refused(
    run_refused: Refused, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", "here")
    assert run_refused(command) == "FOOTCOACH_DATA_DIR: must be an absolute path that begins with /"


def test_help_names_every_command(footcoach: Footcoach) -> None:
    done = footcoach("--help")
    assert (done.code, done.err) == (0, "")
    named = re.findall(r"^    ([a-z]+)\b", done.out, flags=re.MULTILINE)
    assert [name for name in named if name in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_of_its_own(footcoach: Footcoach, command: str) -> None:
    done = footcoach(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0].startswith(f"usage: footcoach {command} ")


def test_version(footcoach: Footcoach) -> None:
    assert footcoach("--version").out == f"footcoach {__version__}\n"


def test_a_reader_that_goes_away_is_no_error(start_process: Callable[..., Any]) -> None:
    with start_process("list") as (process, lines):
        lines.close()
        assert process.wait(timeout=20) == 128 + signal.SIGPIPE
        assert process.stderr.read() == ""


def test_a_full_disk_behind_the_output_is_told(run_in_shell: Shell) -> None:
    done = run_in_shell("list > /dev/full")
    assert done.returncode == 2
    assert done.stderr == "footcoach: could not be read or written: no space left on device\n"


def test_without_an_output_it_still_answers_by_its_exit_code(run_in_shell: Shell) -> None:
    done = run_in_shell("due <&- >&- 2>&-")
    assert done.returncode == 0


def test_a_terminal_without_typography_is_no_error(run_in_shell: Shell) -> None:
    done = run_in_shell("show rw-essential-three", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "5:23 min - moderate effort (2-4 of 10)" in done.stdout


def test_files_are_for_their_owner_only(run_in_shell: Shell, data: Path) -> None:
    run_in_shell("log desk-break-3min")
    modes = {path.stat().st_mode & 0o777 for path in data.rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (data, *data.rglob("*")) if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})
