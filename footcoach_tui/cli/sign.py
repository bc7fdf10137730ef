"""A sign of life on the terminal, before anything is loaded that takes time.

This is where footcoach begins. Of all that is imported at first there is nothing but what Python
has loaded anyway, so the sign stands as soon as Python does.
"""

import os
import sys

_SIGN = "footcoach"
_CLEAR_LINE = "\x1b[K"
_NO_SCREEN = {"-h", "--help", "--plain", "--version"}


def run() -> None:
    """Give the sign where a screen is to be opened, run the command line, and end the process."""
    if announces(sys.argv[1:]):
        _write(f"{_SIGN}\r")  # whatever is said next is said over it
    from footcoach_tui.cli.main import run as run_commands  # noqa: PLC0415 - takes time

    run_commands()


def announces(arguments: list[str]) -> bool:
    """Whether these arguments open a screen, as far as can be told at a glance."""
    words = [one for one in arguments if not one.startswith("-")]
    if words[:1] not in ([], ["play"]) or _NO_SCREEN & {*arguments}:
        return False
    if os.environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        return False
    return os.isatty(0) and os.isatty(1)


def take_in_sign() -> None:
    """Clear the line of the sign: what the terminal showed before comes back when we leave."""
    _write(_CLEAR_LINE)


def _write(text: str) -> None:
    try:
        os.write(1, text.encode("ascii"))
    except OSError:  # whoever has more to write meets it as well
        return
