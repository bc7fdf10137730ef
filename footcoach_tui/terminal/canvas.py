"""Canvas: sends changed cells of a widget to the terminal at once, past Textual's compositor.

A refresh, however small, has Textual gather the whole screen anew: four times the work of the
cells themselves. A widget that moves ten times a second paints them itself where nothing covers
it. All else, and what is uncovered later, is drawn by Textual.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.terminal.ansi import AnsiWriter
from footcoach_tui.terminal.app import TerminalApp
from footcoach_tui.terminal.visibility import visible_place

_T = TypeVar("_T")

Patch = tuple[int, int, tuple[tuple[str, Style], ...]]
"""Row and first column in cells of the widget, and the runs of text to write from there on."""

_MAX_CHANGES = 2048
"""Encoded changes in the cache: the frames of some minutes."""
_MIN_GAP = 10
"""Unchanged cells from which on a move of the cursor is cheaper than sending them again."""
_MOVE_BYTES = 7
"""Bytes of a move of the cursor, about: cells between two runs that take no more are sent again."""
_BLANK = " "
"""A cell that looks alike in every style."""


class _EncodedChange(NamedTuple):
    """Covered cells of a change, and its ANSI text."""

    rows: tuple[Region, ...]
    ansi: str


class _StyleRun(NamedTuple, Generic[_T]):
    """Text from a column on, in one style; None where it is blank."""

    left: int
    text: str
    style: _T | None


class Canvas:
    """Painter of one widget. Cells are those of its content, without border and padding.

    One that `is_hollow` paints only cells that none of the widgets in it covers.
    """

    def __init__(self, widget: Widget, *, is_hollow: bool = False) -> None:
        self._widget = widget
        self._is_hollow = is_hollow
        self._layout: object = None
        self._place: Region | None = None
        self._encoded: dict[Hashable, _EncodedChange] = {}
        self._filtered_styles: dict[Style, Style] = {}

    def paint(self, patches: Iterable[Patch], key: Hashable = None) -> None:
        """Show patches, which must equal what the widget's `render_line` returns now.

        With a `key` they are cached: the next call with it sends them without reading `patches`.
        """
        place = self.open_place()
        change = self._encoded.get(key) if place and key else None
        if change is None:
            change = self._encode(place, patches)
            if place and key:
                self._remember(key, change)
        if change.rows and not place:
            self._widget.refresh(*change.rows)
        elif change.rows:
            # Textual's own cached strips of these rows are out of date now.
            offset = self._widget.content_offset
            self._widget._styles_cache.set_dirty(*(row.translate(offset) for row in change.rows))
            if isinstance(self._widget.app, TerminalApp):
                self._widget.app.send_painted(change.ansi)

    def invalidate(self) -> None:
        """Drop the cache, as the colours have changed."""
        self._encoded.clear()
        self._filtered_styles.clear()

    def open_place(self) -> Region | None:
        """Region of the widget on the terminal; None where Textual must paint it."""
        widget = self._widget
        app = widget.app
        if not isinstance(app, TerminalApp) or not app.can_send_painted or app._batch_count:
            return None
        if not widget.is_attached or widget.screen is not app.screen:
            return None
        if not app.can_draw(moving=False):
            return None
        layout = widget.screen._compositor.visible_widgets
        if layout is not self._layout:  # Textual makes a new one whenever anything has moved
            self._layout = layout
            self._place = visible_place(widget, is_hollow=self._is_hollow)
            self.invalidate()
        return self._place

    def _encode(self, place: Region | None, patches: Iterable[Patch]) -> _EncodedChange:
        rows: list[Region] = []
        app = self._widget.app
        writer = AnsiWriter(app.console)
        replace = app.ascii_cells if isinstance(app, TerminalApp) else str
        for y, x, runs in patches:
            rows.append(Region(x, y, sum(len(text) for text, _ in runs), 1))
            if place:
                writer.move(place.x + x, place.y + y)
                for text, style in runs:
                    writer.write_text(replace(text), self._filtered(style))
        return _EncodedChange(tuple(rows), writer.finish())

    def _filtered(self, style: Style) -> Style:
        """Style after Textual's line filters, without colours for instance."""
        filtered = self._filtered_styles.get(style)
        if filtered is None:
            background = self._widget.background_colors[1]
            segments = [Segment(" ", style)]
            for line_filter in self._widget.get_line_filters():
                segments = line_filter.apply(segments, background)
            filtered = self._filtered_styles[style] = segments[0].style or style
        return filtered

    def _remember(self, key: Hashable, change: _EncodedChange) -> None:
        if len(self._encoded) >= _MAX_CHANGES:
            self._encoded.clear()
        self._encoded[key] = change


def is_plain(strip: Strip) -> bool:
    """Whether each character takes one cell."""
    return strip.text.isascii() or all(cell_len(character) == 1 for character in strip.text)


def strip_patch(y: int, strip: Strip) -> Patch:
    """Patch of a whole row."""
    blank = Style()
    return y, 0, tuple((text, style or blank) for text, style, _ in strip)


def changed_spans(before: Sequence[object], after: Sequence[object]) -> list[tuple[int, int]]:
    """Spans (first column, column behind the last) of changed cells; narrow gaps are included."""
    spans: list[tuple[int, int]] = []
    for column, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if spans and column - spans[-1][1] < _MIN_GAP:
            spans[-1] = (spans[-1][0], column + 1)
        else:
            spans.append((column, column + 1))
    return spans


def style_runs(
    before: Sequence[tuple[str, _T]],
    after: Sequence[tuple[str, _T]],
    has_ground: Callable[[_T], bool] = lambda _: False,
) -> Iterator[_StyleRun[_T]]:
    """Runs to write over a row of cells (character, style) to turn it into another.

    A blank cell must not be in a style that `has_ground`, which would show behind it.
    """
    run: _StyleRun[_T] | None = None
    for column, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new or old[0] == new[0] == _BLANK:
            continue
        cells = after[run.left + len(run.text) : column + 1] if run else ()
        longer = _extended(run, cells, has_ground) if run else None
        if run and not longer:
            yield run
        run = longer or _StyleRun(column, new[0], None if new[0] == _BLANK else new[1])
    if run:
        yield run


def _extended(
    run: _StyleRun[_T], cells: Sequence[tuple[str, _T]], has_ground: Callable[[_T], bool]
) -> _StyleRun[_T] | None:
    """Run with the cells behind it; None where a new run is cheaper."""
    styles = {style for char, style in cells if char != _BLANK} | ({run.style} - {None})
    text = "".join(char for char, _ in cells)
    if len(styles) > 1 or len(text[:-1].encode()) > _MOVE_BYTES:
        return None
    style = next(iter(styles), None)
    if style is not None and has_ground(style) and _BLANK in run.text + text:
        return None
    return _StyleRun(run.left, run.text + text, style)
