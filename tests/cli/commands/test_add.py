"""`footcoach add`."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile_packs import HOSTILE_PACKS, routine, zip_of

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.streamed_write import write_stream

Footcoach = Callable[..., Any]
PutRoutine = Callable[[str, str], Path]
Snapshot = dict[str, bytes | None]

TOE_FAN = """\
id = "toe-fan"
name = "Toe fan"
author = "Jo \\u202e"
purpose = "Wakes the toes."
why = "It feels good."
how = ["Sit.", "Fan.", "Breathe."]
cues = ["Slow", "Soft"]
errors = ["Rushing."]
stop_if = ["Sharp pain."]
position = "seated"
equipment = []
level = 1
source_status = "footcoach"
evidence = "No trial is known to us."
[dose]
mode = "self-paced"
reps = 5
[[dose_sources]]
text = "Our own number."
source = "jo-2020"
grade = "F"
"""
SOURCES = '[jo-2020]\ncitation = "Jo. Toes. 2020."\n'


def snapshot(folder: Path) -> Snapshot:
    """Return every path below a folder, with the content of small regular files."""
    found: Snapshot = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root, name)
            is_small = path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 20
            found[str(path)] = path.read_bytes() if is_small else None
    return found


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with a routine, an own exercise and a source."""
    path = tmp_path / "evening.zip"
    text = routine("evening").replace("ankle-circles", "toe-fan")
    path.write_bytes(
        zip_of(
            ("evening.toml", f'author = "Jo"\nlicence = "CC BY 4.0"\n{text}'),
            ("exercises/toe-fan.toml", TOE_FAN.replace(" \\u202e", "")),
            ("sources.toml", SOURCES),
        )
    )
    return path


@pytest.mark.parametrize("name", HOSTILE_PACKS)
def test_a_hostile_pack_is_refused_in_a_sentence_and_nothing_is_written(
    footcoach: Footcoach, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    path = HOSTILE_PACKS[name](folder)
    before = snapshot(tmp_path)

    done = footcoach("add", str(path), "--yes")

    assert done.code in (1, 2)
    lines = [*done.lines, *done.err.splitlines()]
    assert lines
    assert all(line.isprintable() and len(line) < 1000 for line in lines)
    if done.code == 2:
        assert len(lines) == 1
        assert "Traceback" not in done.err
        assert "internal error" not in done.err
    else:
        assert lines[-1] in ("footcoach: nothing was added", "There is nothing to add.")
    assert snapshot(tmp_path) == before


def test_there_are_more_than_forty_of_them() -> None:
    assert len(HOSTILE_PACKS) > 40


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("up", "has an entry called “../a.toml”; names must be plain, and stay inside"),
        ("encrypted", "has an encrypted file, “a.toml”; ask for one without a password"),
        ("many", "has more than 500 entries"),
        ("bomb-ratio", "has a file, “a.toml”, that grows more than 100 times when unpacked"),
        ("bomb-large", "has a file, “a.toml”, of more than 256 KiB"),
        ("bomb-total", "has files of more than 8 MiB in all"),
        ("symlink", "has an entry, “a.toml”, that is not a regular file"),
        ("twice-by-case", "has two entries called “A.TOML”"),
        ("truncated", "is not a zip file, or is damaged"),
        ("folder-entry", "has a folder called “a.toml/”, where a file should be"),
        ("id-differs", "its id is “b”; a file has the name of its id"),
        ("folder-exercises-out", "is a link; copy the folder here"),
        ("in-a-folder-fifo", "is not a regular file"),
        ("folder-link-out", "is a link to a place outside its folder; copy the file here"),
    ],
)
def test_the_sentence_says_what_is_wrong(
    footcoach: Footcoach, tmp_path: Path, name: str, sentence: str
) -> None:
    done = footcoach("add", str(HOSTILE_PACKS[name](tmp_path)), "--yes")
    assert f": {sentence}\n" in done.out + done.err


def test_a_pack_is_shown_and_added_whole(footcoach: Footcoach, data: Path, pack: Path) -> None:
    done = footcoach("add", str(pack), "--yes")
    own = data / "routines"
    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        "evening.zip brings",
        "  routine   Evening feet (evening): 1 step, 0:08 min; by Jo; licence CC BY 4.0",
        "  exercise  Toe fan (toe-fan): 5 reps; by Jo; no licence is named",
        "  sources   1 cited work",
        f"Added 3 files to {own}",
        "  footcoach play evening    plays it",
        "  footcoach add --undo    removes what was added",
    ]
    assert (own / "evening-sources.toml").read_text() == SOURCES
    assert (own / "exercises" / "toe-fan.toml").stat().st_mode & 0o777 == 0o600
    checked = footcoach("check")
    assert (checked.code, checked.out) == (0, "")
    assert "- Licence: CC BY 4.0" in footcoach("show", "evening").lines


def test_a_dry_run_and_a_run_that_cannot_ask_write_nothing(
    footcoach: Footcoach, data: Path, pack: Path
) -> None:
    assert footcoach("add", str(pack), "--dry-run").code == 0
    done = footcoach("add", str(pack))
    assert (done.code, done.err) == (1, "footcoach: nothing was added; add --yes to add it\n")
    assert not data.exists()


def test_ids_that_exist_are_refused_with_their_names(
    footcoach: Footcoach, put_routine: PutRoutine, pack: Path, data: Path
) -> None:
    theirs = put_routine("mine.toml", routine("evening", title='"My evening"'))
    done = footcoach("add", str(pack), "--yes")
    assert (done.code, done.err) == (1, "footcoach: nothing was added\n")
    assert done.lines == [
        f"{pack}/evening.toml: “evening” is there already: My evening, in {theirs}"
    ]
    assert [path.name for path in (data / "routines").rglob("*.toml")] == ["mine.toml"]


def test_a_file_in_the_place_of_a_new_one_is_not_written_over(
    footcoach: Footcoach, put_routine: PutRoutine, pack: Path
) -> None:
    other = put_routine("evening.toml", routine("something-else"))
    before = other.read_bytes()
    done = footcoach("add", str(pack), "--yes")
    assert done.code == 1
    assert f"there is a file {other} already" in done.out
    assert other.read_bytes() == before


def test_what_is_there_already_is_not_added_again(footcoach: Footcoach, pack: Path) -> None:
    footcoach("add", str(pack), "--yes")
    done = footcoach("add", str(pack), "--yes")
    assert done.code == 1
    assert done.lines[1:] == [
        "  2 files that you have already, the same",
        "There is nothing to add.",
    ]


def test_a_second_pack_may_bring_the_same_exercise_and_source(
    footcoach: Footcoach, pack: Path, tmp_path: Path, data: Path
) -> None:
    footcoach("add", str(pack), "--yes")
    second = tmp_path / "morning.zip"
    text = routine("morning").replace("ankle-circles", "toe-fan")
    second.write_bytes(
        zip_of(
            ("morning.toml", text),
            ("exercises/toe-fan.toml", TOE_FAN.replace(" \\u202e", "")),
            ("sources.toml", SOURCES + '[jo-2021]\ncitation = "Jo. Heels. 2021."\n'),
        )
    )
    assert footcoach("add", str(second), "--yes").code == 0
    new = (data / "routines" / "morning-sources.toml").read_text()
    assert new == '[jo-2021]\ncitation = "Jo. Heels. 2021."\n'
    assert footcoach("check").out == ""


def test_an_undo_removes_what_was_added_and_nothing_else(
    footcoach: Footcoach, pack: Path, put_routine: PutRoutine, data: Path
) -> None:
    put_routine("mine.toml", routine("mine"))
    footcoach("add", str(pack), "--yes")
    done = footcoach("add", "--undo")
    assert (done.code, done.out, done.err) == (0, "evening.zip: 3 files removed\n", "")
    assert [path.name for path in (data / "routines").rglob("*.toml")] == ["mine.toml"]
    assert footcoach("add", "--undo").code == 2


def test_an_undo_keeps_a_file_that_was_changed(
    footcoach: Footcoach, pack: Path, data: Path
) -> None:
    footcoach("add", str(pack), "--yes")
    changed = data / "routines" / "exercises" / "toe-fan.toml"
    changed.write_text(changed.read_text() + "# mine now\n")
    done = footcoach("add", "--undo")
    assert done.lines == [
        "evening.zip: 1 file removed",
        *(
            f"  {data}/routines/{place} stays: it was changed since, or a file that was may need it"
            for place in ("exercises/toe-fan.toml", "evening-sources.toml")
        ),
    ]
    assert done.err == ""


def test_an_undo_keeps_what_a_changed_routine_needs(
    footcoach: Footcoach, pack: Path, data: Path
) -> None:
    footcoach("add", str(pack), "--yes")
    (changed,) = [
        path
        for path in (data / "routines").glob("*.toml")
        if not path.name.endswith("sources.toml")
    ]
    changed.write_text(changed.read_text() + "# mine now\n")
    done = footcoach("add", "--undo")
    assert done.lines[0] == "evening.zip: 0 files removed"
    assert footcoach("check").code == 0


@pytest.mark.parametrize(
    "record",
    ["", "[", "[1]", '[["p", {"../../secret.toml": 1}]]', '[["p", {"/etc/x.toml": 1}]]', "{}"],
)
def test_a_damaged_record_removes_nothing(
    footcoach: Footcoach, state: Path, record: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("")
    state.mkdir(parents=True)
    (state / "added.json").write_text(record)
    assert "Traceback" not in footcoach("add", "--undo").err
    assert secret.exists()


def test_a_disk_that_fails_leaves_nothing(
    footcoach: Footcoach, pack: Path, data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def failing(path: Path, pieces: Iterator[bytes]) -> None:
        if path.name == "evening.toml":
            raise WriteError(path, "could not be saved: no space left on device")
        write_stream(path, pieces)

    monkeypatch.setattr("footcoach_tui.authoring.added_files.write_stream", failing)
    done = footcoach("add", str(pack), "--yes")
    assert done.code == 2
    assert "no space left on device" in done.err
    assert [path for path in data.rglob("*") if path.is_file()] == []
    assert json.loads((state / "added.json").read_text()) == []


def test_a_folder_and_a_single_file_can_be_added(
    footcoach: Footcoach, tmp_path: Path, data: Path
) -> None:
    folder = tmp_path / "shared"
    (folder / "exercises").mkdir(parents=True)
    (folder / "README.md").write_text("hello")
    (folder / "one.toml").write_text(routine("one"))
    fan = TOE_FAN.replace('source = "jo-2020"\n', "").replace(" \\u202e", "")
    (folder / "exercises" / "toe-fan.toml").write_text(fan)
    single = tmp_path / "two (1).toml"
    single.write_text(routine("two"))
    assert footcoach("add", str(folder), "--yes").code == 0
    assert footcoach("add", str(single), "--yes").code == 0
    names = {str(path.relative_to(data / "routines")) for path in data.rglob("*.toml")}
    assert names == {"one.toml", "two.toml", "exercises/toe-fan.toml"}


def test_a_zip_of_a_folder_may_have_that_folder_around_it_and_other_files(
    footcoach: Footcoach, tmp_path: Path, data: Path
) -> None:
    path = tmp_path / "mac.zip"
    path.write_bytes(
        zip_of(
            ("shared/", ""),
            ("shared/one.toml", routine("one")),
            ("shared/README.md", "# \x1b[2J"),
            ("__MACOSX/shared/._one.toml", b"\0\5\x16\7"),
        )
    )
    done = footcoach("add", str(path), "--yes")
    assert (done.code, done.err) == (0, "")
    assert "Left out: shared/README.md, __MACOSX/shared/._one.toml" in done.lines
    assert [path.name for path in data.rglob("*.toml")] == ["one.toml"]


def test_the_words_of_a_pack_reach_the_terminal_clean(footcoach: Footcoach, tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(zip_of(("exercises/toe-fan.toml", TOE_FAN), ("sources.toml", SOURCES)))
    done = footcoach("add", str(path), "--dry-run")
    assert "U+202E" in done.out
    assert "\u202e" not in done.out


@pytest.mark.parametrize("arguments", [["add"], ["add", "x.zip", "--undo"]])
def test_a_pack_or_an_undo_is_named(footcoach: Footcoach, arguments: list[str]) -> None:
    done = footcoach(*arguments)
    assert (done.code, done.err) == (
        2,
        "footcoach: name a pack, a folder or a file to add; or --undo, without a name\n",
    )


class _Terminal:
    """Standard input of a person who types an answer."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self.answer


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_at_a_terminal_it_asks(
    footcoach: Footcoach, pack: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    done = footcoach("add", str(pack))
    assert done.code == code
    assert "Add 3 files? [y/n] " in done.out
    assert ("Nothing was added." in done.lines[-1]) == bool(code)
