"""When the app breaks, everything is written down, and the person is told in a sentence."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from footcoach_tui.terminal.crash_log import _MAX_LOGS, CrashLog

NOW = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path / "data" / "log", now=lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "log" / "footcoach-2026-03-12-073000.log"


def broken(error: Exception) -> Exception:
    """The error, raised somewhere."""
    with suppress(type(error)):
        raise error
    return error


def test_where_nothing_breaks_there_is_no_log(tmp_path: Path) -> None:
    CrashLog(tmp_path / "data" / "log")
    assert list(tmp_path.iterdir()) == []


def test_the_log_tells_what_broke_and_is_the_persons_own(log: CrashLog, file: Path) -> None:
    log.record(broken(KeyError("toe")))
    text = file.read_text()
    assert "Traceback (most recent call last)" in text
    assert "in broken" in text
    assert "KeyError: 'toe'" in text
    assert text.startswith("footcoach ")
    assert "Textual " in text
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_the_sentence_tells_what_where_and_that_the_session_is_kept(
    log: CrashLog, file: Path
) -> None:
    log.record(broken(KeyError("toe")))
    assert log.message(is_session_saved=True) == (
        "internal error (KeyError: 'toe'): footcoach had to stop; what you did is saved; "
        f"see {file}"
    )
    assert "session" not in log.message(is_session_saved=False)


def test_what_breaks_after_it_stands_in_the_same_log(log: CrashLog, file: Path) -> None:
    for number in range(20):
        log.record(broken(ValueError(number)))
    text = file.read_text()
    assert [f"ValueError: {number}\n" in text for number in range(20)] == [True] * 5 + [False] * 15
    assert "ValueError: 0" in log.message(is_session_saved=False)


def test_a_worker_that_failed_is_named_by_what_failed(log: CrashLog, file: Path) -> None:
    log.record(WorkerFailed(broken(KeyError("toe"))))
    assert "in broken" in file.read_text()
    assert "(KeyError: 'toe')" in log.message(is_session_saved=False)


def test_nothing_in_it_is_obeyed_by_a_terminal(log: CrashLog, file: Path) -> None:
    log.record(broken(ValueError("a\x1b[2J\x9b\ud800\u202eb")))
    text = file.read_text()
    assert "a\\u001b[2J\\u009b\\ud800\\u202eb" in text
    assert all(char == "\n" or char.isprintable() for char in text)
    assert log.message(is_session_saved=False).isprintable()


class SpeechlessError(Exception):
    def __str__(self) -> str:
        raise RuntimeError


def test_an_error_that_cannot_be_put_into_words_is_named(log: CrashLog, file: Path) -> None:
    log.record(broken(SpeechlessError()))
    assert "SpeechlessError" in file.read_text()
    assert "(SpeechlessError)" in log.message(is_session_saved=False)


def test_the_last_ten_are_kept(tmp_path: Path) -> None:
    (tmp_path / "other.log").touch()
    for hour in range(_MAX_LOGS + 3):
        CrashLog(tmp_path, now=lambda h=hour: NOW + timedelta(hours=h)).record(KeyError())  # type: ignore[misc] # the hour is bound
    left = sorted(path.name for path in tmp_path.glob("footcoach-*"))
    assert len(left) == _MAX_LOGS
    assert left[0] == "footcoach-2026-03-12-103000.log"
    assert (tmp_path / "other.log").exists()


def test_a_file_in_its_place_is_named_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    log = CrashLog(tmp_path / "log")
    log.record(KeyError("toe"))
    assert f"no log of it could be written ({tmp_path}/log" in log.message(is_session_saved=False)
    assert "; see " not in log.message(is_session_saved=False)
