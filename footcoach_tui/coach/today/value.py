"""Today card as a value of short texts; the home screen and `footcoach today` draw it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.today.week import WeekCell


class Notice(NamedTuple):
    """Line that waits for the person: `id` is the flag or the rule, `day` since when."""

    id: str
    text: str
    day: date | None = None


class MorningQuestion(NamedTuple):
    """Question on the morning after a session, by the id of the session."""

    session: str
    text: str


@dataclass(frozen=True, slots=True)
class TodayCard:
    """Today, from top to bottom. Texts are whole sentences; an empty one is not shown.

    `heading` is one or two words, such as "Today", "Rest day" or "Done for today". `routine` is
    the routine to begin, by id, "" if there is none; `title`, `minutes` and `equipment` are its
    own. `begin` labels the key that begins it: "Start", or "Gentle minutes" where nothing is due.
    `answer` is that of `due`: yes, no or extra. `next_day` is the next training day.

    `notices` are open flags and pain advice, the most urgent first; they stay until they are
    closed or over. `may_train` is false where nothing may be played.
    """

    day: date
    answer: str
    rule: str
    heading: str
    sentence: str
    """Why, in one sentence."""

    routine: str = ""
    title: str = ""
    minutes: int = 0
    equipment: tuple[str, ...] = ()
    begin: str = ""
    stage: int | None = None
    may_train: bool = True
    next_day: date | None = None
    week: tuple[WeekCell, ...] = ()
    """Seven days from Monday."""

    week_line: str = ""
    """Sessions of this week: "1 of 3 this week"."""

    keeping: str = ""
    """How the plan is kept, with praise or an offer: "9 of 12 planned sessions done." """

    welcome: str = ""
    """Shown instead of `keeping` after 14 days without a session: "Welcome back." """

    milestone: str = ""
    """A stage that changed today, and what has been reached: "You are at stage 2 now." """

    notices: tuple[Notice, ...] = ()
    morning: MorningQuestion | None = None
    tests: tuple[str, ...] = ()
    """Self-tests that are due, by id."""

    tests_line: str = ""
    plan_offer: str = ""
    """Line on plans, for newcomers and after a course."""

    def document(self) -> dict[str, object]:
        """Return the card as JSON values."""
        document = asdict(self) | {
            "day": self.day.isoformat(),
            "next_day": self.next_day.isoformat() if self.next_day else None,
            "week": [
                {**cell._asdict(), "day": cell.day.isoformat(), "mark": str(cell.mark)}
                for cell in self.week
            ],
            "notices": [
                {**notice._asdict(), "day": notice.day.isoformat() if notice.day else None}
                for notice in self.notices
            ],
            "morning": self.morning._asdict() if self.morning else None,
        }
        return {name.replace("_", "-"): value for name, value in document.items()}
