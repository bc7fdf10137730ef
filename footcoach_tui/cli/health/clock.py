"""The clock: the moment it shows, its zone, and whether both can be kept with a session."""

import os
import zoneinfo
from datetime import datetime

from footcoach_tui.boundary.text import quoted
from footcoach_tui.cli.health.finding import Findings, care, note, ok

_ZONE_ADVICE = "set TZ to a zone such as Europe/Berlin, or unset it"
_SURELY = "Europe/Berlin"  # every database has it
EARLIEST, LATEST = 2025, 2199
"""Years. Before the first there was no footcoach; ids and moments hold until the last."""


def check() -> Findings:
    """Now here, the zone's name, and the database of zones."""
    try:
        now = datetime.now().astimezone()
    except (ValueError, OverflowError) as error:
        yield care(f"the local time cannot be told: {error}", _ZONE_ADVICE, now=None)
        return
    shown = now.isoformat(timespec="seconds")
    if EARLIEST <= now.year <= LATEST:
        yield ok(f"it is {shown}", now=shown)
    else:
        yield care(f"it is {shown}, which cannot be", "set the machine's clock", now=shown)
    yield from _zone()


def _zone() -> Findings:
    from tzlocal import get_localzone_name  # noqa: PLC0415 - only here

    try:
        name = get_localzone_name() or ""
    except Exception as error:  # noqa: BLE001 - each platform's way has errors of its own
        yield care(f"the zone's name cannot be told: {error}", _ZONE_ADVICE, zone=None)
        return
    wanted = os.environ.get("TZ", "").removeprefix(":")
    if _is_no_zone(wanted):
        yield care(
            f"TZ is {quoted(wanted)}, which names no zone: the clock is taken to be in UTC",
            _ZONE_ADVICE,
            zone=name,
        )
    elif not name:
        yield note("the zone has no name; sessions keep the offset alone", _ZONE_ADVICE, zone="")
    elif not _is_known(name):
        yield note(
            f"zone {name}, which is not in a database of zones here; sessions keep its name",
            "install the system's tzdata, or pip install tzdata",
            zone=name,
            zone_database=False,
        )
    else:
        yield ok(f"zone {name}", zone=name, zone_database=True)


def _is_no_zone(wanted: str) -> bool:
    """Whether TZ is a name, neither a path nor a rule such as CET-1, and no zone has it."""
    is_name = bool(wanted) and not wanted.startswith("/") and not any(map(str.isdigit, wanted))
    return is_name and _is_known(_SURELY) and not _is_known(wanted)


def _is_known(name: str) -> bool:
    """Whether the database here has a zone of this name."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
