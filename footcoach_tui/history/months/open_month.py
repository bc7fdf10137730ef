"""Opening one month: strictly, or quickly when the index says that this was done before."""

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
from footcoach_tui.history.changes.versions import Version, current_versions, version_of
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH, ids_of_other_months
from footcoach_tui.history.indexing.index import MonthLine, layouts_text
from footcoach_tui.history.months.files import UNKNOWN_SIGNATURE, MonthFile, file_signature
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, SESSIONS, DamagedError, parse_month
from footcoach_tui.history.months.row_lines import (
    UNKNOWN_LAYOUT,
    Layout,
    checked_layout,
    lines_backwards,
    lines_in,
    versions_in,
)
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # a name for the type checker only: a month checked before needs no sums
    from footcoach_tui.history.indexing.tally import Tally

_TWICE = "stands in this file twice; one of them is used"
_ID = rb'"id"\s*:\s*"([0-7][0-9A-HJKMNP-TV-Z]{25})"'
_DATE = rb'"date"\s*:\s*"([0-9]{4}-[0-9]{2}-[0-9]{2})"'


class OpenedMonth(NamedTuple):
    """A month's versions that hold, deletions among them, and what had to be left out.

    `line` is for the index when all of it is well; `marks` are those of the files as they were
    read, and `tally` is what the sessions come to.
    """

    versions: Collection[Version]
    problems: tuple[Problem, ...]
    tally: "Tally"
    line: MonthLine | None = None
    signature: str = ""


def open_quickly(files: list[MonthFile], line: MonthLine) -> Iterator[Version] | None:
    """The versions that hold in a month of which the index has a checked line, by their days.

    The latest day first; deletions are among them. None when the month is not as it was then.
    """
    found: list[Version] = []
    try:
        if len(files) == 1 and (layout := line.layout(0)).in_order:
            return _lately(files[0], layout)
        for place, file in enumerate(files):
            content, status = read_with_stat(Path(file.path), MAX_MONTH_BYTES)
            if file_signature(file.device, status) != file.signature:
                return None
            if (layout := line.layout(place)) == UNKNOWN_LAYOUT:
                rows = json.loads(content)[SESSIONS].values()
                found.extend(version_of(row, file.path) for row in rows)
            else:
                found.extend(versions_in(lines_in(content, layout), file.path))
    except (UnreadableError, OSError, ValueError, LookupError, AttributeError):
        return None
    return latest_day_first(found if len(files) == 1 else current_versions(found).values())


def _lately(file: MonthFile, layout: Layout) -> Iterator[Version] | None:
    """The same of a file that is in the order of its days; of a long one only the end is read."""
    opened, status = open_regular_file(Path(file.path), MAX_MONTH_BYTES)
    if file_signature(file.device, status) != file.signature:
        opened.close()
        return None
    return versions_in(lines_backwards(opened, layout), file.path)


def latest_day_first(versions: Iterable[Version]) -> Iterator[Version]:
    """The latest day first; deletions, which have none, at the end."""
    return iter(sorted(versions, key=itemgetter(1), reverse=True))


def open_strictly(files: list[MonthFile], without: Collection[str] = ()) -> OpenedMonth:
    """The month with everything looked at. Never raises for what lies on disk.

    The tally is made without the sessions of these ids: another month has the version that holds.
    """
    from footcoach_tui.history.indexing.tally import Tally  # noqa: PLC0415 - as above

    problems: list[Problem] = []
    versions: list[Version] = []
    records: dict[tuple[str, str], SessionRecord] = {}
    layouts: list[Layout] = []
    marks: list[str] = []
    for file in files:
        content, mark, rows = _read(file, problems)
        for row in rows.values():
            try:
                versions.append(version := version_of(row, file.path))
                if version.date:
                    records[version.id, version.path] = from_document(row)
            except FieldError as error:
                name = row.get("id")
                problems.append(_about(file, str(error), name if isinstance(name, str) else ""))
        problems.extend(_about(file, _TWICE, one) for one in _doubles(file, versions))
        layouts.append(checked_layout(content, rows))
        marks.append(mark)
    versions = [one for one in versions if not one.date or (one.id, one.path) in records]
    held = current_versions(versions)
    tally = Tally()
    for version in held.values():
        if version.date and version.id not in without:
            tally.add(records[version.id, version.path])
    if problems:
        return OpenedMonth(held.values(), tuple(problems), tally)
    days = [version.date for version in held.values() if version.date]
    first, last = min(days, default=""), max(days, default="")
    line = MonthLine(first, last, layouts_text(layouts), _guests(files, held))
    return OpenedMonth(held.values(), (), tally, line, ",".join(marks))


def scan_line(files: list[MonthFile]) -> tuple[str, MonthLine] | None:
    """The days a month reaches over and its guests, without parsing; the marks of its files first.

    None when it must be opened.
    """
    days: list[bytes] = []
    ids: list[bytes] = []
    marks: list[str] = []
    try:
        for file in files:
            content, status = read_with_stat(Path(file.path), MAX_MONTH_BYTES)
            ids.extend(re.findall(_ID, content))
            days.extend(re.findall(_DATE, content))
            marks.append(file_signature(file.device, status))
    except (UnreadableError, OSError):
        return None
    if not days:
        return None
    guests = _guests(files, (one.decode() for one in ids))
    return ",".join(marks), MonthLine(min(days).decode(), max(days).decode(), "", guests)


def _guests(files: list[MonthFile], ids: Iterable[str]) -> str:
    """The ids that tell another month than that of the files, as a line holds them."""
    return ",".join(sorted(set(ids_of_other_months(files[0].month, ids)))) if files else ""


def _read(file: MonthFile, problems: list[Problem]) -> tuple[bytes, str, dict[str, Document]]:
    """A file's bytes, its mark and its sessions; nothing of one that cannot be used."""
    try:
        content, status = read_with_stat(link_target(Path(file.path)), MAX_MONTH_BYTES)
        rows: dict[str, Document] = dict(parse_month(content).get(SESSIONS, {}))
        return content, file_signature(file.device, status), rows
    except DamagedError as damage:
        from footcoach_tui.history.months.backups import restore_hint  # noqa: PLC0415 - hardly ever needed

        path = Path(file.path)
        more = restore_hint(path.parents[2], file.device, path.stem, damage.content)
        problems.append(_about(file, f"{damage}{more}"))
    except HistoryError as error:
        problems.append(_about(file, str(error)))
    except (WriteError, UnreadableError) as error:
        problems.append(_about(file, error.sentence))
    except OSError as error:
        problems.append(_about(file, f"could not be read: {error_reason(error)}"))
    return b"", UNKNOWN_SIGNATURE, {}


def _doubles(file: MonthFile, versions: list[Version]) -> list[str]:
    """The ids that stand in the file more than once."""
    names = sorted(version.id for version in versions if version.path == file.path)
    return sorted({one for one, other in pairwise(names) if one == other})


def _about(file: MonthFile, why: str, name: str = "") -> Problem:
    return history_problem(Path(file.path), why, name[:ID_LENGTH])
