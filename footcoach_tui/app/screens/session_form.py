"""What can be changed of a session, as texts that somebody types, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from footcoach_tui.boundary.text import clean, quoted
from footcoach_tui.history.limits import FIRST_YEAR, LONG, SHORT
from footcoach_tui.session.record import SessionRecord

MOST = 10
_YESTERDAY = "yesterday"


class Field(StrEnum):
    """The lines of the form, in their order."""

    WHEN = "when"
    EFFORT = "effort"
    PAIN = "pain"
    CONTEXT = "occasion"
    NOTE = "note"


HINTS = {
    Field.WHEN: "2026-03-01 07:30, yesterday 18:00, or 07:30 on the same day",
    Field.EFFORT: "0 to 10, empty if not known",
    Field.PAIN: "0 to 10, empty if not known",
    Field.CONTEXT: "before-run, after-run, daily …",
    Field.NOTE: "anything you want to find again",
}


@dataclass
class FormError(Exception):
    """A text that cannot be used: in which field, and why."""

    field: Field
    sentence: str


def texts_of(record: SessionRecord) -> dict[Field, str]:
    """What stands in the form at first."""
    return {
        Field.WHEN: f"{record.started:%Y-%m-%d %H:%M}",
        Field.EFFORT: "" if record.effort is None else str(record.effort),
        Field.PAIN: "" if record.pain is None else str(record.pain),
        Field.CONTEXT: record.context,
        Field.NOTE: record.note,
    }


def edited(record: SessionRecord, texts: Mapping[Field, str], now: datetime) -> SessionRecord:
    """The session as the texts have it; what is as it was stays so to the second.

    `now` is aware; nothing was done after it. Raises FormError.
    """
    started = record.started
    if texts[Field.WHEN].strip() != texts_of(record)[Field.WHEN]:
        started = _moment(texts[Field.WHEN], record, now)
    return record._replace(
        started=started,
        effort=_score(Field.EFFORT, texts),
        pain=_score(Field.PAIN, texts),
        context=clean(texts[Field.CONTEXT], limit=SHORT).strip(),
        note=clean(texts[Field.NOTE], limit=LONG).strip(),
    )


def _score(field: Field, texts: Mapping[Field, str]) -> int | None:
    text = texts[field].strip()
    if not text:
        return None
    if text.isascii() and text.isdecimal() and int(text[:3]) <= MOST:
        return int(text)
    raise FormError(field, f"{quoted(text)} is no score: write 0 to 10, or nothing")


def _moment(text: str, record: SessionRecord, now: datetime) -> datetime:
    """A local moment where the session was. A time alone is of the day it has so far."""
    zone = _zone(record)
    try:
        local = _read(text.strip().replace("T", " "), record, now.astimezone(zone))
    except ValueError:
        sentence = f"{quoted(text)} is no time: write {HINTS[Field.WHEN]}"
        raise FormError(Field.WHEN, sentence) from None
    aware = local.replace(tzinfo=zone)
    offset = aware.utcoffset()
    moment = aware.replace(tzinfo=timezone(offset)) if offset is not None else aware
    if moment > now:
        raise FormError(Field.WHEN, f"{quoted(text)} is still to come")
    if moment.year <= FIRST_YEAR:
        raise FormError(Field.WHEN, f"{quoted(text)} is too long ago")
    return moment


def _read(text: str, record: SessionRecord, now: datetime) -> datetime:
    """The naive local time in a text. Raises ValueError."""
    day, _, clock = text.rpartition(" ")
    time = datetime.strptime(clock, "%H:%M").time()  # noqa: DTZ007 - made aware by the caller
    if not day.strip():
        return datetime.combine(record.started.date(), time)
    if day.strip().casefold() == _YESTERDAY:
        return datetime.combine(now.date() - timedelta(days=1), time)
    return datetime.combine(datetime.strptime(day.strip(), "%Y-%m-%d").date(), time)  # noqa: DTZ007 - the same


def _zone(record: SessionRecord) -> tzinfo:
    """The zone it was recorded in, with its summer times where its name is known."""
    try:
        if record.zone:
            return ZoneInfo(record.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    return record.started.tzinfo or UTC
