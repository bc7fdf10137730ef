"""Months of other devices, changed by what arrived of them: merged, and nothing deleted."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.history.device import is_device_name
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.months.files import CORRUPT_MARK, HISTORY_FOLDER, is_month
from footcoach_tui.history.months.format import DamagedError
from footcoach_tui.history.months.lines import MonthLine, stamp_of
from footcoach_tui.history.months.storage import MonthStorage


class Arrival(NamedTuple):
    """Number of lines that were new or later; `was_damaged` if the file was begun anew."""

    lines: int
    was_damaged: bool = False


def merge_arrivals(
    data: Path, own_device: str, device: str, month: str, lines: Iterable[MonthLine]
) -> Arrival:
    """Merge lines into the month of another device; durable on return.

    Call it only under the history's lock. The rows come in the order of their ids, so that all
    devices hold the same bytes. A damaged file is set aside first. A file that has all lines is
    left as it is. Raises HistoryError, WriteError and PathError.
    """
    if device == own_device or not is_device_name(device) or not is_month(month):
        raise HistoryError("Only months of other devices can arrive")
    path = data / HISTORY_FOLDER / device / f"{month}.json"
    storage, was_damaged = _open(path)
    tables = dict(storage.read())
    changed = 0
    for line in lines:
        rows = {_key(row, number): row for number, row in tables.get(line.kind, {}).items()}
        old = rows.get(line.id)
        if old is None or _stamp(old) < line.stamp:
            rows[line.id] = line.document
            tables[line.kind] = {str(n): rows[key] for n, key in enumerate(sorted(rows), 1)}
            changed += 1
    if changed:
        for folder in (data, data / HISTORY_FOLDER, path.parent):
            create_private_folder(folder)
        storage.write({name: tables[name] for name in sorted(tables)})
        storage.save()
    return Arrival(changed, was_damaged)


def _open(path: Path) -> tuple[MonthStorage, bool]:
    try:
        return MonthStorage(path), False
    except DamagedError as damage:
        import hashlib  # noqa: PLC0415 - 5 ms, for a damaged file only

        digest = hashlib.sha256(damage.content).hexdigest()[:12]
        write_durably(path.with_name(f"{path.stem}{CORRUPT_MARK}{digest}"), damage.content)
        return MonthStorage(path, is_new=True), True
    except HistoryError as error:
        raise HistoryError(str(history_problem(path, str(error)))) from error


def _key(row: dict[str, Any], number: str) -> str:
    """Return the id of a row; of one without, a key behind all ids."""
    identity = row.get("id")
    return identity if isinstance(identity, str) and identity else f"~{number}"


def _stamp(row: dict[str, Any]) -> tuple[str, int]:
    try:
        return stamp_of(row)
    except FieldError:
        return "", 0
