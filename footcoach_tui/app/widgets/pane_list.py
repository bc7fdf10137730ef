"""A list in a pane, that goes by j, k, g and G as well as by the arrows."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from footcoach_tui.app.commands import BY_ID

_ACTIONS = {
    "list.down": "cursor_down",
    "list.up": "cursor_up",
    "list.top": "first",
    "list.bottom": "last",
}
_CHOSEN = "option-list--option-highlighted"
_TURNED = Style(reverse=True)


class PaneList(OptionList):
    """An option list whose rows are changed one by one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(BY_ID[name].keys), action, BY_ID[name].label, show=False, id=name)
        for name, action in _ACTIONS.items()
    ]

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """As Textual has it; where colours cannot be mixed, the row one is at is turned around.

        A stylesheet cannot say so: Textual leaves that out of the styles of rows.
        """
        style = super().get_visual_style(*component_classes, partial=partial)
        is_chosen = _CHOSEN in component_classes and self.has_focus
        return style + _TURNED if is_chosen and self.app.native_ansi_color else style

    def fill(self, rows: list[tuple[str, Content]]) -> None:
        """Show rows, each an id and its text, and keep the cursor on its row where it can."""
        shown = [(option.id, option.prompt) for option in self.options]
        if [row_id for row_id, _ in shown] == [row_id for row_id, _ in rows]:
            for place, (row_id, text) in enumerate(rows):
                if shown[place][1] != text:
                    self.replace_option_prompt(row_id, text)
            return
        at = self.highlighted_option.id if self.highlighted_option else None
        self.clear_options()
        self.add_options([Option(text, id=row_id) for row_id, text in rows])
        ids = [row_id for row_id, _ in rows]
        if ids:
            self.highlighted = ids.index(at) if at in ids else 0
