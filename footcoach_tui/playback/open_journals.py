"""Finding journals: the sessions that were begun and have not come to the history yet."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.errors import history_problem
from footcoach_tui.history.ids import is_id
from footcoach_tui.playback.entries import JournalLineError, decode_entry
from footcoach_tui.playback.journal_file import (
    JOURNAL_FOLDER,
    JOURNAL_SUFFIX,
    MAX_JOURNAL_BYTES,
    is_locked,
)
from footcoach_tui.playback.journal_format import JournalHeader, decode_header
from footcoach_tui.session.commands import Finish, Leave
from footcoach_tui.session.journal import JournalEntry

_MAX_JOURNALS = 50
"""Journals that are looked at, the latest begun."""


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """A session that was cut off, or, if `is_live`, that another footcoach plays right now.

    `size` is in bytes, up to the end of the last whole line.
    """

    path: Path
    header: JournalHeader
    entries: tuple[JournalEntry, ...]
    is_live: bool
    size: int

    @property
    def is_over(self) -> bool:
        """Whether it says that it had ended: only its way into the history was cut off."""
        last = self.entries[-1] if self.entries else None
        return last is not None and (last.is_over or isinstance(last.command, Finish | Leave))

    @property
    def last_seen(self) -> datetime:
        """When it was written to for the last time, in the zone it was begun in."""
        if not self.entries:
            return self.header.info.started
        return datetime.fromtimestamp(self.entries[-1].at.wall, self.header.info.started.tzinfo)


def find_open_journals(data: Path) -> tuple[tuple[OpenJournal, ...], tuple[Problem, ...]]:
    """The sessions that were begun and not ended, latest first, and what could not be read."""
    found: list[OpenJournal] = []
    problems: list[Problem] = []
    try:
        paths = _journals(data / JOURNAL_FOLDER)
    except OSError as error:
        return (), (
            history_problem(data / JOURNAL_FOLDER, f"could not be read: {error_reason(error)}"),
        )
    if len(paths) > _MAX_JOURNALS:
        told = (
            f"has more than {_MAX_JOURNALS} sessions that were not ended; "
            "the others are not looked at"
        )
        problems.append(history_problem(data / JOURNAL_FOLDER, told))
    for path in paths[-_MAX_JOURNALS:]:
        try:
            found.append(_read(path))
        except UnreadableError as error:
            problems.append(history_problem(path, error.sentence))
        except (ValueError, RecursionError):
            problems.append(
                history_problem(path, "holds no session that can be taken up; move it away")
            )
    return tuple(sorted(found, key=lambda one: one.last_seen, reverse=True)), tuple(problems)


def _journals(folder: Path) -> list[Path]:
    """By their ids: what was begun last comes last. Raises OSError."""
    try:
        return sorted(
            one for one in folder.iterdir() if one.suffix == JOURNAL_SUFFIX and is_id(one.stem)
        )
    except FileNotFoundError:
        return []


def _read(path: Path) -> OpenJournal:
    """Raises UnreadableError, and ValueError for what is no journal."""
    content = read_regular_file(path, MAX_JOURNAL_BYTES)
    whole = content[: content.rfind(b"\n") + 1]  # what follows the last line end was torn off
    head, *lines = whole.splitlines() or [b""]
    is_live = is_locked(path)
    return OpenJournal(path, decode_header(head), tuple(_entries(lines)), is_live, len(whole))


def _entries(lines: list[bytes]) -> Iterator[JournalEntry]:
    """What the lines say; one that a power cut tore says nothing."""
    for line in lines:
        with suppress(JournalLineError):
            yield decode_entry(line)
