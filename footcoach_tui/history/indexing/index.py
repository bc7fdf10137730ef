"""The index: summaries of the month files, so that most of them need not be opened."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.history.indexing.monthly import MonthlyFile
from footcoach_tui.history.months.row_lines import MonthLine

if TYPE_CHECKING:  # sums are not always needed
    from footcoach_tui.history.months.tally import Tally

_VERSION = "2: made from the history folder; can be deleted at any time"
"""A change to the lines, or to what makes a session valid, needs another number."""
_LINE_FIELDS = len(MonthLine._fields)
_OVERVIEW = "folders"
"""Key of the overview; the other keys are months."""

_Span = tuple[str, str]
"""The first and the last day of a month's sessions, both "" when it has none."""


class IndexOverview(NamedTuple):
    """A summary of all months together.

    `spans` are those of months with days outside the month. `superseded` are, by month, the ids
    of sessions whose current version is in another month.
    """

    spans: Mapping[str, _Span]
    superseded: Mapping[str, Collection[str]]


class Index:
    """The index of a data folder. A `signature` is always that of all files of the month."""

    LINES_FILE, SUMS_FILE = "history.index", "history.sums"
    """File names. The second file is ten times as large, and read only for sums."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._lines = MonthlyFile(folder / self.LINES_FILE, f"footcoach days {_VERSION}")
        self._sums = MonthlyFile(folder / self.SUMS_FILE, f"footcoach sums {_VERSION}")

    def line(self, month: str, signature: str) -> MonthLine | None:
        """The month's line, if it is of files with this signature."""
        fields = self._lines.get(month, signature) or ()
        return MonthLine(*fields) if len(fields) == _LINE_FIELDS else None

    def tally(self, month: str, signature: str, superseded: Collection[str] = ()) -> "Tally | None":
        """The month's sums, if they are of files with this signature, without the same ids."""
        from footcoach_tui.history.months.tally import Tally  # noqa: PLC0415 - as above

        try:
            fields = self._sums.get(month, _sums_signature(signature, superseded))
            return Tally.from_json(fields[0]) if fields else None
        except (ValueError, TypeError, LookupError):
            return None

    def put(self, month: str, signature: str, line: MonthLine) -> None:
        """Set a month's line; `save` writes it."""
        self._lines.put(month, signature, *line)

    def put_tally(
        self, month: str, signature: str, tally: "Tally", superseded: Collection[str] = ()
    ) -> None:
        """Set a month's sums, made without the `superseded` ids; `save` writes them."""
        self._sums.put(month, _sums_signature(signature, superseded), tally.to_json())

    def mentions(self, identity: str) -> bool:
        """Whether any line, outdated ones included, has this id among its guests."""
        return self._lines.mentions(identity)

    def overview(self, folder_state: str) -> IndexOverview | None:
        """The overview, if it was made in this state of the folders; every month has a line then.

        None when a file was added, removed or replaced since.
        """
        fields = self._lines.get(_OVERVIEW, folder_state)
        if fields is None:
            return None
        rows = [field.split(" ") for field in fields]
        spans = {month: (first, last) for month, first, last, *_ in rows}
        return IndexOverview(spans, {month: ids for month, _, _, *ids in rows if ids})

    def put_overview(self, folder_state: str, overview: IndexOverview) -> None:
        """Set the overview; every month must have a line."""
        if self.overview(folder_state) != overview:
            fields = [
                " ".join((month, *days, *overview.superseded.get(month, ())))
                for month, days in sorted(overview.spans.items())
            ]
            self._lines.put(_OVERVIEW, folder_state, *fields)

    def drop_overview(self) -> None:
        """Remove the overview, after a change that the folders' times may not show."""
        self._lines.put(_OVERVIEW, "")

    def save(self) -> None:
        """Write what is new. Write errors are ignored: the index can be rebuilt."""
        self._lines.save()
        self._sums.save()


def _sums_signature(signature: str, superseded: Collection[str]) -> str:
    return ";".join((signature, *sorted(superseded)))
