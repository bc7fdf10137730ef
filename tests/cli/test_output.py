"""JSON on the standard output."""

import sys

import pytest

from footcoach_tui.cli.output import print_json


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
