"""What can be changed of a session, as texts that somebody types, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MIN_YEAR
from footcoach_tui.session.record import SessionRecord

_MAX_SCORE = 10
_YESTERDAY = "yesterday"


class FormField(StrEnum):
    """The lines of the form, in their order."""

    WHEN = "when"
    EFFORT = "effort"
    PAIN = "pain"
    CONTEXT = "occasion"
    NOTE = "note"


FIELD_HINTS = {
    FormField.WHEN: "2026-03-01 07:30, yesterday 18:00, or 07:30 on the same day",
    FormField.EFFORT: "0 to 10, empty if not known",
    FormField.PAIN: "0 to 10, empty if not known",
    FormField.CONTEXT: "before-run, after-run, daily …",
    FormField.NOTE: "anything you want to find again",
}


@dataclass
class FormError(Exception):
    """A text that cannot be used: in which field, and why."""

    field: FormField
    sentence: str


def form_texts(record: SessionRecord) -> dict[FormField, str]:
    """What stands in the form at first."""
    return {
        FormField.WHEN: f"{record.started:%Y-%m-%d %H:%M}",
        FormField.EFFORT: "" if record.effort is None else str(record.effort),
        FormField.PAIN: "" if record.pain is None else str(record.pain),
        FormField.CONTEXT: record.context,
        FormField.NOTE: record.note,
    }


def apply_edits(
    record: SessionRecord, texts: Mapping[FormField, str], now: datetime
) -> SessionRecord:
    """The session as the texts have it; what is as it was stays so to the second.

    `now` is aware; nothing was done after it. Raises FormError.
    """
    started = record.started
    if texts[FormField.WHEN].strip() != form_texts(record)[FormField.WHEN]:
        started = _moment(texts[FormField.WHEN], record, now)
    return record._replace(
        started=started,
        effort=_score(FormField.EFFORT, texts),
        pain=_score(FormField.PAIN, texts),
        context=clean(texts[FormField.CONTEXT], limit=MAX_NAME_LENGTH).strip(),
        note=clean(texts[FormField.NOTE], limit=MAX_NOTE_LENGTH).strip(),
    )


def _score(field: FormField, texts: Mapping[FormField, str]) -> int | None:
    text = texts[field].strip()
    if not text:
        return None
    if text.isascii() and text.isdecimal() and int(text[:3]) <= _MAX_SCORE:
        return int(text)
    raise FormError(field, f"{quote(text)} is no score: write 0 to 10, or nothing")


def _moment(text: str, record: SessionRecord, now: datetime) -> datetime:
    """A local moment where the session was. A time alone is of the day it has so far."""
    zone = _zone(record)
    try:
        local = _read(text.strip().replace("T", " "), record, now.astimezone(zone))
    except ValueError:
        sentence = f"{quote(text)} is no time: write {FIELD_HINTS[FormField.WHEN]}"
        raise FormError(FormField.WHEN, sentence) from None
    aware = local.replace(tzinfo=zone)
    offset = aware.utcoffset()
    moment = aware.replace(tzinfo=timezone(offset)) if offset is not None else aware
    if moment > now:
        raise FormError(FormField.WHEN, f"{quote(text)} is still to come")
    if moment.year <= MIN_YEAR:
        raise FormError(FormField.WHEN, f"{quote(text)} is too long ago")
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
