"""The wheel is complete and works outside the repository."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging
ROOT = Path(__file__).parents[2]


def below(folder: str, pattern: str) -> set[str]:
    """The matching files below a folder of the repository, relative to the folder."""
    return {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob(pattern)}


def test_every_routine_and_exercise_is_inside(wheel: zipfile.ZipFile) -> None:
    inside = {
        name.removeprefix("footcoach_tui/_routines/")
        for name in wheel.namelist()
        if name.startswith("footcoach_tui/_routines/")
    }
    assert "rw-essential-three.toml" in inside
    assert "exercises/ball-roll.toml" in inside
    assert inside == below("routines", "*.toml")


def test_every_module_and_style_is_inside(wheel: zipfile.ZipFile) -> None:
    inside = {
        name.removeprefix("footcoach_tui/")
        for name in wheel.namelist()
        if name.startswith("footcoach_tui/")
    }
    assert "app/styles/app.tcss" in inside
    assert below("footcoach_tui", "*.tcss") | below("footcoach_tui", "*.py") <= inside


def test_it_is_marked_as_typed(wheel: zipfile.ZipFile) -> None:
    assert "footcoach_tui/py.typed" in wheel.namelist()


def test_nothing_else_is_inside(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    (about,) = {top for top in tops if top.endswith(".dist-info")}
    assert tops == {"footcoach_tui", about}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]


def test_the_command_and_the_version_are_declared(wheel: zipfile.ZipFile) -> None:
    about = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
    folder = about.rpartition("/")[0]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert f"Requires-Python: {version}" in wheel.read(about).decode()
    commands = wheel.read(f"{folder}/entry_points.txt").decode().split()
    assert "footcoach" in commands
    assert f"{folder}/licenses/LICENSE" in wheel.namelist()


@pytest.fixture
def elsewhere(installed: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which the unpacked wheel comes before the working tree."""
    return os.environ | {"PYTHONPATH": str(installed), "FOOTCOACH_DATA_DIR": str(tmp_path / "data")}


def test_unpacked_elsewhere_it_finds_its_routines(
    installed: Path, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=elsewhere,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout

    where = run("-c", "import footcoach_tui; print(footcoach_tui.__file__)")
    assert Path(where.strip()).is_relative_to(installed), "the wheel is tested, not the tree"
    listed = run("-m", "footcoach_tui", "list").splitlines()
    routines = {path.stem for path in (ROOT / "routines").glob("*.toml")} - {"sources", "safety"}
    assert {line.split()[0] for line in listed} == routines
    assert run("-m", "footcoach_tui", "check") == ""
    for name in ("routine", "list"):  # made from the models, and from a table of their own
        schema = (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert run("-m", "footcoach_tui", "schema", name) == schema
    played = run(
        "-m", "footcoach_tui", "play", "desk-break-3min", "--plain", "--ready", "--speed", "1000"
    )
    assert "2:55 Finished" in played
