"""Calendar of training days: a column a week, the level as a glyph and a colour, and pain."""

from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from footcoach_tui.app.charts.calendar_window import CalendarWindow
from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.practice.calendar import ActivityCalendar, CalendarDay
from footcoach_tui.text.day_names import SHORT_WEEKDAYS

_TODAY_MARK = "◂"
PAIN_MARK = "!"
"""Mark after a day of strong pain, which is in the colour of errors too."""
_LABEL_COLUMNS = 4
_WEEK_COLUMNS = 2
_LEVELS = tuple(f"calendar--level-{level}" for level in range(5))


def _key_binding(command: str, action: str) -> Binding:
    keys = ",".join(KEY_COMMANDS_BY_ID[command].keys)
    return Binding(keys, action, KEY_COMMANDS_BY_ID[command].label, show=False, id=command)


class CalendarView(ResizeAware, can_focus=True):
    """Calendar with a cursor; shows as many weeks as fit."""

    LEVEL_GLYPHS = "·▂▄▆█"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "calendar--label",
        "calendar--today",
        "calendar--pain",
        "calendar--cursor",
        "calendar--cursor-unfocused",
        *_LEVELS,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        _key_binding("list.down", "go(1)"),
        _key_binding("list.up", "go(-1)"),
        _key_binding("list.top", "go(-1000000)"),
        _key_binding("list.bottom", "go(1000000)"),
        Binding("down", "go(1)", "Next day", show=False),
        Binding("up", "go(-1)", "Previous day", show=False),
        Binding("home", "go(-1000000)", "First day", show=False),
        Binding("end", "go(1000000)", "Last day", show=False),
        Binding("right", "go(7)", "Next week", show=False),
        Binding("left", "go(-7)", "Previous week", show=False),
        Binding("pagedown", "go(28)", "Four weeks later", show=False),
        Binding("pageup", "go(-28)", "Four weeks earlier", show=False),
        Binding("enter", "choose", "Show its sessions", show=False),
    ]

    class Moved(Message):
        """The cursor moved to another day."""

        def __init__(self, cell: CalendarDay) -> None:
            super().__init__()
            self.cell = cell

    class Selected(Message):
        """Enter was pressed on a day."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._window = CalendarWindow()
        self._today = date.min

    @property
    def day(self) -> date:
        return self._window.day

    def show(self, year: ActivityCalendar, today: date) -> None:
        """Show a calendar; the cursor stays at its day, and begins at today."""
        if year != self._window.year or today != self._today:
            self._today = today
            self._window = self._window.with_year(year, today)
            self.refresh()

    def go_to(self, day: date) -> None:
        """Move the cursor without a message."""
        self._set_window(self._window.at_day(day))

    def action_go(self, days: int) -> None:
        self._move_cursor(self._window.moved_by(days))

    def action_choose(self) -> None:
        self.post_message(self.Selected())

    def on_click(self, event: events.Click) -> None:
        day = self._window.day_at((event.x - _LABEL_COLUMNS) // _WEEK_COLUMNS, event.y - 1)
        if day:
            self._move_cursor(self._window.at_day(day))

    def on_resize(self) -> None:
        weeks = (self.size.width - _LABEL_COLUMNS) // _WEEK_COLUMNS
        self._window = self._window.with_max_weeks(weeks)
        self.refresh()

    def watch_has_focus(self, _: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Redraw the cursor, which has another colour with focus."""
        self.refresh(self._cursor_region)

    def render_line(self, y: int) -> Strip:
        columns = self._window.columns
        label = self.get_component_rich_style("calendar--label")
        if y == 0:
            months = " " * _LABEL_COLUMNS + ActivityCalendar(columns).month_labels(_WEEK_COLUMNS)
            return Strip([Segment(months.ljust(self.size.width), label)])
        if not 1 <= y <= len(SHORT_WEEKDAYS) or not columns:
            return Strip.blank(self.size.width, self.rich_style)
        segments = [Segment(f"{SHORT_WEEKDAYS[y - 1]:<{_LABEL_COLUMNS}}", label)]
        for column in columns:
            segments.extend(self._segments(column.cells[y - 1]))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _segments(self, cell: CalendarDay | None) -> tuple[Segment, Segment]:
        if cell is None:
            return Segment(" ", self.rich_style), Segment(" ", self.rich_style)
        level, gap = self.get_component_rich_style(_LEVELS[cell.level]), self.rich_style
        if cell.day == self._today:
            gap = self.get_component_rich_style("calendar--today")
        is_painful = cell.pain is not None and cell.pain >= MIN_RED_PAIN
        if is_painful:
            level = gap = self.get_component_rich_style("calendar--pain")
        if cell.day == self.day and self.has_focus:
            level = gap = self.get_component_rich_style("calendar--cursor")
        elif cell.day == self.day:
            here = Style(
                bgcolor=self.get_component_rich_style("calendar--cursor-unfocused").bgcolor
            )
            level, gap = level + here, gap + here
        after = _TODAY_MARK if cell.day == self._today else " "
        mark = PAIN_MARK if is_painful else after
        return Segment(self.LEVEL_GLYPHS[cell.level], level), Segment(mark, gap)

    def _move_cursor(self, window: CalendarWindow) -> None:
        if self._set_window(window) and window.cell:
            self.post_message(self.Moved(window.cell))

    def _set_window(self, window: CalendarWindow) -> bool:
        if window == self._window:
            return False
        before, first = self._cursor_region, self._window.first_week
        self._window = window
        if window.first_week == first:
            self.refresh(before, self._cursor_region)
        else:
            self.refresh()
        return True

    @property
    def _cursor_region(self) -> Region:
        week, weekday = self._window.position
        return Region(_LABEL_COLUMNS + _WEEK_COLUMNS * week, 1 + weekday, _WEEK_COLUMNS, 1)
