"""One walk through the history, newest session first, opening one month after the other."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH
from footcoach_tui.history.problem import HistoryError, problem
from footcoach_tui.history.shelf import month_of, shelf
from footcoach_tui.session.record import SessionRecord

Found = tuple[Path, Document]


class Reading:
    """The sessions of every device, each id once; what cannot be used becomes a problem."""

    def __init__(self, folder: Path, own: str) -> None:
        """`folder` is the data folder; the device `own` is believed first."""
        self._shelf = shelf(folder, own)
        self._problems = dict.fromkeys(self._shelf.problems)
        self._seen: dict[str, Path] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out so far."""
        return tuple(self._problems)

    def newest_first(self, prefix: str = "") -> Iterator[SessionRecord]:
        """The sessions whose id begins with `prefix`, by local day and then by the moment.

        By the day first, for a month's file holds local days: a traveller's sessions can have
        their moments the other way round.
        """
        for _, files in self._shelf.months():
            found = [(path, row) for path in files for row in self._documents(path, prefix)]
            found.sort(key=_day, reverse=True)
            for _, same_day in groupby(found, key=_day):
                yield from self._records(same_day)

    def _records(self, same_day: Iterable[Found]) -> list[SessionRecord]:
        """The records of one day. Documents further on are not even looked at yet."""
        records = [one for one in (self._record(*found) for found in same_day) if one is not None]
        return sorted(records, key=lambda record: record.started, reverse=True)

    def _documents(self, path: Path, prefix: str) -> Iterable[Document]:
        from footcoach_tui.history.month import documents, matching  # noqa: PLC0415 - TinyDB: 10 ms

        try:
            return matching(path, prefix) if prefix else documents(path)
        except HistoryError as error:
            self._leave_out(path, str(error))
        except (WriteError, UnreadableError) as error:
            self._leave_out(path, error.sentence)
        except OSError as error:
            self._leave_out(path, f"could not be read: {reason(error)}")
        return ()

    def _record(self, path: Path, document: Document) -> SessionRecord | None:
        try:
            record = _of_month(from_document(document), month_of(path))
        except FieldError as error:
            name = document.get("id")
            self._leave_out(path, str(error), name if isinstance(name, str) else "")
            return None
        if record.id not in self._seen:
            self._seen[record.id] = path
            return record
        if self._seen[record.id] == path:
            self._leave_out(path, "stands in this file twice; one of them is used", record.id)
        return None  # in another device's file it is the same session, imported there

    def _leave_out(self, path: Path, why: str, name: str = "") -> None:
        self._problems[problem(path, why, name[:ID_LENGTH])] = None


def _of_month(record: SessionRecord, month: str) -> SessionRecord:
    if record.date[:7] == month:
        return record
    raise FieldError("date", f"{record.date} belongs in {record.date[:7]}.json")


def _day(found: Found) -> str:
    return str(found[1].get("date"))
