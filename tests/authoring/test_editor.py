"""The user's editor: which it is, and how it fails."""

import os
import signal
from pathlib import Path

import pytest

from footcoach_tui.authoring.editor import find_editor, run_editor
from footcoach_tui.authoring.files import AuthoringError


def script(path: Path, text: str) -> list[str]:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return [str(path)]


def no_program(name: str) -> str | None:
    return None if name else ""


def test_the_variables_come_first_then_what_is_there() -> None:
    there = {"vi": "/usr/bin/vi", "nano": "/usr/bin/nano"}
    environ = {"VISUAL": "code --wait", "EDITOR": "ed"}
    assert find_editor(environ, there.get) == ["code", "--wait"]
    assert find_editor({"EDITOR": "'my ed' -x", "VISUAL": " "}, there.get) == ["my ed", "-x"]
    assert find_editor({}, there.get) == ["/usr/bin/nano"]
    del there["nano"]
    assert find_editor({"EDITOR": ""}, there.get) == ["/usr/bin/vi"]


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"EDITOR": "vi '"}, r"\$EDITOR is “vi '”, in which a quote is not closed"),
        ({}, "no editor was found; set EDITOR to the name of yours"),
    ],
)
def test_without_one_there_is_a_sentence(environ: dict[str, str], sentence: str) -> None:
    with pytest.raises(AuthoringError, match=sentence):
        find_editor(environ, no_program)


def test_the_editor_gets_the_path_behind_its_options(tmp_path: Path) -> None:
    command = script(tmp_path / "ed", 'printf "%s|" "$@" > "$2"')
    path = tmp_path / "a file.toml"
    run_editor([*command, "-x"], path)
    assert path.read_text() == f"-x|{path}|"


@pytest.mark.parametrize(("name", "arguments"), [("nano", "+12 "), ("my-editor", "")])
def test_a_known_editor_opens_at_the_line(tmp_path: Path, name: str, arguments: str) -> None:
    told, path = tmp_path / "told", tmp_path / "mine.toml"
    run_editor(script(tmp_path / name, f'echo "$@" > {told}'), path, 12)
    assert told.read_text() == f"{arguments}{path}\n"


@pytest.mark.parametrize(
    ("text", "how"), [("exit 3", "exit code 3"), ("kill -TERM $$", "signal 15")]
)
def test_an_editor_that_fails_is_a_sentence(tmp_path: Path, text: str, how: str) -> None:
    command = script(tmp_path / "ed", text)
    with pytest.raises(AuthoringError, match=f"ed ended with {how}; .*mine.toml is as it was"):
        run_editor(command, tmp_path / "mine.toml")


@pytest.mark.parametrize("name", ["no-such-editor", "/", "\x1b[2J", "a\0b"])
def test_an_editor_that_cannot_be_started_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(AuthoringError, match="could not be started: ") as caught:
        run_editor([name], tmp_path / "mine.toml")
    assert str(caught.value).isprintable()
    assert str(caught.value).endswith("; set EDITOR to another one")


def test_an_interrupt_is_for_the_editor_alone(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    command = script(tmp_path / "ed", f"trap 'exit 0' INT; kill -INT {os.getpid()}; kill -INT $$")
    run_editor(command, tmp_path / "mine.toml")
    assert signal.getsignal(signal.SIGINT) is before
