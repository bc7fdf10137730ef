"""A screen that lists sessions: it reads them in threads, and shows the latest answer only."""

from textual import work
from textual.worker import get_current_worker

from footcoach_tui.app.lists.listing import LATEST, Listing, Wanted
from footcoach_tui.app.lists.summing import Sums, sum_up
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.changing import ChangingScreen
from footcoach_tui.session.record import SessionRecord


class ListingScreen(ChangingScreen):
    """Knows which sessions are wanted; a screen shows them."""

    def __init__(self, parts: Parts) -> None:
        """Want the latest ones."""
        super().__init__(parts)
        self.listing = Listing(parts.history, parts.today)
        self.wanted = LATEST
        self._read_at = -1

    def show_sums(self, sums: Sums) -> None:
        """Show what the history comes to."""
        raise NotImplementedError

    def show_sessions(self, found: tuple[SessionRecord, ...]) -> None:
        """Show the sessions that are wanted now."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Read what was written since."""
        if self._read_at != self.parts.keeper.changes:
            self.changed()

    def on_unmount(self) -> None:
        """Keep nothing in memory."""
        self.listing.seeker.close()

    def changed(self) -> None:
        """Read everything anew."""
        self._read_at = self.parts.keeper.changes
        self.listing.seeker.forget()
        self._add_up()
        self._list()

    def want(self, wanted: Wanted, *, is_looking: bool) -> None:
        """List others; a reading is kept in memory while somebody is looking for something."""
        if is_looking:
            self.look()
        else:
            self.listing.seeker.close()
        if wanted != self.wanted:
            self.wanted = wanted
            self._list()

    def look(self) -> None:
        """Somebody looks for something: have the history at hand before the first key."""
        self.listing.seeker.open()
        self._read_ahead()

    @work(thread=True, exclusive=True, group="ahead")
    def _read_ahead(self) -> None:
        worker = get_current_worker()
        self.listing.seeker.read_ahead(lambda: worker.is_cancelled)

    @work(thread=True, exclusive=True, group="sums")
    def _add_up(self) -> None:
        sums = sum_up(self.parts.history, self.parts.today(), self.parts.settings.week_goal)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.show_sums, sums)

    @work(thread=True, exclusive=True, group="list")
    def _list(self) -> None:
        wanted, worker = self.wanted, get_current_worker()
        found = self.listing.read(wanted, lambda: worker.is_cancelled)
        if found is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._answered, wanted, found)

    def _answered(self, wanted: Wanted, found: tuple[SessionRecord, ...]) -> None:
        if wanted == self.wanted:
            self.show_sessions(found)
