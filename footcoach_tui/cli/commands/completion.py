"""`footcoach completion`: what a shell needs to complete commands and options."""

import argparse

from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import ExitCode

_SHELLS = ("bash", "zsh", "tcsh")


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "completion", help='completion for a shell: eval "$(footcoach completion bash)"'
    )
    command.add_argument("shell", choices=_SHELLS, help="your shell")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the script for one shell."""
    import shtab  # noqa: PLC0415 - only here

    from footcoach_tui.cli.main import make_parser  # noqa: PLC0415 - it imports this module by its name

    print(shtab.complete(make_parser(), chosen.shell))
    return ExitCode.YES
