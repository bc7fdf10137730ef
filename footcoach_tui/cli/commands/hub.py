"""`footcoach hub`: the tables and members of a hub, for its admin."""

import argparse
from typing import TYPE_CHECKING

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.hub_access import hub_errors, hub_setting
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # names for the type checker only: they import psycopg
    from footcoach_tui.hub.connection import Connection
    from footcoach_tui.hub.members import Access

_MAX_SHOWN = 80


def register(commands: Subparsers) -> None:
    command = commands.add_parser("hub", help="run a hub: its tables and its members")
    command.add_argument(
        "--hub", metavar="CONNECTION", help="connection string of the admin; default: the config's"
    )
    # Without `prog` argparse asks for the terminal's width, which imports the compressors.
    actions = command.add_subparsers(
        title="actions", metavar="ACTION", dest="action", prog=command.prog, required=True
    )
    actions.add_parser("init", help="make the tables, or bring them up to date")
    add = actions.add_parser("add", help="add a member; prints what they need, once")
    add.add_argument("name", metavar="NAME", help="small letters, digits and _")
    add.add_argument("--coach", action="store_true", help="members can share with them")
    add.add_argument("--shown", metavar="TEXT", help="name for people; default: NAME")
    add.add_argument("--host", help="name of the server for members; default: as connected now")
    add.add_argument("--new-password", action="store_true", help="of a member who is there already")
    remove = actions.add_parser("remove", help="delete all rows of a member, and the role")
    remove.add_argument("name", metavar="NAME")
    remove.add_argument("--yes", action="store_true", help="without it, only say what would go")


def run(args: argparse.Namespace) -> int:
    """Do what the action says. Returns 1 if there was nothing to do."""
    hub = args.hub or hub_setting()
    with hub_errors():
        from footcoach_tui.hub.connection import connect  # noqa: PLC0415 - imports psycopg

        with connect(hub) as connection:
            return int(_ACTIONS[args.action](connection, args))


def _init(connection: "Connection", args: argparse.Namespace) -> ExitCode:  # noqa: ARG001 - as the others
    from footcoach_tui.hub.migrate import migrate  # noqa: PLC0415 - imports psycopg

    applied = migrate(connection)
    for migration in applied:
        print(f"Applied {migration.name}")
    if not applied:
        print("The tables are up to date.")
    return ExitCode.YES if applied else ExitCode.NO


def _add(connection: "Connection", args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.hub.members import add_member, give_new_password  # noqa: PLC0415 - psycopg

    if args.new_password:
        access = give_new_password(connection, args.name)
    else:
        shown = clean(args.shown or args.name, _MAX_SHOWN)
        access = add_member(connection, args.name, shown, is_coach=args.coach)
    _print_access(access._replace(host=args.host or access.host))
    return ExitCode.YES


def _print_access(access: "Access") -> None:
    print("Hand this over in a safe way; the password is not shown again.")
    print("\n# into ~/.pg_service.conf")
    print(f"[footcoach]\nhost={access.host}\nport={access.port}\ndbname={access.database}")
    print(f"user={access.name}\nsslrootcert=system")
    print("\n# into ~/.pgpass, whose mode must be 0600")
    print(f"{access.host}:{access.port}:{access.database}:{access.name}:{access.password}")


def _remove(connection: "Connection", args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.hub.members import count_lines, remove_member  # noqa: PLC0415 - psycopg

    count = counted(count_lines(connection, args.name), "line")
    if not args.yes:
        print(f"{args.name} has {count} of history here; --yes deletes all of it, and the role.")
        return ExitCode.NO
    remove_member(connection, args.name)
    print(f"Removed {args.name}: {count} of history. Backups keep them until they expire.")
    return ExitCode.YES


_ACTIONS = {"init": _init, "add": _add, "remove": _remove}
