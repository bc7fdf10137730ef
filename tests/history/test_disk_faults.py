"""Failing disks and killed processes: saved sessions are never lost."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import partial
from pathlib import Path

import pytest
from power_cuts import PowerCutRecorder, write_disk
from sample_folders import folders_of

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History, Saved
from footcoach_tui.session.record import SessionRecord

pytestmark = pytest.mark.crash

Make = Callable[..., SessionRecord]
Failing = Callable[..., AbstractContextManager[list[str]]]
MOST_CALLS = 500


def attempt(save: Callable[[], Saved]) -> SessionRecord | None:
    """What was said to be saved, or None for a failure that was told in a sentence."""
    try:
        return save().record
    except HistoryError as error:
        assert str(error).isprintable()  # noqa: PT017 - not raising is as good
        return None


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("month", ["2026-03", "2026-04"])
def test_every_call_of_an_add_may_fail_and_nothing_acknowledged_is_lost(
    folder: Path, make_session: Make, fail_disk: Failing, month: str, *, for_good: bool
) -> None:
    history = History(folders_of(folder))
    kept = [history.add(make_session("2026-03-04T08:00:00+01:00")).record for _ in range(3)]
    failed = set()

    for nth in range(1, MOST_CALLS):
        record = make_session(f"{month}-05T08:00:00+01:00")
        with fail_disk(nth, for_good=for_good) as calls:
            saved = attempt(partial(History(folders_of(folder)).add, record))
        if saved:
            kept.append(saved)
        else:
            failed.add(calls[nth - 1])
        there = {record.id: record for record in history.all()}
        assert history.problems == ()
        assert [there.get(record.id) for record in kept] == kept, calls
        if len(calls) < nth:
            break

    assert len(kept) > 3
    assert failed >= {"open", "write", "fsync", "replace", "read"}
    if not for_good:
        assert list(folder.rglob("*.tmp")) == []


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_an_update_may_fail_and_the_session_is_the_old_or_the_new(
    folder: Path, make_session: Make, fail_disk: Failing, *, for_good: bool
) -> None:
    history = History(folders_of(folder))
    old = history.add(make_session(note="0")).record

    for nth in range(1, MOST_CALLS):
        new = old._replace(note=str(nth))
        with fail_disk(nth, for_good=for_good) as calls:
            saved = attempt(partial(History(folders_of(folder)).update, new))
        (after,) = history.all()
        assert after == new or (saved is None and after == old), calls
        assert history.problems == ()
        if len(calls) < nth:
            return
        old = after
    pytest.fail("it never got through")


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_a_deletion_and_its_undoing_may_fail_and_it_is_there_or_not(
    folder: Path, make_session: Make, fail_disk: Failing, *, for_good: bool
) -> None:
    history = History(folders_of(folder))
    kept = history.add(make_session("2026-03-04T08:00:00+01:00")).record
    record = history.add(make_session("2026-03-05T08:00:00+01:00")).record

    for nth in range(1, MOST_CALLS):
        with fail_disk(nth, for_good=for_good) as calls, suppress(HistoryError):
            History(folders_of(folder)).delete(record.id)
        assert history.all() in ((record, kept), (kept,)), calls
        with suppress(HistoryError):
            history.delete(record.id)
        with fail_disk(nth, for_good=for_good) as calls_again, suppress(HistoryError):
            History(folders_of(folder)).undo()
        assert history.all() in ((record, kept), (kept,)), calls_again
        assert history.problems == ()
        if record not in history.all():
            history.add(record)
        if len(calls) < nth and len(calls_again) < nth:
            return
    pytest.fail("it never got through")


@pytest.mark.parametrize("for_good", [False, True])
def test_setting_damage_aside_may_fail_and_its_bytes_are_still_somewhere(
    folder: Path, make_session: Make, fail_disk: Failing, *, for_good: bool
) -> None:
    history = History(folders_of(folder), device="here-1")
    history.add(make_session())
    month = folder / "history" / "here-1" / "2026-03.json"

    for nth in range(1, MOST_CALLS):
        damage = f"half a fi {nth}".encode()
        month.write_bytes(damage)
        with fail_disk(nth, for_good=for_good) as calls:
            saved = attempt(partial(history.add, make_session()))
        assert damage in [path.read_bytes() for path in month.parent.iterdir()], calls
        if saved:
            assert history.all() == (saved,)
        if len(calls) < nth:
            return
    pytest.fail("it never got through")


@pytest.mark.parametrize("for_good", [False, True])
def test_reading_may_fail_at_every_call_and_says_what_it_left_out(
    folder: Path, make_session: Make, fail_disk: Failing, *, for_good: bool
) -> None:
    history = History(folders_of(folder), device="here-1")
    for month in ("2026-02", "2026-03"):
        history.add(make_session(f"{month}-04T08:00:00+01:00"))

    for nth in range(1, MOST_CALLS):
        with fail_disk(nth, for_good=for_good) as calls:
            records = history.all()
        if len(calls) < nth:
            return
        assert len(records) == 2 or history.problems, calls
    pytest.fail("it never got through")


@pytest.mark.parametrize("device", ["here-1", ""])
def test_whenever_the_power_is_cut_the_history_reads_and_has_what_was_acknowledged(
    make_session: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, device: str
) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    power = PowerCutRecorder(root)
    history = History(folders_of(root / "data"), device)
    answers: list[tuple[SessionRecord, ...]] = [()]
    power.promise = 0

    def acknowledged() -> tuple[SessionRecord, ...]:
        answers.append(history.all())
        power.promise += 1
        return answers[-1]

    with power.recording(monkeypatch):
        for month in ("2026-04", "2026-05"):
            history.add(make_session(f"{month}-05T08:00:00+01:00"))
            acknowledged()
        history.add(make_session("2026-05-06T08:00:00+01:00"))
        history.update(acknowledged()[0]._replace(note="x" * 900, pain=3))
        history.delete(acknowledged()[1].id)
        acknowledged()
        history.undo()
        acknowledged()

    for number, cut in enumerate(power.cuts):
        left = History(folders_of(write_disk(cut.files, tmp_path / str(number)) / "data"), device)
        assert left.all() in answers[cut.promise : cut.promise + 2], cut.call
        assert left.problems == ()
    assert len({cut.call for cut in power.cuts}) > 4
    assert len(answers) == 7


KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.side import Side
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord

CALLS = "open write read fsync close replace unlink mkdir stat fstat listdir scandir".split()
history = History(Folders(*map(Path, sys.argv[1:4])))
started = datetime.fromisoformat("2026-03-04T08:00:00+01:00")

def record():
    sets = (SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE),)
    return SessionRecord(new_id(started), "daily", "Daily", started, "", 600.0,
                         (ExerciseRecord("short-foot", "Short foot", sets),))

def die_at(nth):
    count = 0
    def wrap(real):
        def call(*a, **k):
            nonlocal count
            count += 1
            if count == nth:
                os._exit(9)
            return real(*a, **k)
        return call
    for name in CALLS:
        setattr(os, name, wrap(getattr(os, name)))

first = history.add(record()).record
kept = {first.id}
for nth in range(1, 500):
    new = record()
    ready, done_pipe = os.pipe()
    child = os.fork()
    if child == 0:
        write = os.write
        die_at(nth)
        if nth % 2:
            History(Folders(*map(Path, sys.argv[1:4]))).add(new)
        else:
            History(Folders(*map(Path, sys.argv[1:4]))).update(first._replace(note=str(nth)))
            new = first
        write(done_pipe, new.id.encode())
        os._exit(0)
    os.close(done_pipe)
    kept |= {os.read(ready, 26).decode()} - {""}
    os.close(ready)
    done = os.waitpid(child, 0)[1] == 0
    there = {record.id for record in history.all()}
    assert history.problems == (), history.problems
    assert kept <= there, nth
    assert len(there) <= len(kept) + 1 + nth
    if done and nth % 2:
        break
print(nth)
"""


def test_killed_at_any_call_the_history_can_be_read_and_written(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, folders_of(folder))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert int(done.stdout) > 20


ADDER = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.side import Side
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord

history = History(Folders(*map(Path, sys.argv[1:4])))
started = datetime.fromisoformat("2026-03-04T08:00:00+01:00")
sets = (SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE),)
exercises = (ExerciseRecord("short-foot", "Short foot", sets),)
new_id(started)
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    moment = started + timedelta(seconds=number)
    record = SessionRecord(new_id(moment), "daily", "Daily", moment, "", 600.0, exercises)
    print(history.add(record).record.id, flush=True)
"""


def test_two_that_add_at_once_both_keep_all_of_theirs(folder: Path) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, *map(str, folders_of(folder))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    acknowledged = [line for process in both for line in process.communicate()[0].split()]

    assert [process.returncode for process in both] == [0, 0]
    assert len(set(acknowledged)) == 50
    history = History(folders_of(folder))
    assert {record.id for record in history.all()} == set(acknowledged)
    assert history.problems == ()
    assert list(folder.rglob("*.tmp")) == []
