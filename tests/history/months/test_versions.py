"""Versions of several devices: the latest written is current on every device."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sample_folders import folders_of
from training_days import group_by_day

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
MORNINGS = [f"2026-{day}T07:00:00+01:00" for day in ("01-31", "02-01", "02-28", "03-01", "03-15")]
START = datetime(2026, 3, 20, tzinfo=UTC)


@dataclass
class Clock:
    """Tells what it is set to, also earlier than before."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Pair:
    """Two devices in folders of their own, and the sessions that were ever made."""

    root: Path
    made: list[SessionRecord]
    clock: Clock = field(default_factory=Clock)

    def history(self, device: str) -> History:
        return History(folders_of(self.root / device), device=device, now=self.clock)

    def carry(self, source: str, target: str) -> None:
        """Copy one device's own files into the other's history, as a carrier of files does."""
        files = self.root / source / "history" / source
        if files.exists():
            shutil.copytree(files, self.root / target / "history" / source, dirs_exist_ok=True)


@pytest.fixture
def apart(make_session: Make) -> Iterator[Pair]:
    """Two devices, and six sessions that either may come to keep."""
    ids = [f"01KK01Z2ZG8Q2N5V0J5C8W7R{number:02}" for number in range(6)]
    made = [
        make_session(MORNINGS[number % len(MORNINGS)], id=identity)
        for number, identity in enumerate(ids)
    ]
    with tempfile.TemporaryDirectory() as root:
        yield Pair(Path(root), made)


steps = st.tuples(
    st.sampled_from(["add", "import", "edit", "move", "delete", "undo", "carry"]),
    st.sampled_from(["left-1", "right-2"]),
    st.integers(0, 5),
    st.integers(-600, 600),
)


def take(step: tuple[str, str, int, int], pair: Pair) -> None:
    """One change on one device, at a time that may be before the last one's."""
    what, device, which, minutes = step
    pair.clock.now += timedelta(minutes=minutes)
    history = pair.history(device)
    record = pair.made[which]
    known = history.get(record.id) or record
    morning = datetime.fromisoformat(MORNINGS[abs(minutes) % len(MORNINGS)])
    with suppress(HistoryError):
        if what == "add":
            history.add(known._replace(note=f"{device} {minutes}"))
        elif what == "import":
            history.add_all([record._replace(started=morning, note=device)], "imported")
        elif what == "edit":
            history.update(known._replace(note=f"{device} {minutes}", pain=which))
        elif what == "move":
            history.update(known._replace(started=morning))
        elif what == "delete":
            history.delete(record.id)
        elif what == "undo":
            history.undo()
        else:
            pair.carry(device, "right-2" if device == "left-1" else "left-1")


def holding(history: Path) -> set[tuple[str, str, str]]:
    """Id, day and note of the sessions in all files, as docs/data-format.md says which holds."""
    found: dict[str, tuple[list[Any], dict[str, Any]]] = {}
    for path in history.glob("*/*.json"):
        for row in json.loads(path.read_text())["sessions"].values():
            rank = [row["written"], row["revision"], path.parent.name, path.stem]
            if row["id"] not in found or found[row["id"]][0] < rank:
                found[row["id"]] = rank, row
    rows = [row for _, row in found.values() if "deleted" not in row]
    return {(row["id"], row["date"], row["note"]) for row in rows}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(steps, max_size=14))
@example([("add", "left-1", 0, 0), ("move", "left-1", 0, 1), ("add", "left-1", 0, 0)])
@example([("add", "right-2", 1, 0), ("import", "left-1", 1, 0)])
@example([("add", "right-2", 1, 0), ("import", "left-1", 1, 0), ("delete", "left-1", 1, 0)])
@example(
    [
        *(("add", "left-1", 0, 0), ("add", "left-1", 3, 0), ("undo", "left-1", 0, 0)),
        *(("edit", "left-1", 3, 0), ("add", "left-1", 0, 0), ("import", "left-1", 1, 13)),
    ]
)
def test_two_devices_that_unite_read_the_same_whatever_they_did_and_when(
    apart: Pair, monkeypatch: pytest.MonkeyPatch, done: list[Any]
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # thousands of them, and no power to fail
    with tempfile.TemporaryDirectory() as root:
        pair = Pair(Path(root), apart.made)
        for step in done:
            take(step, pair)
        pair.carry("left-1", "right-2")
        pair.carry("right-2", "left-1")

        left, right = pair.history("left-1"), pair.history("right-2")
        assert (
            left.all() == right.all() == left.find(parse_query("exercise:short-foot", START.date()))
        )
        assert left.problems == right.problems == ()
        there = holding(pair.root / "left-1" / "history")
        assert {(record.id, record.date, record.note) for record in left.all()} == there
        assert len({record.id for record in left.all()}) == len(left.all())
        assert left.days() == right.days() == group_by_day(left.all())
        assert left.exercise_totals() == right.exercise_totals()
        for record in apart.made:
            assert left.get(record.id) == right.get(record.id)
        for path in pair.root.rglob("*.sqlite"):
            path.unlink()
        assert left.all() == right.all() == pair.history("left-1").last(10)
        assert left.days() == right.days() == group_by_day(left.all())
        assert left.exercise_totals() == right.exercise_totals()
        assert left.count() == right.count() == len(left.all())


def test_of_two_edits_made_apart_the_later_holds_on_both(apart: Pair) -> None:
    record = apart.history("left-1").add(apart.made[0]).record
    apart.carry("left-1", "right-2")
    apart.clock.now += timedelta(hours=2)
    apart.history("left-1").update(record._replace(note="later"))
    apart.clock.now -= timedelta(hours=1)
    apart.history("right-2").update(record._replace(note="earlier"))
    apart.carry("left-1", "right-2")
    apart.carry("right-2", "left-1")

    for device in ("left-1", "right-2"):
        assert [record.note for record in apart.history(device).all()] == ["later"]


def test_an_edit_wins_over_what_it_was_made_from_even_if_the_clock_is_behind(apart: Pair) -> None:
    record = apart.history("left-1").add(apart.made[0]).record
    apart.carry("left-1", "right-2")
    apart.clock.now -= timedelta(days=300)
    apart.history("right-2").update(record._replace(note="edited"))
    apart.carry("right-2", "left-1")

    assert [record.note for record in apart.history("left-1").all()] == ["edited"]


def test_a_deletion_is_carried_and_an_edit_after_it_brings_the_session_back(apart: Pair) -> None:
    record = apart.history("left-1").add(apart.made[0]).record
    apart.carry("left-1", "right-2")
    apart.clock.now += timedelta(hours=1)
    assert apart.history("right-2").delete(record.id) == record
    apart.clock.now += timedelta(hours=1)
    apart.history("left-1").update(record._replace(note="still here"))
    apart.carry("right-2", "left-1")
    assert [record.note for record in apart.history("left-1").all()] == ["still here"]

    apart.clock.now += timedelta(hours=1)
    apart.history("left-1").delete(record.id)
    apart.carry("left-1", "right-2")
    assert apart.history("right-2").all() == apart.history("left-1").all() == ()


def test_versions_meet_in_the_home_month_when_the_day_was_moved_to_another(apart: Pair) -> None:
    record = apart.history("left-1").add(apart.made[4]).record  # of March
    apart.carry("left-1", "right-2")
    moved = datetime.fromisoformat("2026-01-31T08:00:00+01:00")
    apart.history("right-2").update(record._replace(started=moved))
    apart.carry("right-2", "left-1")

    files = sorted(path.name for path in (apart.root / "right-2" / "history").rglob("*.json"))
    assert files == ["2026-03.json", "2026-03.json"]
    assert [record.date for record in apart.history("left-1").all()] == ["2026-01-31"]
    assert [str(day.day) for day in apart.history("left-1").days()] == ["2026-01-31"]


def test_no_device_writes_a_file_of_another(apart: Pair) -> None:
    record = apart.history("left-1").add(apart.made[0]).record
    apart.carry("left-1", "right-2")
    theirs = apart.root / "right-2" / "history" / "left-1"
    before = {path: path.read_bytes() for path in theirs.iterdir()}
    history = apart.history("right-2")

    history.update(record._replace(note="mine"))
    history.delete(record.id)
    history.undo()
    history.add(record._replace(note="again"))

    assert {path: path.read_bytes() for path in theirs.iterdir()} == before
