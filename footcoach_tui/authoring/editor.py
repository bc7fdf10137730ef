"""Editor of the user: which one it is, and a file opened in it."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.text import clean, quote

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("nano", "vi")
"""nano first: its keys are on its screen. Who prefers vi has mostly said so in a variable."""
_TAKE_A_LINE = frozenset(
    {
        *("nano", "pico", "vi", "vim", "vim.basic", "vim.tiny", "nvim", "emacs", "emacsclient"),
        *("mg", "micro", "joe", "jed", "ne", "kak"),
    }
)
"""Editors that open a file at a line which is given as +12 before it."""


def find_editor(
    environ: Mapping[str, str], which: Callable[[str], str | None] = shutil.which
) -> list[str]:
    """Return the command of the editor: $VISUAL, $EDITOR, or one that is there.

    Raises AuthoringError if there is none.
    """
    for variable in _VARIABLES:
        value = environ.get(variable, "").strip()
        try:
            command = shlex.split(value)
        except ValueError as error:
            raise AuthoringError(
                f"${variable} is {quote(value)}, in which a quote is not closed"
            ) from error
        if command:
            return command
    for name in _USUAL:
        if path := which(name):
            return [path]
    raise AuthoringError("no editor was found; set EDITOR to the name of yours")


def run_editor(command: list[str], path: Path, line: int = 0) -> None:
    """Open a file in the editor and wait until it is closed. Call it in the main thread.

    Where the editor is known to do so, it opens at the line. Raises AuthoringError if the editor
    cannot be started, or ends with an error.
    """
    name = clean(command[0])
    at = [f"+{line}"] if line and Path(command[0]).name in _TAKE_A_LINE else []
    try:
        with _interrupts_for_the_editor():
            code = subprocess.run([*command, *at, str(path)], check=False).returncode  # noqa: S603 - the user's own command
    except (OSError, ValueError) as error:
        reason = error_reason(error) if isinstance(error, OSError) else "its name has a NUL"
        raise AuthoringError(
            f"the editor {name} could not be started: {reason}; set EDITOR to another one"
        ) from error
    if code:
        name = clean(Path(command[0]).name)
        how = f"exit code {code}" if code > 0 else f"signal {-code}"
        raise AuthoringError(
            f"the editor {name} ended with {how}; {clean(str(path))} is as it was saved last"
        )


@contextmanager
def _interrupts_for_the_editor() -> Iterator[None]:
    """Leave ctrl+c to the editor: the terminal sends the signal to both programs.

    The handler does nothing, and is not inherited as an ignored signal would be.
    """
    previous = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
