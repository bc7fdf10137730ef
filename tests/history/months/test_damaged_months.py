"""Damaged months: named, the others read, no byte lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_folders import folders_of

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months import storage
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
DAMAGES = [
    b"",
    b"null",
    b"\0" * 4096,
    b'{"footcoach":{"1":{"schema":1}},"sessions":{"1":{"id"',
    b"<<<<<<< ours\n{}",
    b'{"sessions": {}}',
]


@pytest.fixture
def month(history: History, folder: Path, make_session: Make) -> Path:
    """The file of March, beside a sound February."""
    history.add(make_session("2026-02-10T08:00:00+01:00", title="February"))
    history.add(make_session("2026-03-10T08:00:00+01:00", title="March"))
    return folder / "history" / "here-1" / "2026-03.json"


def titles(history: History) -> list[str]:
    return [record.title for record in history.all()]


@pytest.mark.parametrize("content", DAMAGES)
def test_a_damaged_month_is_named_and_the_others_are_read(
    history: History, month: Path, content: bytes
) -> None:
    month.write_bytes(content)

    assert titles(history) == ["February"]
    (problem,) = history.problems
    assert problem.file == str(month)
    assert problem.sentence.startswith("is damaged (")
    assert month.read_bytes() == content


@pytest.mark.parametrize("content", DAMAGES)
def test_a_session_for_a_damaged_month_is_kept_and_the_damage_set_aside(
    history: History, month: Path, make_session: Make, content: bytes
) -> None:
    month.write_bytes(content)

    saved = history.add(make_session("2026-03-11T08:00:00+01:00", title="New"))

    (aside,) = month.parent.glob("2026-03.json.corrupt-*")
    assert aside.read_bytes() == content
    (problem,) = saved.warnings
    assert (
        problem.sentence
        == f"was damaged; footcoach moved it to {aside.name} and started a new file"
    )
    assert titles(history) == ["New", "February"]
    assert history.problems == ()


def test_two_different_damages_are_both_kept(
    history: History, month: Path, make_session: Make
) -> None:
    for content in (b"one", b"other", b"one"):
        month.write_bytes(content)
        history.add(make_session("2026-03-11T08:00:00+01:00"))

    kept = {path.read_bytes() for path in month.parent.glob("*.corrupt-*")}
    assert kept == {b"one", b"other"}


def test_a_session_in_a_damaged_month_cannot_be_changed_and_nothing_is_written(
    history: History, month: Path
) -> None:
    record = history.all()[0]
    month.write_bytes(b"null")

    with pytest.raises(HistoryError, match=r"2026-03\.json: is damaged"):
        history.update(record._replace(pain=3))

    assert month.read_bytes() == b"null"
    assert list(month.parent.glob("*.corrupt-*")) == []


def test_a_month_of_a_newer_footcoach_is_left_alone_and_told(
    history: History, month: Path, make_session: Make
) -> None:
    newer = month.read_bytes().replace(b'"schema":2', b'"schema":3')
    month.write_bytes(newer)

    assert titles(history) == ["February"]
    assert "newer footcoach (schema 3, this one knows 2)" in history.problems[0].sentence
    with pytest.raises(HistoryError, match="newer footcoach"):
        history.add(make_session("2026-03-11T08:00:00+01:00"))
    assert month.read_bytes() == newer
    assert list(month.parent.glob("*.corrupt-*")) == []


def test_a_month_that_cannot_be_read_for_once_is_read_as_soon_as_it_can_be(
    history: History, month: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size and time say nothing of the right to read it, or of a disk that failed."""
    month.write_text(month.read_text().replace("March", "Spring"))

    def fail(path: Path, _: int) -> None:
        raise UnreadableError(path, "cannot be read: permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "read_with_stat", fail)
        assert titles(history) == ["February"]
        (problem,) = history.problems
        assert "permission denied" in problem.sentence

    assert titles(history) == titles(History(folders_of(folder))) == ["Spring", "February"]
    assert history.problems == ()


def test_a_month_passed_over_that_was_damaged_since_is_named_all_the_same(
    history: History, month: Path
) -> None:
    february = month.with_name("2026-02.json")
    history.all()
    february.write_bytes(b"nonsense")

    assert [record.title for record in history.last(1)] == ["March"]
    assert [problem.file for problem in history.problems] == [str(february)]


def test_a_name_that_is_no_month_is_told_and_what_is_not_ours_passed_over(
    history: History, month: Path, folder: Path
) -> None:
    other = month.with_name("march.json")
    other.write_bytes(month.read_bytes())
    for name in (".2026-03.json.1.a.tmp", "2026-03.json.corrupt-abc", "notes.txt", ".hidden.json"):
        month.with_name(name).write_bytes(b"x")
    (folder / "history" / "loose.txt").write_bytes(b"x")
    (folder / "history" / ".stfolder").mkdir()

    assert titles(history) == ["March", "February"]
    assert [problem.file for problem in history.problems] == [str(other)]


@pytest.mark.parametrize("content", DAMAGES)
def test_a_copy_that_is_damaged_is_told_and_hides_nothing(
    history: History, month: Path, content: bytes
) -> None:
    copy = month.with_name("2026-03 (conflicted copy).json")
    copy.write_bytes(content)

    assert titles(history) == ["March", "February"]
    (problem,) = history.problems
    assert problem.file == str(copy)
    assert "another program made this copy; move it away" in problem.sentence


def test_names_that_are_not_utf8_are_told(history: History, month: Path) -> None:
    for place in (os.fsencode(month.parent), os.fsencode(month.parent.parent)):
        (Path(os.fsdecode(place + b"/2026-03 \xe4.json"))).mkdir()

    assert titles(history) == ["March", "February"]
    assert ["UTF-8" in problem.sentence for problem in history.problems] == [True] * 2
    assert "".join(map(str, history.problems)).isprintable()


def test_a_disk_that_is_not_there_is_not_an_empty_history(
    history: History, month: Path, folder: Path, tmp_path: Path, make_session: Make
) -> None:
    real = folder / "history"
    real.rename(tmp_path / "carried")
    real.symlink_to(tmp_path / "unplugged")

    assert history.all() == ()
    assert [problem.file for problem in history.problems] == [str(real)]
    with pytest.raises(HistoryError):
        history.add(make_session())
    assert (tmp_path / "carried" / "here-1" / month.name).exists()


def test_a_month_that_is_a_dead_link_is_told_and_not_begun_anew(
    history: History, month: Path, make_session: Make
) -> None:
    month.unlink()
    month.symlink_to(month.with_name("elsewhere"))

    assert titles(history) == ["February"]
    assert "broken link" in history.problems[0].sentence
    with pytest.raises(HistoryError, match="broken link"):
        history.add(make_session("2026-03-11T08:00:00+01:00"))
    assert month.is_symlink()
