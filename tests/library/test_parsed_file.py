"""A cached file is not parsed again; a changed file or a damaged cache is never used."""

import json
import stat
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.boundary.toml import TomlDocument
from footcoach_tui.boundary.toml import parse_toml as original_parse_toml
from footcoach_tui.library import parsed_file, semantics
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.check import check
from footcoach_tui.library.faults import Fault
from footcoach_tui.library.kinds import FileKind, TomlTable

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
    content: dict[str, dict[str, object]] = json.loads(cache_file.read_bytes().split(b"\n", 2)[1])
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


def test_a_faulty_file_has_no_other_checked_again(
    bundled: Path,
    own_folder: Path,
    cache_file: Path,
    put_file: Put,
    routine_head: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_file("own/mine.toml", routine_head.replace("morning", "mine") + STEP)
    faulty = routine_head.replace("morning", "faulty") + STEP.replace("toe-lift", "gone")
    put_file("own/faulty.toml", faulty)
    first = load_catalogue(bundled, own_folder, cache_file)
    checked: list[str] = []
    original = semantics.semantic_faults

    def note(kind: FileKind, table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
        checked.append(table["id"])
        return original(kind, table, draft)

    monkeypatch.setattr(semantics, "semantic_faults", note)
    assert load_catalogue(bundled, own_folder, cache_file) == first
    assert checked == ["faulty"]


def test_a_check_takes_what_was_sound_from_the_cache(
    bundled: Path, own_folder: Path, cache_file: Path, parsed: list[str], put_file: Put
) -> None:
    put_file("own/mine.toml", "id = 5")
    first = check([], bundled=bundled, own=own_folder, cache_file=cache_file)
    parsed.clear()
    assert check([], bundled=bundled, own=own_folder, cache_file=cache_file) == first
    assert parsed == ["mine.toml"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(changes=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=12))
@example(changes=[(0, 3), (1, 1), (0, 4)])  # a source is gone from a file that has faults
@example(changes=[(1, 0), (3, 0), (4, 0), (3, 5)])  # the routine before is gone
def test_with_a_cache_the_catalogue_is_what_it_is_without(
    bundled: Path,
    routine_head: str,
    exercise_text: Callable[..., str],
    changes: list[tuple[int, int]],
) -> None:
    lift, other = exercise_text("own"), exercise_text("zwei")
    source = '[mine]\ncitation = "A book."\n'
    routine = routine_head.replace("morning", "mine")
    after = routine_head.replace("morning", "after")
    own_step = STEP.replace("toe-lift", "own")
    variants = {
        "sources.toml": [
            "",
            source,
            source.replace("mine", "other"),
            f"{source}[bad]\n",
            "[bad]\n",
        ],
        "exercises/own.toml": [lift, lift.replace("smith-2020", "mine"), lift[:200]],
        "exercises/zwei.toml": [other, lift, other.replace("smith-2020", "mine")],
        "mine.toml": [routine + STEP, routine + own_step, routine + STEP + "repz = 1\n"],
        "after.toml": [f'{after}previous = "{name}"\n{own_step}' for name in ("mine", "gone")],
    }
    with tempfile.TemporaryDirectory() as folder:
        own, cache_file = Path(folder, "own"), Path(folder, "cache")
        (own / "exercises").mkdir(parents=True)
        for place, number in changes:
            name, texts = list(variants.items())[place]
            if number < len(texts):
                (own / name).write_text(texts[number], encoding="utf-8")
            else:
                (own / name).unlink(missing_ok=True)
            expected = load_catalogue(bundled, own)
            assert load_catalogue(bundled, own, cache_file) == expected


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
        '{"files": {}, "sound": [[["FILE"], 5]]}',
        '{"files": {"FILE": 3}, "sound": []}',
        '{"files": {"FILE": ["routine", {}]}, "sound": []}',
        '{"files": {"FILE": [1, {}, 0]}, "sound": []}',
        '{"files": {"FILE": ["poem", {}, 0]}, "sound": []}',
        '{"files": {"FILE": ["routine", 5, 0]}, "sound": []}',
        '{"files": {"FILE": ["routine", {}, "a"]}, "sound": []}',
        '{"files": {"FILE": ["routine", {}, 1e9]}, "sound": []}',
        '{"files": {"FILE": ["routine", {}, 1000]}, "sound": [[[], ["FILE"]]]}',
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
