"""What is leant on in Textual, and whether the Textual that is installed is the one known.

Nothing here imports the private parts themselves: in another Textual they may not be there.
"""

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from textual.app import App
from textual.constants import DRIVER
from textual.driver import Driver

KNOWN = "a7c3150654628d7b6218862601c3b7927de5edf2fd18fe29872689eeb511db2d"
"""SHA-256 of the modules that the driver leans on, as they stand in Textual 8.2.8."""

_LEANT_ON = (
    "textual._parser",
    "textual._xterm_parser",
    "textual.driver",
    "textual.drivers._writer_thread",
    "textual.drivers.linux_driver",
)


def found() -> str:
    """SHA-256 of these modules as they are installed. Raises OSError where one has no source."""
    taken = hashlib.sha256()
    for name in _LEANT_ON:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(name)
        taken.update(Path(spec.origin).read_bytes())
    return taken.hexdigest()


@lru_cache(maxsize=4)
def is_known(known: str = KNOWN) -> bool:
    """Whether these modules are the ones that the driver was written for."""
    try:
        return found() == known
    except OSError:
        return False


def own_driver(known: str = KNOWN) -> type[Driver] | None:
    """The driver to use; None, which is Textual's own, where it is not the Textual we know.

    Somebody who names a driver in the environment is to get that one.
    """
    if DRIVER or not is_known(known):
        return None
    from footcoach_tui.app.terminal.driver import TerminalDriver  # noqa: PLC0415 - see above

    return TerminalDriver


def tells_of_errors(app: type[App[None]] = App) -> bool:
    """Whether an app hands each error that nobody caught to `_handle_exception`, as it should.

    By its outline only: what is done there needs no more of Textual than a public exit.
    """
    code = getattr(getattr(app, "_handle_exception", None), "__code__", None)
    return code is not None and code.co_varnames[:2] == ("self", "error")
