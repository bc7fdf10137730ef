"""A paste that is under way: collected by us, since what is pasted must never be taken for keys."""

from footcoach_tui.boundary.text import clean

MOST = 1_000_000
"""Characters that are kept of a paste; what comes behind them is still none of the keys."""


class Pasting:
    """Collects what comes until the mark that ends it."""

    def __init__(self, end: str, most: int = MOST) -> None:
        """Nothing has come yet; `end` is the mark, and `most` characters are kept."""
        self._end = end
        self._most = most
        self._parts: list[str] = []
        self._length = 0
        self._tail = ""

    def take(self, text: str) -> str | None:
        """Take what belongs to it; what comes behind its end, or None while that has not come."""
        seen = self._tail + text
        end = seen.find(self._end)
        if end < 0:
            self._tail = seen[1 - len(self._end) :]
            self._keep(text)
            return None
        cut = end + len(self._end) - len(self._tail)
        self._keep(text[:cut])
        self._length -= len(self._end)
        return text[cut:]

    @property
    def text(self) -> str:
        """What was pasted, line by line, without anything that a terminal would obey."""
        pasted = "".join(self._parts)[: min(self._length, self._most)]
        return "\n".join(clean(line, self._most) for line in pasted.splitlines())

    def _keep(self, text: str) -> None:
        if self._length < self._most:
            self._parts.append(text)
        self._length += len(text)
