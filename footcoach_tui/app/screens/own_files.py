"""Base screen of routines and exercises, which reads own files again while it is looked at."""

from collections.abc import Collection
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported
from textual.timer import Timer

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.boundary.text import clean
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.text.durations import counted

_LOOK_SECONDS = 1.0


class OwnFilesScreen(CommandScreen):
    """Screen that shows what is in own files, and looks at them once a second.

    It does not look where it is covered, as by a session, or the terminal is not in focus.
    """

    app_context: AppContext
    _shown: Catalogue | None = None
    _looks: Timer | None = None
    _is_looking = False

    def show_catalogue(self) -> None:
        """Show the catalogue anew: files were read again."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self._shown = self.app_context.catalogue
        self._looks = self.set_interval(_LOOK_SECONDS, self.look_at_files, pause=True)
        self.watch(self.app, "app_focus", self._look_or_rest, init=False)

    def on_screen_resume(self) -> None:
        self._show_if_new()
        self._look_or_rest()

    def on_screen_suspend(self) -> None:
        if self._looks:
            self._looks.pause()

    def _look_or_rest(self) -> None:
        """Look at the files from now on, if this screen is looked at itself."""
        if self._looks and self.is_active and self.app.app_focus:
            self._looks.resume()
        elif self._looks:
            self._looks.pause()

    def edit_file(self, name: str) -> None:
        """Open the file of an id in the editor, the app suspended; then read it again."""
        try:
            with self.app.suspend():
                message = self.app_context.edit_file(name)
        except SuspendNotSupported:
            message = f"An editor cannot be opened here. In a terminal: footcoach edit {name}"
        self.warn(message)
        self.look_at_files()

    def look_at_files(self) -> None:
        """Read own files again if any has changed, unless a look is under way."""
        if not self._is_looking:
            self._is_looking = True
            self._look()

    @work(thread=True, group="own-files")
    def _look(self) -> None:
        before = self.app_context.catalogue
        changed = self.app_context.read_changed()
        there = [path for path in changed if path.exists()]
        self.call_from_thread(self._looked, before, changed, there)

    def _looked(self, before: Catalogue, changed: Collection[Path], there: list[Path]) -> None:
        self._is_looking = False
        if not changed:
            return
        self._show_if_new()
        if problem := _first_problem(before, self.app_context.catalogue, changed):
            self.warn(problem)
        else:
            self.notify(_sentence(changed, there), markup=False, timeout=4)

    def _show_if_new(self) -> None:
        if self._shown is not self.app_context.catalogue:
            self._shown = self.app_context.catalogue
            self.show_catalogue()


def _first_problem(before: Catalogue, now: Catalogue, changed: Collection[Path]) -> str:
    """Return the first problem of changed files, or of others that have it because of them."""
    reports = [each for each in now.broken if each.path in changed or each not in before.broken]
    problems = [
        problem.in_file(report.path.name) for report in reports for problem in report.problems
    ]
    if not problems:
        return ""
    rest = f" (and {counted(len(problems) - 1, 'more problem')})" if problems[1:] else ""
    return f"{problems[0]}{rest}"


def _sentence(changed: Collection[Path], there: list[Path]) -> str:
    if len(changed) > 1:
        return f"{counted(len(changed), 'file')} read again"
    (path,) = changed
    return f"{clean(path.name)} read again" if there else f"{clean(path.name)} is gone"
