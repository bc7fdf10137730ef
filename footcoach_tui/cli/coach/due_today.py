"""Answer whether a session is due today, as prompts show it."""

from typing import NamedTuple


class DueToday(NamedTuple):
    """Answer of `due`, with what prompts show. Texts are "", numbers 0, where there is nothing.

    `answer` is yes, no or extra. `minutes` is known of routines that a plan or the rules name.
    `next` and `latest` are days (YYYY-MM-DD): of the next session, and of the latest that counts.
    `week` is the number of sessions of this week, of `goal`; a plan may ask for none.
    """

    answer: str
    sentence: str
    rule: str = ""
    routine: str = ""
    title: str = ""
    minutes: int = 0
    stage: int = 0
    next: str = ""
    latest: str = ""
    week: int = 0
    goal: int = 0

    @property
    def is_due(self) -> bool:
        return self.answer == "yes"
