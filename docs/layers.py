"""Draws the layers of the package as an SVG picture, from the contracts in pyproject.toml."""

import ast
import textwrap
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_WIDTH, _MARGIN, _GAP, _LINE = 960, 16, 10, 17
_CHARACTER = 6.9  # the width of a letter at 13 pixels, roughly


def layers_svg(container: str) -> str:
    """The layers contract of a package, as boxes: each may import the rows below it."""
    rows = [_boxes(container, layer.split("|")) for layer in _layers(container)]
    y, shapes = _MARGIN, []
    for row in rows:
        width = (_WIDTH - 2 * _MARGIN - _GAP * (len(row) - 1)) / len(row)
        texts = [textwrap.wrap(text, int((width - 20) / _CHARACTER)) for _, text in row]
        height = 34 + _LINE * max(map(len, texts))
        for column, ((name, _), lines) in enumerate(zip(row, texts, strict=True)):
            x = _MARGIN + column * (width + _GAP)
            shapes.append(_box(x, y, width, height, name, lines))
        y += height + _GAP
    height = y - _GAP + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' font-family="Helvetica, Arial, sans-serif" font-size="13">\n'
        f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="#f6f4ef"/>\n'
        + "".join(shapes)
        + "</svg>\n"
    )


def _layers(container: str) -> list[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in config["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers" and contract["containers"] == [container]:
            layers: list[str] = contract["layers"]
            return layers
    raise LookupError(f"pyproject.toml has no layers contract for {container}")


def _boxes(container: str, names: list[str]) -> list[tuple[str, str]]:
    return [(name, _purpose(container, name)) for name in (word.strip(" ()") for word in names)]


def _purpose(container: str, name: str) -> str:
    """The first sentence of the docstring of a package or module."""
    folder = ROOT.joinpath(*container.split("."))
    path = folder / name / "__init__.py"
    if not path.exists():
        path = folder / f"{name}.py"
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("`", "")


def _box(x: float, y: float, width: float, height: float, name: str, lines: list[str]) -> str:
    words = "".join(
        f'<text x="{x + 10:.0f}" y="{y + 40 + _LINE * row:.0f}" fill="#4a4a4a">'
        f"{escape(line)}</text>\n"
        for row, line in enumerate(lines)
    )
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="5"'
        ' fill="#ffffff" stroke="#2f6f62"/>\n'
        f'<text x="{x + 10:.0f}" y="{y + 21:.0f}" font-weight="bold" fill="#1d4a41">{name}</text>\n'
        + words
    )
