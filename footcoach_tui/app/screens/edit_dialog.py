"""Form to edit a session: its texts, their validation, and the dialog."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.screens.form_dialog import FormDialog
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.coach.answers.words import answer_lines
from footcoach_tui.coach.questions.after_edit import after_with_pain
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MIN_YEAR
from footcoach_tui.session.record import SessionRecord

_MAX_SCORE = 10
_YESTERDAY = "yesterday"


class FormField(StrEnum):
    """Fields of the form, in order; the value is the label."""

    WHEN = "when"
    EFFORT = "effort"
    PAIN = "pain"
    CONTEXT = "occasion"
    NOTE = "note"

    def text_of(self, record: SessionRecord) -> str:
        return {
            FormField.WHEN: f"{record.started:%Y-%m-%d %H:%M}",
            FormField.EFFORT: "" if record.effort is None else str(record.effort),
            FormField.PAIN: "" if record.pain is None else str(record.pain),
            FormField.CONTEXT: record.context,
            FormField.NOTE: record.note,
        }[self]


_HINTS = {
    FormField.WHEN: "2026-03-01 07:30, yesterday 18:00, or 07:30 on the same day",
    FormField.EFFORT: "0 to 10, empty if not known",
    FormField.PAIN: "0 to 10, empty if not known",
    FormField.CONTEXT: "before-run, after-run, daily …",
    FormField.NOTE: "anything you want to find again",
}


@dataclass
class FormError(Exception):
    """An invalid text: the field, and a sentence that says why."""

    field: FormField
    sentence: str


def apply_edits(
    record: SessionRecord, texts: Mapping[FormField, str], now: datetime
) -> SessionRecord:
    """The session with the edited texts; an unchanged time keeps its seconds.

    `now` is aware, and the latest time allowed. Raises FormError.
    """
    started = record.started
    if texts[FormField.WHEN].strip() != FormField.WHEN.text_of(record):
        started = _moment(texts[FormField.WHEN], record, now)
    pain = _score(FormField.PAIN, texts)
    return record._replace(
        started=started,
        ended=record.ended and started + (record.ended - record.started),
        effort=_score(FormField.EFFORT, texts),
        pain=pain,
        after=record.after if pain == record.pain else after_with_pain(record.after, pain),
        context=clean(texts[FormField.CONTEXT], limit=MAX_NAME_LENGTH).strip(),
        note=clean(texts[FormField.NOTE], limit=MAX_NOTE_LENGTH).strip(),
    )


def _score(field: FormField, texts: Mapping[FormField, str]) -> int | None:
    text = texts[field].strip()
    if not text:
        return None
    if text.isascii() and text.isdecimal() and int(text[:3]) <= _MAX_SCORE:
        return int(text)
    raise FormError(field, f"{quote(text)} is not a score: write 0 to 10, or leave it empty")


def _moment(text: str, record: SessionRecord, now: datetime) -> datetime:
    """Aware time in the session's zone; a time alone keeps the session's day."""
    zone = _zone(record)
    try:
        local = _read(text.strip().replace("T", " "), record, now.astimezone(zone))
    except ValueError:
        sentence = f"{quote(text)} is not a time: write {_HINTS[FormField.WHEN]}"
        raise FormError(FormField.WHEN, sentence) from None
    aware = local.replace(tzinfo=zone)
    offset = aware.utcoffset()
    moment = aware.replace(tzinfo=timezone(offset)) if offset is not None else aware
    if moment > now:
        raise FormError(FormField.WHEN, f"{quote(text)} is in the future")
    if moment.year <= MIN_YEAR:
        raise FormError(FormField.WHEN, f"{quote(text)} is too long ago")
    return moment


def _read(text: str, record: SessionRecord, now: datetime) -> datetime:
    """Naive local time. Raises ValueError."""
    day, _, clock = text.rpartition(" ")
    time = datetime.strptime(clock, "%H:%M").time()  # noqa: DTZ007 - made aware by the caller
    if not day.strip():
        return datetime.combine(record.started.date(), time)
    if day.strip().casefold() == _YESTERDAY:
        return datetime.combine(now.date() - timedelta(days=1), time)
    return datetime.combine(datetime.strptime(day.strip(), "%Y-%m-%d").date(), time)  # noqa: DTZ007 - a date only


def _zone(record: SessionRecord) -> tzinfo:
    """Zone of the session, with its summer times if the name is known."""
    try:
        if record.zone:
            return ZoneInfo(record.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    return record.started.tzinfo or UTC


class EditDialog(FormDialog[SessionRecord]):
    """Form of a session; returns the edited session, or None."""

    AUTO_FOCUS = ""

    def __init__(
        self,
        record: SessionRecord,
        now: Callable[[], datetime],
        *,
        first: FormField = FormField.EFFORT,
        heading: str = "Edit",
    ) -> None:
        """Focus the field `first`; `now` is the latest time allowed."""
        super().__init__()
        self._record = record
        self._now = now
        self._first = first
        self._heading = heading

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_subtitle = clickable_hint("enter save · tab next line · esc cancel")
            heading = Content.styled(f"{self._heading}: ", "bold $accent")
            title = Content.styled(self._record.title, "bold")
            yield TextLabel(heading + title, id="form-title")
            for field in FormField:
                with Horizontal(classes="form-row"):
                    yield TextLabel(field.value, classes="form-label")
                    yield Input(
                        field.text_of(self._record),
                        placeholder=_HINTS[field],
                        max_length=MAX_NOTE_LENGTH,
                        select_on_focus=field is not FormField.NOTE,
                        id=field.name.lower(),
                    )
            yield TextLabel(id="form-message")
            yield WrappedText("\n".join(answer_lines(self._record)), id="form-answers")

    def on_mount(self) -> None:
        self._line(self._first).focus()

    @on(Input.Submitted)
    def _done(self) -> None:
        texts = {field: self._line(field).value for field in FormField}
        try:
            self.dismiss(apply_edits(self._record, texts, self._now()))
        except FormError as error:
            message = Content.styled(error.sentence, "$warning")
            self.query_one("#form-message", TextLabel).show(message, grows=True)
            self._line(error.field).focus()

    def _line(self, field: FormField) -> Input:
        return self.query_one(f"#{field.name.lower()}", Input)
