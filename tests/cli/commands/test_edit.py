"""`footcoach edit`, with scripts as editors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
PutRoutine = Callable[[str, str], Path]
UseEditor = Callable[[str], None]


@pytest.fixture
def use_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UseEditor:
    """Set the editor to a shell script, which gets the path as $1."""

    def use(text: str) -> None:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(path))

    return use


@pytest.fixture
def mine(put_routine: PutRoutine, routine_text: Callable[..., str]) -> Path:
    return put_routine("mine.toml", routine_text("mine", 'exercise = "toe-yoga"\nreps = 6'))


def test_a_sound_file_says_what_comes_next(
    footcoach: Footcoach, use_editor: UseEditor, mine: Path
) -> None:
    use_editor("sed -i 's/^reps = 6/reps = 7/' \"$1\"")
    done = footcoach("edit", "mine")
    assert (done.code, done.err) == (0, "")
    assert done.lines == [f"{mine}: no problems", "  footcoach play mine    plays it"]
    assert "reps = 7" in mine.read_text()
    use_editor("true")
    assert footcoach("edit", "mine").out == f"{mine}: nothing has changed\n"


def test_without_a_terminal_problems_are_noted_and_the_code_is_1(
    footcoach: Footcoach, use_editor: UseEditor, mine: Path
) -> None:
    use_editor("sed -i 's/^reps = 6/repz = 6/' \"$1\"")
    done = footcoach("edit", "mine")
    assert done.code == 1
    assert done.lines == [f"{mine}:12: steps[1].repz: unknown key; did you mean “reps”?"]
    assert done.err == (
        f"footcoach: {mine} was kept as it is: footcoach leaves it out until it has no problem\n"
    )
    assert "\n#! steps[1].repz: unknown key; did you mean “reps”?\nrepz = 6" in mine.read_text()
    use_editor("sed -i 's/^repz = 6/reps = 6/' \"$1\"")
    assert footcoach("edit", "mine").code == 0
    assert "#!" not in mine.read_text()


def test_of_a_bundled_one_a_copy_is_made_once(
    footcoach: Footcoach, use_editor: UseEditor, data: Path
) -> None:
    use_editor("echo '# edited' >> \"$1\"")
    first, second = (footcoach("edit", "desk-break-3min") for _ in range(2))
    copy = data / "routines" / "my-desk-break-3min.toml"
    stays = "desk-break-3min comes with footcoach and stays as it is; this is"
    assert first.lines == [
        f"{stays} a copy for you: my-desk-break-3min",
        f"{copy}: no problems",
        "  footcoach play my-desk-break-3min    plays it",
    ]
    assert second.lines[0] == f"{stays} your copy: my-desk-break-3min"
    assert copy.read_text().count("# edited") == 2
    assert (data / "routines" / "routine.schema.json").exists()
    assert footcoach("check").code == 0


def test_a_bundled_exercise_becomes_one_of_ones_own(
    footcoach: Footcoach, use_editor: UseEditor, data: Path
) -> None:
    use_editor("echo '# edited' >> \"$1\"")
    done = footcoach("edit", "toe-yoga")
    assert done.code == 0
    assert done.lines[-1] == 'A step of a routine plays it: exercise = "my-toe-yoga"'
    assert (data / "routines" / "exercises" / "my-toe-yoga.toml").exists()
    assert footcoach("show", "my-toe-yoga", "--still").code == 0


def test_a_file_that_cannot_even_be_parsed_is_found_by_its_name(
    footcoach: Footcoach, use_editor: UseEditor, put_routine: PutRoutine
) -> None:
    path = put_routine("exercises/broken.toml", "id = ")
    use_editor("true")
    done = footcoach("edit", "broken")
    assert done.code == 1
    assert path.read_text().startswith("#! ")


def test_a_change_that_breaks_another_file_is_told(
    footcoach: Footcoach, use_editor: UseEditor, self_paced: str, data: Path
) -> None:
    use_editor('sed -i \'s/^id = .*/id = "other"/\' "$1"')
    done = footcoach("edit", "massage")
    assert done.code == 0
    slow = data / "routines" / f"{self_paced}.toml"
    assert done.err == f"footcoach: {slow} has problems; footcoach check lists them\n"


@pytest.mark.parametrize(
    ("editor", "reason"),
    [
        ("exit 4", "editor ended with exit code 4"),
        ('rm "$1"', "does not exist"),
        ('rm "$1"; mkdir "$1"', "is a folder, not a file"),
        ('head -c 300000 /dev/zero > "$1"', "is larger than 256 KiB"),
    ],
)
def test_what_an_editor_does_wrong_is_a_sentence(
    run_refused: Refused, use_editor: UseEditor, mine: Path, editor: str, reason: str
) -> None:
    use_editor(editor)
    told = run_refused("edit", "mine")
    assert reason in told
    assert str(mine) in told


@pytest.mark.parametrize(
    "name", ["nope", "", "../mine", "mine/../mine", "\x1b[2J", "a\0b", "x" * 999]
)
def test_an_unknown_name_is_a_sentence(
    run_refused: Refused, use_editor: UseEditor, name: str
) -> None:
    use_editor("true")
    assert run_refused("edit", name).startswith("no routine or exercise is called “")
