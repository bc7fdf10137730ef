"""Composition of a routine: the draft in its file, and the commands of the composer on it."""

from binascii import crc32
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from footcoach_tui.authoring.build_request import OCCASIONS, BuildRequest
from footcoach_tui.authoring.draft import DraftHistory, RoutineDraft, build_draft, check_draft
from footcoach_tui.authoring.draft_fields import StepField, adjusted, fields_of
from footcoach_tui.authoring.draft_file import DraftFile
from footcoach_tui.authoring.draft_notes import draft_notes
from footcoach_tui.authoring.draft_totals import DraftTotals
from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.new_file import name_of_copy
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.authoring.routine_builder import BuiltRoutine
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.boundary.toml import TomlError, parse_toml
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.kinds import FileKind
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine

_COPY = " (mine)"
_MAX_TITLE = 200


class _Shown(NamedTuple):
    """Routine of a draft, with its totals and notes: worked out once."""

    draft: RoutineDraft
    routine: Routine
    totals: DraftTotals
    notes: tuple[str, ...]


@dataclass(slots=True)
class Composition:
    """Routine that is composed. Commands raise DraftError, and then change nothing."""

    files: OwnFiles
    file: DraftFile
    history: DraftHistory
    built: BuiltRoutine | None = None
    """Routine that was built last, with the reasons for its steps."""

    _shown: _Shown | None = field(default=None, init=False)

    @classmethod
    def open(cls, files: OwnFiles, routine: str = "") -> tuple["Composition", str]:
        """Return a new routine, an own one by its id, or a copy of a bundled one.

        The second value is what the user is to be told, or "". Raises AuthoringError, and the
        errors of reading.
        """
        file, sentence = _open_file(files, routine) if routine else (DraftFile.new(), "")
        return cls(files, file, DraftHistory(file.draft())), sentence

    def restore(self, unsaved: bytes) -> bool:
        """Take up a draft that was not saved, from its text; return whether it can be used.

        If its file has been written since, a save is refused as after any change from outside.
        """
        base, _, text = unsaved.partition(b"\n")
        is_same = base.decode(errors="replace") == self._base
        try:
            file = replace(self.file, text=parse_toml(text, "the draft").text)
            file = file if is_same else replace(file, content=b"")
            draft = file.draft()
            check_draft(draft, self.content)
        except (TomlError, AuthoringError):
            return False
        if not (draft.steps and {"id", "title"} <= draft.head.keys()):
            return False
        self.file, saved = file, self.history.saved
        self.history = DraftHistory(draft)
        self.history.saved = saved
        return True

    @property
    def unsaved_text(self) -> str:
        """Text that the file would have, below a line about its base; else ""."""
        if not (self.history.has_changed and self.draft.steps):
            return ""
        return f"{self._base}\n{self.file.written(self.draft, self.content)}"

    @property
    def _base(self) -> str:
        """Comment with the checksum of the file that the draft began with."""
        return f"# base {crc32(self.file.content or b''):08x}"

    @property
    def content(self) -> CatalogueDraft:
        return self.files.content

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by id."""
        return self.content.exercises

    @property
    def draft(self) -> RoutineDraft:
        return self.history.draft

    @property
    def occasion(self) -> str:
        """First occasion of the routine, "" for none."""
        return next(iter(self.draft.head["context"]), "")

    @property
    def routine(self) -> Routine | None:
        """Routine as it could be played; None without steps."""
        shown = self._worked_out()
        return shown.routine if shown else None

    @property
    def totals(self) -> DraftTotals | None:
        shown = self._worked_out()
        return shown.totals if shown else None

    @property
    def notes(self) -> tuple[str, ...]:
        shown = self._worked_out()
        return shown.notes if shown else ()

    def fields(self, place: int) -> tuple[StepField, ...]:
        """Return the values of a step; none where there is no step."""
        steps = self.draft.steps
        return fields_of(steps[place], self.content) if 0 <= place < len(steps) else ()

    def add(self, place: int, exercise: str) -> None:
        self._do(self.draft.with_added(place, exercise))

    def delete(self, place: int) -> None:
        self._do(self.draft.with_deleted(place))

    def move(self, place: int, target: int) -> None:
        self._do(self.draft.with_moved(place, target))

    def adjust(self, place: int, field_: StepField, sign: int) -> None:
        """Take the next value of a field of a step (`sign` 1), or the one before (-1)."""
        step = adjusted(self.draft.steps[place], field_, sign, self.content)
        self._do(self.draft.with_step(place, step))

    def next_occasion(self) -> None:
        """Take the next occasion; an own word makes way for the first one."""
        place = OCCASIONS.index(self.occasion) + 1 if self.occasion in OCCASIONS else 0
        self._do(self.draft.with_head(context=[OCCASIONS[place % len(OCCASIONS)]]))

    def take(self, built: BuiltRoutine, request: BuildRequest) -> None:
        """Take the steps of a routine that was built, in the place of all others."""
        self._do(built.on(self.draft, request))
        self.built = built

    def name(self, typed: str) -> None:
        """Give a new routine its name. Raises AuthoringError if it cannot have it."""
        self.file = self.file.named(NewName.of(typed), self.files)
        self._shown = None

    def save(self, *, force: bool = False) -> None:
        """Write the file; see `DraftFile.saved` for what is raised."""
        draft = self.draft
        self.file = self.file.saved(draft, self.content, force=force)
        self.history.saved = draft

    def _do(self, draft: RoutineDraft) -> None:
        check_draft(draft, self.content)
        self.history.do(draft)

    def _worked_out(self) -> _Shown | None:
        draft = self.draft
        if not draft.steps:
            return None
        if self._shown is None or self._shown.draft is not draft:
            named = draft.with_head(id=self.file.id, title=self.file.title)
            routine = build_draft(named, self.content)
            totals = DraftTotals.of(routine)
            self._shown = _Shown(draft, routine, totals, draft_notes(routine))
        return self._shown


def _open_file(files: OwnFiles, routine: str) -> tuple[DraftFile, str]:
    found = files.find(routine)
    if found is None or found.kind is not FileKind.ROUTINE:
        raise AuthoringError(f"there is no routine {quote(routine)} any more")
    if not files.is_sound(FileKind.ROUTINE, routine):
        raise AuthoringError(
            f"{clean(str(found.path))} has problems; footcoach edit {routine} shows them"
        )
    if found.is_own:
        return DraftFile.read(found.path), ""
    mine = name_of_copy(routine)
    old = files.find(mine.id)
    if old and old.is_own:
        if not files.is_sound(FileKind.ROUTINE, mine.id):
            raise AuthoringError(
                f"{clean(str(old.path))} has problems; footcoach edit {mine.id} shows them"
            )
        return DraftFile.read(old.path), "Your own copy; the original comes with footcoach."
    title = f"{files.content.routines[routine].title}{_COPY}"
    name = NewName(mine.id, title if len(title) <= _MAX_TITLE else mine.title)
    file = DraftFile.of_copy(files, name, routine)
    return file, f"A copy, which is called {name.title}; the original stays as it is."
