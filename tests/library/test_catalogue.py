"""Catalogue of the bundled files and the user's own; bad files are left out and reported."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from footcoach_tui.library.catalogue import load_catalogue

Put = Callable[[str, str], Path]
Text = Callable[..., str]
STEP = '[[steps]]\nexercise = "toe-lift"\n'


def problems(bundled: Path, own: Path) -> list[str]:
    """Every problem of every broken file."""
    catalogue = load_catalogue(bundled, own)
    return [str(problem) for broken in catalogue.broken for problem in broken.problems]


def test_the_bundled_folder_alone(bundled: Path) -> None:
    catalogue = load_catalogue(bundled)
    assert set(catalogue.exercises) == {"toe-lift", "balance", "ball-roll", "hops", "massage"}
    assert set(catalogue.routines) == {"morning"}
    assert set(catalogue.sources) == {"smith-2020"}
    assert catalogue.broken == ()


def test_no_own_folder_is_no_problem(bundled: Path, own_folder: Path) -> None:
    assert load_catalogue(bundled, own_folder) == load_catalogue(bundled)


def test_own_files_stand_beside_the_bundled_ones(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str, exercise_text: Text
) -> None:
    put_file("own/sources.toml", '[jones-2021]\ncitation = "Jones."\n')
    put_file(
        "own/exercises/wiggle.toml", exercise_text("wiggle").replace("smith-2020", "jones-2021")
    )
    text = routine_head.replace("morning", "mine") + 'sources = ["smith-2020", "jones-2021"]\n'
    put_file("own/mine.toml", text + STEP + STEP.replace("toe-lift", "wiggle"))
    catalogue = load_catalogue(bundled, own_folder)
    assert catalogue.broken == ()
    assert [step.exercise.id for step in catalogue.routines["mine"].steps] == ["toe-lift", "wiggle"]
    assert set(catalogue.sources) == {"smith-2020", "jones-2021"}


def test_an_exercise_is_known_by_its_content_wherever_it_lies(
    bundled: Path, own_folder: Path, put_file: Put, exercise_text: Text
) -> None:
    put_file("own/wiggle.toml", exercise_text("wiggle"))
    assert "wiggle" in load_catalogue(bundled, own_folder).exercises


def test_a_bad_file_is_left_out_with_its_name_and_the_others_stay(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    path = put_file("own/mine.toml", routine_head.replace("morning", "mine") + STEP + "repz = 1\n")
    catalogue = load_catalogue(bundled, own_folder)
    (broken,) = catalogue.broken
    assert (broken.file, broken.id, broken.title) == (str(path), "mine", "Morning")
    assert not broken.unreadable
    assert [problem.line for problem in broken.problems] == [11]
    assert set(catalogue.routines) == {"morning"}


def test_what_a_hostile_file_calls_itself_is_cleaned(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    put_file("own/mine.toml", routine_head.replace("Morning", "a\u00adb \ue000"))
    put_file(
        "own/more.toml", routine_head.replace("Morning", "ab \ue000").replace("morning", "more")
    )
    first, second = load_catalogue(bundled, own_folder).broken
    assert (first.id, first.title) == ("morning", "")
    assert (second.id, second.title) == ("more", "ab")


def test_a_name_taken_twice_names_both_files_and_the_bundled_one_stays(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str, exercise_text: Text
) -> None:
    lift = put_file("own/exercises/a.toml", exercise_text("toe-lift").replace("Toe lift", "Other"))
    morning = put_file("own/b.toml", routine_head + STEP)
    sources = put_file(
        "own/sources.toml", '[jones]\ncitation = "J."\n[smith-2020]\ncitation = "X."\n'
    )
    place, other = f"{bundled}/", "already; take another id"
    assert problems(bundled, own_folder) == [
        f"{morning}:1: id: there is a routine “morning” in {place}morning.toml {other}",
        f"{sources}:3: smith-2020: there is a source “smith-2020” in {place}sources.toml {other}",
        f"{lift}:1: id: there is an exercise “toe-lift” in {place}exercises/toe-lift.toml {other}",
    ]
    catalogue = load_catalogue(bundled, own_folder)
    assert catalogue.exercises["toe-lift"].name == "Toe lift"
    assert catalogue.sources["smith-2020"].citation.startswith("Smith")
    assert "jones" in catalogue.sources


def test_of_two_own_files_with_one_name_the_first_stays(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    text = routine_head.replace("morning", "mine") + STEP
    first = put_file("own/a.toml", text)
    second = put_file("own/b.toml", text)
    assert problems(bundled, own_folder) == [
        f"{second}:1: id: there is a routine “mine” in {first} already; take another id"
    ]
    assert "mine" in load_catalogue(bundled, own_folder).routines


def test_a_routine_and_an_exercise_may_have_one_name(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    put_file("own/a.toml", routine_head.replace("morning", "toe-lift") + STEP)
    assert problems(bundled, own_folder) == []


def test_a_fault_in_one_source_leaves_the_others(
    bundled: Path, own_folder: Path, put_file: Put
) -> None:
    path = put_file("own/sources.toml", '[a]\ncitation = "A."\n[b]\ncitation = 5\n')
    catalogue = load_catalogue(bundled, own_folder)
    assert set(catalogue.sources) == {"a", "smith-2020"}
    assert catalogue.broken[0].file == str(path)


def test_a_link_out_of_the_own_folder_is_reported(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    away = put_file("away/mine.toml", routine_head.replace("morning", "mine") + STEP)
    own_folder.mkdir()
    (own_folder / "mine.toml").symlink_to(away)
    assert problems(bundled, own_folder) == [
        f"{own_folder}/mine.toml: is a link to a place outside its folder; copy the file here"
    ]


def test_a_linked_folder_is_fine(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    away = put_file("away/mine.toml", routine_head.replace("morning", "mine") + STEP)
    own_folder.symlink_to(away.parent)
    assert "mine" in load_catalogue(bundled, own_folder).routines


def test_an_own_folder_that_is_a_file_is_reported(
    bundled: Path, own_folder: Path, put_file: Put
) -> None:
    put_file("own", "not a folder")
    (line, *_) = problems(bundled, own_folder)
    assert line == f"{own_folder}: does not exist: a part of its path is not a folder"


def test_loading_sound_files_reads_nothing_twice_and_brings_no_second_parser(
    bundled: Path,
) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from footcoach_tui.library.catalogue import load_catalogue\n"
        f"assert not load_catalogue(Path({str(bundled)!r})).broken\n"
        "print({'tomlkit', 'textual', 'rich', 'tinydb'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
