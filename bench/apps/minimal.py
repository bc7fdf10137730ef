"""The least that can be made with Textual: a line, and a count of the keys that were pressed."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Label


class Minimal(App[None]):
    """It says what it is, and how many keys it was told."""

    def __init__(self) -> None:
        """No key yet."""
        super().__init__()
        self._count = 0

    def compose(self) -> ComposeResult:
        """One line."""
        yield Label("minimal: 0")

    def on_key(self, event: events.Key) -> None:
        """Leave on q, count everything else."""
        if event.key == "q":
            self.exit()
            return
        self._count += 1
        self.query_one(Label).update(f"minimal: {self._count}")


if __name__ == "__main__":
    Minimal().run()
