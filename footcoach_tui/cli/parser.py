"""Parser of the command line: its commands, the options of the appearance, and short errors."""

import argparse
import os
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from footcoach_tui import __version__
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.errors import ExitCode

if TYPE_CHECKING:
    from footcoach_tui.app.appearance.choose import AppearanceOptions

Subparsers: TypeAlias = "argparse._SubParsersAction[_CliParser] | _OneCommand"  # noqa: SLF001 - argparse has no public name
"""Argument of each command's `register`."""

VERSION_LINE = f"footcoach {__version__}"
COMMANDS = {
    "today": "today",
    "play": "play",
    "checkin": "checkin",
    "list": "list",
    "show": "show",
    "timeline": "timeline",
    "history": "history",
    "log": "log",
    "undo": "undo",
    "restore": "restore",
    "export": "export",
    "import": "import_",
    "sync": "sync",
    "hub": "hub",
    "club": "club",
    "serve": "serve",
    "due": "due",
    "status": "status",
    "plan": "plan",
    "profile": "profile",
    "test": "test",
    "flags": "flags",
    "new": "new",
    "edit": "edit",
    "fmt": "fmt",
    "pack": "pack",
    "add": "add",
    "check": "check",
    "schema": "schema",
    "doctor": "doctor",
    "cues": "cues",
    "completion": "completion",
}
"""Module of each command, in the order of the help. A module is imported only if its command is
named: shell prompts run `footcoach due`, and importing all takes as long as everything else."""

_MIN_WIDTH, _DEFAULT_WIDTH, _MAX_WIDTH = 40, 80, 100
_NO_APPEARANCE = {"ascii": False, "theme": None, "calm": False}


def make_command_parser(name: str) -> argparse.ArgumentParser:
    """Parser of the arguments behind the name of a command: 0.6 ms quicker than one for all."""
    command = _OneCommand()
    module = import_module(f"footcoach_tui.cli.commands.{COMMANDS[name]}")
    module.register(command)
    command.parser.set_defaults(run=module.run, **_NO_APPEARANCE)
    return command.parser


def make_parser() -> argparse.ArgumentParser:
    """Parser of all commands, with options in front of them."""
    parser = _CliParser(
        has_appearance=True,
        prog="footcoach",
        description="Guided foot-strength and mobility sessions for runners, in the terminal.",
        epilog="Without a command: opens the app; without a terminal, prints what is due today.",
    )
    parser.set_defaults(**_NO_APPEARANCE)
    parser.add_argument("--version", action="version", version=VERSION_LINE)
    # Without `prog` argparse asks for the terminal's width, which imports the compressors.
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", prog=parser.prog
    )
    for name, module_name in COMMANDS.items():
        module = import_module(f"footcoach_tui.cli.commands.{module_name}")
        module.register(commands)
        commands.choices[name].set_defaults(run=module.run)
    return parser


def appearance_options(args: argparse.Namespace) -> "AppearanceOptions":
    """Options of the appearance, as `--ascii`, `--theme` and `--calm` set them."""
    from footcoach_tui.app.appearance.choose import AppearanceOptions  # noqa: PLC0415 - few need it

    return AppearanceOptions(args.theme or "", "ascii" if args.ascii else "auto", args.calm)


def _theme(name: str) -> str:
    from footcoach_tui.app.appearance.palettes import OWN_THEME_NAMES, THEME_NAMES  # noqa: PLC0415 - few need it
    from footcoach_tui.boundary.problems import suggestion  # noqa: PLC0415 - only for a mistake

    if name in THEME_NAMES:
        return name
    known = f"choose {', '.join(OWN_THEME_NAMES)}, or one of Textual's"
    sentence = f"no theme is called {quote(name)}; {suggestion(name, THEME_NAMES) or known}"
    raise argparse.ArgumentTypeError(sentence)


class _CliParser(argparse.ArgumentParser):
    """Parser whose errors are one sentence; argparse prints its usage and the raw text.

    Options must be written out: a script with `--js` would break with the next option.
    """

    def __init__(
        self, *, has_appearance: bool = False, dashed_words: bool = False, **options: Any
    ) -> None:
        """Pass `options` to argparse; `has_appearance` adds the options of the appearance.

        With `dashed_words`, a word may begin with one dash: only an option of this parser, or an
        argument that begins with two dashes, counts as an option.
        """
        super().__init__(**{"formatter_class": _help_formatter} | options, allow_abbrev=False)
        self._dashed_words = dashed_words
        if has_appearance:
            self._add_appearance_options()

    def _add_appearance_options(self) -> None:
        from footcoach_tui.app.appearance.palettes import OWN_THEME_NAMES, THEME_NAMES  # noqa: PLC0415 - few need it

        default = argparse.SUPPRESS  # a default of a command would replace an option in front of it
        self.add_argument(
            "--ascii", action="store_true", default=default, help="use only ASCII characters"
        )
        self.add_argument(
            "--theme",
            type=_theme,
            choices=THEME_NAMES,
            metavar="NAME",
            default=default,
            help=f"colour theme: {', '.join(OWN_THEME_NAMES)}, or one of Textual's",
        )
        self.add_argument(
            "--calm", action="store_true", default=default, help="only the countdown moves"
        )

    def parse_known_args(  # type: ignore[override]  # argparse's are overloads on the namespace
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        if self._dashed_words and args is not None:
            args = self._move_words_last(args)
        return super().parse_known_args(args, namespace)

    def _move_words_last(self, args: Sequence[str]) -> list[str]:
        """Move all words behind a `--`: there argparse accepts any."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            known = self._option_string_actions.get(arg)
            if arg == "--":
                words += rest
            elif known is not None:
                options += arg, *islice(rest, 0 if known.nargs == 0 else 1)
            elif arg[:2] in self._option_string_actions and arg[2:].isdecimal():
                options.append(arg)  # such as -n3
            else:
                (options if arg.startswith("--") else words).append(arg)
        return [*options, "--", *words] if words else options

    def error(self, message: str) -> NoReturn:
        """Exit with the code for wrong usage."""
        self.exit(ExitCode.ERROR, f"footcoach: {clean(message)}; see {self.prog} --help\n")


class _OneCommand:
    """Table of commands, as argparse's, for a command that is parsed alone."""

    parser: _CliParser

    def add_parser(self, name: str, *, help: str, **options: Any) -> _CliParser:  # noqa: A002, ARG002 - argparse's names; the help is for the list of commands
        self.parser = _CliParser(prog=f"footcoach {name}", **options)
        return self.parser


def _help_formatter(prog: str) -> argparse.HelpFormatter:
    """Formatter with a width: without one argparse imports the compressors to ask for it."""
    try:
        width = os.get_terminal_size().columns
    except OSError:
        width = _DEFAULT_WIDTH
    return argparse.HelpFormatter(prog, width=max(_MIN_WIDTH, min(_MAX_WIDTH, width)))
