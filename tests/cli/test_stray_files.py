"""Files that other programs leave among the months: every command answers, and nothing is lost."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stray_files import COPY_NAMES, FOLDER_COPIES, HIDDEN_NAMES, MISNAMED, NO_FILES
from stray_world import DEVICE, World, folders_in, make_world, session

from footcoach_tui.boundary.paths import Folders

Footcoach = Callable[..., Any]
Strays = tuple[str, ...]
MOST_LISTED = 20
"""Problems of one kind that doctor lists."""
CONTENTS: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda month: month,
    "empty": lambda _: b"",
    "torn": lambda month: month[: len(month) * 2 // 3],
    "packed": gzip.compress,
}
READ_ONLY: dict[tuple[str, ...], int] = {
    (): 0,
    ("due",): 0,
    ("history",): 0,
    ("history", "-n", "3"): 0,
    ("history", "nothing-like-this"): 1,
    ("export", "--format", "csv"): 0,
    ("restore",): 0,
    ("undo", "--list"): 0,
    ("play", "--resume", "--plain"): 2,
    ("doctor", "--thorough"): 1,
}
"""Commands that change nothing, and their exit codes beside a damaged month."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(autouse=True)
def places(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """The folders of a history of its own for each test, with an index that is up to date."""
    places = folders_in(tmp_path)
    for source, target in zip(folders_in(world.folder), places, strict=True):
        shutil.copytree(source, target)
    monkeypatch.setenv("FOOTCOACH_STATE_DIR", str(places.state))
    monkeypatch.setenv("FOOTCOACH_CACHE_DIR", str(places.cache))
    return places


@pytest.fixture
def run(footcoach: Footcoach) -> Footcoach:
    """Run a command: no traceback, and each warning once."""

    def run(*arguments: str, code: int = 0) -> Any:
        done = footcoach(*arguments)
        assert done.code == code, (arguments, done.err)
        assert "Traceback" not in done.err
        lines = done.err.splitlines()
        assert len(set(lines)) == len(lines), arguments
        assert all(line.startswith("footcoach: ") and line.isprintable() for line in lines)
        return done

    return run


def ids(run: Footcoach, *query: str) -> set[str]:
    """Return the ids that `history` shows; no session is there twice."""
    found = json.loads(run("history", *query, "--json", "--limit", "0").out)["sessions"]
    assert len({each["id"] for each in found}) == len(found)
    return {each["id"] for each in found}


def named(text: str, name: str) -> int:
    return sum(f"/{name}: " in line for line in text.splitlines())


def check_reading(run: Footcoach, expected: frozenset[str], strays: Strays) -> None:
    """Check the commands that change nothing; `strays` are the names they have to name."""
    assert ids(run) == expected
    assert ids(run, "note:after") == {session(5, "2026-03-05").id}
    exported = json.loads(run("export").out)["sessions"]
    assert sorted(each["id"] for each in exported) == sorted(expected)
    for command, code in READ_ONLY.items():
        done = run(*command, code=code)
        if command[:1] in (("due",), ("history",), ("export",)):
            assert named(done.err, "2026-01.json") == 1, command
            assert [name for name in strays if named(done.err, name) != 1] == [], command
            assert done.err.count("\n") == 1 + len(strays), (command, done.err)


def check_doctor(run: Footcoach, strays: Strays) -> None:
    report = json.loads(run("doctor", "--json", code=1).out)
    cares = [one for one in report["findings"] if one["state"] == "care"]
    assert not [one for one in cares if "this check itself failed" in one["sentence"]]
    (damage,) = [one for one in cares if named(one["sentence"], "2026-01.json")]
    assert "footcoach restore 2026-01 restores 1 session " in damage["advice"]
    found = [one for one in cares for name in strays if named(one["sentence"], name)]
    assert len(found) == min(len(strays), MOST_LISTED - 1)
    assert all(one["advice"].startswith("move it out of the data folder") for one in found)


def check_changes(run: Footcoach, world: World, expected: frozenset[str]) -> None:
    """Check the commands that change something: each its own, and nothing else."""
    new = run("log", "desk-break-3min", "--at", "2026-03-20T07:00").out.strip()
    assert ids(run) == expected | {new}
    assert "Undone: added Desk break of 2026-03-20" in run("undo").out
    run("import", str(world.folder / "new.json"), "--yes")
    assert ids(run) == expected | {world.imported}
    assert "Undone: import of 1 session" in run("undo").out
    assert ids(run) == expected
    run("restore", "2026-03", code=1)
    assert "Restored 1 session of 2026-01" in run("restore", "2026-01").out
    run("restore", "2026-01", code=1)
    assert ids(run) == expected | {session(1, "2026-01-05").id}
    assert "Undone: restored 1 session " in run("undo").out
    assert "Undone: added Desk break of 2026-02-06" in run("undo").out
    assert "Undone: changed Desk break of 2026-03-05" in run("undo").out
    assert ids(run, "note:before") >= {session(5, "2026-03-05").id}
    assert ids(run) == expected - {session(6, "2026-03-05").id}


def check_commands(run: Footcoach, world: World, expected: frozenset[str], strays: Strays) -> None:
    check_reading(run, expected, strays)
    check_doctor(run, strays)
    check_changes(run, world, expected)


def put(world: World, folder: Path, names: Strays, content: str) -> tuple[frozenset[str], Strays]:
    """Make stray files; return the ids that are to be read, and the names to be named."""
    for name in names:
        (folder / name).write_bytes(CONTENTS[content](world.copy))
    about_months = tuple(name for name in names if name in COPY_NAMES)
    misnamed = tuple(name for name in names if name in MISNAMED)
    if content != "whole":
        return world.ids, (*about_months, *misnamed)
    return world.ids | ({world.only_in_copy} if about_months else set()), misnamed


@pytest.mark.parametrize("content", CONTENTS)
def test_all_names_at_once(run: Footcoach, world: World, places: Folders, content: str) -> None:
    folder = places.data / "history" / DEVICE
    names = (*COPY_NAMES, *HIDDEN_NAMES, *MISNAMED)
    check_commands(run, world, *put(world, folder, names, content))
    run("check")
    run("list")


@pytest.mark.slow
@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("name", [*COPY_NAMES, *HIDDEN_NAMES, *MISNAMED])
def test_one_name_at_a_time(
    run: Footcoach, world: World, places: Folders, name: str, content: str
) -> None:
    folder = places.data / "history" / DEVICE
    check_commands(run, world, *put(world, folder, (name,), content))


@pytest.mark.parametrize("kind", NO_FILES)
def test_names_that_are_no_files(run: Footcoach, world: World, places: Folders, kind: str) -> None:
    names = (*COPY_NAMES[::6], *HIDDEN_NAMES, MISNAMED[0])
    for name in names:
        NO_FILES[kind](places.data / "history" / DEVICE / name)
    check_commands(run, world, world.ids, (*COPY_NAMES[::6], MISNAMED[0]))


@pytest.mark.parametrize("content", CONTENTS)
def test_files_beside_the_folders_of_devices(
    run: Footcoach, world: World, places: Folders, content: str
) -> None:
    """A month is named there too: it may have been moved out of its folder."""
    names = (*COPY_NAMES[:5], *HIDDEN_NAMES, "2026-03.json", "notes.txt", f"{DEVICE}.zip")
    for name in names:
        (places.data / "history" / name).write_bytes(CONTENTS[content](world.copy))
    check_commands(run, world, world.ids, (*COPY_NAMES[:5], "2026-03.json"))


@pytest.mark.parametrize("name", [f".{DEVICE}", ".stversions", ".stfolder", ".Trash-1000"])
def test_hidden_folders_are_not_read(
    run: Footcoach, world: World, places: Folders, name: str
) -> None:
    folder = places.data / "history" / name
    folder.mkdir()
    (folder / "2026-03.json").write_bytes(world.copy)
    check_commands(run, world, world.ids, ())


def test_doctor_says_what_a_placeholder_of_icloud_stands_for(
    run: Footcoach, places: Folders
) -> None:
    (places.data / "history" / DEVICE / ".2025-12.json.icloud").write_bytes(b"bplist00")
    findings = json.loads(run("doctor", "--json", code=1).out)["findings"]
    (found,) = [one for one in findings if "icloud" in one["sentence"]]
    assert (found["state"], found["advice"]) == (
        "note",
        "open its folder in the Finder and download it",
    )


@pytest.mark.parametrize("content", CONTENTS)
def test_copies_of_the_folder_of_a_device(
    run: Footcoach, world: World, places: Folders, content: str
) -> None:
    for name in FOLDER_COPIES:
        folder = places.data / "history" / name.format(device=DEVICE)
        shutil.copytree(places.data / "history" / DEVICE, folder)
        (folder / "2026-01.json").unlink()
        (folder / "2026-03.json").write_bytes(CONTENTS[content](world.copy))
    if content == "whole":
        check_commands(run, world, world.ids | {world.only_in_copy}, ())
    else:
        strays = tuple(f"{name.format(device=DEVICE)}/2026-03.json" for name in FOLDER_COPIES)
        check_commands(run, world, world.ids, strays)
