"""What a terminal of today says when a program asks it something."""

import re
from collections.abc import Callable

_ASKED = re.compile(
    rb"(?:\x1b\[(?P<row>\d+);(?P<column>\d+)H)?\x1b\[(?P<report>[56])n"
    rb"|\x1b\[(?P<device>>?)0?c"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:[\[\]][?>0-9;$]*(?:\x1b\[?6?|H\x1b?\[?6?)?)?\Z")
_KNOWN_MODES = (1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
_LONGEST = 64

CursorPosition = Callable[[int], tuple[int, int]]
"""Where the cursor stood, by row and column from 1, after so many bytes of what was just read."""


class TerminalReplies:
    """Answers to what a program asks; it remembers a question that is cut in two by the reading."""

    def __init__(self) -> None:
        """Nothing was asked."""
        self._rest = b""

    def reply_to(self, output: bytes, cursor: CursorPosition) -> bytes:
        """What to reply to this output. The cursor is asked for only where that is needed."""
        before = len(self._rest)
        output = self._rest + output
        replies, end = [], 0
        for asked in _ASKED.finditer(output):
            end = asked.end()
            replies.append(_reply(asked, lambda: cursor(end - before)))  # noqa: B023 - called at once
        begun = _UNFINISHED.search(output, max(end, len(output) - _LONGEST))
        self._rest = output[begun.start() :] if begun else b""
        return b"".join(replies)


def _reply(asked: re.Match[bytes], cursor: Callable[[], tuple[int, int]]) -> bytes:
    if asked["report"] == b"5":
        return b"\x1b[0n"
    if asked["report"]:
        # A cursor that was put somewhere just before is there: no need to look at the screen.
        place = (int(asked["row"]), int(asked["column"])) if asked["row"] else cursor()
        return b"\x1b[%d;%dR" % place
    if asked["mode"]:
        return b"\x1b[?%d;%d$y" % (int(asked["mode"]), 2 * (int(asked["mode"]) in _KNOWN_MODES))
    if asked["colour"]:
        rgb = b"ffff/ffff/ffff" if asked["colour"] == b"10" else b"0000/0000/0000"
        return b"\x1b]%s;rgb:%s\x1b\\" % (asked["colour"], rgb)
    return b"\x1b[>41;380;0c" if asked["device"] else b"\x1b[?62;22c"
