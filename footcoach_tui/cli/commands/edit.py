"""`footcoach edit`: a routine or an exercise of one's own in the editor, until it is sound."""

import argparse
import os
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.parser import Subparsers

if TYPE_CHECKING:  # names for the type checker only: the library takes long
    from footcoach_tui.authoring.own_files import FoundFile, OwnFiles


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "edit", help="open a routine or an exercise in your editor; problems are noted in it"
    )
    command.add_argument(
        "name", metavar="NAME", help="its id; of one that comes with footcoach, a copy is made"
    )


def run(args: argparse.Namespace) -> int:
    """Edit a file until it has no problems, or is kept with them: exit 1."""
    from footcoach_tui.authoring.editing import edit_in_terminal, shown  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.editor import find_editor  # noqa: PLC0415 - the same
    from footcoach_tui.authoring.files import AuthoringError, read_bytes  # noqa: PLC0415 - the same
    from footcoach_tui.authoring.schemas import write_schemas  # noqa: PLC0415 - imports pydantic

    files = wiring.open_own_files()
    try:
        editor = find_editor(os.environ)
        found = _own_file(files, args.name)
        path = found.path
        before = read_bytes(path, inside=files.folder)
        problems = edit_in_terminal(path, editor, wiring.check_files, warn)
    except AuthoringError as error:
        raise CliError(str(error)) from error
    write_schemas(files.folder, wiring.open_catalogue())
    if problems:
        warn([f"{shown(path)} was kept as it is: footcoach leaves it out until it has no problem"])
        return ExitCode.NO
    if read_bytes(path) == before:
        print(f"{shown(path)}: nothing has changed")
    else:
        print(f"{shown(path)}: no problems")
        _print_next(found)
    return ExitCode.YES


def _own_file(files: "OwnFiles", name: str) -> "FoundFile":
    """Return the user's own file of an id, a copy if it is bundled. Raises CliError."""
    from footcoach_tui.authoring.new_file import own_copy  # noqa: PLC0415 - not for the help

    found = files.find(name)
    if found is None:
        raise CliError.unknown("routine or exercise", name, files.ids, "new --help")
    if found.is_own:
        return found
    copy, is_new = own_copy(files, found, name)
    which = "a copy for you" if is_new else "your copy"
    print(f"{name} comes with footcoach and stays as it is; this is {which}: {copy.path.stem}")
    return copy


def _print_next(found: "FoundFile") -> None:
    from footcoach_tui.authoring.files import read_bytes  # noqa: PLC0415 - not for the help
    from footcoach_tui.boundary.toml import parse_toml  # noqa: PLC0415 - the same
    from footcoach_tui.library.kinds import FileKind  # noqa: PLC0415 - the same

    name = parse_toml(read_bytes(found.path), "").values.get("id")
    if found.kind is FileKind.ROUTINE and name:
        print(f"  footcoach play {name}    plays it")
    elif found.kind is FileKind.EXERCISE:
        print(f"  footcoach show {name} --figure    shows how it moves")
        print(f'A step of a routine plays it: exercise = "{name}"')
