"""Hostile files do no harm: a clear sentence, never a crash, a hang or an escape code."""

import time
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footcoach_tui.boundary.toml import TomlDocument
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library import parsed_file
from footcoach_tui.library.catalogue import draft_catalogue, load_catalogue
from footcoach_tui.library.check import CheckReport, check
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.validate import validate

Check = Callable[..., CheckReport]
Messages = Callable[[str], list[str]]
STEP = '[[steps]]\nexercise = "toe-lift"\n'


def messages_of(report: Check, path: Path, content: bytes) -> list[str]:
    """Check a file with this content, in less than three seconds."""
    path.write_bytes(content)
    before = time.process_time()
    check_report = report(path)
    assert time.process_time() - before < 3
    assert check_report.unreadable == ()
    return [str(problem).removeprefix(f"{path}:") for problem in check_report.problems]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'id = "\x00"', "1: remove the control character U+0000 NULL"),
        (b'\nid = "\x1b[2J"', "2: remove the control character U+001B ESCAPE"),
        (b'id = "caf\xe9"', "1: is not UTF-8 text (byte 0xE9); save the file as UTF-8"),
        (b"id = " + b"[" * 100_000, "1: brackets are nested too deeply here"),
        (b"\n" + b".".join([b"a"] * 20_000) + b" = 1", "2: has more than 100 dots in one line"),
        (b"\n\nlevel = " + b"9" * 5000, "3: this number has too many digits"),
        (b"id = 1\nid = 2", "2: this key is already there"),
        (b"\xff\xfei\x00d\x00", "1: is not UTF-8 text (byte 0xFF); save the file as UTF-8"),
        (b"PK\x03\x04", "1: remove the control character U+0003 CONTROL CHARACTER"),
    ],
)
def test_what_is_no_toml(check_files: Check, tmp_path: Path, content: bytes, line: str) -> None:
    assert messages_of(check_files, tmp_path / "x.toml", content) == [line]


def test_an_empty_file_lacks_everything(check_files: Check, tmp_path: Path) -> None:
    lines = messages_of(check_files, tmp_path / "x.toml", b"")
    assert "1: id: is missing" in lines
    assert "1: steps: is missing" in lines
    assert len(lines) == 9


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_fine(
    check_files: Check, tmp_path: Path, routine_head: str, ends: str
) -> None:
    text = (routine_head + STEP).replace("\n", ends)
    assert messages_of(check_files, tmp_path / "x.toml", b"\xef\xbb\xbf" + text.encode()) == []


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("\\u001b]52;c;aGk=\\u0007", "U+001B ESCAPE"),
        ("\\u009b2J", "U+009B CONTROL SEQUENCE INTRODUCER"),
        ("\u202egnp", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a\u2066b", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("a\u200bb", "U+200B ZERO WIDTH SPACE"),
        ("a\ufeffb", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ],
)
def test_a_text_with_a_hidden_character(
    messages: Messages, routine_head: str, written: str, named: str
) -> None:
    text = routine_head.replace("A few minutes.", written) + STEP
    assert messages(text) == [f"3: summary: remove the character {named} from this text"]


def test_markup_is_text_like_any_other(messages: Messages, routine_head: str) -> None:
    assert messages(routine_head.replace("Morning", "[/b] [link=x]y[/] :smile:") + STEP) == []


@pytest.mark.parametrize("value", ["3", '"x"', "{}", "[[]]", "[1, 2]", "2024-01-01", "nan", "true"])
@pytest.mark.parametrize("key", ["steps", "id", "title", "effort", "gates", "sources", "weeks"])
def test_any_key_may_hold_anything(
    messages: Messages, routine_head: str, key: str, value: str
) -> None:
    head = "".join(
        line for line in routine_head.splitlines(keepends=True) if not line.startswith(key)
    )
    steps = "" if key == "steps" else STEP
    lines = messages(f"{head}{key} = {value}\n{steps}")
    assert all(key in line for line in lines)
    right = {("title", '"x"'), ("id", '"x"'), ("effort", "[1, 2]"), ("weeks", "[1, 2]")}
    assert bool(lines) is ((key, value) not in right)


def test_deep_nesting_under_an_unknown_key(messages: Messages, routine_head: str) -> None:
    deep = "x = " + "[\n" * 300 + "]" * 300 + "\n"
    assert messages(routine_head + deep + STEP) == ["9: x: unknown key"]


def test_a_table_deep_in_tables(messages: Messages, routine_head: str) -> None:
    deep = ".".join(["swap"] * 50)
    lines = messages(f"{routine_head}{STEP}[steps.{deep}]\nreps = 1\n")
    assert lines == [
        "11: steps[1].swap.exercise: is missing",
        "11: steps[1].swap.swap: unknown key",
    ]


def test_more_faults_than_anybody_reads(check_files: Check, tmp_path: Path) -> None:
    keys = "".join(f"k{number} = 1\n" for number in range(20_000))
    lines = messages_of(check_files, tmp_path / "x.toml", keys.encode())
    assert len(lines) == 101
    assert lines[-1].endswith("has more problems than the 100 listed here")


def test_a_million_phases_take_too_long(messages: Messages, routine_head: str) -> None:
    phases = '{ name = "x", seconds = 0.5, kind = "move" }, ' * 50
    step = f"[[steps]]\nexercise = 'toe-lift'\nreps = 1000\nsets = 100\nphases = [{phases}]\n"
    before = time.process_time()
    (line,) = messages(routine_head + step * 50)
    assert line.startswith("9: steps: take ")
    assert time.process_time() - before < 3


def test_the_names_of_files_and_keys_are_cleaned(check_files: Check, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202e.toml"
    path.write_text('"\\u001b[2J" = 1\n', encoding="utf-8")
    for problem in check_files(path).problems:
        assert not any(category(char) in {"Cc", "Cf"} for char in str(problem))


def test_an_own_folder_full_of_rubbish_leaves_the_catalogue_whole(
    bundled: Path, own_folder: Path
) -> None:
    own_folder.mkdir()
    (own_folder / "folder.toml").mkdir()
    (own_folder / "a.toml").write_bytes(b"\xff" * 1000)
    (own_folder / "b.toml").write_bytes(b"[" * 100_000)
    (own_folder / "c.toml").symlink_to("c.toml")
    (own_folder / "d.toml").symlink_to("/dev/zero")
    (own_folder / "e.toml").write_bytes(b"")
    (own_folder / "sources.toml").write_bytes(b"x = 1\n")
    (own_folder / ".#f.toml").symlink_to("nowhere")
    catalogue = load_catalogue(bundled, own_folder)
    assert set(catalogue.routines) == {"morning"}
    assert len(catalogue.exercises) == 5
    assert sorted(Path(broken.file).name for broken in catalogue.broken) == [
        "a.toml", "b.toml", "c.toml", "d.toml", "e.toml", "folder.toml", "sources.toml",
    ]  # fmt: skip


ROOT = Path(__file__).parents[2] / "routines"
BAD: tuple[Any, ...] = (3, -1, 10**6, float("nan"), "\x1b[2J", {}, [], [[]], True, None)


def paths_in(value: Any, at: KeyPath = ()) -> Iterator[KeyPath]:
    """Every path of keys in a file's values."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield (*at, key)
        if isinstance(inner, dict | list):
            yield from paths_in(inner, (*at, key))


def spoilt(values: Any, path: KeyPath, bad: object) -> Any:
    """A copy in which a value is bad, or gone."""
    copy = deepcopy(values)
    table = copy
    for key in path[:-1]:
        table = table[key]
    if bad is None:
        del table[path[-1]]
    else:
        table[path[-1]] = bad
    return copy


@pytest.mark.parametrize("name", ["exercises/ball-roll.toml", "pre-run-activation-4min.toml"])
def test_any_key_of_a_file_may_be_wrong_in_any_way(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ROOT / name
    draft, _ = draft_catalogue(ROOT, None, ParseCache())
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    keys = list(paths_in(values))
    wrong = 0
    for number, key in enumerate(keys):
        for bad in BAD[number % len(BAD)], {"x": "y"}:
            document = TomlDocument(name, "", spoilt(values, key, bad))
            monkeypatch.setattr(parsed_file, "parse_toml", lambda *_, document=document: document)
            (report,) = validate([path], draft.with_free_ids(), ParseCache())
            assert all(str(problem).isprintable() for problem in report.problems)
            wrong += bool(report.problems)
    assert wrong > len(keys)
    assert len(keys) > 60


WORDS = "id steps dose title exercise reps tempo phases toe-lift = [ ] [[ ]] { } , . 1 -1 nan true"
TOKENS = st.sampled_from([*WORDS.split(), "\n", "\n", '"', "'", "\x1b", "\u202e"])


@given(st.lists(TOKENS, max_size=60).map(" ".join) | st.binary(max_size=60))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=4 * settings().max_examples,
)
def test_whatever_is_in_a_file_nothing_is_raised(
    bundled: Path, tmp_path: Path, content: str | bytes
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for problem in check([path], bundled=bundled).problems:
        assert problem.line >= 1 or "more problems" in problem.sentence
        assert all(category(char) not in {"Cc", "Cf"} for char in str(problem))
