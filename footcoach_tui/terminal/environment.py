"""Environment variables and screen sizes that Textual may see; for use before its import."""

from collections.abc import MutableMapping

_TEXTUAL_FPS = "240"
"""Paint checks a second while something moves. At Textual's usual 60 a key that is pressed
meanwhile takes three times as long to show."""

_MAX_COLUMNS, _MAX_ROWS = 500, 300
"""The largest screen that is drawn. A terminal that claims 65535 cells each way would cost
gigabytes."""

_LIMITS = {"COLUMNS": _MAX_COLUMNS, "LINES": _MAX_ROWS}


def prepare_environment(environ: MutableMapping[str, str], *, has_all_colours: bool) -> None:
    """Set the frame rate, and truecolor where the terminal has it, unless they are set.

    Sizes that no screen has are removed.
    """
    environ.setdefault("TEXTUAL_FPS", _TEXTUAL_FPS)
    if has_all_colours:  # Textual recognises fewer terminals by TERM
        environ.setdefault("TEXTUAL_COLOR_SYSTEM", "truecolor")
    for name, limit in _LIMITS.items():
        if name in environ and not _is_size(environ[name], limit):
            del environ[name]


def clamp_size(columns: int, rows: int) -> tuple[int, int]:
    """Return the size in cells, or the nearest that is drawn."""
    return max(1, min(columns, _MAX_COLUMNS)), max(1, min(rows, _MAX_ROWS))


def _is_size(text: str, limit: int) -> bool:
    is_short_number = text.isascii() and text.isdigit() and len(text) <= len(str(limit))
    return is_short_number and 1 <= int(text) <= limit
