"""State of this machine towards its hub: the cursor, the months that were sent, how it went.

A file in the state folder. Without it everything is sent and fetched again, which changes nothing.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.months.files import MonthFile, MonthListing

STATE_FILE = "sync.json"
_MAX_BYTES = 1 << 20


@dataclass
class SyncState:
    """`sent` has size and time of change of this device's months as they were sent.

    `hub` is the epoch of the hub, and the user there; `cursor` the number of the transaction from
    which on others' lines may be new. `synced` is the time of the last sync (UTC), `error` why the
    latest one failed, or "".
    """

    hub: str = ""
    cursor: int = 0
    sent: dict[str, list[int]] = field(default_factory=dict)
    synced: str = ""
    error: str = ""

    def of_hub(self, hub: str) -> "SyncState":
        """Return this state, or for another hub one in which nothing was sent or fetched."""
        return self if self.hub == hub else SyncState(hub, synced=self.synced)


def read_state(folder: Path) -> SyncState:
    """Read the file in the state folder; one that cannot be used counts as none."""
    with suppress(UnreadableError, ValueError, TypeError):
        found = json.loads(read_regular_file(folder / STATE_FILE, _MAX_BYTES))
        known = {each.name: found[each.name] for each in fields(SyncState) if each.name in found}
        state = SyncState(**known)
        is_sound = isinstance(state.cursor, int) and isinstance(state.sent, dict)
        texts = state.hub, state.synced, state.error
        if is_sound and all(isinstance(text, str) for text in texts):
            return state
    return SyncState()


def write_state(folder: Path, state: SyncState) -> None:
    """Raises WriteError."""
    content = json.dumps(asdict(state), separators=(",", ":")).encode()
    write_durably(folder / STATE_FILE, content)


def months_to_send(data: Path, device: str, state: SyncState) -> list[MonthFile]:
    """Return the months of this device that changed since they were sent."""
    files = (MonthFile(*fields) for fields in MonthListing(data).files)
    own = (file for file in files if file.device == device and not file.is_copy)
    return [file for file in own if list(file.state) != state.sent.get(file.month)]
