"""Entry of the program: one word on the terminal before anything that takes time is imported.

At first it imports only what Python itself has loaded, so the word appears as soon as Python runs.
"""

import gc
import os
import sys

_NO_SCREEN = {"-h", "--help", "--plain", "--version"}


def run() -> None:
    """Write a word if a screen will open, run the command line, and exit with its code."""
    if _opens_screen(sys.argv[1:]):
        _write("footcoach\r")  # an error, or the app, is written over it
    gc.disable()  # modules hold no garbage: looking for it, now and at the end, takes 8 ms of 55
    from footcoach_tui.cli.main import main  # noqa: PLC0415 - takes time
    from footcoach_tui.cli.output import set_up_output  # noqa: PLC0415 - also takes time

    gc.freeze()
    gc.enable()
    set_up_output()
    sys.exit(main())


def _opens_screen(arguments: list[str]) -> bool:
    """Whether these arguments open a screen, judged quickly."""
    words = [word for word in arguments if not word.startswith("-")]
    if words[:1] not in ([], ["play"]) or _NO_SCREEN & {*arguments}:
        return False
    if os.environ.get("TEXTUAL_DRIVER"):  # to a browser, the first bytes start the session
        return False
    if os.environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        return False
    return os.isatty(0) and os.isatty(1)


def _write(text: str) -> None:
    try:
        os.write(1, text.encode("ascii"))
    except OSError:  # the terminal is closed: the next write reports it
        return
