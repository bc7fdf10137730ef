"""Which month files there are, of every device, told by their names alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from footcoach_tui.boundary.files import reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.problem import problem

FOLDER = "history"
_MONTH = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))\.json")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The month files, newest month first; `problems` are folders and names of no use."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]

    def months(self) -> Iterator[tuple[str, list[Path]]]:
        """Each month (YYYY-MM) with the files of it, newest month first."""
        for month, files in groupby(self.files, key=month_of):
            yield month, list(files)


def shelf(folder: Path, own: str) -> Shelf:
    """What lies in the data folder's history. The device `own` comes first in each month."""
    files: list[Path] = []
    problems: list[Problem] = []
    for device in _entries(folder / FOLDER, problems):
        if not device.name.startswith(".") and _may_be_folder(device):
            _sort_in(device, files, problems)
    files.sort(key=lambda path: (path.parent.name != own, path.parent.name))
    files.sort(key=month_of, reverse=True)
    return Shelf(tuple(files), tuple(problems))


def month_of(path: Path) -> str:
    """The month (YYYY-MM) a file holds."""
    return path.name[:7]


def _sort_in(device: Path, files: list[Path], problems: list[Problem]) -> None:
    for path in _entries(device, problems):
        if _MONTH.fullmatch(path.name):
            files.append(path)
        elif path.suffix == ".json" and not path.name.startswith("."):
            problems.append(problem(path, "is not named like a month, YYYY-MM.json; not read"))


def _may_be_folder(path: Path) -> bool:
    """Only what is surely something else is passed over; the rest is tried, and told of."""
    try:
        return path.is_dir() or path.is_symlink()
    except OSError:
        return True


def _entries(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        if _may_be_folder(folder):  # a link: a disk that is not mounted is not an empty history
            problems.append(problem(folder, "is a link that leads nowhere; mend or remove it"))
        return []
    except OSError as error:
        problems.append(problem(folder, f"could not be read: {reason(error)}"))
        return []
