"""The environment as Textual should find it. To be called before Textual is imported."""

from collections.abc import MutableMapping

_TEXTUAL_FPS = "240"
"""Looks a second whether there is something to paint, while there is: at Textual's usual 60 a key
that is pressed while a figure moves waits three times as long to be seen."""

MAX_COLUMNS, MAX_ROWS = 500, 300
"""The largest screen that is drawn. A terminal that claims to be 65535 cells wide and high would
cost gigabytes; nobody has one."""

_LIMITS = {"COLUMNS": MAX_COLUMNS, "LINES": MAX_ROWS}


def prepare_environment(environ: MutableMapping[str, str], *, has_all_colours: bool) -> None:
    """Set the frame rate, and truecolor where the terminal has it, unless they are set.

    Sizes that no screen has are removed.
    """
    environ.setdefault("TEXTUAL_FPS", _TEXTUAL_FPS)
    if has_all_colours:  # Textual recognises fewer terminals by TERM
        environ.setdefault("TEXTUAL_COLOR_SYSTEM", "truecolor")
    for name, most in _LIMITS.items():
        if name in environ and not _is_size(environ[name], most):
            del environ[name]


def clamp_size(columns: int, rows: int) -> tuple[int, int]:
    """The size in cells, or the nearest that is drawn."""
    return max(1, min(columns, MAX_COLUMNS)), max(1, min(rows, MAX_ROWS))


def _is_size(text: str, most: int) -> bool:
    return (
        text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most
    )
