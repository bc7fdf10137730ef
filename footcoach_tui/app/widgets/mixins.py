"""Mixins of widgets: keyboard focus without new styles, a class for the state, resizing."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:  # for the type checker only: the first picture needs no session
    from footcoach_tui.session.view import SessionState


class QuietFocus(Widget):
    """Keyboard focus that is shown by the frame of the pane alone.

    Textual would style all that is in it, and draw it anew, each time the keys come and go.

    So no stylesheet may ask for its `:focus`.
    """

    def on_focus(self, event: events.Focus) -> None:
        """The keys have come."""
        event.prevent_default()
        self.has_focus = True
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """The keys have gone."""
        event.prevent_default()
        self.has_focus = False
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual has it
        """Leave the styles as they are."""

    def focus_changed(self) -> None:
        """The keys have come or gone: show it, if it is shown at all."""


def _class_of(state: "SessionState") -> str:
    """The class a widget has in a state: ``-get-ready``."""
    return "-" + state.name.lower().replace("_", "-")


class StateStyled(Widget):
    """Has a class for the session state, e.g. `-get-ready`."""

    STYLED_SELECTOR: ClassVar[str] = ""
    """The selector of what in it looks otherwise in another state; without one, all of it."""
    _worn = ""

    def has_state(self, state: "SessionState") -> bool:
        """Whether it is dressed for a state."""
        return self._worn == _class_of(state)

    def set_state(self, state: "SessionState") -> None:
        """Dress for a state; nothing is done where it is the same."""
        if self.has_state(state):
            return
        # At once: each change of classes has all that is below it styled anew.
        before, self._worn = self._worn, _class_of(state)
        self.update_classes({before: False, self._worn: True}, update=not self.STYLED_SELECTOR)
        if self.STYLED_SELECTOR:
            self.app.stylesheet.update_nodes(self.query(self.STYLED_SELECTOR))


class ResizeAware(Widget):
    """Sees to it that `on_resize` is called; whoever has one is to be of this kind too.

    It comes after what a widget is in the first place: Textual takes styles from the first base.

    Textual tells a widget of its new size where a layout finds it to be another than before. Who
    asks for a size between a change of styles and the layout that follows, as painting does, may
    have the places worked out anew by that: the layout then finds nothing new, and tells nobody.
    `paint.placing` mends that at its root, but only in the Textual it knows.
    """

    _known_size = Size()

    def on_mount(self) -> None:
        """Compare after each layout."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._check_size, immediate=True)

    @on(Resize)
    def _remember_size(self, event: Resize) -> None:
        self._known_size = event.size

    def _check_size(self, _: Screen[object]) -> None:
        if self._known_size != self.outer_size:
            self.call_later(self._post_resize)  # behind what Textual may have told it just now

    def _post_resize(self) -> None:
        if self._known_size != self.outer_size:
            self.post_message(Resize(self.outer_size, self.virtual_size, self.container_size))
