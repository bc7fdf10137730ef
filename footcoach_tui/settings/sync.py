"""Settings of `footcoach sync`: the hub, and when to sync by itself."""

from dataclasses import dataclass
from typing import Any

SYNC_AUTO = ("off", "after-session")
"""When footcoach syncs by itself."""
_MAX_HUB = 1000
_EXAMPLE = 'a table, such as [sync] with hub = "service=footcoach"'


@dataclass(frozen=True, slots=True)
class SyncSettings:
    """`hub` is a connection string of libpq without a password, or "" for no hub."""

    hub: str = ""
    auto: str = SYNC_AUTO[0]

    @property
    def is_after_session(self) -> bool:
        return bool(self.hub) and self.auto == "after-session"


def sync_fault(value: Any) -> tuple[tuple[str, ...], str] | None:
    """Return the path of a key that is wrong, and a message about it."""
    if not isinstance(value, dict):
        return ("sync",), f"must be {_EXAMPLE}"
    for key, setting in value.items():
        if key not in ("hub", "auto"):
            return ("sync", key), "unknown key; there are hub and auto"
        if key == "auto" and setting not in SYNC_AUTO:
            return ("sync", key), f"must be one of {', '.join(SYNC_AUTO)}"
        if key == "hub" and (not isinstance(setting, str) or len(setting) > _MAX_HUB):
            return ("sync", key), 'must be a connection string, such as "service=footcoach"'
        if key == "hub" and "password" in setting.casefold():
            return (
                "sync",
                key,
            ), "must not hold a password: put it into ~/.pgpass"
    return None
