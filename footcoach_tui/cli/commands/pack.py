"""`footcoach pack`: routines and exercises of one's own as one file, for others."""

import argparse
import os
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.parser import Subparsers

_ENDING = ".zip"


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "pack", help="put routines and exercises of yours into one file, to share them"
    )
    command.add_argument("names", metavar="NAME", nargs="+", help="the id of one of yours")
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="default: the first NAME, with .zip"
    )
    command.add_argument("--force", action="store_true", help="replace FILE if it exists")


def run(args: argparse.Namespace) -> int:
    """Write the pack, and say what is in it. Returns 1 if others could not add it."""
    from footcoach_tui.authoring.additions import additions  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.authoring.files import AuthoringError  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.pack_reader import Pack  # noqa: PLC0415 - the same
    from footcoach_tui.authoring.pack_writer import packed_files, zip_of  # noqa: PLC0415 - the same
    from footcoach_tui.boundary.streamed_write import write_stream  # noqa: PLC0415 - the same
    from footcoach_tui.cli.pack_rows import print_pack  # noqa: PLC0415 - the same

    try:
        files = packed_files(args.names, wiring.open_own_files())
        output = args.output or Path(args.names[0] + _ENDING)
        brought = additions(Pack(output, files), bundled_routines_folder())
        if brought.problems:
            for problem in brought.problems:
                print(problem)
            warn(["nothing was packed: others could not add it without what is missing"])
            return ExitCode.NO
        write_stream(output, [zip_of(files)], replacing=args.force)
    except FileExistsError as error:
        raise CliError(f"{error}; --force replaces it") from error
    except AuthoringError as error:
        raise CliError(str(error)) from error
    shown = clean(str(output))
    print(f"{shown} has")
    print_pack(brought)
    licences = {item.licence for item in brought.routines} | {
        item.licence for item in brought.exercises
    }
    if "" in licences:
        print(
            'Without a licence others may not pass it on; a line licence = "CC BY 4.0" allows it.'
        )
    print(f"  footcoach add {os.path.basename(shown)}    adds it on another machine")  # noqa: PTH119 - of a text
    return ExitCode.YES
