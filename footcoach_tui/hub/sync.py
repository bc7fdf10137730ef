"""`sync`: what is new on this device is sent, then what is new on others is fetched."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from footcoach_tui.boundary.files import file_lock
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.hub.connection import Connection, HubIdentity, connect, identify
from footcoach_tui.hub.errors import HubError
from footcoach_tui.hub.pull import pull
from footcoach_tui.hub.push import push
from footcoach_tui.hub.sync_state import SyncState, read_state, write_state

_LOCK_FILE = "sync.lock"
_LOCK_SECONDS = 60.0


class SyncResult(NamedTuple):
    """Numbers of lines sent, fetched and refused, and problems with files of this device.

    `arrived` are the ids of sessions that the history had not got.
    """

    sent: int = 0
    fetched: int = 0
    refused: int = 0
    problems: tuple[Problem, ...] = ()
    arrived: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether anything was new, here or there."""
        return bool(self.sent or self.fetched)


def sync(
    history: History,
    hub: str,
    now: datetime,
    *,
    again: bool = False,
    afterwards: Callable[[Connection, str], None] = lambda *_: None,
) -> SyncResult:
    """Sync with a hub, a connection string. `now` is aware, and only told by the status.

    With `again` everything is sent and fetched, not only what is new. `afterwards` is called with
    the open connection and the user, to bring up to date what is shared. Why it failed is kept
    for the status, too. Raises HubError, HistoryError, WriteError and PathError.
    """
    folder = history.folders.state
    create_private_folder(folder)
    with file_lock(folder / _LOCK_FILE, "The hub", _LOCK_SECONDS):
        device = history.own_device()
        try:
            with connect(hub) as connection:
                identity = identify(connection)
                state = read_state(folder).of_hub(f"{identity.epoch}/{identity.user}")
                if again:
                    state = SyncState(state.hub)
                result = _exchange(connection, identity, history, device, state)
                state.synced, state.error = now.isoformat(timespec="seconds"), ""
                write_state(folder, state)
                afterwards(connection, identity.user)
        except (HubError, HistoryError) as error:
            state = read_state(folder)
            state.error = clean(str(error))
            write_state(folder, state)
            raise
    return result


def _exchange(
    connection: Connection,
    identity: HubIdentity,
    history: History,
    device: str,
    state: SyncState,
) -> SyncResult:
    """Send and fetch; the cursor goes on only once what came is safe on disk."""
    folders, user = history.folders, identity.user
    sent = push(connection, user, folders.data, device, state)
    write_state(folders.state, state)
    fetched = pull(connection, user, device, state.cursor, history)
    arrived = fetched.arrived
    if not fetched.next:  # a month was damaged here: once more, with all that is in it
        fetched = pull(connection, user, device, 0, history)
    state.cursor = fetched.next
    return SyncResult(sent.lines, fetched.lines, fetched.refused, sent.problems, arrived)
