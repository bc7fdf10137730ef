"""A widget that hears of every size it gets."""

from textual import on
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget


class Sized(Widget):
    """Sees to it that `on_resize` is called; whoever has one is to be of this kind too.

    It comes after what a widget is in the first place: Textual takes styles from the first base.

    Textual tells a widget of its new size where a layout finds it to be another than before. Who
    asks for a size between a change of styles and the layout that follows, as painting does, may
    have the places worked out anew by that: the layout then finds nothing new, and tells nobody.
    `paint.placing` mends that at its root, but only in the Textual it knows.
    """

    _heard = Size()

    def on_mount(self) -> None:
        """Compare after each layout."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._check_size, immediate=True)

    @on(Resize)
    def _remember_size(self, event: Resize) -> None:
        self._heard = event.size

    def _check_size(self, _: Screen[object]) -> None:
        if self._heard != self.outer_size:
            self.call_later(self._tell_size)  # behind what Textual may have told it just now

    def _tell_size(self) -> None:
        if self._heard != self.outer_size:
            self.post_message(Resize(self.outer_size, self.virtual_size, self.container_size))
