"""Movement of an exercise in a pane of tmux, beside the editor of its file."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from footcoach_tui.boundary.tmux import run_tmux

_LEAST_COLUMNS = 120
_SHARE = "45%"
_PASSED_ON = ("XDG_", "FOOTCOACH_", "PYTHONPATH", "LANG", "LC_", "NO_COLOR", "COLORTERM")
"""Beginnings of variables that a new pane has from the tmux server, not from this program."""

RunTmux = Callable[[Sequence[str]], str]


@contextmanager
def figure_beside(
    path: Path, columns: int, environ: Mapping[str, str], run: RunTmux = run_tmux
) -> Iterator[None]:
    """Show the movement of a file beside this pane of tmux, where there is room, until the end."""
    pane = ""
    if environ.get("TMUX") and environ.get("TMUX_PANE") and columns >= _LEAST_COLUMNS:
        passed_on = [
            option
            for name, value in environ.items()
            if name.startswith(_PASSED_ON)
            for option in ("-e", f"{name}={value}")
        ]
        where = ["-t", environ["TMUX_PANE"], "-l", _SHARE, "-c", os.getcwd()]  # noqa: PTH109 - a text
        show = [sys.executable, "-m", "footcoach_tui", "show", str(path), "--figure", "--watch"]
        pane = run(["split-window", "-dhP", "-F", "#{pane_id}", *where, *passed_on, *show])
    try:
        yield
    finally:
        if pane:
            run(["kill-pane", "-t", pane])
