"""`footcoach sync`: the history carried to and from a hub, a PostgreSQL."""

import argparse
import os
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.hub_access import hub_errors, hub_setting, week_goal
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # names for the type checker only
    from footcoach_tui.history.store import History
    from footcoach_tui.hub.connection import Connection

_NICE = 10
_MAX_SECONDS = 300
"""Time after which a sync in the background is ended."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "sync", help="exchange the history with your other devices, by a hub"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--status", action="store_true", help="how the last sync went; asks no hub")
    form.add_argument(
        "--again", action="store_true", help="send and fetch everything, not only what is new"
    )
    form.add_argument("--background", action="store_true", help=argparse.SUPPRESS)
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    """Sync. Returns 1 if nothing was new, 3 if the hub cannot be reached."""
    hub = hub_setting()
    if args.status:
        return _show_status(hub, is_json=args.json)
    if args.background:
        import signal  # noqa: PLC0415 - only here

        os.nice(_NICE)
        signal.alarm(_MAX_SECONDS)  # a server that never answers must not keep the lock
    with hub_errors("nothing is lost, and the next sync sends it"):
        from footcoach_tui.hooks.saved import hand_over_arrived  # noqa: PLC0415 - only here
        from footcoach_tui.hub.sync import sync  # noqa: PLC0415 - imports psycopg

        history = wiring.open_history()
        result = sync(
            history,
            hub,
            datetime.now(UTC),
            again=args.again,
            afterwards=partial(_refresh_shared, history),
        )
    arrived = history.by_id(list(result.arrived)) if result.arrived else {}
    warn([*result.problems, *hand_over_arrived(list(arrived.values()))])
    if result.refused:
        warn([f"{counted(result.refused, 'line')} of the hub cannot be used here, and left out"])
    if args.json:
        print_json(
            {"sent": result.sent, "fetched": result.fetched, "refused": result.refused}
            | {"problems": [str(problem) for problem in result.problems]}
        )
    elif result.is_new:
        fetched = counted(result.fetched, "change")
        print(f"Sent {counted(result.sent, 'change')}, fetched {fetched}.")
    else:
        print("Nothing is new.")
    return ExitCode.YES if result.is_new else ExitCode.NO


def _refresh_shared(history: "History", connection: "Connection", user: str) -> None:
    """Bring up to date what coaches see, if anything is shared."""
    from footcoach_tui.hub.sharing import refresh  # noqa: PLC0415 - only here

    refresh(connection, user, history, week_goal, local_time.today())


def _show_status(hub: str, *, is_json: bool) -> int:
    """Print what is known of the last sync. Returns 1 if it failed, or something waits."""
    from footcoach_tui.history.device import read_device  # noqa: PLC0415 - only here
    from footcoach_tui.hub.sync_state import months_to_send, read_state  # noqa: PLC0415 - only here

    places = wiring.folders()
    state, device = read_state(places.state), read_device(places.state)
    waiting = [file.month for file in months_to_send(places.data, device, state)]
    if is_json:
        status = {"hub": hub, "device": device, "synced": state.synced or None}
        print_json({**status, "error": state.error or None, "waiting": waiting})
    else:
        print(f"Hub: {clean(hub)}. This device: {device or 'has no name yet'}.")
        print(f"Last sync: {state.synced or 'never'}.")
        if state.error:
            print(f"The latest try failed: {clean(state.error)}.")
        if waiting:
            print(f"Not sent yet: changes of {', '.join(waiting)}.")
    return ExitCode.NO if state.error or waiting else ExitCode.YES
