"""Key hints at the foot of a screen."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.boundary.browser import is_in_browser

_WIDE_GAP, _NARROW_GAP = 2, 1
"""Columns between keys, if all of them fit and if not."""
_LEAVE, _BACK = "command('app.leave')", "back"
"""Keys of which one is shown: on a screen with a way back both do the same."""
_ALWAYS = ("command('app.help')", _LEAVE, _BACK)
"""Keys dropped last: the first one shows all others."""
_SIGN = tuple(f"command('{name}')" for name in ("app.seen", "app.flags"))
"""Keys that come first, and are dropped last, while a sign is to be checked: with the first one."""
_IMPORTANT = tuple(
    f"command('{name}')"
    for name in (
        *("session.play", "session.done", "app.plan", "session.hurt"),
        *("compose.add", "compose.more", "compose.save"),
    )
)
_LAST = ("command('list.find')", "command('app.change')")
"""Keys dropped first."""


class _KeyHint(NamedTuple):
    """A key, its label, and its command."""

    key: str
    label: str
    name: str
    action: str
    help: str
    is_enabled: bool

    @property
    def text(self) -> str:
        return f"{self.label} {self.name}"


class KeyHints(TextLabel, ResizeAware):
    """As many keys as fit, in one text: a widget for each would cost a layout of the screen."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.keys: tuple[_KeyHint, ...] = ()
        """All active keys, also those that do not fit."""
        self._labels: dict[str, str] = {}
        self._is_update_due = False
        self._hovered_key: _KeyHint | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_resize(self) -> None:
        self._show_keys()

    @property
    def visible_keys(self) -> tuple[_KeyHint, ...]:
        if self._width(self.keys, _WIDE_GAP) <= self.content_size.width:
            return self.keys
        fit: tuple[_KeyHint, ...] = ()
        has_sign = any(key.action == _SIGN[0] for key in self.keys)
        for candidate in sorted(self.keys, key=lambda key: _rank(key, has_sign=has_sign)):
            hints = tuple(key for key in self.keys if key in (*fit, candidate))
            if self._width(hints, _NARROW_GAP) <= self.content_size.width:
                fit = hints
        return fit

    def on_click(self, event: events.Click) -> None:
        key = self._key_at(event.x)
        if key and key.is_enabled:
            self.app.simulate_key(key.key)
        elif key:
            self.app.bell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._hover(self._key_at(event.x))

    def on_leave(self) -> None:
        self._hover(None)

    def _hover(self, key: _KeyHint | None) -> None:
        if key != self._hovered_key:
            self._hovered_key = key
            # A finger in a browser would leave it standing above the session.
            is_shown = key and key.help and not is_in_browser()
            self.tooltip = key.help if key and is_shown else None
            self._show_keys()

    def set_labels(self, labels: Mapping[str, str]) -> None:
        """Set labels by command or action, in order, before the others; "" hides a key."""
        changed = {
            name if name == _BACK else f"command('{name}')": label for name, label in labels.items()
        }
        if list(changed.items()) != list(self._labels.items()):
            self._labels = changed
            self._schedule_update()

    def _on_bindings(self, screen: Screen[Any]) -> None:
        if self.is_attached and screen is self.screen and screen.app.app_focus:
            self._schedule_update()

    def _schedule_update(self) -> None:
        if not self._is_update_due:
            self._is_update_due = True
            self.call_after_refresh(self._update_keys)  # once for several changes

    def _update_keys(self) -> None:
        self._is_update_due = False
        keys = _ordered(self._labelled(_keys(self.screen))) if self.is_attached else self.keys
        if keys != self.keys:
            self.keys = keys
            self._show_keys()

    def _labelled(self, keys: Iterator[_KeyHint]) -> list[_KeyHint]:
        """Return the keys with the labels that were set."""
        places = {action: place for place, action in enumerate(self._labels)}
        named = (key._replace(name=self._labels.get(key.action, key.name)) for key in keys)
        shown = sorted(
            (key for key in named if key.name),
            key=lambda key: places.get(key.action, len(places)),
        )
        has_back = any(key.action == _BACK for key in shown)
        return [key for key in shown if not (has_back and key.action == _LEAVE)]

    def _show_keys(self) -> None:
        keys = self.visible_keys
        between = Content(" " * self._gap(keys))
        self.show(between.join(self._key_text(key) for key in keys))

    def _key_text(self, key: _KeyHint) -> Content:
        text = Content.assemble(
            (key.label, "bold $footer-key-foreground"),
            (f" {key.name}", "$footer-description-foreground"),
        )
        if not key.is_enabled:
            text = text.stylize("dim")
        return text.stylize("on $block-hover-background") if key == self._hovered_key else text

    def _key_at(self, column: int) -> _KeyHint | None:
        keys, left = self.visible_keys, self.content_offset.x
        for key in keys:
            right = left + cell_len(key.text)
            if left <= column < right:
                return key
            left = right + self._gap(keys)
        return None

    def _gap(self, keys: tuple[_KeyHint, ...]) -> int:
        return _WIDE_GAP if self._width(keys, _WIDE_GAP) <= self.content_size.width else _NARROW_GAP

    @staticmethod
    def _width(keys: tuple[_KeyHint, ...], gap: int) -> int:
        return sum(cell_len(key.text) + gap for key in keys) - gap


def _keys(screen: Screen[Any]) -> Iterator[_KeyHint]:
    """Keys to show, one for each action."""
    actions = set()
    for _, binding, is_able, tooltip in screen.active_bindings.values():
        if binding.show and binding.action not in actions:
            actions.add(binding.action)
            yield _KeyHint(
                binding.key,
                screen.app.get_key_display(binding),
                binding.description,
                binding.action,
                tooltip,
                is_able,
            )


def _ordered(keys: Iterable[_KeyHint]) -> tuple[_KeyHint, ...]:
    """Return the keys with those of a sign first, if there is one to be checked."""
    found = tuple(keys)
    if _SIGN[0] not in (key.action for key in found):
        return found
    return tuple(
        sorted(found, key=lambda key: _SIGN.index(key.action) if key.action in _SIGN else 2)
    )


def _rank(key: _KeyHint, *, has_sign: bool) -> int:
    """Order in which keys are dropped, highest first."""
    if key.action in _ALWAYS or (has_sign and key.action in _SIGN):
        return 0
    if key.action in _LAST:
        return 3
    return 1 if key.action in _IMPORTANT else 2
