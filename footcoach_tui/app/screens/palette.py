"""Palette: commands with their keys, routines, exercises and themes, found by words."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList

_NOTHING = "No command or routine matches."
_GAP = 2


class PaletteEntry(NamedTuple):
    """Row of the palette; `run` is called once it has closed."""

    name: str
    run: Callable[[], object]
    help: str = ""
    key: str = ""


class _EntryList(PaneList):
    """List whose keys the line above it passes on."""

    has_cursor = True


class PaletteDialog(ModalScreen[PaletteEntry | None], ResizeAware):
    """Field for words, and the entries that have all of them."""

    CSS_PATH = "../styles/palette.tcss"
    AUTO_FOCUS = "#palette-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('down')", "Down", show=False),
        Binding("up", "move('up')", "Up", show=False),
        Binding("pagedown", "move('page_down')", "Page down", show=False),
        Binding("pageup", "move('page_up')", "Page up", show=False),
        Binding("escape", "close", "Close", key_display="esc"),
    ]

    def __init__(self, entries: Iterable[PaletteEntry]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._found = self._entries

    def compose(self) -> ComposeResult:
        with Vertical(id="palette") as box:
            box.border_title = "Commands, routines, exercises, themes"
            box.border_subtitle = clickable_hint("enter run · esc close")
            yield Input(placeholder="a few letters of it", id="palette-words")
            yield TextLabel(_NOTHING, id="palette-nothing")
            yield _EntryList(id="palette-entries")

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def action_move(self, way: str) -> None:
        entries = self.query_one("#palette-entries", PaneList)
        getattr(entries, f"action_{'cursor_' if way in ('up', 'down') else ''}{way}")()

    def action_close(self) -> None:
        self.dismiss(None)

    @on(Input.Changed, "#palette-words")
    def _on_words(self, event: Input.Changed) -> None:
        self._found = matching(self._entries, event.value)
        self._fill()

    @on(Input.Submitted, "#palette-words")
    def _on_submitted(self) -> None:
        place = self.query_one("#palette-entries", PaneList).highlighted
        if self._found and place is not None and self.is_active:
            self.dismiss(self._found[place])

    @on(OptionList.OptionSelected, "#palette-entries")
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        if self.is_active:
            self.dismiss(self._found[event.option_index])

    def _fill(self) -> None:
        entries = self.query_one("#palette-entries", PaneList)
        columns = entries.scrollable_content_region.width - _GAP
        rows = [(f"{n}", _row(each, columns)) for n, each in enumerate(self._found)]
        entries.fill(rows)
        if rows:
            entries.highlighted = 0
        self.query_one("#palette-nothing").display = not rows


def matching(entries: Iterable[PaletteEntry], words: str) -> tuple[PaletteEntry, ...]:
    """Return the entries that have all words, those first whose name begins with them."""
    wanted = words.casefold().split()
    found = [each for each in entries if all(word in _text(each) for word in wanted)]
    start = words.strip().casefold()
    found.sort(
        key=lambda each: (not each.name.casefold().startswith(start), not _is_named(each, wanted))
    )
    return tuple(found)


def _text(entry: PaletteEntry) -> str:
    return f"{entry.name} {entry.help}".casefold()


def _is_named(entry: PaletteEntry, wanted: list[str]) -> bool:
    return all(word in entry.name.casefold() for word in wanted)


def _row(entry: PaletteEntry, columns: int) -> Content:
    """Name and help, and the key at the right end; the help is cut first."""
    key = Content.styled(entry.key, "bold $accent")
    room = max(1, columns - (key.cell_length + _GAP if entry.key else 0))
    text = Content.assemble(entry.name, (f"  {entry.help}" if entry.help else "", "$secondary"))
    text = text.truncate(room, ellipsis=True)
    if not entry.key:
        return text
    return text.pad_right(max(1, columns - text.cell_length - key.cell_length)) + key


def content_entries(app: App[None], context: AppContext) -> Iterable[PaletteEntry]:
    """Yield the routines, which are played, and the exercises, which the library shows."""
    for routine in context.catalogue.routines.values():
        run = partial(begin_routine, app, context, routine)
        yield PaletteEntry(f"Play: {routine.title}", run)
    for exercise in sorted(context.catalogue.exercises.values(), key=lambda each: each.name):
        screen = partial(LibraryScreen, context, exercise.id)
        yield PaletteEntry(f"Exercise: {exercise.name}", partial(_push, app, screen))


def _push(app: App[None], make: Callable[[], LibraryScreen]) -> None:
    app.push_screen(make())
