"""What can be changed of a session: a line for each."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from footcoach_tui.app.screens.edit_form import (
    FIELD_HINTS,
    FormError,
    FormField,
    apply_edits,
    form_texts,
)
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.history.fields import MAX_NOTE_LENGTH
from footcoach_tui.session.record import SessionRecord


class EditDialog(ModalScreen[SessionRecord | None]):
    """Answers with the session as it is wanted, or with None."""

    CSS_PATH = "../styles/history.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Back", key_display="esc"),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Back", show=False),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Back", show=False),
    ]

    def __init__(
        self,
        record: SessionRecord,
        now: Callable[[], datetime],
        *,
        first: FormField = FormField.EFFORT,
        heading: str = "Change",
    ) -> None:
        """Begin at the line `first`; nothing was done after `now`."""
        super().__init__()
        self._record = record
        self._now = now
        self._first = first
        self._heading = heading

    def compose(self) -> ComposeResult:
        """A line for each thing."""
        texts = form_texts(self._record)
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_subtitle = "enter keep · tab next line · esc leave as it was"
            yield TextLabel(self._title(), id="form-title")
            for field in FormField:
                with Horizontal(classes="form-row"):
                    yield TextLabel(field.value, classes="form-label")
                    yield Input(
                        texts[field],
                        placeholder=FIELD_HINTS[field],
                        max_length=MAX_NOTE_LENGTH,
                        select_on_focus=field is not FormField.NOTE,
                        id=field.name.lower(),
                    )
            yield TextLabel(id="form-told")

    def on_mount(self) -> None:
        """Begin to type."""
        self._line(self._first).focus()

    def action_give_up(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _done(self) -> None:
        texts = {field: self._line(field).value for field in FormField}
        try:
            self.dismiss(apply_edits(self._record, texts, self._now()))
        except FormError as error:
            told = Content.styled(error.sentence, "$warning")
            self.query_one("#form-told", TextLabel).show(told, grows=True)
            self._line(error.field).focus()

    def _line(self, field: FormField) -> Input:
        return self.query_one(f"#{field.name.lower()}", Input)

    def _title(self) -> Content:
        return Content.assemble(
            (f"{self._heading}: ", "bold $accent"), (self._record.title, "bold")
        )
