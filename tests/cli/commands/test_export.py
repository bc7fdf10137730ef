"""`footcoach export`."""

import csv
import io
import json
import signal
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fitdecode  # type: ignore[import-untyped]
import pytest

from footcoach_tui.cli import fit_export

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def three(footcoach: Footcoach) -> list[str]:
    """The ids of three sessions of three days, newest first."""
    days = ("2026-02-28T07:10", "2026-03-01T07:10", "2026-03-02T07:10")
    ids = [
        footcoach("log", "desk-break-3min", "--at", day, "--note", f"sör {day[:10]}").out.strip()
        for day in days
    ]
    return ids[::-1]


@pytest.mark.parametrize("query", [[], ["since:2026-03-01"], ["-note:2026-03-01"]])
def test_json_is_what_history_prints(
    footcoach: Footcoach, three: list[str], query: list[str]
) -> None:
    done = footcoach("export", *query)

    assert three
    assert (done.code, done.err) == (0, "")
    printed = footcoach("history", "--json", "--limit", "0", *query).out
    assert json.loads(done.out) == json.loads(printed)


def test_the_query_is_the_one_of_the_history(footcoach: Footcoach, three: list[str]) -> None:
    done = footcoach("export", "on:2026-03-01", "--format", "jsonl")

    assert [json.loads(line)["id"] for line in done.lines] == [three[1]]


def test_a_query_that_means_nothing_is_pointed_at(footcoach: Footcoach) -> None:
    done = footcoach("export", "since:never")

    assert (done.code, done.out) == (2, "")
    assert "^" in done.err


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("x.json", "{\n"),
        ("x.jsonl", '{"id":'),
        ("x.CSV", "id,date,"),
        ("x.md", "# Foot training"),
        ("x.markdown", "# Foot training"),
    ],
)
def test_the_ending_of_the_file_names_the_format(
    footcoach: Footcoach, three: list[str], tmp_path: Path, name: str, begin: str
) -> None:
    done = footcoach("export", "--output", str(tmp_path / name))

    assert three
    assert (done.code, done.err) == (0, "")
    assert done.out == f"3 sessions written to {tmp_path / name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_format_can_be_named(footcoach: Footcoach, three: list[str], tmp_path: Path) -> None:
    footcoach("export", "--format", "csv", "--output", str(tmp_path / "x.txt"))

    with (tmp_path / "x.txt").open(encoding="utf-8", newline="") as file:
        assert list(dict.fromkeys(row["id"] for row in csv.DictReader(file))) == three


def test_an_ending_that_names_none_is_refused(run_refused: Refused, tmp_path: Path) -> None:
    assert run_refused("export", "--output", str(tmp_path / "x.txt")) == (
        "“x.txt” does not have the ending of a format; "
        "add --format json, jsonl, csv, markdown, hevy, fit"
    )


def test_a_file_that_is_there_stays_unless_forced(
    footcoach: Footcoach, run_refused: Refused, three: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "x.md"
    path.write_text("mine")

    assert run_refused("export", "--output", str(path)) == (
        f"{path}: already exists; --force replaces it"
    )
    assert path.read_text() == "mine"
    assert footcoach("export", "--output", str(path), "--force").code == 0
    assert f"- Sessions: {len(three)}\n" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(
    run_refused: Refused, three: list[str], tmp_path: Path
) -> None:
    assert three
    assert run_refused("export", "--output", str(tmp_path / "gone" / "x.csv")) == (
        f"{tmp_path}/gone/x.csv: could not be saved: no such file or directory"
    )


def test_a_query_that_finds_nothing_is_a_no_and_makes_no_file(
    footcoach: Footcoach, three: list[str], tmp_path: Path
) -> None:
    done = footcoach("export", "on:1999", "--output", str(tmp_path / "x.csv"))

    assert three
    assert (done.code, done.out) == (1, "Nothing found; no file was written.\n")
    assert not (tmp_path / "x.csv").exists()
    assert json.loads(footcoach("export", "on:1999").out) == {"schema": 1, "sessions": []}


def test_an_empty_history_is_exported_as_such(footcoach: Footcoach, data: Path) -> None:
    assert json.loads(footcoach("export").out) == {"schema": 1, "sessions": []}
    assert len(footcoach("export", "--format", "csv").lines) == 1
    assert not data.exists()


def test_a_damaged_month_is_told_and_the_others_are_exported(
    footcoach: Footcoach, three: list[str], data: Path
) -> None:
    (damaged,) = data.glob("history/*/2026-02.json")
    damaged.write_text("{")
    done = footcoach("export", "--format", "jsonl")

    assert (done.code, len(done.lines)) == (0, len(three) - 1)
    assert str(damaged) in done.err


def test_a_session_that_does_not_fit_is_told_and_the_others_are_exported(
    footcoach: Footcoach, three: list[str], data: Path
) -> None:
    (path,) = data.glob("history/*/2026-02.json")
    path.write_text(path.read_text().replace('"pain":null', '"pain":99'))
    first, again = (footcoach("export", "--format", "jsonl") for _ in range(2))

    assert (first.code, len(first.lines)) == (0, len(three) - 1)
    assert first == again
    assert "pain: must be a whole number from 0 to 10" in first.err


def test_a_file_or_a_program_gets_utf_8_whatever_the_locale(
    run_in_shell: Shell, three: list[str], tmp_path: Path
) -> None:
    done = run_in_shell(f"export --format csv > {tmp_path / 'x'}", PYTHONIOENCODING="ascii")

    assert three
    assert (done.returncode, done.stderr) == (0, "")
    assert "sör 2026-03-01" in (tmp_path / "x").read_text(encoding="utf-8")


def test_a_reader_that_goes_away_is_no_error(start_process: Callable[..., Any]) -> None:
    with start_process("export", "--format", "csv") as (process, lines):
        lines.close()

        assert process.wait(timeout=20) == 128 + signal.SIGPIPE
        assert process.stderr.read() == ""


def test_a_full_disk_is_told(run_in_shell: Shell) -> None:
    done = run_in_shell("export > /dev/full")

    assert done.returncode == 2
    assert done.stderr == "footcoach: could not be read or written: no space left on device\n"


def test_a_format_that_is_none_is_refused(run_refused: Refused) -> None:
    assert run_refused("export", "--format", "xml").startswith("argument --format: invalid choice")


def fit_titles(content: bytes) -> list[str]:
    with fitdecode.FitReader(io.BytesIO(content)) as reader:
        return [
            frame.get_value("wkt_step_name")
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "exercise_title"
        ]


def test_a_folder_gets_a_fit_file_a_session(
    footcoach: Footcoach, three: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "for the watch"
    done = footcoach("export", "--format", "fit", "-o", str(folder))

    assert (done.code, done.out) == (0, f"3 sessions written to {folder}\n")
    assert "not known when each set began" in done.err
    names = [f"2026-03-0{3 - place}-desk-break-3min-{three[place - 1]}.fit" for place in (1, 2)]
    names.append(f"2026-02-28-desk-break-3min-{three[2]}.fit")
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert fit_titles((folder / names[0]).read_bytes())
    assert footcoach("export", "--format", "fit", "-o", str(folder)).out == (
        f"0 sessions written to {folder}, 3 already there\n"
    )
    (folder / names[0]).write_bytes(b"other")
    kept = footcoach("export", "--format", "fit", "-o", str(folder))
    assert "differs; --force replaces it" in kept.err
    assert (folder / names[0]).read_bytes() == b"other"
    footcoach("export", "--format", "fit", "-o", str(folder), "--force")
    assert fit_titles((folder / names[0]).read_bytes())


def test_a_fit_file_holds_one_session(
    footcoach: Footcoach, run_refused: Refused, three: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.fit"
    assert "holds one session" in run_refused("export", "-o", str(file))
    assert not file.exists()

    assert footcoach("export", "-o", str(file), "--id", three[1]).code == 0
    assert fit_titles(file.read_bytes())
    assert "already exists" in run_refused("export", "-o", str(file), "--id", three[0])
    assert footcoach("export", "-o", str(tmp_path / "y.fit"), "note:nothing").code == 1


def test_a_program_reads_a_fit_file_from_the_standard_output(
    run_in_shell: Shell, three: list[str]
) -> None:
    done = run_in_shell(f"export --format fit --id {three[0]} | wc -c")

    assert int(done.stdout) > 500


def test_a_session_by_its_id_in_any_format(footcoach: Footcoach, three: list[str]) -> None:
    done = footcoach("export", "--format", "jsonl", "--id", three[1])

    assert [json.loads(line)["id"] for line in done.lines] == [three[1]]


def test_what_was_not_played_in_real_time_is_no_fit_file(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    footcoach("play", "desk-break-3min", "--plain", "--ready", "--speed", "1000")
    done = footcoach("export", "--format", "fit", "-o", str(tmp_path / "fits"))

    assert done.code == 1
    assert "1 session left out: nothing was done, or not in real time" in done.err
    assert not (tmp_path / "fits").exists()


def test_without_the_library_a_sentence_says_how_to_install_it(
    run_refused: Refused, three: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit_export, "can_write_fit", lambda: False)

    assert three
    assert run_refused("export", "-o", str(tmp_path / "fits"), "--format", "fit") == (
        "A FIT file needs fit-tool: pip install 'footcoach[fit]'"
    )
