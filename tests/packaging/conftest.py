"""The wheel, built once for all tests."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from footcoach_tui.boundary.files import file_lock

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel as `pip install` builds it from the working tree."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent  # the folder of all workers; the first one builds
    folder = shared / "dist"
    with file_lock(shared / "dist.lock", "The wheel", timeout=60):
        if not folder.exists():
            _build(folder)
    (path,) = folder.glob("footcoach-*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def _build(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
    )


@pytest.fixture(scope="session")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)
    return folder
