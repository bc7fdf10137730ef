"""Dialog for a note in the middle of a session."""

from footcoach_tui.app.screens.line_dialog import LineDialog
from footcoach_tui.boundary.text import clean

_MAX_LENGTH = 200


class NoteDialog(LineDialog[str]):
    """Note on an exercise; an empty one is None."""

    def __init__(self, exercise: str) -> None:
        super().__init__("A note", exercise, max_length=_MAX_LENGTH)

    def parse(self, line: str) -> str | None:
        return clean(line, limit=_MAX_LENGTH).strip() or None
