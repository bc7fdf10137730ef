"""`footcoach serve`: the app in a browser, for one person at this machine or for several."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.parser import Subparsers

if TYPE_CHECKING:  # names for the type checker only: they import aiohttp
    from footcoach_tui.web.server import ServerSettings

_NO_LIBRARY = "a browser needs textual-serve and argon2-cffi: pip install 'footcoach[web]'"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_MAX_PORT = 65535
_SECONDS = 60.0
_FOLDER = "footcoach-people"


def register(commands: Subparsers) -> None:
    command = commands.add_parser("serve", help="show the app in a browser")
    command.add_argument("--host", default="127.0.0.1", help="address to listen at")
    command.add_argument("--port", type=_port, default=8000, help="default: 8000")
    command.add_argument(
        "--url", default="", help="address that browsers use, as https://feet.example"
    )
    who = command.add_mutually_exclusive_group()
    who.add_argument("--people", type=Path, metavar="FILE", help="who may sign in")
    who.add_argument(
        "--trust-header", metavar="NAME", help="header in which a proxy here names the person"
    )
    command.add_argument("--add-person", metavar="NAME", help="add someone to the people, and exit")
    command.add_argument(
        "--folder",
        type=Path,
        help=f"one folder per person; default: {_FOLDER} beside your data",
    )
    command.add_argument(
        "--most", type=_count, default=8, metavar="N", help="apps at the same time; default: 8"
    )
    command.add_argument(
        "--idle",
        type=_count,
        default=60,
        metavar="MINUTES",
        help="end apps not touched for so long; default: 60",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until ctrl+c, or add a person."""
    _check(args)
    try:
        import argon2  # noqa: F401, PLC0415 - an extra
        import textual_serve  # noqa: F401, PLC0415 - the same
    except ImportError:
        raise CliError(_NO_LIBRARY) from None
    from footcoach_tui.web.errors import WebError  # noqa: PLC0415 - imports aiohttp

    try:
        return _add_person(args.people, args.add_person) if args.add_person else _serve(args)
    except WebError as error:
        raise CliError(str(error)) from error


def _check(args: argparse.Namespace) -> None:
    """Raise CliError where options do not go together."""
    is_for_many = bool(args.people or args.trust_header)
    if args.add_person and not args.people:
        raise CliError("--add-person needs --people FILE, to which the person is added")
    if args.host not in _LOOPBACK and not args.people:
        raise CliError(f"--host {clean(args.host)} needs --people FILE: others can reach it")
    if args.host not in _LOOPBACK and not args.url:
        raise CliError("--host needs --url, the address that browsers use")
    if args.url and not args.url.lower().startswith(("http://", "https://")):
        raise CliError("--url begins with https:// or http://")
    if args.folder and not is_for_many:
        raise CliError("--folder needs --people or --trust-header; FOOTCOACH_DATA_DIR is for one")


def _serve(args: argparse.Namespace) -> int:
    from footcoach_tui.web.server import ServerSettings, WebServer, run_server  # noqa: PLC0415 - imports aiohttp

    folder = None
    if args.people or args.trust_header:
        folder = (args.folder or wiring.folders().data.with_name(_FOLDER)).absolute()
    settings = ServerSettings(
        host=args.host,
        port=args.port,
        url=args.url,
        people=args.people,
        header=args.trust_header or "",
        folder=folder,
        most=args.most,
        idle_seconds=args.idle * _SECONDS,
    )
    server = WebServer(settings)
    try:
        run_server(server, settings, lambda: _say_where(settings, server.key))
    except OSError as error:
        raise CliError(f"port {args.port} cannot be used: {error_reason(error)}") from error
    return ExitCode.YES


def _say_where(settings: "ServerSettings", key: str) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = settings.url or f"http://{host}:{settings.port}"
    print(f"footcoach is at {clean(address).rstrip('/')}/{f'?key={key}' if key else ''}")
    if settings.folder:
        print(f"What each person does is kept in {clean(str(settings.folder))}.")
    if settings.host not in _LOOPBACK and not settings.url.lower().startswith("https://"):
        print("Passwords go over the network as they are: put TLS in front (docs/serve.md).")
    print("ctrl+c ends it; sessions are kept.", flush=True)


def _add_person(file: Path, name: str) -> int:
    from footcoach_tui.web.people import People, is_name  # noqa: PLC0415 - imports argon2

    people = People(file)
    if not is_name(name):
        people.add(name, "")  # raises what is wrong with it, before a password is asked
    is_new = people.add(name, _ask_password(name))
    print(f"{name} {'can sign in now' if is_new else 'has a new password'}.")
    return ExitCode.YES


def _ask_password(name: str) -> str:
    """Ask for a password, twice on a terminal; else it is the first line of the input."""
    if not (sys.stdin and sys.stdin.isatty()):
        return (sys.stdin.readline() if sys.stdin else "").rstrip(os.linesep)
    from getpass import getpass  # noqa: PLC0415 - only here

    password = getpass(f"Password of {name}: ")
    if getpass("The same again: ") != password:
        raise CliError("the two are not the same; nothing was changed")
    return password


def _port(text: str) -> int:
    number = _count(text)
    if number > _MAX_PORT:
        raise argparse.ArgumentTypeError("a port is a number up to 65535")
    return number


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on is needed")
    return int(text)
