"""What takes the keys and looks as before: the frame of its pane tells that it has them."""

from textual import events
from textual.widget import Widget


class Keyed(Widget):
    """Textual would style all that is in it, and draw it anew, each time the keys come and go.

    So no stylesheet may ask for its `:focus`.
    """

    def on_focus(self, event: events.Focus) -> None:
        """The keys have come."""
        event.prevent_default()
        self.has_focus = True
        self.keys_moved()
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """The keys have gone."""
        event.prevent_default()
        self.has_focus = False
        self.keys_moved()
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual has it
        """Leave the styles as they are."""

    def keys_moved(self) -> None:
        """The keys have come or gone: show it, if it is shown at all."""
