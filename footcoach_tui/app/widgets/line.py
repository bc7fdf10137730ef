"""A text that is written to the screen only when it says something new."""

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """One or more lines of text, taken literally: a plain `str` is never read as markup."""

    def __init__(
        self, text: Content | str = "", *, id: str | None = None, classes: str = ""
    ) -> None:
        """Show `text` from the beginning."""
        self._shown = _content(text)
        super().__init__(self._shown, id=id, classes=classes)

    def show(self, text: Content | str, *, grows: bool = False) -> None:
        """Show another text; one that `grows` may take more or fewer lines than before."""
        content = _content(text)
        if content != self._shown or content.spans != self._shown.spans:
            self._shown = content
            self.update(content, layout=grows)


def _content(text: Content | str) -> Content:
    return text if isinstance(text, Content) else Content(text)
