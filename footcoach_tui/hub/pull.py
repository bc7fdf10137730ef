"""Fetching: lines of the person's other devices, checked and merged into their months."""

from collections.abc import Iterator
from itertools import groupby, islice
from typing import NamedTuple

from footcoach_tui.history.device import is_device_name
from footcoach_tui.history.months.files import is_month
from footcoach_tui.history.months.format import SESSIONS
from footcoach_tui.history.months.lines import MAX_LINE_BYTES, MonthLine, checked_line
from footcoach_tui.history.store import History
from footcoach_tui.history.strict_json import parse_strictly
from footcoach_tui.hub.connection import Connection, transaction

_XMIN = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_SINCE = """\
select left(device, 60), left(month, 60), left(kind, 60), left(id, 60), left(written, 60), revision,
    case when octet_length(doc::text) <= %s then doc::text end
from footcoach.version
where owner = %s and device <> %s and tx >= %s::text::xid8
order by device, month"""
_MAX_LINES = 20_000
"""Lines of a month; more are no history of a person."""
_BATCH = 500
_Row = tuple[str, str, str, str, str, int, str | None]


class Fetched(NamedTuple):
    """Number of lines that were new here, of those refused, and the next cursor.

    `arrived` are the ids of sessions that the history had not got. `next` is 0 where a month was
    damaged here: then all must be fetched again.
    """

    lines: int
    refused: int
    next: int
    arrived: tuple[str, ...] = ()


def pull(connection: Connection, user: str, device: str, cursor: int, history: History) -> Fetched:
    """Fetch and merge the lines of other devices; they are safe on disk on return.

    The cursor is the oldest transaction that had not ended when the snapshot was taken: what it
    writes is not seen yet. So lines at the edge come twice, and none is missed. The numbers of the
    latest lines would not do: a transaction that began first may end last. Raises HistoryError.
    """
    count = refused = 0
    is_damaged = False
    arrived: list[str] = []
    with transaction(connection, is_snapshot=True):
        row = connection.execute(_XMIN).fetchone()
        with connection.cursor(name="footcoach_pull") as rows:
            rows.itersize = _BATCH
            rows.execute(_SINCE, (MAX_LINE_BYTES, user, device, str(cursor)))
            for (name, month), group in groupby(rows, lambda each: (each[0], each[1])):
                lines, bad = _checked(name, month, device, group)
                refused += bad
                if lines:
                    ids = [line.id for line in lines if line.kind == SESSIONS]
                    known = history.by_id(ids)
                    arrived += (each for each in ids if each not in known)
                    arrival = history.merge(name, month, lines)
                    count += arrival.lines
                    is_damaged = is_damaged or arrival.was_damaged
    return Fetched(count, refused, 0 if is_damaged or not row else row[0], tuple(arrived))


def _checked(
    device: str, month: str, own_device: str, rows: Iterator[_Row]
) -> tuple[list[MonthLine], int]:
    """Return the lines that may be stored, and the number of the others.

    Names become a path only after the check that names of this machine pass.
    """
    if device == own_device or not is_device_name(device) or not is_month(month):
        return [], sum(1 for _ in rows)
    lines: list[MonthLine] = []
    refused = 0
    for row in islice(rows, _MAX_LINES):
        line = _line(row)
        if line:
            lines.append(line)
        else:
            refused += 1
    return lines, refused + sum(1 for _ in rows)


def _line(row: _Row) -> MonthLine | None:
    _, _, kind, identity, written, revision, text = row
    if text is None:
        return None
    try:
        line = checked_line(kind, parse_strictly(text))
    except (ValueError, RecursionError):
        return None
    is_same = line is not None and (line.id, *line.stamp) == (identity, written, revision)
    return line if is_same else None
