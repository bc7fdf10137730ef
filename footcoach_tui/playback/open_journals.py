"""Journals on disk: sessions that were begun and are not in the history yet."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.errors import history_problem
from footcoach_tui.history.ids import is_id
from footcoach_tui.playback.journal_file import JOURNAL_FOLDER, JOURNAL_SUFFIX, is_locked
from footcoach_tui.playback.journal_format import JournalHeader, decode_entries
from footcoach_tui.session.commands import Finish, Leave
from footcoach_tui.session.journal import JournalEntry

_MAX_BYTES = 32 << 20
"""Bytes of a journal; a line a second for a whole day are six million."""
_MAX_JOURNALS = 50
"""Journals that are read, the latest begun."""


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """Journal of a session that was interrupted or, if `is_live`, that another footcoach plays now.

    `size` is in bytes, up to the end of the last whole line.
    """

    path: Path
    header: JournalHeader
    entries: tuple[JournalEntry, ...]
    is_live: bool
    size: int

    @property
    def is_over(self) -> bool:
        """Whether the session had ended by its journal, and only was not saved."""
        last = self.entries[-1] if self.entries else None
        return last is not None and (last.is_over or isinstance(last.command, Finish | Leave))

    @property
    def last_seen(self) -> datetime:
        """Time of the last line, in the zone that the session began in."""
        if not self.entries:
            return self.header.info.started
        return datetime.fromtimestamp(self.entries[-1].at.wall, self.header.info.started.tzinfo)


def find_open_journals(state: Path) -> tuple[tuple[OpenJournal, ...], tuple[Problem, ...]]:
    """The journals in the state folder, latest first, and what could not be read."""
    folder = state / JOURNAL_FOLDER
    journals: list[OpenJournal] = []
    problems: list[Problem] = []
    try:
        names = [path for path in folder.iterdir() if path.suffix == JOURNAL_SUFFIX]
        paths = sorted(path for path in names if is_id(path.stem))  # the latest begun is last
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (history_problem(folder, f"could not be read: {error_reason(error)}"),)
    if len(paths) > _MAX_JOURNALS:
        message = f"has more than {_MAX_JOURNALS} unfinished sessions; the others are ignored"
        problems.append(history_problem(folder, message))
    for path in paths[-_MAX_JOURNALS:]:
        try:
            journals.append(_read(path))
        except UnreadableError as error:
            problems.append(history_problem(path, error.sentence))
        except (ValueError, RecursionError):
            problems.append(
                history_problem(path, "holds no session that can be resumed; move it away")
            )
    journals.sort(key=lambda journal: journal.last_seen, reverse=True)
    return tuple(journals), tuple(problems)


def _read(path: Path) -> OpenJournal:
    """Raises UnreadableError, and ValueError for a file that is no journal."""
    content = read_regular_file(path, _MAX_BYTES)
    whole = content[: content.rfind(b"\n") + 1]  # what follows the last line end was torn off
    header, _, lines = whole.partition(b"\n")
    entries = decode_entries(lines)
    return OpenJournal(path, JournalHeader.decode(header), entries, is_locked(path), len(whole))
