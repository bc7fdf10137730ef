"""`footcoach doctor`: reports every fault with advice, and changes nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from doctor_faults import DOCTOR_FAULTS, put_file

from footcoach_tui import wiring
from footcoach_tui.cli.doctor import checks
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Leave

Footcoach = Callable[..., Any]
Doctor = Callable[..., dict[str, Any]]
Begin = Callable[[], LiveSession]


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix the zone and the terminal, which may be anything on this machine."""
    for name in ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "NO_COLOR", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "Europe/Berlin")


@pytest.fixture
def month(footcoach: Footcoach, data: Path) -> Path:
    """File of the only session."""
    footcoach("log", "desk-break-3min", "--at", "2026-03-06T07:10")
    (path,) = data.glob("history/*/2026-03.json")
    return path


@pytest.fixture
def doctor(footcoach: Footcoach) -> Doctor:
    """Run it with --json; checks that the exit code agrees."""

    def run(*options: str) -> dict[str, Any]:
        done = footcoach("doctor", "--json", *options)
        assert done.err == ""
        report: dict[str, Any] = json.loads(done.out)
        assert report["healthy"] is (done.code == 0)
        return report

    return run


def cares(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (one["section"], one["sentence"]) for one in report["findings"] if one["state"] == "care"
    ]


def snapshot(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = [path for path in (folder, *folder.rglob("*")) if path.exists()]
    stats = {str(path): path.lstat() for path in found}
    return {name: (one.st_mode, one.st_size, one.st_mtime_ns) for name, one in stats.items()}


@pytest.mark.usefixtures("month")
def test_a_healthy_folder_is_healthy(footcoach: Footcoach, doctor: Doctor) -> None:
    report = doctor()
    assert cares(report) == []
    facts = report["facts"]["sessions"]
    assert (facts["sessions"], facts["months"], facts["latest"]) == (1, 1, "2026-03-06")
    assert facts["devices"] == [facts["device"]]
    assert facts["undoable"] == 1
    done = footcoach("doctor")
    assert (done.code, done.err, done.lines[-1]) == (0, "", "All is well.")


def test_a_machine_without_sessions_is_healthy_and_nothing_is_made(
    doctor: Doctor, data: Path, tmp_path: Path
) -> None:
    report = doctor()
    assert cares(report) == []
    assert report["facts"]["sessions"]["sessions"] == 0
    assert not data.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [(), ("--thorough",)])
def test_nothing_is_written_even_where_the_index_is_gone(
    doctor: Doctor, month: Path, data: Path, options: tuple[str, ...]
) -> None:
    (data / "history.index").unlink(missing_ok=True)
    (data / "history.sums").unlink(missing_ok=True)
    (month.parent / ".2026-03.json.1.ab.tmp").touch()
    (data / "device").write_text("!")
    before = snapshot(data)
    doctor(*options)
    assert snapshot(data) == before


def test_the_json_has_its_documented_shape(doctor: Doctor) -> None:
    report = doctor()
    assert list(report) == ["schema", "healthy", "findings", "facts"]
    assert report["schema"] == 1
    for one in report["findings"]:
        assert list(one) == ["section", "state", "sentence", "advice"]
        assert one["state"] in ("ok", "note", "care")
        assert one["sentence"]
    sections = list(dict.fromkeys(one["section"] for one in report["findings"]))
    assert sections == list(report["facts"])
    assert sections == [
        *(
            "environment",
            "terminal",
            "sessions",
            "leftovers",
            "routines",
            "settings",
            "cues",
            "hooks",
        )
    ]


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("name", DOCTOR_FAULTS)
def test_what_is_broken_is_told_once_with_what_to_do(
    doctor: Doctor,
    footcoach: Footcoach,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    section, words, breaks = DOCTOR_FAULTS[name]
    breaks(data, monkeypatch)
    before = snapshot(data.parent)

    found = doctor()

    ((where, sentence),) = cares(found)
    assert (where, words in sentence) == (section, True), sentence
    assert all(one["advice"] for one in found["findings"] if one["state"] == "care")
    done = footcoach("doctor")
    assert (done.code, done.err, done.lines[-1]) == (1, "", "1 thing needs attention.")
    assert snapshot(data.parent) == before


def test_what_changed_behind_the_index_is_seen_by_thorough(doctor: Doctor, month: Path) -> None:
    """A failing disk changes neither size nor time."""
    doctor_before = doctor()
    status, content = month.stat(), month.read_bytes()
    month.write_bytes(content.replace(b'"sets"', b'"sexs"'))
    os.utime(month, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert doctor()["facts"]["sessions"] == doctor_before["facts"]["sessions"]
    ((section, sentence),) = cares(doctor("--thorough"))
    assert section == "sessions"
    assert "sets" in sentence


def test_backups_and_leavings_are_counted(doctor: Doctor, month: Path, data: Path) -> None:
    for name in ("schema-1/vm-1/2026-03.json", "daily/vm-1/2026-03.2026-03-07.json"):
        put_file(data, f"backups/{name}", "")
    stray = month.with_name(".2026-03.json.77.ab12cd34.tmp")
    stray.touch()
    for path in data.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)

    report = doctor()

    facts = report["facts"]["leftovers"]
    assert (facts["unfinished"], facts["backups"], facts["newest_backup_days"]) == (0, 2, 0)
    assert facts["strays"] == [str(stray)]
    assert report["healthy"] is True


def test_an_unfinished_session_is_told_with_its_place(doctor: Doctor, begin_session: Begin) -> None:
    begin_session().suspend()
    live = begin_session()
    report = doctor()
    live.suspend()

    sentences = [one["sentence"] for one in report["findings"] if one["section"] == "leftovers"]
    assert "Desk break is being played right now" in sentences
    (cut,) = [one for one in sentences if "interrupted on" in one]
    assert cut.startswith("Desk break, interrupted on ")
    assert ", in step 1 of 5, after 0:0" in cut
    facts = report["facts"]["leftovers"]
    assert (facts["unfinished"], len(facts["live"])) == (2, 1)
    assert report["healthy"] is True


def test_of_a_session_that_had_ended_it_is_told_whether_the_history_has_it(
    doctor: Doctor, begin_session: Begin, data: Path
) -> None:
    session = begin_session()
    session.send(Leave())
    session.suspend()
    record = session.record()
    assert record
    before = doctor()
    wiring.open_history().add(record)
    files = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    after = doctor()

    sentences = [[one["sentence"] for one in report["findings"]] for report in (before, after)]
    assert "Desk break has ended, and is not in the history yet" in sentences[0]
    assert "Desk break is in the history, and its journal still exists" in sentences[1]
    assert files == {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_a_key_that_another_command_has_is_reported(doctor: Doctor, data: Path) -> None:
    (data.parent / "config.toml").write_text('[keys]\n"session.back" = ["n", "m"]\n')
    sentences = [finding["sentence"] for finding in doctor()["findings"]]
    assert any("session.back" in text and "n belongs to session.next" in text for text in sentences)


def test_of_many_problems_the_rest_is_a_number(doctor: Doctor, data: Path) -> None:
    for year in range(1990, 2020):
        put_file(data, f"history/vm-1/{year}-01.json", "")
    data.chmod(0o700)
    found = [sentence for section, sentence in cares(doctor()) if section == "sessions"]
    assert len(found) == 21
    assert found[-1] == "and 10 more like these"


def test_what_stands_on_disk_does_nothing_to_the_terminal(
    footcoach: Footcoach, doctor: Doctor, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = "\x1b]52;c;aGk=\x07\u202e"
    put_file(data, f"history/{evil}/2026-01.json", "")
    put_file(data, f"running/{evil}.jsonl", None)
    put_file(data, f"routines/{evil}.toml", evil)
    monkeypatch.setenv("COLUMNS", evil)
    monkeypatch.setenv("TZ", evil)
    monkeypatch.setenv("TERM", evil)
    for line in footcoach("doctor").lines:
        assert line.isprintable(), line
    assert "\\u001b" not in json.dumps(doctor())


def test_without_a_home_or_anything_else_it_still_answers(tmp_path: Path) -> None:
    """As a service or a cron job may start it."""
    root = Path(checks.__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-m", "footcoach_tui", "doctor", "--json"],
        env={"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert done.returncode == (0 if report["healthy"] else 1)
    assert Path(report["facts"]["environment"]["data"]).is_absolute()
    assert list(tmp_path.iterdir()) == []


def test_it_loads_no_screens(tmp_path: Path) -> None:
    code = (
        "import sys; from footcoach_tui.cli.main import main; main(['doctor']);"
        "print(sorted({'textual', 'rich', 'pydantic', 'tinydb', 'asyncio'} & set(sys.modules)))"
    )
    environ = os.environ | {"FOOTCOACH_DATA_DIR": str(tmp_path / "data")}
    environ["PYTHONPATH"] = str(Path(checks.__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environ,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_option_it_does_not_know_is_wrong_usage(footcoach: Footcoach) -> None:
    assert footcoach("doctor", "--mend").code == 2


def test_a_theme_that_does_not_exist_is_a_problem_of_the_settings(
    doctor: Doctor, data: Path
) -> None:
    (data.parent / "config.toml").write_text('theme = "nope"\n[keys]\n"session.back" = "n"\n')
    report = doctor()
    sentences = [one["sentence"] for one in report["findings"] if one["section"] == "settings"]
    assert any("theme: must be one of footcoach" in text for text in sentences)
    assert any("n belongs to session.next" in text for text in sentences)
    shown = [one["sentence"] for one in report["findings"] if one["section"] == "terminal"]
    assert not any("nope" in text for text in shown), "it is not what the app shows"
    assert report["healthy"] is False
