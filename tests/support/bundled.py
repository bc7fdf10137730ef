"""Bundled catalogue and files; the catalogue is read only once, as it takes longer than a test."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue

FOLDER = bundled_routines_folder()
CATALOGUE = load_catalogue(FOLDER)


def texts_of(path: Path) -> list[str]:
    """Return every text in a file, however deep."""
    return list(_texts(tomllib.loads(path.read_text("utf-8"))))


def sources_of(path: Path) -> set[str]:
    """Return the ids of all sources that a file of rules or a plan cites."""
    return set(_sources(tomllib.loads(path.read_text("utf-8"))))


def _sources(table: Any) -> Iterator[str]:
    if isinstance(table, list):
        for entry in table:
            yield from _sources(entry)
    elif isinstance(table, dict):
        for key, entry in table.items():
            if key == "sources":
                yield from entry
            elif key == "source":
                yield entry
            else:
                yield from _sources(entry)


def _texts(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for entry in table.values() if isinstance(table, dict) else table:
            yield from _texts(entry)
