"""Crash log: tracebacks in a file for the developer, one sentence for the user."""

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

_MAX_LOGS = 10
_MAX_ERRORS = 5
"""Errors in a log: further ones are mostly repetitions."""
_MAX_ERROR_TEXT = 120


class CrashLog:
    """Log of one run in a folder; folder and file are made at the first error."""

    EXIT_CODE = 70
    """Exit code after a crash (EX_SOFTWARE of sysexits.h)."""

    def __init__(self, folder: Path, now: Callable[[], datetime] | None = None) -> None:
        self._folder = folder
        self._now = now or (lambda: datetime.now().astimezone())
        self._started_at: datetime | None = None
        self._entries: list[str] = []
        self._first_error = ""
        self._write_error = ""

    def record(self, error: BaseException) -> None:
        """Write an error and its traceback to the log. Never raises."""
        error = root_error(error)
        self._started_at = self._started_at or self._now()
        self._first_error = self._first_error or _describe(error)
        if len(self._entries) < _MAX_ERRORS:
            self._entries.append(f"{self._now().isoformat()}\n{_traceback(error)}")
            self._write()

    def message(self, *, is_session_saved: bool) -> str:
        """Sentence for the user; `is_session_saved` if there was a session and it is safe."""
        saved = "; what you did is saved" if is_session_saved else ""
        log = self._write_error or f"; see {clean(str(self._file))}"
        return f"internal error ({self._first_error}): footcoach had to stop{saved}{log}"

    @property
    def _file(self) -> Path:
        started_at = self._started_at or self._now()
        return self._folder / f"footcoach-{started_at:%Y-%m-%d-%H%M%S}.log"

    def _write(self) -> None:
        header = f"footcoach {__version__}, Textual {textual.__version__}, {platform.platform()}, "
        text = "\n".join([f"{header}Python {platform.python_version()}", *self._entries])
        try:
            create_private_folder(self._folder)
            write_durably(self._file, text.encode())
        except (PathError, WriteError) as error:
            self._write_error = f"; no log of it could be written ({error})"
            return
        with suppress(OSError):
            for old in sorted(self._folder.glob("footcoach-*.log"))[:-_MAX_LOGS]:
                old.unlink()


def root_error(error: BaseException) -> BaseException:
    """Error behind one of Textual's that says only that a worker failed; else the error itself."""
    return error.error if isinstance(error, WorkerFailed) else error


def _describe(error: BaseException) -> str:
    """Class and message of an error, safe to print on a terminal."""
    try:
        return clean(f"{type(error).__name__}: {error}", _MAX_ERROR_TEXT).removesuffix(": ")
    except Exception:  # noqa: BLE001 - the __str__ of an error may raise as well
        return type(error).__name__


def _traceback(error: BaseException) -> str:
    """Traceback, without characters that a terminal would obey when the log is read there."""
    try:
        lines = "".join(traceback.format_exception(error))
    except Exception as format_error:  # noqa: BLE001 - as in _describe
        lines = f"{type(error).__name__}, which cannot be told: {type(format_error).__name__}\n"
    return "".join(
        char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in lines
    )
