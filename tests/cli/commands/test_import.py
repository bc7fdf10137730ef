"""`footcoach import`."""

import json
import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
Exported = Callable[..., Path]


class Terminal(StringIO):
    """Fake terminal input."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def exported(footcoach: Footcoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exported:
    """A file with sessions of three days that were logged elsewhere."""

    def export(name: str = "x.csv") -> Path:
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "elsewhere"))
            for day in ("2026-02-28T07:10", "2026-03-01T07:10", "2026-03-02T07:10"):
                footcoach("log", "desk-break-3min", "--at", day, "--note", "=1")
            assert footcoach("export", "--output", str(tmp_path / name)).code == 0
        return tmp_path / name

    return export


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Answer at the terminal."""

    def answer(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal(text))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    return answer


def ids(footcoach: Footcoach) -> list[str]:
    return [one["id"] for one in json.loads(footcoach("history", "--json").out)["sessions"]]


@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.jsonl"])
def test_what_was_exported_is_the_same_history_elsewhere(
    footcoach: Footcoach, exported: Exported, name: str
) -> None:
    path = exported(name)
    there = path.read_text(encoding="utf-8")
    done = footcoach("import", str(path), "--yes")

    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        f"{name}: 3 sessions, from 2026-02-28 to 2026-03-02",
        "  3 new",
        "  0 already in the history, the same",
        "Imported 3 sessions. To undo: footcoach undo",
    ]
    assert footcoach("export", "--format", {".csv": "csv"}.get(path.suffix, name[2:])).out == there


def test_importing_again_changes_nothing(
    footcoach: Footcoach, exported: Exported, data: Path
) -> None:
    path = exported()
    footcoach("import", str(path), "--yes")
    before = {one: one.read_bytes() for one in data.rglob("*.json")}
    done = footcoach("import", str(path))

    assert (done.code, done.err) == (0, "")
    assert done.lines[1:] == [
        "  0 new",
        "  3 already in the history, the same",
        "There is nothing to import.",
    ]
    assert {one: one.read_bytes() for one in data.rglob("*.json")} == before


def test_without_a_terminal_it_shows_and_takes_nothing(
    footcoach: Footcoach, exported: Exported, data: Path
) -> None:
    done = footcoach("import", str(exported()))

    assert (done.code, done.lines[1]) == (1, "  3 new")
    assert done.err == "footcoach: nothing was imported; add --yes to import them\n"
    assert not data.exists()


@pytest.mark.parametrize(("answer", "count"), [("y\n", 3), ("Yes\n", 3), ("n\n", 0), ("", 0)])
def test_a_person_is_asked(
    footcoach: Footcoach,
    exported: Exported,
    answering: Callable[[str], None],
    answer: str,
    count: int,
) -> None:
    path = exported()
    answering(answer)
    done = footcoach("import", str(path))

    assert (done.code, done.err) == (0 if count else 1, "")
    assert "Import 3 sessions? [y/n] " in done.out
    assert len(ids(footcoach)) == count


def test_a_session_that_is_there_but_different_stays_unless_replaced(
    footcoach: Footcoach, exported: Exported
) -> None:
    path = exported("x.jsonl")
    footcoach("import", str(path), "--yes")
    path.write_text(path.read_text().replace("=1", "theirs", 1))
    kept = footcoach("import", str(path), "--yes")

    assert kept.lines[1:] == [
        "  0 new",
        "  2 already in the history, the same",
        "  1 already in the history, but different: yours stay; --replace imports these",
        "There is nothing to import.",
    ]
    assert "theirs" not in footcoach("history").out
    replaced = footcoach("import", str(path), "--yes", "--replace")
    assert replaced.lines[-2:] == [
        "  1 already in the history, but different: those in the file will replace yours",
        "Imported 1 session. To undo: footcoach undo",
    ]
    assert "theirs" in footcoach("history").out


def test_a_file_with_a_problem_is_left_alone_unless_told_to_skip(
    footcoach: Footcoach, exported: Exported, data: Path
) -> None:
    path = exported("x.jsonl")
    first, *rest = path.read_text().splitlines()
    path.write_text("\n".join([first.replace('"pain":null', '"pain":11'), *rest]))
    done = footcoach("import", str(path), "--yes")

    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"{path}:1: pain: must be a whole number from 0 to 10",
        "footcoach: nothing was imported: repair the file, or import the rest with --skip-broken",
    ]
    assert not data.exists()
    skipped = footcoach("import", str(path), "--yes", "--skip-broken")
    assert (skipped.code, skipped.lines[1]) == (0, "  2 new")
    assert skipped.err == f"{path}:1: pain: must be a whole number from 0 to 10\n"


def test_it_is_one_change_to_undo(footcoach: Footcoach, exported: Exported) -> None:
    footcoach("import", str(exported()), "--yes")

    assert footcoach("undo", "--list").lines == ["Import of 3 sessions from x.csv"]
    assert footcoach("undo").code == 0
    assert ids(footcoach) == []


def test_fields_that_are_not_ours_come_along(footcoach: Footcoach, exported: Exported) -> None:
    path = exported("x.jsonl")
    sessions = [json.loads(line) | {"shoe": {"drop": 4}} for line in path.read_text().splitlines()]
    path.write_text("".join(json.dumps(one) + "\n" for one in sessions))
    footcoach("import", str(path), "--yes")

    there = json.loads(footcoach("history", "--json").out)["sessions"]
    assert [one["shoe"] for one in there] == [{"drop": 4}] * 3


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x.txt", "“x.txt” does not have the ending of a format; add --format json, jsonl or csv"),
        ("x.md", "“x.md” is a summary, which cannot be imported; export as json, jsonl or csv"),
        ("x.fit", "“x.fit” is a FIT file, which cannot be imported; export as json, jsonl or csv"),
    ],
)
def test_a_format_that_cannot_be_told_is_refused(
    run_refused: Refused, name: str, sentence: str
) -> None:
    assert run_refused("import", name) == sentence


def test_what_cannot_be_read_is_told(run_refused: Refused, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")

    assert run_refused("import", str(tmp_path / "no.csv")) == f"{tmp_path}/no.csv: does not exist"
    assert run_refused("import", str(tmp_path / "fifo.csv")) == (
        f"{tmp_path}/fifo.csv: is not a regular file"
    )


def test_a_newer_file_is_told(run_refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema": 99, "sessions": []}')

    assert run_refused("import", str(tmp_path / "x.json")).startswith(
        f"{tmp_path}/x.json: was written by a newer footcoach (schema 99, "
    )


def test_a_hostile_name_does_nothing_to_the_terminal(
    footcoach: Footcoach, exported: Exported
) -> None:
    path = exported()
    hostile = path.rename(path.with_name("\x1b[2J\u202e.csv"))
    done = footcoach("import", str(hostile), "--yes")

    assert done.code == 0
    assert all(line.isprintable() for line in (*done.lines, *footcoach("undo", "--list").lines))


HEVY = """\
title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,\
weight_kg,reps,distance_km,duration_seconds,rpe
Legs,"30 Nov 2025, 02:45","30 Nov 2025, 03:25",,"Heel raise, both feet",,,0,normal,20,12,,,
"""


def test_a_table_of_hevy_is_imported_once_and_undone_once(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    path = tmp_path / "workouts.csv"
    path.write_text(HEVY, encoding="utf-8")
    done = footcoach("import", str(path), "--yes")

    assert done.lines[0] == ("workouts.csv (from Hevy): 1 session, from 2025-11-30 to 2025-11-30")
    (session,) = json.loads(footcoach("history", "--json").out)["sessions"]
    assert session["exercises"][0]["exercise"] == "heel-raise-double"
    assert "There is nothing to import." in footcoach("import", str(path), "--yes").lines
    assert footcoach("undo").code == 0
    assert ids(footcoach) == []


def test_a_session_that_went_to_hevy_does_not_come_back_as_another(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    footcoach("log", "desk-break-3min", "--at", "2026-03-01T07:10")
    assert footcoach("export", "--format", "hevy", "--output", str(tmp_path / "h.csv")).code == 0
    done = footcoach("import", str(tmp_path / "h.csv"), "--yes")

    assert "  1 already in the history, the same" in done.lines
    assert len(ids(footcoach)) == 1
