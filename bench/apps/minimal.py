"""A minimal Textual app: one label, which counts key presses."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Label


class Minimal(App[None]):
    """A label with the number of keys pressed; q leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def compose(self) -> ComposeResult:
        yield Label("minimal: 0")

    def on_key(self, event: events.Key) -> None:
        if event.key == "q":
            self.exit()
            return
        self._count += 1
        self.query_one(Label).update(f"minimal: {self._count}")


if __name__ == "__main__":
    Minimal().run()
