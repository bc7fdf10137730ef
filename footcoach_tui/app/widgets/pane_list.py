"""List with the keys j, k, g and G as well as the arrows."""

from collections.abc import Callable, Collection
from itertools import accumulate
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID
from footcoach_tui.app.widgets.mixins import QuietFocus
from footcoach_tui.terminal.canvas import Canvas, is_plain, strip_patch

_ACTIONS = {
    "list.down": "cursor_down",
    "list.up": "cursor_up",
    "list.top": "first",
    "list.bottom": "last",
}
_HIGHLIGHTED = "option-list--option-highlighted"
_FOCUSED_ROW = "pane-list--cursor"
_REVERSED = Style(reverse=True)
_MOST_ROWS = 20
"""Most rows that are redrawn one by one: each adds up the lines of all."""


class PaneList(OptionList, QuietFocus):
    """Option list whose rows are redrawn one by one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {_FOCUSED_ROW}

    NEEDS_SECOND_CLICK: ClassVar[bool] = False
    """Whether the first click on a row only selects it."""

    _previous_row: int | None = None
    _clicked: str | None = None
    highlighted: reactive[int | None] = reactive(None, repaint=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(KEY_COMMANDS_BY_ID[name].keys),
            action,
            KEY_COMMANDS_BY_ID[name].label,
            show=False,
            id=name,
        )
        for name, action in _ACTIONS.items()
    ]

    def __init__(
        self,
        *,
        on_enter: Callable[[], None] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`on_enter` is called at once by the key enter, in the place of a message.

        Until a message is handled, the keys that follow go to the screen that was open before.
        """
        self._canvas = Canvas(self, is_hollow=True)  # the scrollbar lies beside the rows
        super().__init__(id=id, classes=classes)
        self._choose = on_enter

    def action_select(self) -> None:
        if self._choose and self.highlighted is not None:
            self._choose()
        else:
            super().action_select()

    def on_click(self, event: Click) -> None:
        """Only select the row at its first click, where a second one is needed."""
        place = event.style.meta.get("option")
        if not self.NEEDS_SECOND_CLICK or place is None or self.options[place].disabled:
            return
        before, self._clicked = self._clicked, self.options[place].id
        if place != self.highlighted or before != self._clicked:
            event.prevent_default()
            self.highlighted = place

    @property
    def has_cursor(self) -> bool:
        """Whether the keys act on the highlighted row."""
        return self.has_focus

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Style of the highlighted row with the cursor; other rows as Textual has them.

        In 16 colours the row is reversed. CSS cannot do it: Textual ignores `reverse` in rows.
        """
        if not (_HIGHLIGHTED in component_classes and self.has_cursor):
            return super().get_visual_style(*component_classes, partial=partial)
        classes = (_FOCUSED_ROW if name == _HIGHLIGHTED else name for name in component_classes)
        style = super().get_visual_style(*classes, partial=partial)
        return style + _REVERSED if self.app.native_ansi_color else style

    def focus_changed(self) -> None:
        self._refresh_row(self.highlighted)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Redraw the two rows that changed."""
        before, self._previous_row = self._previous_row, highlighted
        offset = self.scroll_offset
        super().watch_highlighted(highlighted)
        if self.scroll_offset != offset:
            self.refresh()
        else:
            self._refresh_row(before)
            self._refresh_row(highlighted)
        if highlighted and all(option.disabled for option in self.options[:highlighted]):
            self.scroll_home(animate=False)  # to the heading above

    def _refresh_row(self, place: int | None) -> None:
        """Redraw a row; all of them if its lines are not known yet."""
        ends = list(accumulate(_height(option) for option in self.options))
        if place is None or not ends or ends[-1] != self.virtual_size.height:
            self.refresh()
        elif place < len(ends):
            height = _height(self.options[place])
            self._paint_lines(ends[place] - height, height)

    def _paint_lines(self, first: int, count: int) -> None:
        """Paint lines at once, without the other widgets, where each character takes a cell."""
        top = self.scroll_offset.y
        visible = range(max(first - top, 0), min(first - top + count, self.content_size.height))
        strips = {y: self.render_line(y) for y in visible}
        if all(is_plain(strip) for strip in strips.values()):
            self._canvas.paint(strip_patch(y, strip) for y, strip in strips.items())
        else:
            self.refresh_lines(first, count)

    def notify_style_update(self) -> None:
        self._canvas.invalidate()
        super().notify_style_update()

    def fill(self, rows: list[tuple[str, Content]], headings: Collection[str] = ()) -> None:
        """Set the rows, each an id and a text; the cursor stays on its row if it can.

        It passes over the rows whose ids are `headings`.
        """
        if [option.id for option in self.options] == [row_id for row_id, _ in rows]:
            options = self.options
            texts = [text for _, text in rows]
            changed = [n for n, text in enumerate(texts) if options[n].prompt != text]
            if len(changed) > _MOST_ROWS:
                for place in changed:
                    options[place]._set_prompt(texts[place])  # noqa: SLF001 - see `set_row`
                self._clear_caches()
            else:
                for place in changed:
                    self.set_row(place, texts[place])
            return
        highlighted_id = self.highlighted_option.id if self.highlighted_option else None
        self.clear_options()
        options = [Option(text, id=row_id, disabled=row_id in headings) for row_id, text in rows]
        self.add_options(options)
        ids = [option.id for option in options if not option.disabled]
        if ids:
            row_id = highlighted_id if highlighted_id in ids else ids[0]
            self.highlighted = self.get_option_index(row_id or "")

    def set_row(self, place: int, text: Content) -> None:
        """Set the text of a row, and redraw no other if it keeps its number of lines."""
        option, lines = self.options[place], _height(self.options[place])
        if str(text).count("\n") + 1 != lines:
            self.replace_option_prompt_at_index(place, text)
            return
        option._set_prompt(text)  # noqa: SLF001 - Textual's way to replace it redraws all rows
        self._option_render_cache.clear()
        self._refresh_row(place)


def _height(option: Option) -> int:
    """Lines of a row; rows are never wrapped."""
    return str(option.prompt).count("\n") + 1
