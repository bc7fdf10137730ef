"""The figure package is pure: no clock, no file, no screen, no session."""

import ast
from pathlib import Path

import footcoach_tui.figure

ALLOWED = {
    "collections",
    "collections.abc",
    "dataclasses",
    "enum",
    "functools",
    "itertools",
    "math",
    "operator",
    "re",
    "struct",
    "typing",
    "zlib",
}


def test_nothing_is_imported_but_value_types_and_the_package_itself() -> None:
    files = sorted(Path(footcoach_tui.figure.__file__).parent.glob("*.py"))
    assert files
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            foreign = {name for name in names if not name.startswith("footcoach_tui.figure.")}
            assert foreign <= ALLOWED, file.name
