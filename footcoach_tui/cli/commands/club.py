"""`footcoach club`: sessions shared with a coach, and a coach's view of them."""

import argparse
import sys
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.hub_access import hub_errors, hub_setting, week_goal
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # names for the type checker only: they import psycopg
    from footcoach_tui.hub.connection import Connection
    from footcoach_tui.hub.projection import Consent

_WEEKS, _MAX_WEEKS = 8, 520
_NOTHING_SENT = "nothing was sent"


def register(commands: Subparsers) -> None:
    command = commands.add_parser("club", help="share sessions with a coach, or see what is shared")
    # Without `prog` argparse asks for the terminal's width, which imports the compressors.
    actions = command.add_subparsers(
        title="actions", metavar="ACTION", dest="action", prog=command.prog, required=True
    )
    share = actions.add_parser("share", help="let a coach see your sessions; shows them first")
    share.add_argument("coach", metavar="COACH")
    share.add_argument("--scores", action="store_true", help="effort and pain, too")
    share.add_argument("--notes", action="store_true", help="what you wrote, too")
    share.add_argument(
        "--since", type=arguments.day, metavar="DAY", help="default: this week's Monday"
    )
    form = share.add_mutually_exclusive_group()
    form.add_argument("--preview", action="store_true", help="only show what would be sent")
    form.add_argument("--yes", action="store_true", help="send it without asking")
    unshare = actions.add_parser("unshare", help="delete all that a coach sees of you")
    unshare.add_argument("coach", metavar="COACH")
    shared = actions.add_parser("shared", help="who sees what of you")
    shared.add_argument("--json", action="store_true", help="print as JSON")
    members = actions.add_parser("list", help="for coaches: members, who may need a word first")
    _add_view(members)
    show = actions.add_parser("show", help="for coaches: the sessions of a member")
    show.add_argument("name", metavar="NAME")
    _add_view(show)


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weeks", type=_weeks, default=_WEEKS, metavar="N", help=f"the last N; default {_WEEKS}"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print as JSON")
    form.add_argument("--csv", action="store_true", help="print as CSV")


def run(args: argparse.Namespace) -> int:
    """Do what the action says. Returns 1 if there is nothing to show, or nothing was done."""
    hub = hub_setting()
    with hub_errors("try again later"):
        from footcoach_tui.hub.connection import connect, identify  # noqa: PLC0415 - psycopg

        with connect(hub) as connection:
            user = identify(connection).user
            return int(_ACTIONS[args.action](connection, user, args))


def _share(connection: "Connection", user: str, args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.cli.club_rows import print_projection  # noqa: PLC0415 - imports psycopg
    from footcoach_tui.coach.practice.weeks import monday_of  # noqa: PLC0415 - not for the help
    from footcoach_tui.hub.projection import Consent  # noqa: PLC0415 - not for the help
    from footcoach_tui.hub.sharing import coaches, no_coach, projection, share  # noqa: PLC0415 - psycopg

    known = coaches(connection, user)
    if args.coach not in known:
        raise CliError(no_coach(args.coach, known))
    today = local_time.today()
    consent = Consent(args.coach, args.since or monday_of(today), args.scores, args.notes)
    shown = projection(wiring.open_history(), week_goal(), consent, today)
    print(f"{clean(args.coach)} would see, now and after each sync: {_fields(consent)}.")
    print_projection(shown, has_scores=args.scores, has_notes=args.notes)
    print("The admin of the hub can read it, too; docs/privacy.md says more.")
    if args.preview:
        return ExitCode.YES
    if not (args.yes or _is_confirmed(args.coach)):
        return ExitCode.NO
    share(connection, user, consent, shown, today)
    print(f"Shared. footcoach club unshare {clean(args.coach)} takes all of it back.")
    return ExitCode.YES


def _is_confirmed(coach: str) -> bool:
    """Whether the user, asked at the terminal, answers yes."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        warn([f"{_NOTHING_SENT}; add --yes to send it"])
        return False
    print(f"Share this with {clean(coach)}? [y/n] ", end="", flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    print(f"{_NOTHING_SENT.capitalize()}.")
    return False


def _unshare(connection: "Connection", user: str, args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.hub.sharing import unshare  # noqa: PLC0415 - imports psycopg

    if not unshare(connection, user, args.coach):
        print(f"{clean(args.coach)} sees nothing of yours.")
        return ExitCode.NO
    print(f"{clean(args.coach)} sees nothing of yours any more; what you shared is deleted.")
    return ExitCode.YES


def _shared(connection: "Connection", user: str, args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.hub.sharing import consents  # noqa: PLC0415 - imports psycopg

    agreed = consents(connection, user)
    if args.json:
        print_json({"shared": [each._asdict() | {"since": str(each.since)} for each in agreed]})
    elif not agreed:
        print("You share nothing; no coach sees anything of yours.")
    else:
        for each in agreed:
            print(f"{each.coach} sees, from {each.since} on: {_fields(each)}.")
    return ExitCode.YES if agreed else ExitCode.NO


def _fields(consent: "Consent") -> str:
    fields = "day, routine and minutes of each session, and what you kept of the plan"
    scores = "effort and pain" if consent.scores else "no effort and no pain"
    return f"{fields}; {scores}; {'notes' if consent.notes else 'no notes'}"


def _list(connection: "Connection", user: str, args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.cli import club_rows  # noqa: PLC0415 - imports psycopg
    from footcoach_tui.hub.club import members  # noqa: PLC0415 - the same

    today = local_time.today()
    found = members(connection, user, args.weeks, today)
    if args.json:
        documents = [club_rows.member_document(each, today) for each in found]
        print_json({"weeks": args.weeks, "members": documents})
    elif args.csv:
        club_rows.write_members_csv(found, today)
    elif found:
        print(f"{counted(len(found), 'member')}, the last {counted(args.weeks, 'week')}:")
        club_rows.print_members(found, today)
    else:
        print("No member shares anything with you.")
    return ExitCode.YES if found else ExitCode.NO


def _show(connection: "Connection", user: str, args: argparse.Namespace) -> ExitCode:
    from footcoach_tui.cli import club_rows  # noqa: PLC0415 - imports psycopg
    from footcoach_tui.hub.club import members, sessions_of  # noqa: PLC0415 - the same

    today = local_time.today()
    member = next(
        (each for each in members(connection, user, args.weeks, today) if each.name == args.name),
        None,
    )
    if member is None:
        raise CliError(f"{clean(args.name)} shares nothing with you")
    sessions = sessions_of(connection, user, args.name, args.weeks, today)
    if args.json:
        documents = [club_rows.session_document(each) for each in sessions]
        print_json({"member": club_rows.member_document(member, today), "sessions": documents})
    elif args.csv:
        club_rows.write_sessions_csv(sessions)
    else:
        club_rows.print_members([member], today)
        club_rows.print_sessions(sessions, has_scores=member.has_scores, has_notes=True)
    return ExitCode.YES if sessions else ExitCode.NO


def _weeks(text: str) -> int:
    if text.isdecimal() and text.isascii() and 0 < int(text[:4]) <= _MAX_WEEKS:
        return int(text[:4])
    raise argparse.ArgumentTypeError(f"must be a number from 1 to {_MAX_WEEKS}")


_ACTIONS = {"share": _share, "unshare": _unshare, "shared": _shared, "list": _list, "show": _show}
