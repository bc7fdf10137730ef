"""Small catalogue for the tests, and fixtures that write files and check them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.library.check import CheckReport, check

SOURCES = """\
[smith-2020]
citation = "Smith A. Feet. 2020."
link = "https://doi.org/10.1000/feet"
"""

EXERCISE = """\
id = "ID"
name = "NAME"
purpose = "Wakes the toes."
why = "Toes push you off."
how = ["Sit.", "Lift the toes.", "Lower them."]
cues = ["Slow", "Heel down"]
errors = ["Rushing."]
stop_if = ["Sharp pain."]
position = "seated"
equipment = []
level = 1
source_status = "footcoach"
evidence = "No trial is known to us."
DOSE
[[dose_sources]]
text = "Our own number."
source = "smith-2020"
grade = "F"
"""

DOSES = {
    "toe-lift": """\
[dose]
mode = "reps"
reps = 10
phases = [
    { name = "up", seconds = 1, kind = "move", cue = "Breathe", breath = "in" },
    { name = "hold", seconds = 1.5, kind = "hold" },
    { name = "down", seconds = 2, kind = "move" },
]
""",
    "balance": """\
[dose]
mode = "hold"
hold = 30
sides = "each"
switch = 5
effort = [2, 4]
""",
    "ball-roll": """\
[dose]
mode = "timed"
prep = 10
[[dose.segments]]
name = "inner line"
seconds = 20
[[dose.segments]]
name = "outer line"
seconds = 20
""",
    "hops": """\
[dose]
mode = "bouts"
bouts = 3
bout = 10
pause = 20
""",
    "massage": """\
[dose]
mode = "self-paced"
reps = 5
""",
}

ROUTINE = """\
id = "morning"
title = "Morning"
summary = "A few minutes."
context = ["daily"]
level = 1
frequency = "daily"
effort = [1, 3]
source_status = "footcoach"
"""

PutFile = Callable[[str, str], Path]


@pytest.fixture
def exercise_text() -> Callable[..., str]:
    """Function that returns the text of a sound exercise file."""

    def fill_in(name: str, dose: str = "") -> str:
        title = name.replace("-", " ").capitalize()
        parts = {"ID": name, "NAME": title, "DOSE": dose or DOSES["toe-lift"]}
        text = EXERCISE
        for word, part in parts.items():
            text = text.replace(word, part)
        return text

    return fill_in


@pytest.fixture
def put_file(tmp_path: Path) -> PutFile:
    """Function that writes a file, by its path below the test's folder."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def bundled(tmp_path: Path, put_file: PutFile, exercise_text: Callable[..., str]) -> Path:
    """Folder of five sound exercises, a source and a routine."""
    put_file("bundled/sources.toml", SOURCES)
    for name, dose in DOSES.items():
        put_file(f"bundled/exercises/{name}.toml", exercise_text(name, dose))
    put_file("bundled/morning.toml", ROUTINE + '[[steps]]\nexercise = "toe-lift"\n')
    return tmp_path / "bundled"


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """Folder of the user's own files, not made yet."""
    return tmp_path / "own"


@pytest.fixture
def check_files(bundled: Path, own_folder: Path) -> Callable[..., CheckReport]:
    """Function that checks the given files, or all."""
    return lambda *files: check(files, bundled=bundled, own=own_folder)


@pytest.fixture
def messages(
    put_file: PutFile, check_files: Callable[..., CheckReport]
) -> Callable[[str], list[str]]:
    """Function that checks a file with this text and returns the problems, without the path."""

    def lines(text: str) -> list[str]:
        path = put_file("elsewhere/file.toml", text)
        report = check_files(path)
        assert report.unreadable == ()
        return [str(problem).removeprefix(f"{path}:") for problem in report.problems]

    return lines


@pytest.fixture
def routine_head() -> str:
    """Eight lines of a sound routine that lacks only its steps."""
    return ROUTINE
