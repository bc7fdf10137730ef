"""Calls that a pure room may not make; what it may import is for [tool.importlinter]."""

import ast
from pathlib import Path

import pytest

import footcoach_tui

PACKAGE = Path(footcoach_tui.__file__).parent
PURE = sorted(
    path for room in ("session", "coach", "figure") for path in (PACKAGE / room).glob("*.py")
)
CLOCKS = {"now", "today", "utcnow"}


@pytest.mark.parametrize("path", PURE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_session_the_coach_and_the_figure_ask_no_clock(path: Path) -> None:
    """The types of `datetime` are values; only these three calls read a clock."""
    calls = [
        f"line {node.lineno}: .{node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert calls == []
