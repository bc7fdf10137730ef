"""Reading and saving of the routine on the composer's screen, in worker threads."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from footcoach_tui.app.screens.compose_dialogs import NameDialog
from footcoach_tui.app.screens.dialogs import ConfirmDialog, UnsavedChoice, UnsavedDialog
from footcoach_tui.app.screens.draft_screen import DraftScreen
from footcoach_tui.authoring.files import AuthoringError, ChangedOutsideError
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.toml import TomlError

if TYPE_CHECKING:  # they import pydantic, which is loaded in a worker
    from footcoach_tui.authoring.composition import Composition
    from footcoach_tui.authoring.own_files import OwnFiles

_RESTORED = "This is as you left it, not saved yet. s saves it; esc, then d, drops it."
_Errors = (AuthoringError, PathError, TomlError, UnreadableError, WriteError)


class DraftFiles:
    """File of the routine that a screen shows."""

    def __init__(self, screen: DraftScreen, routine: str, on_saved: Callable[[str], None]) -> None:
        """`routine` is an id, or "" for a new one; `on_saved` is given the id of what was saved."""
        self._screen = screen
        self._routine = routine
        self._on_saved = on_saved
        self._is_saving = False
        self._key = ""
        self._keeping = Lock()
        self._is_dropped = False

    def open(self) -> None:
        self._screen.run_worker(self._read, thread=True, group="draft")

    def _read(self) -> None:
        from footcoach_tui.authoring.composition import Composition  # noqa: PLC0415 - see above

        screen = self._screen
        try:
            files = screen.app_context.open_own_files()
            composition, sentence = Composition.open(files, self._routine)
            self._key = composition.file.id
            unsaved = screen.app_context.unsaved_drafts.read(self._key)
            if unsaved and composition.restore(unsaved):
                sentence = _RESTORED
        except _Errors as error:
            screen.call_from_thread(self._refused, f"{error}")
        else:
            screen.call_from_thread(self._opened, composition, sentence)

    def _opened(self, composition: "Composition", sentence: str) -> None:
        self._screen.opened(composition)
        if sentence:
            self._screen.notify(sentence, markup=False, timeout=6)

    def _refused(self, sentence: str) -> None:
        self._screen.app.notify(f"{sentence}.", severity="warning", markup=False, timeout=10)
        self._screen.dismiss()

    def keep(self) -> None:
        """Keep what is not saved yet, in a worker."""
        self._screen.run_worker(self._keep, thread=True, group="draft")

    def _keep(self) -> None:
        composition, drafts = self._screen.composition, self._screen.app_context.unsaved_drafts
        with self._keeping:  # the last one to come keeps the last state
            text = composition.unsaved_text if composition and not self._is_dropped else ""
            if text:
                drafts.keep(self._key, text)
            else:
                drafts.drop(self._key)

    def save(self) -> None:
        """Save the routine; a new one is asked for its name first."""
        composition = self._screen.composition
        if composition is None or self._is_saving:
            return
        if not composition.draft.steps:
            self._failed("a routine needs a step: choose an exercise, and press enter")
        elif composition.file.path is None:
            self._screen.app.push_screen(NameDialog(composition.name), self._named)
        else:
            self._write()

    def _named(self, name: str | None) -> None:
        if name is not None:
            self._write()

    def _write(self, *, force: bool = False) -> None:
        self._is_saving = True
        self._screen.run_worker(lambda: self._save(force=force), thread=True, group="draft")

    def _save(self, *, force: bool) -> None:
        from footcoach_tui.authoring.schemas import write_schemas  # noqa: PLC0415 - see above

        screen, context, composition = (
            self._screen,
            self._screen.app_context,
            self._screen.composition,
        )
        if composition is None:
            return
        try:
            composition.save(force=force)
            context.read_again()
            with suppress(WriteError):  # they only help an editor
                write_schemas(composition.files.folder, context.catalogue)
            files = context.open_own_files()
        except ChangedOutsideError as error:
            screen.call_from_thread(self._ask_whether_to_replace, f"{error}")
        except _Errors as error:
            screen.call_from_thread(self._failed, f"{error}")
        else:
            screen.call_from_thread(self._saved, composition, files)

    def _saved(self, composition: "Composition", files: "OwnFiles") -> None:
        self._is_saving = False
        composition.files = files
        self._screen.show_title(composition)
        with self._keeping:  # a new routine has got its id
            self._screen.app_context.unsaved_drafts.drop(self._key)
            self._key = composition.file.id
        self.keep()
        self._on_saved(composition.file.id)
        self._screen.notify(
            f"Saved: {composition.file.title}, under Yours on the start screen.",
            markup=False,
            timeout=4,
        )

    def _failed(self, sentence: str) -> None:
        self._is_saving = False
        sentence = f"{sentence[:1].upper()}{sentence[1:]}. Your steps are still here."
        self._screen.notify(sentence, severity="warning", markup=False, timeout=10)

    def _ask_whether_to_replace(self, sentence: str) -> None:
        self._is_saving = False
        dialog = ConfirmDialog(
            "Write over the file?",
            f"{sentence}.",
            "write over it; what the other program wrote is lost",
            "leave the file as it is",
        )
        self._screen.app.push_screen(dialog, self._replace)

    def _replace(self, answer: bool | None) -> None:  # noqa: FBT001 - the answer of the dialog
        if answer:
            self._write(force=True)

    def leave(self) -> None:
        """Leave the screen, after a question if anything would be lost."""
        composition = self._screen.composition
        if composition is None or not composition.history.has_changed:
            self._screen.dismiss()
            return
        self._screen.app.push_screen(UnsavedDialog(), self._left)

    def _left(self, choice: UnsavedChoice | None) -> None:
        if choice is UnsavedChoice.SAVE:
            self.save()
        elif choice in (UnsavedChoice.KEEP, UnsavedChoice.DROP):
            self._is_dropped = choice is UnsavedChoice.DROP
            self._keep()
            self._screen.dismiss()
