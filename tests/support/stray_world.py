"""A history with a damaged month (2026-01), and a copy of its month 2026-03 changed elsewhere."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bundled import CATALOGUE

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.device import write_device
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

DEVICE = "laptop-1a2b3c"


class World(NamedTuple):
    """A history as it is found: its folder, the copy of a month, and a file to import."""

    folder: Path
    copy: bytes
    ids: frozenset[str]
    only_in_copy: str
    imported: str


def session(number: int, day: str, note: str = "") -> SessionRecord:
    started = datetime.fromisoformat(f"{day}T07:00:00+01:00")
    identity = f"01KK01Z2ZG8Q2N5V0J5C8{number:05d}"
    info = SessionInfo(id=identity, started=started, zone="Europe/Berlin", note=note)
    return info.record_of_plan(compile_timeline(CATALOGUE.routines["desk-break-3min"]))


def folders_in(root: Path) -> Folders:
    return Folders(root / "data", root / "state", root / "cache")


def history_of(root: Path, day: int) -> History:
    return History(folders_in(root), now=lambda: datetime(2026, 4, day, tzinfo=UTC))


def make_world(root: Path) -> World:
    (root / "state").mkdir(mode=0o700)
    write_device(root / "state", DEVICE)
    history_of(root, 1).add(session(1, "2026-01-05"))
    history_of(root, 2).add(session(2, "2026-01-06"))
    history_of(root, 3).add_all(
        [session(number, f"2026-03-0{number}", "before") for number in (4, 5)], "import"
    )
    other = root / "other"
    shutil.copytree(root / "data", other / "data")
    shutil.copytree(root / "state", other / "state")
    history_of(other, 4).add(session(7, "2026-03-07"))
    copy = (other / "data" / "history" / DEVICE / "2026-03.json").read_bytes()
    history_of(root, 4).update(session(5, "2026-03-05", "after"))
    history_of(root, 5).add(session(6, "2026-02-06"))
    text = "".join(Format.JSON.export_sessions([session(8, "2026-03-08")], ""))
    (root / "new.json").write_text(text)
    damaged = root / "data" / "history" / DEVICE / "2026-01.json"
    damaged.write_bytes(damaged.read_bytes()[:-30])
    ids = {session(number, "2026-03-01").id for number in (4, 5, 6)}
    only_in_copy, imported = (session(number, "2026-03-01").id for number in (7, 8))
    return World(root, copy, frozenset(ids), only_in_copy, imported)
