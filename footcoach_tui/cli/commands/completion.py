"""`footcoach completion`: script with which a shell completes commands, options and names."""

import argparse
from collections.abc import Iterator

from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.parser import Subparsers, make_parser
from footcoach_tui.session.equipment import Equipment

_SHELLS = ("bash", "zsh", "tcsh")
_NAMES = {"bash": "_footcoach_names", "zsh": "_footcoach_names"}
_PREAMBLE = {
    "bash": """\
_footcoach_ids() {
  footcoach list 2>/dev/null | cut -d ' ' -f 1
  footcoach list --exercises 2>/dev/null | cut -d ' ' -f 1
}
_footcoach_names() {
  compgen -W "$(_footcoach_ids)" -- "$1"
}
""",
    "zsh": """\
_footcoach_names() {
  local -a names
  names=(${(f)"$(footcoach list 2>/dev/null; footcoach list --exercises 2>/dev/null)"})
  compadd -- ${names%% *}
}
""",
}
_WITH_FILES = {"FILE", "NAME|FILE", "FILE|FOLDER"}
_WITH_NAMES = {"show", "edit", "pack"}
"""Commands whose argument is the id of a routine or of an exercise."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "completion", help='print completions for a shell: eval "$(footcoach completion bash)"'
    )
    command.add_argument("shell", choices=_SHELLS, help="your shell")


def run(args: argparse.Namespace) -> int:
    import shtab  # noqa: PLC0415 - only here

    from footcoach_tui.cli.commands.schema import all_schemas  # noqa: PLC0415 - imports pydantic

    parser = make_parser()
    for command, argument in _arguments(parser):
        is_first = not argument.option_strings
        if argument.metavar in _WITH_FILES:
            argument.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab reads it
        elif argument.metavar == "ROUTINE" or (command in _WITH_NAMES and is_first):
            argument.complete = _NAMES  # type: ignore[attr-defined]  # the same
        elif argument.dest == "pace":
            argument.choices = ["timer", "wait"]
        elif argument.dest == "kit":
            argument.choices = [*Equipment, "all", "none"]
        elif command == "schema" and is_first:
            argument.choices = [*all_schemas()]
    print(shtab.complete(parser, args.shell, preamble=_PREAMBLE))  # type: ignore[arg-type]  # it takes a mapping too
    return ExitCode.YES


def _arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    """Yield each argument of each command, with the command's name."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for name, command in action.choices.items():
                yield from ((name, argument) for argument in command._actions)  # noqa: SLF001 - the same
