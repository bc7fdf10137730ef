"""Audio programs: a failing or hanging one delays nothing and does not outlive footcoach."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.cues.program import _MAX_FAILURES, FILE_PLACEHOLDER, AudioProgram

Script = Callable[[str], tuple[str, ...]]
PATIENCE = 10.0


def ended(program: AudioProgram) -> AudioProgram:
    """Wait until the accepted orders are carried out."""
    program.finish()
    program.join(PATIENCE)
    return program


def log(command: tuple[str, ...]) -> str:
    return Path(f"{command[0]}.log").read_text()


def test_it_gets_its_input_and_no_text_stands_among_its_options(script: Script) -> None:
    command = script('{ echo "$#"; cat; } > "$0.log"')
    program = AudioProgram(command)
    program.run(lambda: b"--version")
    assert (ended(program).failure, program.has_succeeded) == ("", True)
    assert log(command) == "0\n--version"


def test_a_file_with_a_name_is_given_where_one_is_needed_and_does_not_stay(script: Script) -> None:
    command = script('{ echo "$1"; cat "$1"; } > "$0.log"')
    program = AudioProgram((*command, FILE_PLACEHOLDER))
    program.run(lambda: b"tone")
    ended(program)
    name, _, content = log(command).partition("\n")
    assert (content, Path(name).suffix, Path(name).exists()) == ("tone", ".wav", False)


def test_what_it_says_is_heard_by_nobody(script: Script, capfd: pytest.CaptureFixture[str]) -> None:
    program = AudioProgram(script("echo noise; echo noise >&2"))
    program.run(lambda: b"")
    ended(program)
    assert capfd.readouterr() == ("", "")


def test_a_newer_order_cuts_off_the_one_under_way(script: Script, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "begun")
    command = script(
        f'read word\necho "$word" >> "$0.log"\n[ "$word" = one ] || exit 0\n'
        f"echo > {tmp_path / 'begun'}\nexec sleep 60"
    )
    program = AudioProgram(command)
    program.run(lambda: b"one\n")
    (tmp_path / "begun").read_text()
    program.run(lambda: b"two\n")
    assert (ended(program).failure, log(command)) == ("", "one\ntwo\n")


@pytest.mark.parametrize("end", [AudioProgram.close, AudioProgram.cancel])
def test_it_is_silent_at_once_and_no_zombie_is_left(
    script: Script, tmp_path: Path, end: Callable[[AudioProgram], None]
) -> None:
    os.mkfifo(tmp_path / "begun")
    program = AudioProgram(script(f"echo $$ > {tmp_path / 'begun'}\nexec sleep 60"))
    program.run(lambda: b"")
    number = (tmp_path / "begun").read_text().strip()
    end(program)
    ended(program)
    assert not Path("/proc", number).exists()
    assert program.failure == ""


def test_a_program_that_is_not_there_is_not_tried_again(tmp_path: Path) -> None:
    program = AudioProgram((str(tmp_path / "none"),))
    program.run(lambda: b"")
    program.join(PATIENCE)
    assert program.failure.endswith("none: it could not be started: No such file or directory")
    assert not program.is_usable
    program.run(lambda: b"")  # and nothing happens


def test_after_two_failures_in_a_row_it_is_silent(script: Script) -> None:
    command = script('echo >> "$0.log"\nexit 3')
    program = AudioProgram(command)
    for _ in range(_MAX_FAILURES):
        assert program.is_usable
        program._carry_out(b"")
    assert program.failure.endswith("program: it ended with exit code 3")
    program.run(lambda: b"")
    assert log(command) == "\n" * _MAX_FAILURES


def test_one_that_does_not_come_to_its_end_has_failed(script: Script) -> None:
    program = AudioProgram(script("exec sleep 60"), timeout=0.05)
    for _ in range(_MAX_FAILURES):
        program._carry_out(b"")
    assert program.failure.endswith("program: it does not finish")


def test_one_that_hangs_does_not_outlive_us(script: Script) -> None:
    """footcoach may exit while the last cue still plays."""
    (path,) = script('echo $$ > "$0.log"\nexec sleep 60')
    ours = (
        "import sys, time; from pathlib import Path\n"
        "from footcoach_tui.cues.program import AudioProgram\n"
        f"AudioProgram(({path!r},)).run(lambda: b'')\n"
        f"log = Path({path + '.log'!r})\n"
        "while not (log.exists() and log.read_text().endswith('\\n')): time.sleep(0.01)\n"
    )
    subprocess.run(
        [sys.executable, "-c", ours], env={"PYTHONPATH": os.pathsep.join(sys.path)}, check=True
    )
    number = int(Path(f"{path}.log").read_text())
    end = time.monotonic() + PATIENCE
    while is_running(number) and time.monotonic() < end:
        time.sleep(0.01)
    assert not is_running(number)


def is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"  # nobody may be there to bury it


def test_an_order_that_cannot_be_made_is_no_error(script: Script) -> None:
    program = AudioProgram(script("exit 0"))
    program.run(lambda: bytes(-1))
    program.join(PATIENCE)
    assert program.failure.endswith("program: it failed: ValueError")
