"""Entry of the program: one word at once where a screen opens, and not a byte elsewhere."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

from footcoach_tui.cli import entry, open_app


@pytest.fixture(autouse=True)
def unfreeze() -> Iterator[None]:
    """The garbage collector looks again at all that the tests have made."""
    yield
    gc.unfreeze()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A terminal on the standard input and output; what is written to it, bypassing Python."""
    texts: list[bytes] = []
    monkeypatch.setattr(os, "isatty", lambda fd: fd in (0, 1))
    monkeypatch.setattr(os, "write", lambda _, text: texts.append(text))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    return texts


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("", True),
        ("play desk-break-3min", True),
        ("play --resume", True),
        ("--calm", True),
        ("--ascii play desk-break-3min", True),
        ("--ascii history", False),
        ("play desk-break-3min --plain", False),
        ("play --help", False),
        ("history", False),
        ("--version", False),
    ],
)
def test_the_word_is_for_arguments_that_open_a_screen(line: str, opens: bool) -> None:  # noqa: FBT001 - the expected answer
    assert entry._opens_screen(line.split()) is opens


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", ["", "dumb", "unknown"])
def test_a_terminal_without_a_screen_gets_no_word(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TERM", name)
    assert not entry._opens_screen([])


@pytest.mark.usefixtures("written")
def test_a_pipe_gets_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "isatty", lambda fd: fd == 0)
    assert not entry._opens_screen([])


@pytest.mark.usefixtures("written")
def test_a_driver_that_the_user_names_gets_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert not entry._opens_screen([])


def test_the_word_is_written_first_and_cleared_before_the_app(
    written: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["footcoach", "play", "--resume", "--context", "daily"])
    with pytest.raises(SystemExit) as ended:  # it has its context already
        entry.run()
    open_app._clear_entry_word()
    assert ended.value.code == 2
    assert written == [b"footcoach\r", b"\x1b[K"]


def test_a_closed_terminal_does_not_stop_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_fd: int, _text: bytes) -> int:
        raise OSError

    monkeypatch.setattr(os, "write", fail)
    monkeypatch.setattr(entry, "_opens_screen", lambda _: True)
    monkeypatch.setattr(sys, "argv", ["footcoach", "--version"])
    with pytest.raises(SystemExit) as ended:
        entry.run()
    assert ended.value.code == 0


def test_garbage_is_collected_while_a_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[tuple[bool, bool]] = []

    def run_command() -> int:
        states.append((gc.isenabled(), gc.get_freeze_count() > 0))
        return 0

    monkeypatch.setattr("footcoach_tui.cli.main.main", run_command)
    monkeypatch.setattr(sys, "argv", ["footcoach", "due"])
    with pytest.raises(SystemExit):
        entry.run()
    assert states == [(True, True)]
