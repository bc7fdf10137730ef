"""`footcoach fmt`: own files in one layout; nothing that they say changes."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.parser import Subparsers

if TYPE_CHECKING:  # a name for the type checker only: the library takes long
    from footcoach_tui.authoring.own_files import OwnFiles


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "fmt", help="tidy the layout of your files: blanks, empty lines, order of keys"
    )
    command.add_argument(
        "names",
        metavar="NAME|FILE",
        nargs="*",
        help="the id of a routine or exercise of yours, or a file; default: all of yours",
    )
    command.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if a file would change"
    )


def run(args: argparse.Namespace) -> int:
    """Write the files that change, and name them; 2 if one could not be read."""
    from footcoach_tui.authoring.files import AuthoringError, read_bytes, save_text  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.layout import layout_of  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.boundary.safe_read import UnreadableError  # noqa: PLC0415 - not for the help
    from footcoach_tui.boundary.toml import TomlError  # noqa: PLC0415 - not for the help

    code = 0
    files = wiring.open_own_files()
    for path in _paths(args.names, files):
        is_own = path.is_relative_to(files.folder)
        try:
            content = read_bytes(path, inside=files.folder if is_own else None)
            text = layout_of(content, path)
        except (AuthoringError, UnreadableError, TomlError) as error:
            print(error)
            code = ExitCode.ERROR
            continue
        if text.encode() == content:
            continue
        if args.check:
            print(f"{clean(str(path))}: is not in this layout; run footcoach fmt")
            code = max(code, ExitCode.NO)
        else:
            save_text(path, text)
            print(f"{clean(str(path))}: tidied")
    return code


def _paths(names: Sequence[str], own_files: "OwnFiles") -> Iterator[Path]:
    """Yield the files to lay out. Raises CliError for a name that is not one of an own file."""
    if not names:
        yield from own_files.all_own()
    for name in names:
        if "/" in name or name.endswith(".toml"):
            yield Path(name)
            continue
        found = own_files.find(name)
        if found is None:
            raise CliError.unknown("file of yours", name, own_files.ids, "check")
        if not found.is_own:
            raise CliError(
                f"{clean(name)} comes with footcoach and stays as it is; footcoach edit "
                f"{clean(name)} makes a copy of yours"
            )
        yield found.path
