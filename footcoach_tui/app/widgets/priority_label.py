"""A line of several texts, of which the last are left out if they do not fit."""

from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware


class PriorityLabel(TextLabel, ResizeAware):
    """Texts in order of priority; the first `needed` ones are always shown.

    With `is_split` the last text is at the right end.
    """

    def __init__(
        self,
        text: str = "",
        *,
        between: str = " · ",
        needed: int = 1,
        is_split: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(text, id=id)
        self._between = between
        self._needed = needed
        self._is_split = is_split
        self._given: tuple[Content | str, ...] = ()
        self._texts: tuple[Content, ...] = (Content(text),)
        self._visible: tuple[str, ...] = ()

    def set_texts(self, *texts: Content | str) -> None:
        """Set the texts, the most important first; empty ones are skipped."""
        if texts == self._given and all(isinstance(text, str) for text in texts):
            return
        self._given = texts
        self._texts = tuple(
            text if isinstance(text, Content) else Content(text) for text in texts if len(text)
        )
        self.show(self._fitted())

    def is_text_visible(self, text: str) -> bool:
        """Whether a text is shown: neither left out, nor in a hidden line."""
        return bool(self.region.area) and text in self._visible

    def on_resize(self) -> None:
        self.show(self._fitted())

    def _fitted(self) -> Content:
        texts = list(self._texts)
        between = Content(self._between)
        width = self.content_size.width
        while len(texts) > self._needed and between.join(texts).cell_length > width:
            texts.pop()
        self._visible = tuple(text.plain for text in texts)
        if self._is_split and len(texts) == len(self._texts) > 1:
            left, right = between.join(texts[:-1]), texts[-1]
            return left.pad_right(max(1, width - left.cell_length - right.cell_length)) + right
        return between.join(texts)
