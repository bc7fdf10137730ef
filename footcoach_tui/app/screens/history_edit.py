"""Base screen for editing, deleting and adding sessions, and for undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.dialogs import ConfirmDialog
from footcoach_tui.app.screens.edit_dialog import EditDialog, FormField
from footcoach_tui.app.screens.routine_picker import RoutinePicker
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

_INFO = KEY_COMMANDS_BY_ID["session.info"]

_Write = Callable[[], str]
"""A write to the history; returns a message for the user. Raises HistoryError."""


class HistoryEditScreen(CommandScreen):
    """Screen with the commands that change a session, and one that shows its details."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(_INFO.keys),
            f"command('{_INFO.id}')",
            "Details",
            show=False,
            tooltip=_INFO.help,
            id=_INFO.id,
        )
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self.app_context = app_context
        self.has_details = False
        self.added_id = ""
        """Id of the session that was added last, until it is shown."""
        self.actions |= {
            "session.info": self._toggle_details,
            "history.edit": self._edit,
            "history.delete": self._delete,
            "history.add": self._pick_routine,
            "session.undo": self._undo,
        }

    def selected_record(self) -> SessionRecord | None:
        """Session to edit or to delete."""
        raise NotImplementedError

    def show_card(self) -> None:
        """Show the selected session, with its id, zone and device if `has_details`."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read and show the history again, as it was changed."""
        raise NotImplementedError

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.app_context.clock.now().wall, UTC)

    def _toggle_details(self) -> None:
        self.has_details = not self.has_details
        self.show_card()

    def _edit(self) -> None:
        record = self.selected_record()
        if record:
            self.app.push_screen(EditDialog(record, self.now), self._update)

    def _update(self, record: SessionRecord | None) -> None:
        if record and record != self.selected_record():
            self._write(lambda: self.app_context.save_queue.update(record))

    def _delete(self) -> None:
        record = self.selected_record()
        if record:
            title = f"{record.title}, {record.started:%a %d %b %Y %H:%M}"
            yes, no = "delete it; u undoes it", "keep it"
            dialog = ConfirmDialog("Delete this session?", title, yes, no)
            self._confirm(dialog, lambda: self.app_context.save_queue.delete(record))

    def _confirm(self, dialog: ConfirmDialog, change: _Write) -> None:
        def answered(is_sure: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if is_sure:
                self._write(change)

        self.app.push_screen(dialog, answered)

    def _undo(self) -> None:
        if self.app_context.save_queue.is_last_write_an_edit:
            self._write(self.app_context.save_queue.undo)
        else:
            self._check_undo()

    @work(thread=True, exclusive=True, group="undo")
    def _check_undo(self) -> None:
        """Ask before an undo of an older change, as there is no redo."""
        changes = self.app_context.history.undoable()
        self.call_from_thread(self._ask_undo, changes[0] if changes else "")

    def _ask_undo(self, description: str) -> None:
        if not description:
            self.app.notify("There is nothing to undo.", markup=False)
        elif self.is_active:
            dialog = ConfirmDialog("Undo this change?", description, "undo it", "leave it")
            self._confirm(dialog, self.app_context.save_queue.undo)

    def _pick_routine(self) -> None:
        self.app.push_screen(RoutinePicker(self.app_context.catalogue), self._add_routine)

    def _add_routine(self, routine: Routine | None) -> None:
        if routine is None:
            return
        info = self.app_context.new_session_info(routine.context[0] if routine.context else "")
        record = replace(info, speed=1.0).record_of_plan(compile_timeline(routine))
        screen = EditDialog(record, self.now, first=FormField.WHEN, heading="Add a past session")
        self.app.push_screen(screen, self._add)

    def _add(self, record: SessionRecord | None) -> None:
        if record:
            new = record._replace(id=new_id(record.started))
            self.added_id = new.id
            self._write(
                lambda: self.app_context.save_queue.save(new) or f"Added {new.title} of {new.date}."
            )

    @work(thread=True, group="write")
    def _write(self, change: _Write) -> None:
        try:
            self.app.call_later(self._report, change(), is_done=True)
        except HistoryError as error:
            self.app.call_later(self._report, str(error), is_done=False)

    def _report(self, message: str, *, is_done: bool) -> None:
        severity: SeverityLevel = "information" if is_done else "warning"
        self.app.notify(message, severity=severity, markup=False, timeout=3 if is_done else 8)
        if is_done and self.is_attached:
            self.reload()
