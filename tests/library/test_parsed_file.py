"""A cached file is not parsed again; a changed file or a damaged cache is never used."""

import json
import stat
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.boundary.toml import TomlDocument
from footcoach_tui.boundary.toml import parse_toml as original_parse_toml
from footcoach_tui.library import parsed_file, semantics
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.check import check

Put = Callable[[str, str], Path]
STEP = '[[steps]]\nexercise = "toe-lift"\n'


@pytest.fixture
def cache_file(tmp_path: Path) -> Path:
    """Path of the cache."""
    return tmp_path / "routines.index"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are parsed from now on."""
    names: list[str] = []

    def parse(content: bytes, file: str) -> TomlDocument:
        names.append(Path(file).name)
        return original_parse_toml(content, file)

    monkeypatch.setattr(parsed_file, "parse_toml", parse)
    return names


def entries_of(cache_file: Path) -> dict[str, object]:
    """Entries of the cache by path."""
    content: dict[str, dict[str, object]] = json.loads(cache_file.read_bytes().partition(b"\n")[2])
    return content["files"]


def test_the_bundled_files_are_the_same_from_the_cache(cache_file: Path, parsed: list[str]) -> None:
    first = load_catalogue(bundled_routines_folder(), None, cache_file)
    assert parsed
    parsed.clear()

    assert load_catalogue(bundled_routines_folder(), None, cache_file) == first
    assert parsed == []


def test_only_a_changed_file_is_parsed_again(
    bundled: Path, cache_file: Path, parsed: list[str]
) -> None:
    load_catalogue(bundled, None, cache_file)
    parsed.clear()
    file = bundled / "morning.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"Morning"', '"Evening"'))

    assert load_catalogue(bundled, None, cache_file).routines["morning"].title == "Evening"
    assert parsed == ["morning.toml"]


def test_a_faulty_file_is_reported_each_time(
    bundled: Path, own_folder: Path, cache_file: Path, put_file: Put, routine_head: str
) -> None:
    put_file("own/mine.toml", routine_head.replace("morning", "mine") + STEP + "repz = 1\n")
    first, second = (load_catalogue(bundled, own_folder, cache_file) for _ in range(2))
    assert first.broken == second.broken != ()


def test_a_cached_file_with_a_missing_exercise_is_reported_with_its_line(
    bundled: Path, own_folder: Path, cache_file: Path, put_file: Put, routine_head: str
) -> None:
    text = routine_head.replace("morning", "mine") + STEP.replace("toe-lift", "gone")
    put_file("own/mine.toml", "\ufeff" + text)
    (first,), (second,) = (load_catalogue(bundled, own_folder, cache_file).broken for _ in range(2))
    assert first == second
    assert first.problems[0].line == len(text.splitlines())


def test_files_that_were_sound_together_are_not_checked_again(
    bundled: Path,
    own_folder: Path,
    cache_file: Path,
    put_file: Put,
    routine_head: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_file("own/mine.toml", routine_head.replace("morning", "mine") + STEP)
    first = load_catalogue(bundled, own_folder, cache_file)
    monkeypatch.setattr(semantics, "semantic_faults", lambda *_: pytest.fail("checked again"))

    assert load_catalogue(bundled, own_folder, cache_file) == first
    assert "mine" in first.routines


@pytest.mark.parametrize("is_gone", [True, False], ids=["gone", "changed"])
def test_what_a_routine_needs_of_another_file_is_checked_again(
    bundled: Path,
    own_folder: Path,
    cache_file: Path,
    put_file: Put,
    routine_head: str,
    *,
    is_gone: bool,
) -> None:
    text = (bundled / "exercises" / "toe-lift.toml").read_text(encoding="utf-8")
    exercise = put_file("own/exercises/own-lift.toml", text.replace('"toe-lift"', '"own-lift"'))
    step = STEP.replace("toe-lift", "own-lift")
    put_file("own/mine.toml", routine_head.replace("morning", "mine") + step)
    for _ in range(2):
        assert load_catalogue(bundled, own_folder, cache_file).broken == ()
    if is_gone:
        exercise.unlink()
    else:
        put_file("own/exercises/own-lift.toml", text.replace('"toe-lift"', '"other-lift"'))

    (broken,) = load_catalogue(bundled, own_folder, cache_file).broken
    assert "own-lift" in broken.problems[0].sentence


def test_a_file_that_is_gone_leaves_the_cache(bundled: Path, cache_file: Path) -> None:
    load_catalogue(bundled, None, cache_file)
    (bundled / "exercises" / "hops.toml").unlink()

    assert "hops" not in load_catalogue(bundled, None, cache_file).exercises
    assert "hops" not in cache_file.read_text(encoding="utf-8")


def test_the_cache_of_another_edition_is_not_used(
    bundled: Path, cache_file: Path, parsed: list[str]
) -> None:
    load_catalogue(bundled, None, cache_file)
    former = cache_file.read_bytes()
    cache_file.write_bytes(former.replace(b".", b".9", 1))
    parsed.clear()

    load_catalogue(bundled, None, cache_file)
    assert len(parsed) == len(entries_of(cache_file))
    assert cache_file.read_bytes() == former


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
        '{"files": {}}',
        '{"files": {}, "sound": 5}',
        '{"files": {}, "sound": [["FILE"]]}',
        '{"files": {"FILE": 3}, "sound": []}',
        '{"files": {"FILE": ["a", "b"]}, "sound": []}',
        '{"files": {"FILE": [1, "routine", {}]}, "sound": []}',
        '{"files": {"FILE": ["a", "poem", {}]}, "sound": []}',
        '{"files": {"FILE": ["a", "routine", 5]}, "sound": []}',
        '{"files": {"FILE": ["\\ud800", "routine", {}]}, "sound": []}',
    ],
)
def test_a_damaged_cache_changes_nothing(
    bundled: Path, cache_file: Path, damaged: bytes | str
) -> None:
    first = load_catalogue(bundled, None, cache_file)
    whole = cache_file.read_bytes()
    if isinstance(damaged, str):
        files = damaged.replace("FILE", str(bundled / "morning.toml")).encode()
        edition = whole.partition(b"\n")[0].rpartition(b" ")[0]
        damaged = b"%s %08x\n%s" % (edition, zlib.crc32(files), files)
    cache_file.write_bytes(damaged)

    assert load_catalogue(bundled, None, cache_file) == first
    assert cache_file.read_bytes() == whole


def test_a_damaged_bit_anywhere_changes_nothing(bundled: Path, cache_file: Path) -> None:
    first = load_catalogue(bundled, None, cache_file)
    whole = cache_file.read_bytes()
    for offset in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[offset] ^= 1 << offset % 8
        cache_file.write_bytes(damaged)
        assert load_catalogue(bundled, None, cache_file) == first
        assert cache_file.read_bytes() == whole


def test_a_private_folder_is_made_for_the_cache(bundled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere" / "cache"
    load_catalogue(bundled, None, folder / "routines.index")
    assert entries_of(folder / "routines.index")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_where_no_folder_can_be_made_there_is_no_cache(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    assert load_catalogue(bundled, None, tmp_path / "taken" / "cache").routines


def test_check_ignores_the_cache(bundled: Path, cache_file: Path, parsed: list[str]) -> None:
    load_catalogue(bundled, None, cache_file)
    parsed.clear()
    check([], bundled=bundled, own=None)
    assert len(parsed) == len(entries_of(cache_file))
