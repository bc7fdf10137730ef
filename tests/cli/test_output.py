"""JSON on the standard output, and whether a screen can be drawn on it."""

import io
import sys
from collections.abc import Callable

import pytest

from footcoach_tui.cli.output import can_show_screens, print_json


def test_json_is_a_line_for_programs_and_indented_for_a_reader(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    print_json({"due": True})
    assert capsys.readouterr().out == '{"schema": 1, "due": true}\n'
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_json({"due": True})
    assert capsys.readouterr().out == '{\n  "schema": 1,\n  "due": true\n}\n'


def test_without_an_output_json_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    print_json({"due": True})


class Stream(io.TextIOWrapper):
    """Text stream that is a terminal or not."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def drawable(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:

    def can_show(
        *, stdin: bool = True, stdout: bool = True, term: str = "xterm", encoding: str = "utf-8"
    ) -> bool:
        monkeypatch.setattr(sys, "stdin", Stream("utf-8", terminal=stdin))
        monkeypatch.setattr(sys, "stdout", Stream(encoding, terminal=stdout))
        monkeypatch.setenv("TERM", term)
        return can_show_screens()

    return can_show


def test_a_terminal_can_show_screens_also_without_unicode(drawable: Callable[..., bool]) -> None:
    assert drawable()
    assert drawable(encoding="ascii")


@pytest.mark.parametrize(
    "lack",
    [
        {"stdin": False},
        {"stdout": False},
        {"term": "dumb"},
        {"term": "unknown"},
        {"term": ""},
    ],
    ids=str,
)
def test_without_one_of_its_parts_it_cannot(
    drawable: Callable[..., bool], lack: dict[str, object]
) -> None:
    assert not drawable(**lack)


def test_a_closed_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert not can_show_screens()
