"""Mixins: focus without new styles, a CSS class for the state, reliable resizing."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:  # the first picture needs no session
    from footcoach_tui.session.view import SessionState


class QuietFocus(Widget):
    """Focus without a new style of all children, which Textual would redraw.

    The frame of the pane shows it; no stylesheet may use `:focus` of these widgets.
    """

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual has it
        """Skip the update of styles."""

    def focus_changed(self) -> None:
        """Handle a change of focus."""


def _class_name(state: "SessionState") -> str:
    return "-" + state.name.lower().replace("_", "-")


class StateStyled(Widget):
    """CSS class for the session state, e.g. `-get-ready`."""

    STYLED_SELECTOR: ClassVar[str] = ""
    """Selector of the children styled by state; if empty, all of them."""
    _state_class = ""

    def has_state(self, state: "SessionState") -> bool:
        return self._state_class == _class_name(state)

    def set_state(self, state: "SessionState") -> None:
        """Set the state's class, unless it is set."""
        if self.has_state(state):
            return
        # In one update: each change of classes styles all children again.
        before, self._state_class = self._state_class, _class_name(state)
        self.update_classes(
            {before: False, self._state_class: True}, update=not self.STYLED_SELECTOR
        )
        if self.STYLED_SELECTOR:
            self.app.stylesheet.update_nodes(self.query(self.STYLED_SELECTOR))


class ResizeAware(Widget):
    """Reliable `on_resize`, required of every widget that has one.

    List it after the base widget: Textual takes styles from the first base.

    Textual posts Resize if a layout finds another size than before. If the size is read between a
    change of styles and the layout, as painting does, the layout finds nothing new and posts
    nothing. So each widget compares its size after every layout.
    """

    _known_size = Size()

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, self._check_size, immediate=True)

    @on(Resize)
    def _remember_size(self, event: Resize) -> None:
        self._known_size = event.size

    def _check_size(self, _: Screen[object]) -> None:
        if self._known_size != self.outer_size:
            self.call_later(self._post_resize)  # after a Resize that Textual has just posted

    def _post_resize(self) -> None:
        if self._known_size != self.outer_size:
            self.post_message(Resize(self.outer_size, self.virtual_size, self.container_size))
