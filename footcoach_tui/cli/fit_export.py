"""Export of sessions as FIT files: one file, or a folder with a file for each session."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.streamed_write import write_stream
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, warn
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange.fit_file import MISSING_LIBRARY, can_write_fit, fit_file
from footcoach_tui.history.exchange.fit_sets import has_moments
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import counted

_MAX_FILE_BYTES = 64 << 20
_MAX_NAME = 40


def export_fit(sessions: Iterable[SessionRecord], output: Path | None, *, replacing: bool) -> bool:
    """Write the sessions that count; returns whether there were any.

    An output that ends in .fit takes one session; any other is a folder. Without an output one
    session goes to the file or program that reads the standard output.
    """
    if not can_write_fit():
        raise CliError(MISSING_LIBRARY)
    export = _FitExport(replacing=replacing)
    if output is not None and output.suffix.lower() != ".fit":
        export.write_folder(sessions, output)
    elif output is None and sys.stdout.isatty():
        raise CliError("a FIT file is not for the screen: name it with --output")
    else:
        export.write_one(sessions, output)
    export.warn()
    return export.has_content


class _FitExport:
    """Writer of FIT files, which counts what was written and what was not."""

    def __init__(self, *, replacing: bool) -> None:
        self._replacing = replacing
        self._written = self._unchanged = self._uncounted = self._without_moments = 0
        self._problems: list[str] = []

    @property
    def has_content(self) -> bool:
        return bool(self._written or self._unchanged)

    def write_one(self, sessions: Iterable[SessionRecord], path: Path | None) -> None:
        """Write the only session, to the standard output without a path."""
        found = list(islice(self._files(sessions), 2))
        if len(found) > 1:
            raise CliError(
                "a FIT file holds one session: name a folder with --output, or a session with --id"
            )
        for _, content in found:
            self._written += 1
            if path is None:
                sys.stdout.flush()
                sys.stdout.buffer.write(content)
                continue
            try:
                write_stream(path, [content], replacing=self._replacing)
            except FileExistsError as error:
                raise CliError(f"{error}; --force replaces it") from error
            print(f"1 session written to {clean(str(path))}")
        if path and not found:
            print("Nothing found; no file was written.")

    def write_folder(self, sessions: Iterable[SessionRecord], folder: Path) -> None:
        """Write a file for each session; those that are there already, the same, are left."""
        for record, content in self._files(sessions):
            create_private_folder(folder)
            path = folder / _file_name(record)
            if _is_content(path, content):
                self._unchanged += 1
                continue
            try:
                write_stream(path, [content], replacing=self._replacing)
            except FileExistsError as error:
                self._problems.append(f"{error}, and differs; --force replaces it")
            else:
                self._written += 1
        there = f", {self._unchanged:,} already there" if self._unchanged else ""
        print(f"{counted(self._written, 'session')} written to {clean(str(folder))}{there}")

    def warn(self) -> None:
        """Print what could not be written, or not exactly."""
        if self._uncounted:
            what = counted(self._uncounted, "session")
            self._problems.append(f"{what} left out: nothing was done, or not in real time")
        if self._without_moments:
            what = counted(self._without_moments, "session")
            self._problems.append(
                f"in {what} it is not known when each set began: the rests are spread evenly"
            )
        warn(self._problems)

    def _files(self, sessions: Iterable[SessionRecord]) -> Iterator[tuple[SessionRecord, bytes]]:
        for record in sessions:
            if not record.is_counted:
                self._uncounted += 1
                continue
            try:
                content = fit_file(record)
            except HistoryError as error:
                self._problems.append(str(error))
                continue
            self._without_moments += not has_moments(record)
            yield record, content


def _file_name(record: SessionRecord) -> str:
    """A name that no other session has."""
    routine = re.sub(r"[^a-z0-9]+", "-", record.routine.lower())[:_MAX_NAME].strip("-")
    return "-".join(filter(None, (record.date, routine, record.id))) + ".fit"


def _is_content(path: Path, content: bytes) -> bool:
    """Whether a file has just this content."""
    try:
        return read_regular_file(path, _MAX_FILE_BYTES) == content
    except UnreadableError:
        return False
