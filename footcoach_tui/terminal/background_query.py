"""What the terminal says of its ground: whether it is light, where colours are the terminal's own.

xterm's control sequences, OSC 11; a terminal that does not know it passes over the question.
"""

import re
from collections.abc import Iterator

from textual.message import Message

BACKGROUND_QUERY = "\x1b]11;?\x1b\\"

BACKGROUND_ANSWER = re.compile(
    r"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?(?:\x07|\x1b\\)",
    re.IGNORECASE,
)
PARTIAL_BACKGROUND_ANSWER = re.compile(r"\x1b\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?\Z")
"""An answer of which the rest is still under way."""

_HALF = 0.5
_WEIGHTS = (0.299, 0.587, 0.114)
"""How bright red, green and blue are to the eye (ITU-R BT.601)."""


class TerminalBackground(Message):
    """The terminal has told its ground."""

    def __init__(self, *, is_light: bool) -> None:
        """Dark letters are read well on a light one."""
        super().__init__()
        self.is_light = is_light


def parse_backgrounds(text: str) -> Iterator[TerminalBackground]:
    """The answers in what the terminal has sent."""
    for parts in BACKGROUND_ANSWER.findall(text):
        shares = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
        bright = sum(share * weight for share, weight in zip(shares, _WEIGHTS, strict=True))
        yield TerminalBackground(is_light=bright > _HALF)
