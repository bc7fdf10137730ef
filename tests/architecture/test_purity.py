"""Pure packages read no clock; their imports are checked by [tool.importlinter]."""

import ast
from pathlib import Path

import pytest

import footcoach_tui

PACKAGE = Path(footcoach_tui.__file__).parent
PURE = sorted(
    path for package in ("session", "coach", "figure") for path in (PACKAGE / package).glob("*.py")
)
CLOCKS = {"now", "today", "utcnow"}


@pytest.mark.parametrize("path", PURE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_session_the_coach_and_the_figure_ask_no_clock(path: Path) -> None:
    """Of `datetime` only three calls read a clock; its types are values."""
    calls = [
        f"line {node.lineno}: .{node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert calls == []
