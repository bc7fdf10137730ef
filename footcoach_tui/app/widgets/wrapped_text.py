"""A text with hanging indents."""

from collections.abc import Iterator

from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware

_TAB = "\t"
_MIN_COLUMNS = 12
"""Least columns of an indented text; a narrower one is not indented."""


class WrappedText(TextLabel, ResizeAware):
    """Text wrapped to its width; what follows a tab in a line is wrapped below itself."""

    def __init__(self, text: Content | str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Content("")
        self.show(text)

    def show(self, text: Content | str, *, grows: bool = True) -> None:
        self._text = text if isinstance(text, Content) else Content(text)
        super().show(wrapped(self._text, self.content_size.width), grows=grows)

    def line_at(self, row: int) -> str:
        """Return the line of the text, before it was wrapped, that a row shows; "" for none."""
        for line in self._text.split("\n", allow_blank=True):
            row -= wrapped(line, self.content_size.width).plain.count("\n") + 1
            if row < 0:
                return line.plain
        return ""

    def on_resize(self) -> None:
        super().show(wrapped(self._text, self.content_size.width), grows=True)
        # During a layout Textual would miss that the height has changed.
        self.call_after_refresh(self.refresh, layout=True)


def wrapped(text: Content, width: int) -> Content:
    """Wrap the lines that have a tab to a width in columns."""
    lines = (_indent_line(line, width) for line in text.split("\n", allow_blank=True))
    return Content("\n").join(lines)


def _indent_line(line: Content, width: int) -> Content:
    place = line.plain.find(_TAB)
    if place < 0:
        return line
    label, text = line[:place], line[place + 1 :]
    room = width - label.cell_length
    if room < _MIN_COLUMNS:
        return label + text
    indent = Content("\n" + " " * label.cell_length)
    return label + indent.join(_wrap_words(text, room))


def _wrap_words(text: Content, width: int) -> Iterator[Content]:
    """Lines of whole words; a word wider than the line gets its own."""
    begin = end = 0
    for word in text.split(" ", include_separator=True, allow_blank=True):
        following = end + len(word)
        if end > begin and text[begin:following].rstrip().cell_length > width:
            yield text[begin:end].rstrip()
            begin = end
        end = following
    yield text[begin:end]
