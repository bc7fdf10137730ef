"""The fields of a session, an exercise and a set: a record as a JSON document, and back.

The document is what the store writes and `footcoach history --json` prints; docs/data-format.md
describes it. Reading and writing, both strict, follow from the tables `SET`, `EXERCISE` and
`SESSION`; the JSON Schema and the columns of CSV do too.
"""

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
    number,
    text,
    whole,
    word,
)
from footcoach_tui.history.table import LEFT_OUT, Field, Table
from footcoach_tui.session.record import (
    Ending,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

HISTORY_SCHEMA = 1
"""Schema number of `footcoach history --json`."""
_MAX_SETS = 1000

SET = Table(
    SetRecord,
    Field("number", whole(1, _MAX_SETS)),
    Field("side", word(Side)),
    Field("planned_reps", whole(0, 100_000)),
    Field("reps", whole(0, 100_000)),
    Field("planned_seconds", number(0, MAX_SECONDS)),
    Field("seconds", number(0, MAX_SECONDS)),
    Field("outcome", word(SetOutcome)),
    Field("value", number(0, 10_000.0), LEFT_OUT),
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
    Field("ending", word(Ending), LEFT_OUT),
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
