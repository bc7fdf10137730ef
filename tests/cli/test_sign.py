import os
import pty

import pytest

from footcoach_tui.cli import sign


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on the standard input and output."""
    monkeypatch.setattr(os, "isatty", lambda fd: fd in (0, 1))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.usefixtures("terminal")
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
def test_a_sign_is_given_where_a_screen_is_opened(line: str, opens: bool) -> None:  # noqa: FBT001 - the expected answer
    assert sign.announces(line.split()) is opens


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("name", ["", "dumb", "unknown"])
def test_a_terminal_without_a_screen_gets_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TERM", name)
    assert not sign.announces([])


def test_a_pipe_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(os, "isatty", lambda fd: fd == 0)
    assert not sign.announces([])


def test_a_terminal_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    os.close(theirs)
    write = os.write
    monkeypatch.setattr(os, "write", lambda _, text: write(theirs, text))
    sign.take_in_sign()
    os.close(ours)
