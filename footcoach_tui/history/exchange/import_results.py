"""Results of reading a file: sessions, and errors at places where there is none."""

from typing import NamedTuple

from footcoach_tui.history.codec import from_document
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.session.record import SessionRecord

MAX_SESSION_CHARACTERS = 4 << 20
"""Characters that one session may take in a file."""
_MAX_DEPTH = 100
"""How far values may be nested in unknown fields."""


class ImportedSession(NamedTuple):
    """A session of a file and the line, from 1, on which it begins."""

    line: int
    record: SessionRecord


class RowError(NamedTuple):
    """An error at a line: the field's path or the column, or "", and a sentence.

    `identity` is the id of the session that is lost by it, wherever else in the file it is.
    """

    line: int
    key: str
    sentence: str
    identity: str = ""


def imported_session(line: int, document: object) -> ImportedSession | RowError:
    """The session in a value of a file, its texts clean, or the error in it."""
    if not isinstance(document, dict):
        return RowError(line, "", "must be a session: an object with fields")
    try:
        return ImportedSession(line, import_record(document))
    except FieldError as error:
        return RowError(line, error.where, error.expected)


def import_record(document: Document) -> SessionRecord:
    """The record in a document from outside. Raises FieldError.

    The fields by which the store tells versions apart are left out; it gives them anew.
    """
    if document.get("deleted", False) is not False:
        raise FieldError("deleted", "must be removed: only sessions can be imported")
    record = from_document(document)
    inner = [exercise.extra for exercise in record.exercises]
    inner += [each_set.extra for each_set in record.sets]
    for extra in (record.extra, *inner):
        for key, value in extra.items():
            if _is_deeper(value, _MAX_DEPTH):
                raise FieldError(key, f"must not be nested more than {_MAX_DEPTH} levels deep")
    return record


def _is_deeper(value: object, depth: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return False
    return depth == 0 or any(_is_deeper(item, depth - 1) for item in value)
