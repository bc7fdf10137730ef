"""`footcoach pack`."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
PutRoutine = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def own(
    put_routine: PutRoutine,
    routine_text: Callable[..., str],
    self_paced: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The own routines slow and swapped with the own exercise massage, and two sources."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    swap = 'exercise = "heel-raise-single"\n[steps.swap]\nexercise = "massage"'
    gate = '[steps.gate]\nrequires = ["You slept."]'
    head = 'author = "Jo"\nlicence = "CC0"\nsources = ["jo-2020", "ridge-2019"]\n'
    put_routine("swapped.toml", head + routine_text("swapped", f"{swap}\n{gate}"))
    put_routine(
        "sources.toml",
        '[jo-2020]\ncitation = "Jo. “Toes”. 2020."\nlink = "https://jo.example/1"\n'
        '[other-2020]\ncitation = "Not cited."\n',
    )
    assert self_paced == "slow"


def names(path: str) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_a_pack_has_what_its_routines_need_and_no_more(footcoach: Footcoach) -> None:
    done = footcoach("pack", "swapped")
    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        "swapped.zip has",
        "  routine   Swapped (swapped): 1 step, 6:42 min; by Jo; licence CC0",
        "  exercise  Massage (massage): 5 reps; no author is named; no licence is named",
        "  sources   1 cited work",
        'Without a licence others may not pass it on; a line licence = "CC BY 4.0" allows it.',
        "  footcoach add swapped.zip    adds it on another machine",
    ]
    assert names("swapped.zip") == ["exercises/massage.toml", "sources.toml", "swapped.toml"]
    with zipfile.ZipFile("swapped.zip") as archive:
        assert archive.read("sources.toml").decode() == (
            '[jo-2020]\ncitation = "Jo. “Toes”. 2020."\nlink = "https://jo.example/1"\n'
        )


def test_the_bytes_are_the_same_each_time(footcoach: Footcoach, data: Path) -> None:
    assert footcoach("pack", "swapped", "slow", "-o", "a.zip").code == 0
    for path in data.rglob("*.toml"):
        os.utime(path, (0, 0))
        path.chmod(0o644)
    assert footcoach("pack", "slow", "swapped", "massage", "--output", "b.zip").code == 0
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()


def test_what_was_packed_can_be_added_elsewhere(
    footcoach: Footcoach, tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    footcoach("pack", "swapped", "slow", "-o", "a.zip")
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "other"))
    assert footcoach("add", "a.zip", "--yes").code == 0
    assert footcoach("check").out == ""
    for name in ("swapped.toml", "slow.toml", "exercises/massage.toml"):
        new = (tmp_path / "other" / "routines" / name).read_bytes()
        assert new == (data / "routines" / name).read_bytes()


def test_a_pack_that_others_could_not_add_is_not_made(
    footcoach: Footcoach, put_routine: PutRoutine, routine_text: Callable[..., str]
) -> None:
    text = 'next = "slow"\n' + routine_text("first", 'exercise = "toe-yoga"')
    put_routine("first.toml", text)
    done = footcoach("pack", "first")
    assert (done.code, done.err) == (
        1,
        "footcoach: nothing was packed: others could not add it without what is missing\n",
    )
    assert done.lines == ["first.zip/first.toml:1: next: there is no routine “slow”"]
    assert not Path("first.zip").exists()
    assert footcoach("pack", "first", "slow").code == 0


def test_a_file_is_replaced_only_by_force(footcoach: Footcoach, run_refused: Refused) -> None:
    Path("slow.zip").write_text("mine")
    assert run_refused("pack", "slow") == "slow.zip: already exists; --force replaces it"
    assert Path("slow.zip").read_text() == "mine"
    assert footcoach("pack", "slow", "--force").code == 0
    assert "slow.toml" in names("slow.zip")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("slwo", "no routine or exercise is called “slwo”; did you mean “slow”?"),
        ("../x\x1b", "no routine or exercise is called “../x”"),
        (
            "hops-next",
            "“hops-next” comes with footcoach: everybody has it",
        ),
    ],
)
def test_what_cannot_be_packed_is_a_sentence(
    run_refused: Refused, name: str, sentence: str
) -> None:
    assert run_refused("pack", name) == sentence
    assert not [*Path().iterdir()]


def test_a_file_with_problems_is_not_packed(run_refused: Refused, put_routine: PutRoutine) -> None:
    path = put_routine("bad.toml", 'id = "bad"\ntitle = 5\n')
    assert run_refused("pack", "bad") == (
        f"{path}: cannot be packed: footcoach check lists its problems"
    )
