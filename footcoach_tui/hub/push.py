"""Sending: lines of this device's months that the hub has not got, or only in older versions."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_with_stat
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.months.files import MonthFile, state_of
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, parse_month
from footcoach_tui.history.months.lines import MonthLine, lines_of
from footcoach_tui.hub.connection import Connection, transaction
from footcoach_tui.hub.sync_state import SyncState, months_to_send

_PUT = """\
insert into footcoach.version (owner, device, month, kind, id, written, revision, doc)
select %s, %s, %s, line.kind, line.id, line.written, line.revision, line.doc::json
from unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::text[])
    as line (kind, id, written, revision, doc)
on conflict (owner, device, month, kind, id) do update
set written = excluded.written, revision = excluded.revision, doc = excluded.doc
where (excluded.written, excluded.revision) > (version.written, version.revision)"""


class Sent(NamedTuple):
    """Number of lines that the hub took, and problems with the files of this device."""

    lines: int
    problems: tuple[Problem, ...] = ()


def push(connection: Connection, user: str, data: Path, device: str, state: SyncState) -> Sent:
    """Send what is new, a month a transaction, and note each month in the state."""
    count = 0
    problems: list[Problem] = []
    for file in months_to_send(data, device, state):
        path = file.path(data)
        try:
            content, status = read_with_stat(path, MAX_MONTH_BYTES)
            lines = list(lines_of(parse_month(content)))
        except (HistoryError, UnreadableError) as error:
            why = error.sentence if isinstance(error, UnreadableError) else str(error)
            problems.append(history_problem(path, f"{why}; not sent"))
            continue
        sound = sorted(line for line in lines if line)
        if unsound := len(lines) - len(sound):
            problems.append(history_problem(path, f"has lines that cannot be sent: {unsound}"))
        with transaction(connection):
            count += _put(connection, user, file, sound)
        state.sent[file.month] = list(state_of(status))
    return Sent(count, tuple(problems))


def _put(connection: Connection, user: str, file: MonthFile, lines: Iterable[MonthLine]) -> int:
    # the order of ids is that of everybody: so two writers never wait for each other
    lines = list({(line.kind, line.id): line for line in lines}.values())
    columns = (
        [line.kind for line in lines],
        [line.id for line in lines],
        [line.stamp[0] for line in lines],
        [line.stamp[1] for line in lines],
        [line.text for line in lines],
    )
    return connection.execute(_PUT, (user, file.device, file.month, *columns)).rowcount
