"""Replies of a modern terminal to the queries of a program."""

import re
from collections.abc import Callable

_QUERY = re.compile(
    rb"(?:\x1b\[(?P<row>\d+);(?P<column>\d+)H)?\x1b\[(?P<report>[56])n"
    rb"|\x1b\[(?P<device>>?)0?c"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:[\[\]][?>0-9;$]*(?:\x1b\[?6?|H\x1b?\[?6?)?)?\Z")
_KNOWN_MODES = (1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
_LONGEST = 64

CursorPosition = Callable[[int], tuple[int, int]]
"""Row and column of the cursor, from 1, after so many bytes of the output just read."""


class TerminalReplies:
    """Replies to queries in output; remembers a query that was cut in two by reading."""

    def __init__(self) -> None:
        self._rest = b""

    def reply_to(self, output: bytes, cursor: CursorPosition) -> bytes:
        """The replies to this output; `cursor` is called only where the output does not tell it."""
        before = len(self._rest)
        output = self._rest + output
        replies, end = [], 0
        for query in _QUERY.finditer(output):
            end = query.end()
            replies.append(_reply(query, lambda: cursor(end - before)))  # noqa: B023 - called at once
        unfinished = _UNFINISHED.search(output, max(end, len(output) - _LONGEST))
        self._rest = output[unfinished.start() :] if unfinished else b""
        return b"".join(replies)


def _reply(query: re.Match[bytes], cursor: Callable[[], tuple[int, int]]) -> bytes:
    if query["report"] == b"5":
        return b"\x1b[0n"
    if query["report"]:
        # A cursor that was moved just before the query needs no rendering.
        position = (int(query["row"]), int(query["column"])) if query["row"] else cursor()
        return b"\x1b[%d;%dR" % position
    if query["mode"]:
        return b"\x1b[?%d;%d$y" % (int(query["mode"]), 2 * (int(query["mode"]) in _KNOWN_MODES))
    if query["colour"]:
        rgb = b"ffff/ffff/ffff" if query["colour"] == b"10" else b"0000/0000/0000"
        return b"\x1b]%s;rgb:%s\x1b\\" % (query["colour"], rgb)
    return b"\x1b[>41;380;0c" if query["device"] else b"\x1b[?62;22c"
