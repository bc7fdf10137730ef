"""What was read once is known the next time, and never believed when it is not so any more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.boundary.folders import bundled_routines
from footcoach_tui.boundary.toml import Document
from footcoach_tui.boundary.toml import parse as stock
from footcoach_tui.library import parsed_file
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.check import check
from footcoach_tui.library.parse_cache import head_of

Put = Callable[[str, str], Path]
STEP = '[[steps]]\nexercise = "toe-lift"\n'


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where readings are kept."""
    return tmp_path / "routines.index"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed from now on."""
    names: list[str] = []

    def parse(content: bytes, file: str) -> Document:
        names.append(Path(file).name)
        return stock(content, file)

    monkeypatch.setattr(parsed_file, "parse", parse)
    return names


def files_of(kept: Path) -> dict[str, object]:
    """What is kept, by the path of the file it was read from."""
    files: dict[str, object] = json.loads(kept.read_bytes().partition(b"\n")[2])
    return files


def test_the_bundled_files_are_the_same_from_readings(kept: Path, parsed: list[str]) -> None:
    first = load_catalogue(bundled_routines(), None, kept)
    assert parsed
    parsed.clear()

    assert load_catalogue(bundled_routines(), None, kept) == first
    assert parsed == []


def test_a_file_that_changed_is_read_anew_and_only_that_one(
    bundled: Path, kept: Path, parsed: list[str]
) -> None:
    load_catalogue(bundled, None, kept)
    parsed.clear()
    file = bundled / "morning.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"Morning"', '"Evening"'))

    assert load_catalogue(bundled, None, kept).routines["morning"].title == "Evening"
    assert parsed == ["morning.toml"]


def test_a_faulty_file_is_told_of_each_time(
    bundled: Path, own: Path, kept: Path, put: Put, routine_head: str
) -> None:
    put("own/mine.toml", routine_head.replace("morning", "mine") + STEP + "repz = 1\n")
    first, second = (load_catalogue(bundled, own, kept) for _ in range(2))
    assert first.broken == second.broken != ()


def test_what_a_sound_file_lacks_elsewhere_is_told_with_its_line(
    bundled: Path, own: Path, kept: Path, put: Put, routine_head: str
) -> None:
    text = routine_head.replace("morning", "mine") + STEP.replace("toe-lift", "gone")
    put("own/mine.toml", "\ufeff" + text)
    (first,), (second,) = (load_catalogue(bundled, own, kept).broken for _ in range(2))
    assert first == second
    assert first.problems[0].line == len(text.splitlines())


def test_a_file_that_is_gone_is_forgotten(bundled: Path, kept: Path) -> None:
    load_catalogue(bundled, None, kept)
    (bundled / "exercises" / "hops.toml").unlink()

    assert "hops" not in load_catalogue(bundled, None, kept).exercises
    assert "hops" not in kept.read_text(encoding="utf-8")


def test_another_edition_reads_for_itself(bundled: Path, kept: Path, parsed: list[str]) -> None:
    load_catalogue(bundled, None, kept)
    former = kept.read_bytes()
    kept.write_bytes(former.replace(b".", b".9", 1))
    parsed.clear()

    load_catalogue(bundled, None, kept)
    assert len(parsed) == len(files_of(kept))
    assert kept.read_bytes() == former


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"[" * 100_000,
        "7",
        "[]",
        '{"FILE": 3}',
        '{"FILE": ["a", "b"]}',
        '{"FILE": [1, "routine", {}]}',
        '{"FILE": ["a", "poem", {}]}',
        '{"FILE": ["a", "routine", 5]}',
        '{"FILE": ["\\ud800", "routine", {}]}',
    ],
)
def test_readings_that_are_none_change_nothing(
    bundled: Path, kept: Path, damaged: bytes | str
) -> None:
    first = load_catalogue(bundled, None, kept)
    whole = kept.read_bytes()
    if isinstance(damaged, str):
        files = damaged.replace("FILE", str(bundled / "morning.toml")).encode()
        damaged = head_of(files) + b"\n" + files
    kept.write_bytes(damaged)

    assert load_catalogue(bundled, None, kept) == first
    assert kept.read_bytes() == whole


def test_a_damaged_bit_anywhere_changes_nothing(bundled: Path, kept: Path) -> None:
    first = load_catalogue(bundled, None, kept)
    whole = kept.read_bytes()
    for place in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        kept.write_bytes(damaged)
        assert load_catalogue(bundled, None, kept) == first
        assert kept.read_bytes() == whole


def test_nothing_is_made_where_there_is_no_folder(bundled: Path, tmp_path: Path) -> None:
    load_catalogue(bundled, None, tmp_path / "nowhere" / "routines.index")
    assert not (tmp_path / "nowhere").exists()


def test_a_check_believes_no_readings(bundled: Path, kept: Path, parsed: list[str]) -> None:
    load_catalogue(bundled, None, kept)
    parsed.clear()
    check([], bundled=bundled, own=None)
    assert len(parsed) == len(files_of(kept))
