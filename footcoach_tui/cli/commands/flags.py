"""`footcoach flags`: when to get it checked."""

import argparse
import dataclasses

from footcoach_tui import wiring
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.output import print_json, print_sections
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.red_flags import FLAGS_TITLE, flag_sections


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "flags", help="list the signs to get checked by a doctor or physiotherapist"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    flags = wiring.open_catalogue().flags
    if args.json:
        print_json({"flags": [dataclasses.asdict(flag) for flag in flags]})
    else:
        print_sections(FLAGS_TITLE, flag_sections(flags))
    return ExitCode.YES
