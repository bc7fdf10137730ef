"""The clock of a session that is taken up again."""

from footcoach_tui.session.clock import Clock, Instant


class ResumedClock:
    """A clock that goes on where the session it belongs to was cut off.

    Monotonic clocks begin anew with each start of the machine; the player's must not.
    """

    def __init__(self, clock: Clock, last: Instant) -> None:
        """`last` is the last moment of the session so far."""
        self._clock = clock
        self._ahead = last.monotonic - clock.now().monotonic

    def now(self) -> Instant:
        """The present moment, as the session counts it."""
        now = self._clock.now()
        return Instant(now.monotonic + self._ahead, now.wall)
