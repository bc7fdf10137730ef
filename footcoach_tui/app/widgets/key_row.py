"""The keys at the foot of a screen: those there is no room for are left out whole."""

from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_ALWAYS = tuple(f"command('{name}')" for name in ("app.help", "app.leave"))
"""Where there is room for few keys, these are among them: the first of them tells all others."""
_LAST = "command('list.find')"
"""Goes before those that a session needs."""


class KeyRow(Footer):
    """As many keys as fit."""

    def __init__(self) -> None:
        """One row, without the palette."""
        super().__init__(show_command_palette=False, compact=True)

    async def recompose(self) -> None:
        """Show the keys that hold now."""
        await super().recompose()
        self._fit()

    def on_resize(self) -> None:
        """Show as many as fit now."""
        self._fit()

    def _fit(self) -> None:
        keys = list(self.query(FooterKey))
        room = self.size.width
        for key in sorted(keys, key=_rank):
            wide = key.render().cell_len
            key.display = wide <= room
            room -= wide + 1 if wide <= room else 0  # a column between two


def _rank(key: FooterKey) -> int:
    """Keys of the same rank keep their order."""
    return 0 if key.action in _ALWAYS else 2 if key.action == _LAST else 1
