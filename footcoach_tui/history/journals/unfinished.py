"""Finding journals: the sessions that were begun and have not come to the history yet."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footcoach_tui.boundary.files import reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.journals.begun import Begun, from_head
from footcoach_tui.history.journals.entries import LineError, from_line
from footcoach_tui.history.journals.journal_file import ENDING, FOLDER, LARGEST, is_held
from footcoach_tui.history.problem import problem
from footcoach_tui.session.commands import Finish, Leave
from footcoach_tui.session.replay import Entry

MOST = 50
"""Journals that are looked at, the latest begun."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was cut off, or, if `is_live`, that another footcoach plays right now.

    `size` is in bytes, up to the end of the last whole line.
    """

    path: Path
    begun: Begun
    entries: tuple[Entry, ...]
    is_live: bool
    size: int

    @property
    def is_over(self) -> bool:
        """Whether it says that it had ended: only its way into the history was cut off."""
        last = self.entries[-1] if self.entries else None
        return last is not None and (last.over or isinstance(last.command, Finish | Leave))

    @property
    def last_seen(self) -> datetime:
        """When it was written to for the last time, in the zone it was begun in."""
        if not self.entries:
            return self.begun.heading.started
        return datetime.fromtimestamp(self.entries[-1].at.wall, self.begun.heading.started.tzinfo)


def unfinished(data: Path) -> tuple[tuple[Unfinished, ...], tuple[Problem, ...]]:
    """The sessions that were begun and not ended, latest first, and what could not be read."""
    found: list[Unfinished] = []
    problems: list[Problem] = []
    try:
        paths = _journals(data / FOLDER)
    except OSError as error:
        return (), (problem(data / FOLDER, f"could not be read: {reason(error)}"),)
    if len(paths) > MOST:
        told = f"has more than {MOST} sessions that were not ended; the others are not looked at"
        problems.append(problem(data / FOLDER, told))
    for path in paths[-MOST:]:
        try:
            found.append(_read(path))
        except UnreadableError as error:
            problems.append(problem(path, error.sentence))
        except (ValueError, RecursionError):
            problems.append(problem(path, "holds no session that can be taken up; move it away"))
    return tuple(sorted(found, key=lambda one: one.last_seen, reverse=True)), tuple(problems)


def _journals(folder: Path) -> list[Path]:
    """By their ids: what was begun last comes last. Raises OSError."""
    try:
        return sorted(one for one in folder.iterdir() if one.suffix == ENDING and is_id(one.stem))
    except FileNotFoundError:
        return []


def _read(path: Path) -> Unfinished:
    """Raises UnreadableError, and ValueError for what is no journal."""
    content = read_regular(path, LARGEST)
    whole = content[: content.rfind(b"\n") + 1]  # what follows the last line end was torn off
    head, *lines = whole.splitlines() or [b""]
    is_live = is_held(path)
    return Unfinished(path, from_head(head), tuple(_entries(lines)), is_live, len(whole))


def _entries(lines: list[bytes]) -> Iterator[Entry]:
    """What the lines say; one that a power cut tore says nothing."""
    for line in lines:
        with suppress(LineError):
            yield from_line(line)
