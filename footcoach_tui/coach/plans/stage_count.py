"""Sessions of a stage since it began, as they count for going up (3.2)."""

from datetime import date

from footcoach_tui.coach.facts.session import SessionFacts


class StageCount:
    """Number of the sessions, and of the clean ones in a row at their end."""

    def __init__(self) -> None:
        self.sessions = 0
        self.clean_row = 0
        self._first: date | None = None

    def read(self, session: SessionFacts) -> None:
        """Count a session of the stage or of a higher one."""
        self.sessions += 1
        self._first = self._first or session.day
        if session.is_clean:
            self.clean_row += 1
        elif not session.is_passed_over:
            self.clean_row = 0

    def days(self, day: date) -> int:
        """Return the days since the first session."""
        return (day - self._first).days if self._first else 0
