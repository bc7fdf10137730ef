"""JSON as `footcoach history --json` prints it, written and read one session at a time."""

import json
from collections.abc import Iterable, Iterator

from footcoach_tui.history.codec import HISTORY_SCHEMA, to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange.import_results import (
    ImportedSession,
    RowError,
    imported_session,
)
from footcoach_tui.history.exchange.json_source import JsonSource, JsonSourceError
from footcoach_tui.session.record import SessionRecord

_INDENT = "\n    "


def export_sessions(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The object with its schema and the sessions, byte for byte as `history` prints it."""
    yield f'{{\n  "schema": {HISTORY_SCHEMA},\n  "sessions": ['
    before, after = "", ""
    for record in records:
        text = json.dumps(to_document(record), indent=2, allow_nan=False)
        yield before + _INDENT + text.replace("\n", _INDENT)
        before, after = ",", "\n  "
    yield f"{after}]\n}}\n"


def import_sessions(content: bytes) -> Iterator[ImportedSession | RowError]:
    """The sessions of such an object, or of a bare list.

    Where the text stops being JSON the reading stops: the next session could begin anywhere.
    Raises HistoryError for a newer schema.
    """
    source = JsonSource(content)
    try:
        if source.take("["):
            yield from _sessions(source)
        else:
            source.need("{", "is not JSON: must begin with { or [")
            yield from _fields(source)
        if source.sign():
            yield RowError(source.line, "", "there is text after the end")
    except JsonSourceError as error:
        yield RowError(error.line, "", error.sentence)


def _fields(source: JsonSource) -> Iterator[ImportedSession | RowError]:
    names: set[object] = set()
    while not source.take("}"):
        if names:
            source.need(",")
        line, name = source.place(), source.value()
        source.need(":")
        if not isinstance(name, str) or name in names:
            raise JsonSourceError(line, "is not JSON: names must be text, and each may appear once")
        names.add(name)
        if name == "sessions" and source.take("["):
            yield from _sessions(source)
        elif name == "sessions":
            raise JsonSourceError(line, "sessions must be a list, as footcoach export writes it")
        else:
            _check_schema(name, source.value())
    if "sessions" not in names:
        yield RowError(source.line, "sessions", "is missing; is this a footcoach export?")


def _sessions(source: JsonSource) -> Iterator[ImportedSession | RowError]:
    is_first = True
    while not source.take("]"):
        if not is_first:
            source.need(",")
        is_first = False
        line = source.place()
        try:
            document = source.value()
        except JsonSourceError as error:
            if not error.can_go_on:
                raise
            yield RowError(line, "", error.sentence)
        else:
            yield imported_session(line, document)


def _check_schema(name: str, value: object) -> None:
    known = HISTORY_SCHEMA
    if name == "schema" and isinstance(value, int) and isinstance(known, int) and value > known:
        raise HistoryError(
            f"was written by a newer footcoach (schema {value}, this one knows {known}); "
            "update footcoach to read it"
        )
