"""What is written down when the app breaks, for whoever mends it; the person gets a sentence."""

import platform
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import textual
from textual.worker import WorkerFailed

from footcoach_tui import __version__
from footcoach_tui.boundary.files import WriteError, write_durably
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.text import clean

EXIT_CRASHED = 70
"""Exit code: the program is at fault (EX_SOFTWARE of sysexits.h)."""

_MAX_LOGS = 10
"""Logs that are kept; the oldest go."""

_MOST = 5
"""Errors that a log holds: one that breaks often breaks the same way."""
_SHORT = 120


class CrashLog:
    """One run's log. There is no file before something breaks."""

    def __init__(self, folder: Path, now: Callable[[], datetime] | None = None) -> None:
        """Write into `folder`, which is made when it is needed."""
        self._folder = folder
        self._now = now or (lambda: datetime.now().astimezone())
        self._begun: datetime | None = None
        self._entries: list[str] = []
        self._first = ""
        self._trouble = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has broken."""
        return not self._entries

    def record(self, error: BaseException) -> None:
        """Write down an error with all that led to it, at once. Never raises."""
        error = root_error(error)
        self._begun = self._begun or self._now()
        self._first = self._first or _named(error)
        if len(self._entries) < _MOST:
            self._entries.append(f"{self._now().isoformat()}\n{_traceback(error)}")
            self._write()

    def message(self, *, is_kept: bool) -> str:
        """What the person is told; `is_kept` if there was a session, and it is safe."""
        kept = "; what you did of the session is kept" if is_kept else ""
        tells = f"; {clean(str(self._file))} tells more"
        return f"it broke ({self._first}) and had to stop{kept}{self._trouble or tells}"

    @property
    def _file(self) -> Path:
        begun = self._begun or self._now()
        return self._folder / f"footcoach-{begun:%Y-%m-%d-%H%M%S}.log"

    def _write(self) -> None:
        head = f"footcoach {__version__}, Textual {textual.__version__}, {platform.platform()}, "
        text = "\n".join([f"{head}Python {platform.python_version()}", *self._entries])
        try:
            create_private_folder(self._folder)
            write_durably(self._file, text.encode())
        except (PathError, WriteError) as error:
            self._trouble = f"; no log of it could be written ({error})"
            return
        with suppress(OSError):
            for old in sorted(self._folder.glob("footcoach-*.log"))[:-_MAX_LOGS]:
                old.unlink()


def root_error(error: BaseException) -> BaseException:
    """The error itself, where Textual says only that a thread or task of ours failed."""
    return error.error if isinstance(error, WorkerFailed) else error


def _named(error: BaseException) -> str:
    """An error in a few words that are safe to show."""
    try:
        return clean(f"{type(error).__name__}: {error}", _SHORT).removesuffix(": ")
    except Exception:  # noqa: BLE001 - an error that cannot even be put into words
        return type(error).__name__


def _traceback(error: BaseException) -> str:
    """The traceback, without anything that a terminal would obey when the log is read there."""
    try:
        lines = "".join(traceback.format_exception(error))
    except Exception as worse:  # noqa: BLE001 - the same
        lines = f"{type(error).__name__}, which cannot be told: {type(worse).__name__}\n"
    return "".join(
        char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in lines
    )
