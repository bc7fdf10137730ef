"""`footcoach add`: shared routines and exercises are shown, checked and added."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # names for the type checker only: the library takes long
    from footcoach_tui.authoring.added_files import AddedFiles
    from footcoach_tui.authoring.additions import Additions

_MAX_LEFT_OUT = 5


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "add", help="add shared routines and exercises: a pack, a folder or a file"
    )
    command.add_argument(
        "pack", metavar="FILE|FOLDER", nargs="?", type=Path, help="made by footcoach pack, say"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--dry-run", action="store_true", help="only show and check what it brings")
    form.add_argument("--yes", action="store_true", help="add it without asking")
    form.add_argument("--undo", action="store_true", help="remove what was added last")


def run(args: argparse.Namespace) -> int:
    """Show what a pack brings, ask, and add all of it or nothing. Returns 1 if nothing was."""
    from footcoach_tui.authoring.added_files import AddedFiles  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.files import AuthoringError  # noqa: PLC0415 - the same

    if (args.pack is None) != args.undo:
        raise CliError("name a pack, a folder or a file to add; or --undo, without a name")
    places = wiring.folders()
    added = AddedFiles(places.data / "routines", places.state / "added.json")
    try:
        return _undo(added) if args.undo else _add(args, added)
    except AuthoringError as error:
        raise CliError(str(error)) from error


def _add(args: argparse.Namespace, added: "AddedFiles") -> int:
    from footcoach_tui.authoring.additions import additions  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.authoring.pack_reader import read_pack  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.schemas import write_schemas  # noqa: PLC0415 - imports pydantic

    pack = read_pack(args.pack)
    brought = additions(pack, bundled_routines_folder(), added.own)
    name = clean(args.pack.name or str(args.pack))
    if brought.problems:
        for problem in brought.problems:
            print(problem)
        warn(["nothing was added"])
        return ExitCode.NO
    _show(name, brought, pack.others)
    if not (brought.routines or brought.exercises):
        print("There is nothing to add.")
        return ExitCode.NO
    count = counted(len(brought.files), "file")
    if args.dry_run or not (args.yes or _is_confirmed(count)):
        return ExitCode.YES if args.dry_run else ExitCode.NO
    added.add(name, brought.files)
    write_schemas(added.own, wiring.open_catalogue())
    print(f"Added {count} to {clean(str(added.own))}")
    for routine in brought.routines:
        print(f"  footcoach play {routine.id}    plays it")
    print("  footcoach add --undo    removes what was added")
    return ExitCode.YES


def _show(name: str, brought: "Additions", others: tuple[str, ...]) -> None:
    from footcoach_tui.cli.pack_rows import print_pack  # noqa: PLC0415 - not for the help

    is_empty = not (brought.files or brought.same)
    print(f"{name} brings no routine and no exercise." if is_empty else f"{name} brings")
    print_pack(brought)
    if brought.same:
        print(f"  {counted(len(brought.same), 'file')} that you have already, the same")
    if others:
        named = ", ".join(map(clean, others[:_MAX_LEFT_OUT]))
        more = f" and {len(others) - _MAX_LEFT_OUT} more" if len(others) > _MAX_LEFT_OUT else ""
        print(f"Left out: {named}{more}")


def _is_confirmed(count: str) -> bool:
    """Whether the user, asked at the terminal, answers yes."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        warn(["nothing was added; add --yes to add it"])
        return False
    print(f"Add {count}? [y/n] ", end="", flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    print("Nothing was added.")
    return False


def _undo(added: "AddedFiles") -> int:
    name, removed, kept = added.undo()
    print(f"{name}: {counted(len(removed), 'file')} removed")
    for path in kept:
        print(f"  {clean(str(path))} stays: it was changed since, or a file that was may need it")
    broken = wiring.open_catalogue().broken
    warn(f"{report.file} has problems now; footcoach check lists them" for report in broken)
    return ExitCode.YES
