"""The index: what each month's files hold, so that they need not be opened to be passed over."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.history.indexing.monthly import MonthlyFile
from footcoach_tui.history.months.row_lines import Layout

if TYPE_CHECKING:  # a name for the type checker only: sums are not always asked for
    from footcoach_tui.history.indexing.tally import Tally

INDEX_FILE, SUMS_FILE = "history.index", "history.sums"
"""The files. The second is ten times as large, and read only where sums are asked for."""

_ABOUT = "2: made from the history folder; can be deleted at any time"
"""A change to the lines, or to what makes a session valid, needs another number."""
_FIELDS = 4
_FOLDERS = "folders"
"""Stands where the months' names stand."""


_Span = tuple[str, str]
"""The first and the last day of a month's sessions, both "" when it has none."""


class MonthLine(NamedTuple):
    """A month. `first` and `last` are days (YYYY-MM-DD) that no session of it is outside of.

    `guests` are the ids in its files that tell another month, deletions' among them, with commas.
    `layouts` tell where in each of its files the sessions stand; they are there when the files
    were read strictly, just as they are, and nothing was wrong with them.
    """

    first: str
    last: str
    layouts: str = ""
    guests: str = ""

    def has_strays(self, month: str) -> bool:
        """Whether it has days of other months than `month`, whose files it was made from."""
        return not (self.first.startswith(month) and self.last.startswith(month))

    @property
    def guest_ids(self) -> list[str]:
        """The ids of its guests."""
        return self.guests.split(",") if self.guests else []

    @property
    def is_checked(self) -> bool:
        """Whether the month's files were read strictly, just as they are."""
        return bool(self.layouts)

    def layout(self, place: int) -> Layout:
        """Where the sessions stand in the file at `place`, from 0. Raises ValueError."""
        begin, end, in_order = self.layouts.split(",")[place].split("-")
        return Layout(int(begin), int(end), int(in_order))


class IndexOverview(NamedTuple):
    """What is known of all months together.

    `spans` are those of months that reach over others' days. `outdone` are by month the ids of
    sessions that lie in another month too, where the version stands that holds.
    """

    spans: Mapping[str, _Span]
    superseded: Mapping[str, Collection[str]]


def layouts_text(layouts: list[Layout]) -> str:
    """The layouts of a month's files, as a line holds them."""
    return ",".join(map(str, layouts))


class Index:
    """The index of a data folder; `marks` are everywhere those of all files of the month."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._days = MonthlyFile(folder / INDEX_FILE, f"footcoach days {_ABOUT}")
        self._sums = MonthlyFile(folder / SUMS_FILE, f"footcoach sums {_ABOUT}")

    def line(self, month: str, marks: str) -> MonthLine | None:
        """The month's line, if it was made from files with these marks."""
        fields = self._days.get(month, marks) or ()
        return MonthLine(*fields) if len(fields) == _FIELDS else None

    def tally(self, month: str, marks: str, without: Collection[str] = ()) -> "Tally | None":
        """The month's sums, if they were made from files with these marks.

        The ids `without` which they were made must be the same too.
        """
        from footcoach_tui.history.indexing.tally import Tally  # noqa: PLC0415 - as above

        try:
            fields = self._sums.get(month, _marks_without(marks, without))
            return Tally.read(fields[0]) if fields else None
        except (ValueError, TypeError, LookupError):
            return None

    def put(self, month: str, marks: str, line: MonthLine) -> None:
        """Take a month's line; it is written by `save`."""
        self._days.put(month, marks, *line)

    def put_tally(
        self, month: str, marks: str, tally: "Tally", without: Collection[str] = ()
    ) -> None:
        """Take a month's sums, made without the sessions of these ids; the same holds."""
        self._sums.put(month, _marks_without(marks, without), tally.text())

    def mentions(self, identity: str) -> bool:
        """Whether any line, also one that is no longer believed, has this id among its guests."""
        return self._days.mentions(identity)

    def overview(self, folders: str) -> IndexOverview | None:
        """What is known of all months, if the shelf's folders are in this state.

        Every month had a line then. None when something was put into one of the folders, or
        taken out, since all was looked at.
        """
        fields = self._days.get(_FOLDERS, folders)
        if fields is None:
            return None
        each = [field.split(" ") for field in fields]
        spans = {name: (first, last) for name, first, last, *_ in each}
        return IndexOverview(spans, {name: ids for name, _, _, *ids in each if ids})

    def put_overview(self, folders: str, overview: IndexOverview) -> None:
        """Take what is known of all months, now that all were looked at."""
        if self.overview(folders) != overview:
            each = sorted(overview.spans.items())
            fields = [
                " ".join((name, *days, *overview.superseded.get(name, ()))) for name, days in each
            ]
            self._days.put(_FOLDERS, folders, *fields)

    def drop_overview(self) -> None:
        """Believe nothing of all months together, until they were looked at again.

        For what was changed so soon that the folders' times may not show it.
        """
        self._days.put(_FOLDERS, "")

    def save(self) -> None:
        """Write what is new, if it can be."""
        self._days.save()
        self._sums.save()


def _marks_without(marks: str, without: Collection[str]) -> str:
    return ";".join((marks, *sorted(without)))
