"""Scores from 0 to 10 in a row: the chosen one is in brackets, and each can be clicked."""

from textual import events
from textual.content import Content
from textual.message import Message

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.coach.answers.check_in import MAX_SCORE

_CELL = 3
"""Columns of a score, with a bracket at either side."""


class ScoreRow(TextLabel, ResizeAware):
    """Row of scores, wrapped where it does not fit."""

    class Chosen(Message):
        """A score was clicked."""

        def __init__(self, row: "ScoreRow", score: int) -> None:
            super().__init__()
            self.row = row
            self.score = score

        @property
        def control(self) -> "ScoreRow":
            return self.row

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._score: int | None = None

    def show_score(self, score: int | None) -> None:
        self._score = score
        self.show(self._text(), grows=True)

    def on_resize(self) -> None:
        self.show(self._text(), grows=True)
        # During a layout Textual would miss that the height has changed.
        self.call_after_refresh(self.refresh, layout=True)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        score = offset.y * self._scores_in_a_line + offset.x // _CELL
        if offset.x // _CELL < self._scores_in_a_line and score <= MAX_SCORE:
            self.post_message(self.Chosen(self, score))

    @property
    def _scores_in_a_line(self) -> int:
        """Number of scores in each line; the last score is one column wider."""
        fitting = (self.content_size.width - 1) // _CELL
        return min(max(1, fitting), MAX_SCORE + 1)

    def _text(self) -> Content:
        scores = [self._cell(score) for score in range(MAX_SCORE + 1)]
        size = self._scores_in_a_line
        lines = [scores[place : place + size] for place in range(0, len(scores), size)]
        return Content("\n").join(Content("").join(line).rstrip() for line in lines)

    def _cell(self, score: int) -> Content:
        if score == self._score:
            return Content.styled(f"[{score}]", "bold $accent")
        return Content(f" {score}".ljust(_CELL))
