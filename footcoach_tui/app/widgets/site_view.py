"""Lower leg with the letters of its sites; the chosen site is lit."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.exercise_view.picture_format import picture_format
from footcoach_tui.app.exercise_view.site_picture import site_letters, site_picture
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.figure.picture import Ink, Tone

_LETTER, _CHOSEN = "site--letter", "site--chosen"


class SiteView(ResizeAware):
    """Picture of a leg that a site is chosen on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"figure--{tone}" for tone in Tone),
        _LETTER,
        _CHOSEN,
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._site: Site | None = None
        self._keys: Mapping[Site, str] = {}

    def show(self, site: Site | None, keys: Mapping[Site, str]) -> None:
        """Light a site; `keys` are the letters of all of them."""
        self._site, self._keys = site, keys
        self.refresh()

    def on_resize(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        picture = site_picture(self._site, picture_format(self.app, self.size))
        strip = Strip([Segment(text, self._ink_style(ink)) for text, ink in picture.rows[y]])
        for letter in site_letters(width, height):
            if letter.row == y and (key := self._keys.get(letter.site)):
                name = _CHOSEN if letter.site is self._site else _LETTER
                middle = Strip([Segment(key, self._style(name))])
                before, after = strip.crop(0, letter.column), strip.crop(letter.column + 1)
                strip = Strip.join((before, middle, after))
        return strip

    def _ink_style(self, ink: Ink) -> Style:
        style = self._style(f"figure--{ink.tone}")
        if ink.ground is Tone.BLANK:
            return style
        return style + Style(bgcolor=self._style(f"figure--{ink.ground}").color)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)
