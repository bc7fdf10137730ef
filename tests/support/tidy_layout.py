"""What must hold of a text and its layout."""

import tomllib
from collections import Counter
from pathlib import Path

from footcoach_tui.authoring.layout import layout_of
from footcoach_tui.authoring.toml_text import TomlText

_PATH = Path("x.toml")


def assert_laid_out(text: str) -> None:
    """The layout says the same, has the same comments, and is the layout of itself."""
    new = layout_of(text.encode(), _PATH)
    assert layout_of(new.encode(), _PATH) == new
    assert _values(new) == _values(text)
    before, after = (Counter(TomlText.parse(one).comments()) for one in (text, new))
    assert after == before
    assert new.endswith("\n")
    assert not new.startswith("\n") or new == "\n"


def _values(text: str) -> dict[str, object]:
    return tomllib.loads(text, parse_float=str)  # no two nan are equal
