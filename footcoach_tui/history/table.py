"""Table of the fields of a kind of record; reading and writing follow from it."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from footcoach_tui.history.fields import Document, FieldError, FieldKind
from footcoach_tui.session.record import NO_EXTRA, ExerciseRecord, SessionRecord, SetRecord

REQUIRED, LEFT_OUT = object(), object()
"""Instead of a default: a document must have the field; it has none where the record has None."""
_Record = TypeVar("_Record", SetRecord, ExerciseRecord, SessionRecord)


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
