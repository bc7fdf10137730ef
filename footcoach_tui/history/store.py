"""The history: every session of every device, read as one and added to durably.

The files are described in docs/data-format.md. Importing this costs little; TinyDB comes in
when the first month is opened.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, takewhile
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, locked, reason
from footcoach_tui.boundary.folders import PlaceError, ensure_private
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.device import own_device, read_device
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.ids import ID_LENGTH, SHORTEST_PREFIX
from footcoach_tui.history.problem import HistoryError, problem
from footcoach_tui.history.reading import Reading
from footcoach_tui.history.shelf import FOLDER
from footcoach_tui.session.record import SessionRecord

LOCK = "history.lock"


@dataclass(frozen=True, slots=True)
class Saved:
    """A session that is safe on disk, as it was stored, and what the person should be told."""

    record: SessionRecord
    told: tuple[Problem, ...] = ()


class History:
    """The sessions below a data folder.

    Reading never raises for what lies on disk: what cannot be used is left out and named in
    `problems`. Sessions come newest first, by their own local day and then by the moment.
    """

    def __init__(self, folder: Path, device: str = "") -> None:
        """`folder` is the data folder; nothing is created or read yet.

        `device` stands in for the name kept in the folder, which is made when first needed.
        """
        self.folder = folder
        self._device = device
        self._latest: Reading | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the latest reading had to leave out, and why."""
        return self._latest.problems if self._latest else ()

    def last(self, count: int) -> tuple[SessionRecord, ...]:
        """The newest `count` sessions. Opens no more months than that takes."""
        return tuple(islice(self._newest_first(), max(count, 0)))

    def all(self) -> tuple[SessionRecord, ...]:
        """Every session."""
        return tuple(self._newest_first())

    def since(self, day: date) -> tuple[SessionRecord, ...]:
        """The sessions of `day` and later, in the local days they were done on."""
        first = day.isoformat()
        return tuple(takewhile(lambda record: record.date >= first, self._newest_first()))

    def get(self, prefix: str) -> SessionRecord | None:
        """The session whose id begins with `prefix`, of any case; None when there is none.

        Raises HistoryError for fewer than 6 characters, or when several begin so.
        """
        if len(prefix) < SHORTEST_PREFIX:
            raise HistoryError(f"An id needs at least {SHORTEST_PREFIX} of its characters")
        found = tuple(islice(self._newest_first(prefix.upper()[: ID_LENGTH + 1]), 2))
        if len(found) > 1:
            raise HistoryError("Several sessions have an id that begins so; give more of it")
        return found[0] if found else None

    def add(self, record: SessionRecord) -> Saved:
        """Keep a session; it is safe on disk when this returns.

        One with the same id is replaced, so adding again does no harm. A record without a
        device gets this one. A month's file that is damaged is set aside first, byte for byte,
        and `told` names it. Raises HistoryError when it could not be saved; what was there
        before is unharmed then.
        """
        with self._writing() as device:
            record = record if record.device else replace(record, device=device)
            return self._put(device, record)

    def update(self, record: SessionRecord) -> Saved:
        """Write a session that is in the history anew: its effort, pain or note came later.

        Raises HistoryError, also for a session that another device recorded: a device writes
        its own files only, so that a carrier of files never meets two versions of one.
        """
        with self._writing() as device:
            self._must_hold(device, record)
            return self._put(device, record)

    def _newest_first(self, prefix: str = "") -> Iterator[SessionRecord]:
        try:
            own = self._device or read_device(self.folder)
        except (UnreadableError, OSError):
            own = ""
        self._latest = Reading(self.folder, own)
        return self._latest.newest_first(prefix)

    @contextmanager
    def _writing(self) -> Iterator[str]:
        """The lock held, and the name of this device; all trouble comes out as HistoryError."""
        try:
            if not self.folder.is_dir():
                ensure_private(self.folder)
            with locked(self.folder / LOCK, "The history"):
                yield self._device or own_device(self.folder, os.uname().nodename)
        except (WriteError, PlaceError, UnreadableError) as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            why = f"could not be written: {reason(error)}"
            raise HistoryError(str(problem(self.folder, why))) from error

    def _put(self, device: str, record: SessionRecord) -> Saved:
        from footcoach_tui.history.month import put  # noqa: PLC0415 - brings TinyDB: 10 ms

        path = self._path(device, record)
        document = to_document(record)
        try:
            stored = from_document(document)
        except FieldError as error:
            raise HistoryError(f"The session cannot be saved: {error}") from error
        if not path.exists():  # the first of its month: make sure of every folder on the way
            for folder in (self.folder, self.folder / FOLDER, path.parent):
                ensure_private(folder)
        try:
            aside = put(path, document)
        except HistoryError as error:
            raise HistoryError(str(problem(path, str(error)))) from error
        if aside is None:
            return Saved(stored)
        told = problem(path, f"was damaged; it is kept as {aside.name}, and a new file begun")
        return Saved(stored, (told,))

    def _must_hold(self, device: str, record: SessionRecord) -> None:
        from footcoach_tui.history.month import matching  # noqa: PLC0415 - as above

        path = self._path(device, record)
        try:
            if matching(path, record.id):
                return
        except HistoryError as error:
            raise HistoryError(str(problem(path, str(error)))) from error
        known = self.get(record.id)
        if known is None:
            raise HistoryError(f"Session {record.id} is not in the history")
        raise HistoryError(
            f"Session {record.id} of {known.date} was recorded on {known.device}; "
            "it can only be changed there"
        )

    def _path(self, device: str, record: SessionRecord) -> Path:
        return self.folder / FOLDER / device / f"{record.date[:7]}.json"
