"""`footcoach completion`: script with which a shell completes commands and options."""

import argparse

from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.parser import Subparsers, make_parser

_SHELLS = ("bash", "zsh", "tcsh")


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "completion", help='print completions for a shell: eval "$(footcoach completion bash)"'
    )
    command.add_argument("shell", choices=_SHELLS, help="your shell")


def run(args: argparse.Namespace) -> int:
    import shtab  # noqa: PLC0415 - only here

    print(shtab.complete(make_parser(), args.shell))
    return ExitCode.YES
