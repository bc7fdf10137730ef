"""What is leant on in Textual, and whether the Textual that is installed is the one known.

Nothing here imports the private parts themselves: in another Textual they may not be there.
"""

from functools import lru_cache

from textual.app import App
from textual.constants import DRIVER
from textual.driver import Driver

from footcoach_tui.app.terminal.fingerprints import is_that, of_modules

KNOWN = "f1ffea74"
"""The fingerprint of the modules that the driver leans on, as they stand in Textual 8.2.8."""

_LEANT_ON = (
    "textual._parser",
    "textual._xterm_parser",
    "textual.driver",
    "textual.drivers._writer_thread",
    "textual.drivers.linux_driver",
)


def found() -> str:
    """The fingerprint of these modules as they are installed. Raises OSError without source."""
    return of_modules(_LEANT_ON)


@lru_cache(maxsize=4)
def is_known(known: str = KNOWN) -> bool:
    """Whether these modules are the ones that the driver was written for."""
    return is_that(found, known)


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
