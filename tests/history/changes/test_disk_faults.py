"""Restores, imports, undos and entries on failing disks, in killed processes and power cuts.

Of each change whole months are written, or nothing. What was acknowledged stays, and a change that
cannot be undone says why.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import history_changes
import pytest
from history_changes import CASES, ChangeCase, check_attempt, history_in, make_history, sessions_in
from power_cuts import PowerCutRecorder, write_disk
from sample_folders import folders_of

from footcoach_tui.history.errors import HistoryError

pytestmark = pytest.mark.crash

Failing = Callable[..., AbstractContextManager[list[str]]]
MOST_CALLS = 600


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "data"
    make_history(folder)
    return folder


def copy(made: Path, target: Path) -> Path:
    for source, place in zip(folders_of(made), folders_of(target), strict=True):
        shutil.copytree(source, place)
    return target


def attempt(case: ChangeCase, folder: Path) -> str:
    """Return the error, or a warning that the change cannot be undone, or ""."""
    try:
        result = case.change(history_in(folder))
    except HistoryError as error:
        return str(error)
    warnings = getattr(result, "warnings", result if isinstance(result, tuple) else ())
    return "".join(str(each) for each in warnings if "cannot be undone" in str(each))


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_every_call_may_fail(
    made: Path, tmp_path: Path, fail_disk: Failing, name: str, *, for_good: bool
) -> None:
    case = CASES[name]
    prepared = copy(made, tmp_path / "prepared")
    case.prepare(prepared)
    before = sessions_in(prepared)
    failed = set()
    for nth in range(1, MOST_CALLS):
        folder = copy(prepared, tmp_path / str(nth) / "data")
        with fail_disk(nth, for_good=for_good) as calls:
            sentence = attempt(case, folder)
        assert sentence.isprintable()
        is_done = not sentence or "cannot be undone" in sentence
        if not is_done:
            failed.add(calls[nth - 1])
        elif case.what:
            assert sentence or case.is_noted(history_in(folder))
        check_attempt(case, folder, before, is_done=is_done)
        shutil.rmtree(folder.parent)
        if len(calls) < nth:
            assert failed >= {"open", "write", "fsync", "replace"}
            return
    pytest.fail("it never got through")


KILLER = """
import shutil, sys
from pathlib import Path
import history_changes as changes
from sample_folders import folders_of

case = changes.CASES[sys.argv[1]]
prepared = Path(sys.argv[2])
changes.make_history(prepared)
case.prepare(prepared)
before = changes.sessions_in(prepared)
for nth in range(1, 600):
    folder = prepared.parent / str(nth) / "data"
    for source, place in zip(folders_of(prepared), folders_of(folder)):
        shutil.copytree(source, place)
    is_done = changes.kill_at(nth, lambda: case.change(changes.history_in(folder)))
    changes.check_attempt(case, folder, before, is_done=is_done)
    shutil.rmtree(folder.parent)
    if is_done:
        break
print(nth)
"""


@pytest.mark.parametrize("name", CASES)
def test_killed_at_any_call(tmp_path: Path, name: str) -> None:
    support = str(Path(history_changes.__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", KILLER, name, str(tmp_path / "data")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([support, *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert 20 < int(done.stdout) < 599


@pytest.mark.parametrize("name", CASES)
def test_a_power_cut_after_any_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case = CASES[name]
    root = tmp_path / "disk"
    root.mkdir()
    power = PowerCutRecorder(root)
    with power.recording(monkeypatch):
        make_history(root / "data")
        case.prepare(root / "data")
        before = sessions_in(root / "data")
        power.promise = False
        case.change(history_in(root / "data"))
        power.promise = True
        sessions_in(root / "data")

    cuts = [cut for cut in power.cuts if cut.promise is not None]
    for number, cut in enumerate(cuts):
        folder = write_disk(cut.files, tmp_path / str(number)) / "data"
        check_attempt(case, folder, before, is_done=cut.promise)
        shutil.rmtree(folder.parent)
    assert len({cut.call for cut in cuts}) > 4
