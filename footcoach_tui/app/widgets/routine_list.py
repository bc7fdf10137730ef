"""List of routines in groups, a line each; the routines of a programme are folded."""

from collections.abc import Callable, Collection, Iterable

from textual.content import Content

from footcoach_tui.app.session_lists.routine_groups import Programme, RoutineGroup
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import counted
from footcoach_tui.text.occasions import occasion_label

_FOLDED, _OPEN, _BROKEN, _FAVOURITE = "▸", "▾", "✗", "★"
_LOCKED = "locked"
_INDENT = "  "
_UNKNOWN_COLUMNS = 28
"""Columns of a row before the list has its size."""

_PADDING = 3
"""Columns of a row's padding and of the scrollbar."""

_OCCASION_COLUMNS, _MIN_COLUMNS_FOR_OCCASION = 15, 44
_MIN_COLUMNS_FOR_UNIT = 26
"""Least columns in which the minutes have their unit."""

_Entry = Routine | Programme | FileReport


class RoutineList(PaneList, ResizeAware):
    """Routines below the headings of their groups, with what each row stands for."""

    NEEDS_SECOND_CLICK = True

    def __init__(
        self, *, on_enter: Callable[[], None] | None = None, id: str | None = None
    ) -> None:
        super().__init__(on_enter=on_enter, id=id)
        self._groups: tuple[RoutineGroup, ...] = ()
        self._favourites: Collection[str] = ()
        self._recent: tuple[str, ...] = ()
        self._next = ""
        self._locked: Collection[str] = ()
        self._chosen = ""
        self._open: set[str] = set()
        self._entries: dict[str, _Entry] = {}

    @property
    def entry(self) -> Routine | Programme | FileReport | None:
        """What the highlighted row stands for."""
        option = self.highlighted_option
        return self._entries.get(option.id or "") if option else None

    @property
    def routine(self) -> Routine | None:
        """Routine of the highlighted row; of a programme the one that is next."""
        entry = self.entry
        if isinstance(entry, Programme):
            return self._stage(entry) or entry.routines[0]
        return entry if isinstance(entry, Routine) else None

    def listed(self, heading: str) -> list[str]:
        """Return the ids of the routines in a group."""
        groups = (group for group in self._groups if group.heading == heading)
        return [e.id for group in groups for e in group.entries if isinstance(e, Routine)]

    def show(
        self,
        groups: Iterable[RoutineGroup],
        favourites: Collection[str] = (),
        recent: tuple[str, ...] = (),
    ) -> None:
        """Show groups; `recent` are the ids of the latest sessions' routines, newest first."""
        self._groups, self._favourites, self._recent = tuple(groups), favourites, recent
        self._fill()

    def set_next(self, routine: str, locked: Collection[str] = ()) -> None:
        """Set the routine that is due next in its programme, and those that are `locked`, by id."""
        if (routine, locked) != (self._next, self._locked):
            self._next, self._locked = routine, locked
            self._fill()

    def choose(self, routine: str) -> None:
        """Move the cursor to a routine, at once or as soon as it is listed."""
        self._chosen = routine
        self._fill()

    def toggle_programme(self) -> bool:
        """Open or fold the highlighted programme; return whether it is one."""
        entry = self.entry
        if not isinstance(entry, Programme):
            return False
        self._open ^= {_programme_id(entry)}
        self._fill()
        return True

    def on_resize(self) -> None:
        self._fill()

    @property
    def _columns(self) -> int:
        return self.size.width - _PADDING if self.size.width else _UNKNOWN_COLUMNS

    def _fill(self) -> None:
        self._entries = {}
        rows: list[tuple[str, Content]] = []
        headings = {f"# {group.heading}" for group in self._groups}
        for group in self._groups:
            rows.append((f"# {group.heading}", Content.styled(group.heading, "bold")))
            for place, entry in enumerate(group.entries):
                if isinstance(entry, Programme):
                    rows += self._programme_rows(entry)
                elif isinstance(entry, FileReport):
                    rows.append(self._row(f"!{place}", entry, _broken_texts(entry)))
                else:
                    mark = _FAVOURITE if entry.id in self._favourites else ""
                    rows.append(self._row(entry.id, entry, (mark, entry.title)))
        self.fill(rows, headings)
        if self._chosen in self._entries:
            self.highlighted = self.get_option_index(self._chosen)
            self._chosen = ""

    def _programme_rows(self, programme: Programme) -> Iterable[tuple[str, Content]]:
        row_id = _programme_id(programme)
        is_open = row_id in self._open
        mark = _OPEN if is_open else _FOLDED
        yield self._row(row_id, programme, (mark, programme.title))
        for routine in programme.routines if is_open else ():
            star = _FAVOURITE if routine.id in self._favourites else ""
            title = f"{_INDENT}{programme.stage_title(routine)}"
            yield self._row(f"{row_id}/{routine.id}", routine, (star, title))

    def _row(self, row_id: str, entry: _Entry, texts: tuple[str, str]) -> tuple[str, Content]:
        """Return a row: its mark and title, and at the right end what else fits."""
        self._entries[row_id] = entry
        mark, title = texts
        detail = self._detail(entry)
        left = Content.assemble((f"{mark:<2}", "$error" if mark == _BROKEN else "$accent"), title)
        room = max(self._columns - detail.cell_length - 1, len(_INDENT) + 1)
        left = left.truncate(room, ellipsis=True)
        return row_id, left.pad_right(room + 1 - left.cell_length) + detail

    def _detail(self, entry: _Entry) -> Content:
        if isinstance(entry, FileReport):
            return Content.styled(counted(len(entry.problems), "error"), "$error")
        if isinstance(entry, Programme):
            return Content.styled(self._programme_detail(entry), "$secondary")
        if entry.id in self._locked:
            return Content.styled(_LOCKED, "$secondary")
        minutes = f"{routine_minutes(entry):>2}"
        if self._columns >= _MIN_COLUMNS_FOR_UNIT:
            minutes += " min"
        if self._columns >= _MIN_COLUMNS_FOR_OCCASION:
            occasion = occasion_label(entry.context[0]) if entry.context else ""
            minutes += f"  {occasion:<{_OCCASION_COLUMNS}.{_OCCASION_COLUMNS}}"
        return Content.styled(minutes, "$secondary")

    def _programme_detail(self, programme: Programme) -> str:
        """Return where a person is in a programme, else what it takes to begin it."""
        stage, is_short = self._stage(programme), self._columns < _MIN_COLUMNS_FOR_UNIT
        if programme.is_ordered and (stage or programme.routines[0]).id in self._locked:
            return _LOCKED
        if stage and programme.is_ordered:
            word = "next" if stage.id == self._next else "last"
            title = programme.stage_title(stage).split(":")[0].split(",")[0]
            return title if is_short else f"{word}: {title}"
        if is_short:
            return str(len(programme.routines))
        if programme.is_ordered and programme.routines[0].gates:
            return "conditions"
        return f"{len(programme.routines)} parts"

    def _stage(self, programme: Programme) -> Routine | None:
        """Return the routine that is due next, else the last one that was done."""
        by_id = {routine.id: routine for routine in programme.routines}
        return next((by_id[name] for name in (self._next, *self._recent) if name in by_id), None)


def _programme_id(programme: Programme) -> str:
    return f"+{programme.routines[0].id}"  # no routine has such an id


def _broken_texts(report: FileReport) -> tuple[str, str]:
    return _BROKEN, report.title or report.id or report.file.rpartition("/")[2]
