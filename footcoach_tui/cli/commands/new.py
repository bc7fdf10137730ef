"""`footcoach new`: a routine or an exercise of one's own, from a template or as a copy."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "new", help="make a routine or an exercise of your own: a file to change"
    )
    command.add_argument("name", metavar="NAME", help='its title, such as "Evening feet", or an id')
    command.add_argument(
        "--from",
        dest="source",
        default="",
        metavar="ROUTINE",
        help="make a copy of this routine, with all its doses written out",
    )
    command.add_argument(
        "--exercise", action="store_true", help="make an exercise, with a figure that moves"
    )


def run(args: argparse.Namespace) -> int:
    """Write the file and its schema, and say where it is and what comes next."""
    from footcoach_tui.authoring.files import AuthoringError  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.names import NewName  # noqa: PLC0415 - the same
    from footcoach_tui.authoring.new_file import create_file  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.authoring.schemas import write_schemas  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.library.kinds import FileKind  # noqa: PLC0415 - not for the help

    kind = FileKind.EXERCISE if args.exercise else FileKind.ROUTINE
    files = wiring.open_own_files()
    try:
        name = NewName.of(args.name)
        path = create_file(files, kind, name, args.source)
    except AuthoringError as error:
        raise CliError(str(error)) from error
    write_schemas(files.folder, wiring.open_catalogue())
    print(f"{name.title} is in {clean(str(path))}")
    print(f"  footcoach edit {name.id}    opens it in your editor, and says what is wrong")
    if args.exercise:
        print(f"  footcoach show {name.id} --figure    shows how it moves")
        print(f'A step of a routine plays it: exercise = "{name.id}"')
    else:
        print(f"  footcoach play {name.id}    plays it")
    return ExitCode.YES
