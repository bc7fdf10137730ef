"""A screen on which sessions are changed, deleted and added, and all of it undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from textual import work
from textual.notifications import SeverityLevel

from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.add import AddScreen
from footcoach_tui.app.screens.commanded import CommandedScreen
from footcoach_tui.app.screens.edit import EditScreen
from footcoach_tui.app.screens.leave import SureScreen
from footcoach_tui.app.screens.session_form import Field
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.recording import logged
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

Change = Callable[[], str]
"""Writes something, and says what the person must be told. Raises HistoryError."""


class ChangingScreen(CommandedScreen):
    """The keys to change a session; a screen says which one is meant, and shows it anew."""

    def __init__(self, parts: Parts) -> None:
        """`parts` is what the screen works with."""
        super().__init__()
        self.parts = parts
        self.actions |= {
            "history.edit": self._edit,
            "history.delete": self._ask,
            "history.add": self._choose,
            "session.undo": self._undo,
        }

    def meant(self) -> SessionRecord | None:
        """The session that the keys are about."""
        raise NotImplementedError

    def changed(self) -> None:
        """Something was written: read it, and show it."""
        raise NotImplementedError

    def now(self) -> datetime:
        """The present moment."""
        return datetime.fromtimestamp(self.parts.clock.now().wall, UTC)

    def _edit(self) -> None:
        record = self.meant()
        if record:
            self.app.push_screen(EditScreen(record, self.now), self._edited)

    def _edited(self, record: SessionRecord | None) -> None:
        if record and record != self.meant():
            self._write(lambda: self.parts.keeper.change(record))

    def _ask(self) -> None:
        record = self.meant()
        if record is None:
            return

        def answered(is_sure: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if is_sure:
                self._write(lambda: self.parts.keeper.delete(record))

        what = f"{record.title}, {record.started:%a %d %b %Y %H:%M}"
        sure = SureScreen("Delete this session?", what, "delete it; u brings it back", "keep it")
        self.app.push_screen(sure, answered)

    def _undo(self) -> None:
        if self.parts.keeper.is_fresh:
            self._write(self.parts.keeper.undo)
        else:
            self._look_back()

    @work(thread=True, exclusive=True, group="undo")
    def _look_back(self) -> None:
        """What would be undone was not done just now: name it first, for nothing redoes it."""
        known = self.parts.history.undoable()
        self.app.call_from_thread(self._ask_undo, known[0] if known else "")

    def _ask_undo(self, what: str) -> None:
        def answered(is_sure: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if is_sure:
                self._write(self.parts.keeper.undo)

        if not what:
            self.app.notify("There is nothing to undo.", markup=False)
        elif self.is_current:
            sure = SureScreen("Take this back?", what, "take it back", "leave it")
            self.app.push_screen(sure, answered)

    def _choose(self) -> None:
        self.app.push_screen(AddScreen(self.parts.catalogue), self._chosen)

    def _chosen(self, routine: Routine | None) -> None:
        if routine is None:
            return
        heading = self.parts.heading(routine.context[0] if routine.context else "")
        record = logged(compile_timeline(routine), replace(heading, speed=1.0))
        screen = EditScreen(record, self.now, first=Field.WHEN, heading="Done elsewhere")
        self.app.push_screen(screen, self._add)

    def _add(self, record: SessionRecord | None) -> None:
        if record:
            new = record._replace(id=new_id(record.started))
            self._write(lambda: self.parts.keeper.keep(new) or f"Added {new.title} of {new.date}.")

    @work(thread=True, group="write")
    def _write(self, change: Change) -> None:
        try:
            self.app.call_from_thread(self._written, change(), is_done=True)
        except HistoryError as error:
            self.app.call_from_thread(self._written, str(error), is_done=False)

    def _written(self, told: str, *, is_done: bool) -> None:
        severity: SeverityLevel = "information" if is_done else "warning"
        self.app.notify(told, severity=severity, markup=False, timeout=3 if is_done else 8)
        if is_done and self.is_attached:
            self.changed()
