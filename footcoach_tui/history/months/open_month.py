"""Opening one month: strictly, or quickly when the index has a checked line of it."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.files import WriteError, error_reason, link_target
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, open_regular_file, read_with_stat
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH, ids_of_other_months
from footcoach_tui.history.months.files import UNKNOWN_SIGNATURE, MonthFile
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, SESSIONS, DamagedError, parse_month
from footcoach_tui.history.months.row_lines import Layout, MonthLine
from footcoach_tui.history.months.versions import Version, current_versions
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # a month checked before needs no sums
    from footcoach_tui.history.months.tally import Tally

_TWICE = "is in this file twice; only one of the two is used"
_ID = rb'"id"\s*:\s*"([0-7][0-9A-HJKMNP-TV-Z]{25})"'
_DATE = rb'"date"\s*:\s*"([0-9]{4}-[0-9]{2}-[0-9]{2})"'


class OpenedMonth(NamedTuple):
    """The current versions of a month, deletions included, and problems with the others.

    The latest day comes first. `line` and `signature`, of the files as they were read, are for
    the index; there is no line where there are problems. `tally` sums up the sessions.
    """

    versions: Collection[Version]
    problems: tuple[Problem, ...]
    tally: "Tally"
    line: MonthLine | None = None
    signature: str = ""


def open_quickly(files: list[MonthFile], line: MonthLine) -> Iterator[Version] | None:
    """The current versions of a month with a checked line, deletions included.

    The latest day comes first. None when the files were changed since.
    """
    versions: list[Version] = []
    try:
        if len(files) == 1 and (layout := line.layout(0)).in_order:
            return _open_backwards(files[0], layout)
        for number, file in enumerate(files):
            content, status = read_with_stat(Path(file.path), MAX_MONTH_BYTES)
            if not file.is_unchanged(status):
                return None
            if (layout := line.layout(number)).is_known:
                versions.extend(layout.versions(content, file.path))
            else:
                rows = json.loads(content)[SESSIONS].values()
                versions.extend(Version.of(row, file.path) for row in rows)
    except (UnreadableError, OSError, ValueError, LookupError, AttributeError):
        return None
    return iter(
        _latest_day_first(versions if len(files) == 1 else current_versions(versions).values())
    )


def _open_backwards(file: MonthFile, layout: Layout) -> Iterator[Version] | None:
    """Of a file in order of days, the last block is read first, the others when needed."""
    handle, status = open_regular_file(Path(file.path), MAX_MONTH_BYTES)
    if not file.is_unchanged(status):
        handle.close()
        return None
    return layout.versions_backwards(handle, file.path)


def _latest_day_first(versions: Iterable[Version]) -> list[Version]:
    """Sort by day; deletions, which have none, come last."""
    return sorted(versions, key=itemgetter(1), reverse=True)


def open_strictly(files: list[MonthFile], superseded: Collection[str] = ()) -> OpenedMonth:
    """Open a month and check all of it. Raises nothing for file contents.

    The tally leaves out the `superseded` ids: another month has their current version.
    """
    from footcoach_tui.history.months.tally import Tally  # noqa: PLC0415 - as above

    problems: list[Problem] = []
    versions: list[Version] = []
    records: dict[tuple[str, str], SessionRecord] = {}
    layouts: list[Layout] = []
    signatures: list[str] = []
    for file in files:
        content, signature, rows = _read(file, problems)
        for row in rows.values():
            try:
                versions.append(version := Version.of(row, file.path))
                if version.date:
                    records[version.id, version.path] = from_document(row)
            except FieldError as error:
                identity = row.get("id")
                named = identity if isinstance(identity, str) else ""
                problems.append(_problem(file, str(error), named))
        problems.extend(_problem(file, _TWICE, identity) for identity in _doubles(file, versions))
        layouts.append(Layout.checked(content, rows))
        signatures.append(signature)
    current = current_versions(
        version for version in versions if not version.date or (version.id, version.path) in records
    )
    tally = Tally()
    for version in current.values():
        if version.date and version.id not in superseded:
            tally.add(records[version.id, version.path])
    newest_first = _latest_day_first(current.values())
    if problems:
        return OpenedMonth(newest_first, tuple(problems), tally)
    days = [version.date for version in newest_first if version.date]
    first, last = min(days, default=""), max(days, default="")
    line = MonthLine(first, last, ",".join(map(str, layouts)), _guests(files, current))
    return OpenedMonth(newest_first, (), tally, line, ",".join(signatures))


def scan_line(files: list[MonthFile]) -> tuple[str, MonthLine] | None:
    """The signature and the unchecked line of a month, without parsing it.

    None when it must be opened.
    """
    days: list[bytes] = []
    ids: list[bytes] = []
    signatures: list[str] = []
    try:
        for file in files:
            content, status = read_with_stat(Path(file.path), MAX_MONTH_BYTES)
            ids.extend(re.findall(_ID, content))
            days.extend(re.findall(_DATE, content))
            signatures.append(MonthFile.sign(file.device, status))
    except (UnreadableError, OSError):
        return None
    if not days:
        return None
    guests = _guests(files, (identity.decode() for identity in ids))
    return ",".join(signatures), MonthLine(min(days).decode(), max(days).decode(), "", guests)


def _guests(files: list[MonthFile], ids: Iterable[str]) -> str:
    """The ids that belong to another month by their time, sorted, separated by commas."""
    return ",".join(sorted(ids_of_other_months(files[0].month, set(ids)))) if files else ""


def _read(file: MonthFile, problems: list[Problem]) -> tuple[bytes, str, dict[str, Document]]:
    """A file's bytes, signature and rows; empty ones when it cannot be used."""
    try:
        content, status = read_with_stat(link_target(Path(file.path)), MAX_MONTH_BYTES)
        rows: dict[str, Document] = dict(parse_month(content).get(SESSIONS, {}))
        return content, MonthFile.sign(file.device, status), rows
    except DamagedError as damage:
        from footcoach_tui.history.months.backups import restore_hint  # noqa: PLC0415 - seldom needed

        path = Path(file.path)
        hint = restore_hint(path.parents[2], file.device, path.stem, damage.content)
        problems.append(_problem(file, f"{damage}{hint}"))
    except HistoryError as error:
        problems.append(_problem(file, str(error)))
    except (WriteError, UnreadableError) as error:
        problems.append(_problem(file, error.sentence))
    except OSError as error:
        problems.append(_problem(file, f"could not be read: {error_reason(error)}"))
    return b"", UNKNOWN_SIGNATURE, {}


def _doubles(file: MonthFile, versions: list[Version]) -> list[str]:
    """The ids that are in the file more than once."""
    ids = sorted(version.id for version in versions if version.path == file.path)
    return sorted({identity for identity, following in pairwise(ids) if identity == following})


def _problem(file: MonthFile, sentence: str, identity: str = "") -> Problem:
    return history_problem(Path(file.path), sentence, identity[:ID_LENGTH])
