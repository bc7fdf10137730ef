"""Hints in a frame, whose keys can be clicked."""

from textual.content import Content
from textual.style import Style

SEPARATOR = " · "
_KEYS = {"esc": "escape", "enter": "enter", "backspace": "backspace", "q": "q", "up": "up"}


def clickable_hint(hint: str) -> Content:
    """Return a hint such as "enter save · esc back", each part clickable that begins with a key."""
    return Content(SEPARATOR).join(_clickable(part) for part in hint.split(SEPARATOR))


def _clickable(part: str) -> Content:
    key = _KEYS.get(part.partition(" ")[0])
    if key is None:
        return Content(part)
    return Content.styled(part, Style.from_meta({"@click": f"app.simulate_key({key!r})"}))
