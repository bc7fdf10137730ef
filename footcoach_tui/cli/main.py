"""The front door: reads the command line, runs the command, tells what went wrong in a sentence."""

import argparse
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module

from footcoach_tui import __version__
from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.arguments import CliParser
from footcoach_tui.cli.errors import CliError, ExitCode, discard_output, hint
from footcoach_tui.cli.output import set_up_output

COMMAND_MODULES = {
    "play": "play",
    "list": "listing",
    "show": "show",
    "timeline": "timeline",
    "history": "history",
    "log": "log",
    "undo": "undo",
    "restore": "restore",
    "export": "export",
    "import": "importing",
    "due": "due",
    "check": "check",
    "doctor": "doctor",
    "cues": "cues",
    "completion": "completion",
}
"""Each command and the module it is in. A module is imported only if its command is meant:
`footcoach due` stands in shell prompts, and all of them together take as long as the rest."""

_PRIVATE = 0o077


def make_parser(names: Iterable[str] = COMMAND_MODULES) -> CliParser:
    """The command line with the commands named, all of them unless told otherwise."""
    top = CliParser(
        prog="footcoach",
        description="Guided foot-strength and mobility sessions for runners, in the terminal.",
        epilog="Without a command: the app; where there is no terminal, what is due today.",
    )
    top.add_argument("--version", action="version", version=f"footcoach {__version__}")
    if names is COMMAND_MODULES:
        from footcoach_tui.cli.appearance_options import add_appearance_options  # noqa: PLC0415 - only here

        add_appearance_options(top)
    # Without `prog` argparse asks for the terminal's width, which brings in the compressors.
    commands = top.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", prog=top.prog
    )
    for name in names:
        import_module(f"footcoach_tui.cli.{COMMAND_MODULES[name]}").register(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 yes, 1 no, 2 usage or configuration."""
    os.umask(_PRIVATE)
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        print(end="", flush=True)  # unlike a call of flush, no error where there is no output
    except (CliError, PathError) as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        discard_output()
        return 128 + signal.SIGPIPE
    except OSError as error:
        discard_output()
        place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        return _refused(f"{place}could not be read or written: {error_reason(error)}")
    return code


def run() -> None:
    """Run the command line and end the process with its exit code."""
    set_up_output()
    sys.exit(main())


def _run(arguments: list[str]) -> int:
    if not arguments:
        from footcoach_tui.cli import home  # noqa: PLC0415 - only here

        return home.run()
    word = arguments[0]
    if word in COMMAND_MODULES:
        chosen = make_parser([word]).parse_args(arguments)
        return int(chosen.run(chosen))
    if word.startswith("-"):
        return _looking(make_parser().parse_args(arguments))  # tells help or version and ends
    raise CliError(f"no command is called {quote(word)}. {hint(word, COMMAND_MODULES, '--help')}")


def _looking(chosen: argparse.Namespace) -> int:
    """Open the app, or carry out a command, as the options in front ask for."""
    from footcoach_tui.cli import home  # noqa: PLC0415 - only here
    from footcoach_tui.cli.appearance_options import chosen_appearance  # noqa: PLC0415 - the same

    wishes = chosen_appearance(chosen)
    if chosen.command is None:
        return home.run(wishes)
    if (wishes.theme or wishes.is_calm) and chosen.command != "play":
        raise CliError(f"footcoach {chosen.command} has no theme and does not move")
    if wishes.glyphs == "ascii":
        set_up_output(only_ascii=True)
    return int(chosen.run(chosen))


def _refused(sentence: str) -> ExitCode:
    with suppress(OSError):  # nobody is there to be told
        print(f"footcoach: {clean(sentence)}", file=sys.stderr)
    return ExitCode.ERROR
