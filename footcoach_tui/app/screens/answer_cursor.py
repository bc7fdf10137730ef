"""Answer that is chosen with arrows or typed as a number, before enter confirms it."""

from typing import NamedTuple, Self

from footcoach_tui.app.exercise_view.site_picture import nearest_site
from footcoach_tui.coach.questions.check_in_flow import FlowQuestion
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site

ARROWS = {"right": (1, 0), "left": (-1, 0), "up": (0, 1), "down": (0, -1)}
"""Directions of the keys in a picture, whose y grows upwards."""


class AnswerCursor(NamedTuple):
    """Chosen answer of a list: its place, -1 for none, the number typed so far, and the site."""

    place: int = -1
    typed: str = ""
    site: Site | None = None

    def moved(self, question: FlowQuestion, arrow: str) -> Self:
        """Return the cursor one answer further in the list."""
        step = 1 if arrow in ("down", "right") else -1
        start = -1 if step > 0 else 0
        place = (max(self.place, start) + step) % len(question.answers)
        return type(self)(place)

    def moved_on_picture(self, question: FlowQuestion, rules: Rules, arrow: str) -> Self:
        """Return the cursor at the next site in a direction; the first arrow chooses the heel."""
        site = nearest_site(self.site, *ARROWS[arrow]) if self.site else next(iter(rules.sites))
        return type(self)(question.keys.index(rules.sites[site].key), site=site)

    def typed_digit(self, question: FlowQuestion, digit: str) -> Self:
        """Return the cursor at the answer of a number; a digit that fits none begins anew."""
        for typed in (self.typed + digit, digit):
            if typed in question.keys:
                return type(self)(question.keys.index(typed), typed)
        return type(self)()

    def key(self, question: FlowQuestion) -> str:
        """Return the key of the chosen answer, "" if there is none."""
        return question.keys[self.place] if self.place >= 0 else ""
