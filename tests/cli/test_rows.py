"""Rows of lists on a terminal and elsewhere."""

import sys

import pytest

from footcoach_tui.cli.output import print_row

TEXT = "Daily foot core  (7:00, partly, pain 9)  01M8N5ABCDEFGHJKMNPQRSTVWX"


def test_a_row_is_wrapped_between_words_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    print_row("2026-03-09 08:12  ", TEXT)
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert lines[1].startswith(" " * 18)
    assert lines[-1].endswith("01M8N5ABCDEFGHJKMNPQRSTVWX")


def test_elsewhere_it_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_row("2026-03-09 08:12  ", TEXT)
    assert capsys.readouterr().out == f"2026-03-09 08:12  {TEXT}\n"
