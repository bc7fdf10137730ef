"""Relocation of a data folder of version 0.1.0: nothing is lost, whatever goes wrong on the way."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from disk_errors import failing_disk
from power_cuts import PowerCutRecorder, write_disk

from footcoach_tui import relocation
from footcoach_tui.boundary.files import _replace, file_lock, write_durably
from footcoach_tui.boundary.paths import Folders, create_private_folder
from footcoach_tui.history.changes.undo_log import UndoLog
from footcoach_tui.history.device import (
    device_file,
    ensure_device,
    other_machines,
    read_device,
    write_device,
)
from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.relocation import old_names

VERSION_1 = Path(__file__).parent / "data" / "version-0.1.0"
JOURNAL = "running/01KNK8DFR0HP1CMRW6TB4PX0CV.jsonl"
LOG = "log/footcoach-2026-03-30-070000.log"
MOVED = ("undo.jsonl", JOURNAL, LOG, "log/cues.json")
REMOVED = ("history.lock", "history.index", "history.sums", "routines.index")
NAME, PHONE = "laptop-3fa2c1", "phone-77b0e4"
HERE, THERE = "0" * 12, "f" * 12
"""Keys of two machines."""


def old(name: str) -> bytes:
    return (VERSION_1 / name).read_bytes()


def relocate(places: Folders, host: str = "laptop", machine: str = HERE) -> None:
    relocation.relocate(places, host, machine)


def folders_in(root: Path) -> Folders:
    return Folders(root / "data", root / "state" / "footcoach", root / "cache")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """A copy of the data folder of version 0.1.0; no state folder yet."""
    shutil.copytree(VERSION_1, tmp_path / "data")
    return folders_in(tmp_path)


def assert_relocated(places: Folders) -> None:
    assert old_names(places.data) == ()
    assert {path.name for path in places.data.iterdir()} == {"history", "backups", "routines"}
    assert read_device(places.state, HERE) == NAME
    for name in MOVED:
        assert (places.state / name).read_bytes() == old(name), name


def assert_nothing_lost(places: Folders) -> None:
    """Each file is whole at one of its places, or at both; there is no piece of one at any."""
    device = (places.data / "device", device_file(places.state, HERE))
    contents = [path.read_text() for path in device if path.exists()]
    assert contents
    assert set(contents) == {f"{NAME}\n"}
    for name in MOVED:
        found = [place / name for place in (places.data, places.state) if (place / name).exists()]
        assert found, name
        assert {path.read_bytes() for path in found} == {old(name)}, name


def test_all_is_moved_and_goes_on(places: Folders) -> None:
    before = {record.id for record in History(places).last(100)}

    relocate(places)

    assert_relocated(places)
    history = History(places, device=ensure_device(places.state, "laptop", HERE))
    assert {record.id for record in history.last(100)} == before
    assert len(before) == 6
    assert history.problems == ()
    assert len(UndoLog(places.state).entries()) == 9
    (interrupted,), problems = SessionJournals(places.state).find_interrupted()
    assert problems == ()
    assert history.add(interrupted.record()).record.device == NAME
    assert not device_file(places.data).exists()


def test_the_state_is_for_its_owner_only(places: Folders) -> None:
    relocate(places)

    for path in (places.state, *places.state.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_where_there_is_nothing_to_move_nothing_is_made(tmp_path: Path) -> None:
    places = folders_in(tmp_path)
    relocate(places)
    places.data.mkdir()
    relocate(places)
    for name in ("history", "backups", "routines"):
        (places.data / name).mkdir()
    relocate(places)

    assert not places.state.exists()


def test_what_is_not_ours_stays(places: Folders) -> None:
    for name in ("log/mine.txt", "running/mine.jsonl", "notes.txt"):
        (places.data / name).write_text("mine")

    relocate(places)
    relocate(places)

    assert old_names(places.data) == ("log", "running")
    for name in ("log/mine.txt", "running/mine.jsonl", "notes.txt"):
        assert (places.data / name).read_text() == "mine"


def test_a_name_of_another_machine_stays_for_it(places: Folders) -> None:
    relocate(places, "desktop", THERE)

    assert (places.data / "device").read_bytes() == old("device")
    assert read_device(places.state, THERE) == ""
    assert ensure_device(places.state, "desktop", THERE).startswith("desktop-")

    relocate(places, "laptop", HERE)

    assert_relocated(places)
    assert other_machines(places.state, THERE) == (NAME,)


def test_a_copied_folder_makes_two_machines_of_two_names_and_one_history(tmp_path: Path) -> None:
    """Both go on with copies of one folder; then their months are carried together."""
    names = {}
    for host, machine in (("laptop", HERE), ("desktop", THERE)):
        shutil.copytree(VERSION_1, tmp_path / host / "data")
        places = folders_in(tmp_path / host)
        relocate(places, host, machine)
        names[host] = ensure_device(places.state, host, machine)
        (interrupted,), _ = SessionJournals(places.state).find_interrupted()
        record = interrupted.record()
        history = History(places, device=names[host])
        other_id = f"{record.id[:-1]}{'X' if host == 'laptop' else 'Y'}"
        history.add(record._replace(id=other_id, note=f"on the {host}"))
    both = tmp_path / "both" / "data" / "history"
    shutil.copytree(VERSION_1 / "history" / PHONE, both / PHONE)
    for host, name in names.items():  # the newest file of each device, as a program copies them
        shutil.copytree(tmp_path / host / "data" / "history" / name, both / name)

    assert names["laptop"] == NAME
    assert names["desktop"].startswith("desktop-")
    for device in (NAME, PHONE):
        for month in (VERSION_1 / "history" / device).iterdir():
            copied = tmp_path / "desktop" / "data" / "history" / device / month.name
            assert copied.read_bytes() == month.read_bytes()
    records = History(folders_in(tmp_path / "both")).last(100)
    assert len(records) == 8
    assert {"on the laptop", "on the desktop"} <= {record.note for record in records}


@pytest.mark.parametrize("content", [b"", b"../../etc\n", b"\xff", b"laptop\n"])
def test_a_device_without_a_name_of_this_machine_stays(places: Folders, content: bytes) -> None:
    (places.data / "device").write_bytes(content)

    relocate(places)

    assert read_device(places.state, HERE) == ""
    assert (places.data / "device").read_bytes() == content
    assert old_names(places.data) == ("device",)


def test_the_name_of_the_new_place_wins(places: Folders) -> None:
    places.state.mkdir(parents=True)
    write_device(places.state, "laptop-000000", HERE)

    relocate(places)

    assert read_device(places.state, HERE) == "laptop-000000"
    assert not (places.data / "device").exists()


def test_the_undo_log_of_the_new_place_wins(places: Folders) -> None:
    places.state.mkdir(parents=True)
    (places.state / "undo.jsonl").write_text("newer")

    relocate(places)

    assert (places.state / "undo.jsonl").read_text() == "newer"
    assert not (places.data / "undo.jsonl").exists()


@pytest.mark.parametrize("length", [0, 100, None])
def test_the_longer_journal_wins(places: Folders, length: int | None) -> None:
    new = places.state / JOURNAL
    new.parent.mkdir(parents=True)
    grown = old(JOURNAL) + b"more\n"
    new.write_bytes(grown if length is None else old(JOURNAL)[:length])

    relocate(places)

    assert new.read_bytes() == (grown if length is None else old(JOURNAL))
    assert not (places.data / JOURNAL).exists()


@contextmanager
def being_played(journal: Path) -> Iterator[None]:
    """Hold the lock of a journal as another footcoach does."""
    with journal.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def test_a_session_that_is_being_played_stays_until_it_is_not(places: Folders) -> None:
    with being_played(places.data / JOURNAL):
        relocate(places)

        assert old_names(places.data) == ("running",)
        assert not (places.state / JOURNAL).exists()
        assert (places.state / "undo.jsonl").exists()

    relocate(places)
    assert_relocated(places)


def test_a_longer_old_journal_never_replaces_one_that_is_being_played(places: Folders) -> None:
    new = places.state / JOURNAL
    new.parent.mkdir(parents=True)
    new.write_bytes(b"short")

    with being_played(new):
        relocate(places)
        assert new.read_bytes() == b"short"
        assert (places.data / JOURNAL).read_bytes() == old(JOURNAL)

    relocate(places)
    assert_relocated(places)


def test_temporary_files_of_killed_processes_go(places: Folders) -> None:
    abandoned = places.data / "running" / ".x.jsonl.1.ab.tmp"
    abandoned.touch()
    os.utime(abandoned, (0, 0))
    (places.data / ".undo.jsonl.1.ab.tmp").touch()

    relocate(places)

    assert_relocated(places)


@pytest.mark.parametrize("name", ["device", "undo.jsonl", JOURNAL])
def test_a_link_goes_and_its_target_stays(places: Folders, tmp_path: Path, name: str) -> None:
    target = tmp_path / "elsewhere"
    (places.data / name).rename(target)
    (places.data / name).symlink_to(target)

    relocate(places)

    assert_relocated(places)
    assert target.read_bytes() == old(name)
    assert not any(path.is_symlink() for path in places.state.rglob("*"))


def test_folders_that_are_links_go_too(places: Folders, tmp_path: Path) -> None:
    for name in ("running", "log"):
        (places.data / name).rename(tmp_path / name)
        (places.data / name).symlink_to(tmp_path / name)

    relocate(places)

    assert_relocated(places)
    assert list((tmp_path / "log").iterdir()) == []


def test_a_folder_that_leads_to_its_new_place_loses_nothing(places: Folders) -> None:
    places.state.mkdir(parents=True)
    for name in ("running", "log"):
        (places.data / name).rename(places.state / name)
        (places.data / name).symlink_to(places.state / name)

    relocate(places)

    assert_relocated(places)


@pytest.mark.parametrize("kind", ["a FIFO", "a folder", "a circle", "a link to nowhere"])
@pytest.mark.parametrize("name", ["device", "undo.jsonl", JOURNAL, "log", "running"])
def test_what_cannot_be_moved_harms_nothing_else(places: Folders, name: str, kind: str) -> None:
    path = places.data / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make: dict[str, Callable[[], object]] = {
        "a FIFO": lambda: os.mkfifo(path),
        "a folder": path.mkdir,
        "a circle": lambda: path.symlink_to(path.name),
        "a link to nowhere": lambda: path.symlink_to("nowhere"),
    }
    make[kind]()

    relocate(places)
    relocate(places)

    for other in MOVED:
        if not other.startswith(name):
            assert (places.state / other).read_bytes() == old(other)
    for other in REMOVED:
        assert not (places.data / other).exists()


def test_a_data_folder_that_cannot_be_written_is_left_as_it_is(
    places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    relocate(places)

    assert not places.state.exists()
    assert_nothing_lost(places)


def test_where_no_state_folder_can_be_made_nothing_is_moved(places: Folders) -> None:
    places.state.parent.touch()

    relocate(places)

    for name in (*MOVED, *REMOVED, "device"):
        assert (places.data / name).read_bytes() == old(name)


@pytest.mark.parametrize("for_good", [False, True])
def test_at_whichever_call_the_disk_fails_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, for_good: bool
) -> None:
    for nth in range(1, 1000):
        shutil.copytree(VERSION_1, tmp_path / str(nth) / "data")
        places = folders_in(tmp_path / str(nth))
        with failing_disk(monkeypatch, nth, for_good=for_good) as calls:
            relocate(places)

        assert_nothing_lost(places)
        relocate(places)
        assert_relocated(places)
        shutil.rmtree(tmp_path / str(nth))
        if nth > 1 and len(calls) < nth:
            break
    assert 50 < nth < 999


_CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "mkdir", "rmdir", "read")


def test_killed_at_any_call_nothing_is_lost(tmp_path: Path) -> None:
    for nth in range(1, 1000):
        shutil.copytree(VERSION_1, tmp_path / str(nth) / "data")
        places = folders_in(tmp_path / str(nth))
        is_killed = _relocate_and_die(places, nth)

        assert_nothing_lost(places)
        relocate(places)
        assert_relocated(places)
        shutil.rmtree(tmp_path / str(nth))
        if not is_killed:
            break
    assert 50 < nth < 999


def _relocate_and_die(places: Folders, nth: int) -> bool:
    """Relocate in a process that is killed at its `nth` call; returns whether it was."""
    child = os.fork()
    if child == 0:
        left = nth

        def wrapped(real: Callable[..., object]) -> Callable[..., object]:
            def call(*args: object, **kwargs: object) -> object:
                nonlocal left
                left -= 1
                if not left:
                    os._exit(9)
                return real(*args, **kwargs)

            return call

        for name in _CALLS:
            setattr(os, name, wrapped(getattr(os, name)))
        try:
            relocate(places)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("was_killed", [False, True])
def test_a_power_cut_at_any_call_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, was_killed: bool
) -> None:
    """Also where a process was killed before, with its new files in place but no name durable."""
    root = tmp_path / "disk"
    root.mkdir()
    places = folders_in(root)
    recorder = PowerCutRecorder(root)
    with recorder.recording(monkeypatch):
        for name in ("device", *MOVED, *REMOVED):
            create_private_folder((places.data / name).parent)
            write_durably(places.data / name, old(name))
        for name in MOVED if was_killed else ():
            create_private_folder((places.state / name).parent)
            _replace(places.state / name, old(name))
        if was_killed:
            _replace(device_file(places.state, HERE), old("device"))
        recorder.promise = "made"
        relocate(places)

    cuts = [cut for cut in recorder.cuts if cut.promise]
    assert {"fsync", "unlink"} <= {cut.call for cut in cuts}
    for number, cut in enumerate(cuts):
        left = folders_in(write_disk(cut.files, tmp_path / str(number)))
        relocate(left)
        assert read_device(left.state, HERE) == NAME, cut.call
        for name in MOVED:
            assert (left.state / name).read_bytes() == old(name), (cut.call, name)
        assert old_names(left.data) == (), cut.call
        shutil.rmtree(tmp_path / str(number))


def test_no_footcoach_of_any_version_saves_meanwhile(
    places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[Path] = []

    def lock(path: Path, what: str) -> AbstractContextManager[None]:
        locked.append(path)
        return file_lock(path, what)

    monkeypatch.setattr(relocation, "file_lock", lock)
    relocate(places)

    assert locked == [places.state / "history.lock", places.data / "history.lock"]


def test_where_one_saves_nothing_is_moved(places: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relocation, "file_lock", partial(file_lock, timeout=0.0))
    places.state.mkdir(parents=True)
    for folder in (places.state, places.data):
        with file_lock(folder / "history.lock", "The history"):
            relocate(places)
            assert_nothing_lost(places)
            assert (places.data / "undo.jsonl").exists()

    relocate(places)
    assert_relocated(places)


def test_two_processes_at_once_move_it_once(tmp_path: Path) -> None:
    for number in range(20):
        shutil.copytree(VERSION_1, tmp_path / str(number) / "data")
        places = folders_in(tmp_path / str(number))
        children = [Thread(target=_relocate_in_child, args=(places,)) for _ in range(3)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        assert_relocated(places)


def _relocate_in_child(places: Folders) -> None:
    child = os.fork()
    if child == 0:
        try:
            relocate(places)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
