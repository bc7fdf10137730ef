"""The fields of a session, an exercise and a set: a record as a JSON document, and back.

The document is what the store writes and `footcoach history --json` prints; docs/data-format.md
describes it. Reading and writing, both strict, follow from the tables `SET`, `EXERCISE` and
`SESSION`; the JSON Schema and the columns of CSV do too.
"""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from footcoach_tui.history.fields import (
    DAY,
    ID,
    JSON_OBJECT,
    LOAD,
    MAX_NOTE_LENGTH,
    MAX_SCORE,
    MAX_SECONDS,
    MAX_SPAN,
    MAX_SPEED,
    MOMENT,
    Document,
    FieldError,
    FieldKind,
    number,
    text,
    whole,
    word,
)
from footcoach_tui.session.record import (
    NO_EXTRA,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_Record = TypeVar("_Record", SetRecord, ExerciseRecord, SessionRecord)
REQUIRED, LEFT_OUT = object(), object()
"""No default: each document has the field; only those have it whose record has a value."""
_MAX_SETS = 1000
_SCHEMA = 1
"""Schema number of `footcoach history --json`."""


class Field(NamedTuple):
    """Field of a document, and the attribute of a record that has its name.

    `default` is the value where a document lacks the field. It may be null where that is None,
    which is written as null, and where it is LEFT_OUT.
    """

    name: str
    kind: FieldKind
    default: object = REQUIRED

    @property
    def may_be_null(self) -> bool:
        return self.default is None or self.default is LEFT_OUT


class Table(Generic[_Record]):
    """The fields of a kind of record, in the order of its documents."""

    def __init__(self, record: type[_Record], *fields: Field, others: tuple[str, ...] = ()) -> None:
        """`others` are known fields that are no part of a record."""
        self.fields = {field.name: field for field in fields}
        self.known = frozenset(self.fields).union(others)
        self._record: type[_Record] = record
        self._write = [(name, kind.write, default is LEFT_OUT) for name, kind, default in fields]
        self._read = [
            (name, None if field.may_be_null else field.default, field.may_be_null, field.kind.read)
            for name in record._fields
            if (field := self.fields.get(name))
        ]

    def read(self, document: Document) -> _Record:
        """The record in a document, with its unknown fields. Raises FieldError."""
        get = document.get
        values = [
            read(value, name)
            if (value := get(name, default)) is not None or not may_be_null
            else None
            for name, default, may_be_null, read in self._read
        ]
        # mostly none is unknown, and then one mapping is shared by all
        is_known = self.known.issuperset(document)
        values.append(NO_EXTRA if is_known else self.unknown(document))
        return self._record._make(values)

    def write(self, record: _Record) -> dict[str, object]:
        """The document of a record, with unknown fields as they were. Raises FieldError."""
        document: dict[str, object] = {}
        try:
            for name, write, is_left_out in self._write:
                value = getattr(record, name)
                if value is None:
                    if is_left_out:
                        continue
                elif write and (value := write(value)) is None:
                    continue  # an empty object
                document[name] = value
        except FieldError as error:
            raise FieldError(name, error.expected) from None
        return document | self.unknown(record.extra) if record.extra else document

    def unknown(self, document: Document) -> dict[str, object]:
        return {key: value for key, value in document.items() if key not in self.known}

    def rows(self, limit: int) -> FieldKind:
        """The kind of a field that has a list of at most `limit` such documents."""

        def read(value: object, name: str) -> tuple[_Record, ...]:
            if not isinstance(value, list) or len(value) > limit:
                raise FieldError(name, f"must be a list of at most {limit}")
            records = []
            for place, row in enumerate(value, 1):
                if not isinstance(row, dict):
                    raise FieldError(f"{name}.{place}", "must be an object with fields")
                try:
                    records.append(self.read(row))
                except FieldError as error:
                    raise error.prefixed(f"{name}.{place}") from None
            return tuple(records)

        def write(records: Iterable[_Record]) -> list[dict[str, object]]:
            return [self.write(record) for record in records]

        return FieldKind(read, write, {"type": "array", "maxItems": limit})


SET = Table(
    SetRecord,
    Field("number", whole(1, _MAX_SETS)),
    Field("side", word(Side)),
    Field("planned_reps", whole(0, 100_000)),
    Field("reps", whole(0, 100_000)),
    Field("planned_seconds", number(0, MAX_SECONDS)),
    Field("seconds", number(0, MAX_SECONDS)),
    Field("outcome", word(SetOutcome)),
    Field("value", number(0, 10_000.0), LEFT_OUT),  # the result of a test
    Field("at", number(0, MAX_SPAN), LEFT_OUT),
    Field("load", LOAD, LEFT_OUT),
)
EXERCISE = Table(
    ExerciseRecord,
    Field("exercise", text()),
    Field("name", text()),
    Field("sets", SET.rows(_MAX_SETS)),
)
SESSION = Table(
    SessionRecord,
    Field("id", ID),
    Field("date", DAY),  # not read: the day of `started`
    Field("started", MOMENT),
    Field("zone", text(), ""),
    Field("routine", text()),
    Field("title", text()),
    Field("seconds", number(0, MAX_SECONDS)),
    Field("context", text(), ""),
    Field("origin", word(Origin), Origin.PLAYED),
    Field("speed", number(0.001, MAX_SPEED), 1.0),
    Field("effort", whole(0, MAX_SCORE), None),
    Field("pain", whole(0, MAX_SCORE), None),
    Field("note", text(MAX_NOTE_LENGTH), ""),
    Field("device", text(), ""),
    Field("version", text(), ""),
    Field("ended", MOMENT, LEFT_OUT),
    Field("paused", number(0, MAX_SPAN), LEFT_OUT),
    Field("checkin", JSON_OBJECT, LEFT_OUT),
    Field("after", JSON_OBJECT, LEFT_OUT),
    Field("morning", JSON_OBJECT, LEFT_OUT),
    Field("exercises", EXERCISE.rows(500)),
    others=("revision", "written", "deleted"),  # of the store
)
_ALL_FIELDS = (*SESSION.fields.values(), *EXERCISE.fields.values(), *SET.fields.values())
_OBJECTS = {field.name for field in _ALL_FIELDS if field.kind is JSON_OBJECT}
_LEFT_OUT = {field.name for field in _ALL_FIELDS if field.default is LEFT_OUT}


def to_document(record: SessionRecord) -> dict[str, object]:
    """The record as JSON values, known fields first, unknown ones after them as they were."""
    return SESSION.write(record)


def from_document(document: Document) -> SessionRecord:
    """The record in a document. Raises FieldError naming the field that cannot be used.

    Texts are cleaned. Unknown fields, at every level, go to `extra` unchanged, to be written back.
    """
    record = SESSION.read(document)
    if document.get("date") != record.date:
        raise FieldError("date", f"must be the day of started, {record.date}")
    return record


def history_document(records: Iterable[SessionRecord]) -> dict[str, object]:
    """The output of `footcoach history --json`."""
    return {"schema": _SCHEMA, "sessions": [to_document(record) for record in records]}


def with_unknown_fields(old: Document, new: Document) -> dict[str, object]:
    """`new`, with the fields of `old` that this version does not know, at every level.

    Rows of a list are matched by position, and only in lists of the same length.
    """
    merged = {
        key: _merge(old[key], value) if key in old and key not in _OBJECTS else value
        for key, value in new.items()
    }
    lost = {key: value for key, value in old.items() if key not in new}
    return merged | {key: value for key, value in lost.items() if key not in _LEFT_OUT}


def _merge(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return with_unknown_fields(old, new)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [_merge(before, after) for before, after in zip(old, new, strict=True)]
    return new
