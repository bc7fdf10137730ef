"""The index: what each month's files hold, so that they need not be opened to be passed over."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.history.indexing.monthly import Monthly
from footcoach_tui.history.months.lines import Layout

if TYPE_CHECKING:  # a name for the type checker only: sums are not always asked for
    from footcoach_tui.history.indexing.tally import Tally

DAYS, SUMS = "history.index", "history.sums"
"""The files. The second is ten times as large, and read only where sums are asked for."""

_ABOUT = "1: made from the history folder; can be deleted at any time"
"""A change to the lines, or to what makes a session valid, needs another number."""
_FIELDS = 3
_FOLDERS = "folders"
"""Stands where the months' names stand."""


Span = tuple[str, str]
"""The first and the last day of a month's sessions, both "" when it has none."""


class Line(NamedTuple):
    """A month. `first` and `last` are days (YYYY-MM-DD) that no session of it is outside of.

    `layouts` tell where in each of its files the sessions stand; they are there when the files
    were read strictly, just as they are, and nothing was wrong with them.
    """

    first: str
    last: str
    layouts: str = ""

    def strays(self, month: str) -> bool:
        """Whether it has days of other months than `month`, whose files it was made from."""
        return not (self.first.startswith(month) and self.last.startswith(month))

    @property
    def checked(self) -> bool:
        """Whether the month's files were read strictly, just as they are."""
        return bool(self.layouts)

    def layout(self, place: int) -> Layout:
        """Where the sessions stand in the file at `place`, from 0. Raises ValueError."""
        begin, end, in_order = self.layouts.split(",")[place].split("-")
        return Layout(int(begin), int(end), int(in_order))


def layouts_text(layouts: list[Layout]) -> str:
    """The layouts of a month's files, as a line holds them."""
    return ",".join(map(str, layouts))


class Index:
    """The index of a data folder; `marks` are everywhere those of all files of the month."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._days = Monthly(folder / DAYS, f"footcoach days {_ABOUT}")
        self._sums = Monthly(folder / SUMS, f"footcoach sums {_ABOUT}")

    def line(self, month: str, marks: str) -> Line | None:
        """The month's line, if it was made from files with these marks."""
        fields = self._days.get(month, marks) or ()
        return Line(*fields) if len(fields) == _FIELDS else None

    def tally(self, month: str, marks: str) -> "Tally | None":
        """The month's sums, if they were made from files with these marks."""
        from footcoach_tui.history.indexing.tally import Tally  # noqa: PLC0415 - as above

        try:
            fields = self._sums.get(month, marks)
            return Tally.read(fields[0]) if fields else None
        except (ValueError, TypeError, LookupError):
            return None

    def put(self, month: str, marks: str, line: Line, tally: "Tally | None" = None) -> None:
        """Take a month's line and sums; they are written by `save`."""
        self._days.put(month, marks, *line)
        if tally is not None:
            self._sums.put(month, marks, tally.text())

    def spans(self, folders: str) -> dict[str, Span] | None:
        """The months that reach over others' days, if the shelf's folders are in this state.

        None when something was put into one of them, or taken out, since all was looked at.
        """
        fields = self._days.get(_FOLDERS, folders)
        if fields is None:
            return None
        each = [field.split(" ") for field in fields]
        return {name: (first, last) for name, first, last in each}

    def put_spans(self, folders: str, spans: Mapping[str, Span]) -> None:
        """Take the first and the last day of these months, and that all was looked at."""
        if self.spans(folders) != spans:
            fields = [" ".join((name, *days)) for name, days in sorted(spans.items())]
            self._days.put(_FOLDERS, folders, *fields)

    def save(self) -> None:
        """Write what is new, if it can be."""
        self._days.save()
        self._sums.save()
