"""Layout of a file: blanks, empty lines, and the order of keys; nothing that it says changes."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.authoring.toml_text import TomlText
from footcoach_tui.authoring.toml_values import TomlTextError
from footcoach_tui.boundary.toml import parse_toml
from footcoach_tui.library.key_order import key_order
from footcoach_tui.library.kinds import FileKind
from footcoach_tui.library.schema import kind_of


def layout_of(content: bytes, path: Path) -> str:
    """Return the text of a file in the layout of footcoach.

    Raises TomlError for a text that is not TOML, AuthoringError if it cannot be laid out.
    """
    document = parse_toml(content, str(path))
    refusal = AuthoringError(f"{path}: cannot be laid out; it was left as it is")
    try:
        text = TomlText.parse(document.text)
        comments = Counter(text.comments())
        sort_keys(text, path, document.values)
        new = str(text)
        is_same = _values(new) == _values(document.text)
        if not is_same or Counter(TomlText.parse(new).comments()) != comments:
            raise refusal
    except (TomlTextError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise refusal from error
    return new


def sort_keys(text: TomlText, path: Path, values: dict[str, Any]) -> None:
    """Sort the keys of each table as the docs have them, unknown ones last."""
    kind = kind_of(values, path)
    for table in text.tables:
        places = key_places(kind, table.path)
        table.entries.sort(key=lambda entry: places.get(entry.key.parts[0], len(places)))


def key_places(kind: FileKind, path: Sequence[str]) -> dict[str, int]:
    """Return the place of each key of a table in the order of the docs."""
    return {key: place for place, key in enumerate(key_order(kind, path))}


def _values(text: str) -> dict[str, Any]:
    """Return the values, floats as texts: no two nan are equal."""
    return tomllib.loads(text, parse_float=str)
