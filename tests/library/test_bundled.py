"""Bundled exercises and routines are sound, and every source is cited."""

from pathlib import Path

import pytest

from footcoach_tui.library.catalogue import Catalogue, load_catalogue

FOLDER = Path(__file__).parents[2] / "routines"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(FOLDER)


def test_all_bundled_files_are_clean(catalogue: Catalogue) -> None:
    problems = [str(problem) for broken in catalogue.broken for problem in broken.problems]
    assert problems == []


def test_a_file_is_called_by_its_id(catalogue: Catalogue) -> None:
    routines = {path.stem for path in FOLDER.glob("*.toml")} - {"sources", "safety"}
    assert set(catalogue.routines) == routines
    assert set(catalogue.exercises) == {path.stem for path in FOLDER.glob("exercises/*.toml")}
