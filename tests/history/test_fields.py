"""Fields that cannot be used are refused by name, and hostile text is cleaned."""

from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.fields import FieldError
from footcoach_tui.session.record import Origin, SessionRecord

Make = Callable[..., SessionRecord]
HOSTILE = "\x1b[2Ja\x07 \x9b31m[red]b[/] \u202ec\u202c \ud800\x00\nd"


def test_what_a_document_need_not_say_is_taken_as_usual(make_session: Make) -> None:
    document = to_document(make_session("2026-03-04T23:30:00+14:00"))
    for name in (
        "zone",
        "context",
        "origin",
        "speed",
        "effort",
        "pain",
        "note",
        "device",
        "version",
    ):
        del document[name]

    record = from_document(document)

    assert (record.origin, record.speed, record.pain) == (Origin.PLAYED, 1.0, None)
    assert record.note == record.zone == ""


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", "../../etc/passwd", "id: must be a ULID"),
        ("id", "01arz3ndektsv4rrffq69g5fav", "id: must be a ULID"),
        ("id", 7, "id: must be a ULID"),
        ("title", None, "title: must be text"),
        ("note", ["x"], "note: must be text"),
        ("seconds", "600", "seconds: must be a number from 0 to 86400"),
        ("seconds", True, "seconds: must be a number"),
        ("seconds", -1, "seconds: must be a number"),
        ("seconds", float("nan"), "seconds: must be a number"),
        ("seconds", float("inf"), "seconds: must be a number"),
        ("seconds", 10**400, "seconds: must be a number"),
        ("speed", 0, "speed: must be a number"),
        ("effort", 11, "effort: must be a whole number from 0 to 10"),
        ("pain", 2.0, "pain: must be a whole number from 0 to 10"),
        ("pain", False, "pain: must be a whole number"),
        ("origin", "dreamt", "origin: must be one of played, logged"),
        ("date", "2026-03-05", "date: must be the day of started, 2026-03-04"),
        ("date", None, "date: must be the day of started"),
        ("started", "2026-03-04T23:30:00", "started: must be a date and time such as"),
        ("started", "yesterday", "started: must be a date and time"),
        ("started", "2026-02-30T10:00:00+01:00", "started: must be a date and time"),
        ("started", "0001-01-01T00:00:00+14:00", "started: must be a date and time"),
        ("started", 1772000000, "started: must be a date and time"),
        ("ended", "later", "ended: must be a date and time such as"),
        ("ended", 5, "ended: must be a date and time such as"),
        ("paused", -1, "paused: must be a number from 0 to 31622400"),
        ("checkin", [], "checkin: must be an object with fields"),
        ("after", {"a": [[[[[[[[[1]]]]]]]]]}, "after: must not be nested more than 8 levels deep"),
        ("after", {"a": float("nan")}, "after: must not have numbers over 1e\\+15"),
        ("after", {"a": [10**400]}, "after: must not have numbers over 1e\\+15"),
        ("morning", {"a": ["x"] * 4001}, "morning: must have at most 20000 characters"),
        ("exercises", {}, "exercises: must be a list"),
        ("exercises", ["short-foot"], r"exercises\.1: must be an object"),
    ],
)
def test_a_field_that_cannot_be_used_is_named(
    field: str, value: object, said: str, make_session: Make
) -> None:
    with pytest.raises(FieldError, match=said):
        from_document({**to_document(make_session("2026-03-04T23:30:00+14:00")), field: value})


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("side", "middle", "side: must be one of both, left, right"),
        ("reps", 8.5, "reps: must be a whole number"),
        ("reps", -1, "reps: must be a whole number"),
        ("number", 0, "number: must be a whole number from 1"),
        ("outcome", 1, "outcome: must be one of done, cut-short, skipped"),
        ("seconds", None, "seconds: must be a number"),
        ("at", -0.1, "at: must be a number from 0 to"),
        ("at", "1", "at: must be a number from 0 to"),
        ("load", 1001, "load: must be a number from 0 to 1000"),
        ("load", ["x"], "load: must be a number from 0 to 1000"),
    ],
)
def test_a_field_of_a_set_is_named_with_its_place(
    field: str, value: object, said: str, make_session: Make
) -> None:
    document: dict[str, Any] = to_document(make_session("2026-03-04T23:30:00+14:00"))
    document["exercises"][0]["sets"][1][field] = value

    with pytest.raises(FieldError, match=r"^exercises\.1\.sets\.2\." + said):
        from_document(document)


def test_hostile_text_comes_out_clean_wherever_it_stands(make_session: Make) -> None:
    document: dict[str, Any] = to_document(make_session("2026-03-04T23:30:00+14:00"))
    for name in ("routine", "title", "zone", "context", "note", "device", "version"):
        document[name] = HOSTILE
    document["exercises"][0] |= {"exercise": HOSTILE, "name": HOSTILE}
    document["exercises"][0]["sets"][0]["load"] = HOSTILE
    document["checkin"] = {HOSTILE: [{"a": HOSTILE}]}

    record = from_document(document)

    texts = [record.routine, record.title, record.zone, record.context, record.note]
    texts += [record.device, record.version]
    texts += [record.exercises[0].exercise, record.exercises[0].name]
    cleaned = "[2Ja 31m[red]b[/] c  d"
    assert {*texts, record.sets[0].load} == {cleaned}
    assert record.checkin == {cleaned: [{"a": cleaned}]}


def test_hostile_text_is_not_written_either(make_session: Make) -> None:
    document: Any = to_document(
        make_session("2026-03-04T23:30:00+14:00", note=HOSTILE, title="x" * 10_000)
    )

    assert document["note"] == "[2Ja 31m[red]b[/] c  d"
    assert len(document["title"]) == 200


def test_an_object_that_would_not_be_read_is_not_written(make_session: Make) -> None:
    with pytest.raises(FieldError, match=r"^after: must not have numbers over"):
        to_document(make_session(after={"a": float("nan")}))


def test_an_empty_object_is_not_written(make_session: Make) -> None:
    assert "after" not in to_document(make_session(after={}))
