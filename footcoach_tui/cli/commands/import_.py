"""`footcoach import`: sessions from an export, after a preview."""

import argparse
import sys
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import (
    ImportChanges,
    ImportedFile,
    import_changes,
    import_file,
    twins,
)
from footcoach_tui.history.query.query import Query
from footcoach_tui.hooks.saved import hand_over_arrived
from footcoach_tui.text.durations import counted


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "import", help="import sessions from an export, or from Hevy or Strong"
    )
    command.add_argument(
        "file", metavar="FILE", type=Path, help="export of footcoach, Hevy or Strong"
    )
    command.add_argument(
        "--format",
        choices=[str(kind) for kind in Format if kind.can_import],
        help="default: by the name of FILE",
    )
    command.add_argument("--yes", action="store_true", help="import without asking")
    command.add_argument(
        "--replace",
        action="store_true",
        help="replace sessions of the history that differ from those in the file",
    )
    command.add_argument(
        "--skip-broken", action="store_true", help="import all sessions except those with problems"
    )


def run(args: argparse.Namespace) -> int:
    """Show a preview, ask, and import. Returns 1 if nothing was imported."""
    file = import_file(args.file, _kind(args.format, args.file), _exercise_ids)
    if not _is_importable(file, skips_broken=args.skip_broken):
        return ExitCode.NO
    history = wiring.open_history()
    stored = history.by_id([record.id for record in file.records])
    if file.app:
        stored |= twins(file.records, history.iterate(Query()))
    changes = import_changes(file.records, stored)
    warn(history.problems)
    name = clean(args.file.name)
    _show(name, file, changes, replaces=args.replace)
    sessions = changes.new + (changes.different if args.replace else ())
    if not sessions:
        print("There is nothing to import.")
        return ExitCode.YES
    if not (args.yes or _is_confirmed(len(sessions))):
        return ExitCode.NO
    count = counted(len(sessions), "session")
    saved = history.add_all(sessions, f"import of {count} from {name}")
    warn(saved.warnings)
    new = {record.id for record in changes.new}
    warn(hand_over_arrived([each for each in saved.records if each.id in new]))
    print(f"Imported {count}. To undo: footcoach undo")
    return ExitCode.YES


def _exercise_ids() -> dict[str, str]:
    """The ids of exercises by their names in lower case."""
    exercises = wiring.open_catalogue().exercises.values()
    return {exercise.name.lower(): exercise.id for exercise in exercises}


def _kind(named: str | None, path: Path) -> Format:
    if named:
        return Format(named)
    kind = Format.of_file(path)
    if kind and kind.can_import:
        return kind
    if kind is None:
        why = "does not have the ending of a format; add --format json, jsonl or csv"
    else:
        what = "a FIT file" if kind is Format.FIT else "a summary"
        why = f"is {what}, which cannot be imported; export as json, jsonl or csv"
    raise CliError(f"{quote(path.name)} {why}")


def _is_importable(file: ImportedFile, *, skips_broken: bool) -> bool:
    """Print all problems; returns whether the rest may be imported."""
    for problem in file.problems:
        print(problem, file=sys.stderr)
    if file.hidden_problems:
        warn([f"and {file.hidden_problems:,} more problems"])
    if file.problems and not skips_broken:
        warn(["nothing was imported: repair the file, or import the rest with --skip-broken"])
        return False
    return True


def _show(name: str, file: ImportedFile, changes: ImportChanges, *, replaces: bool) -> None:
    days = sorted(record.date for record in file.records)
    period = f", from {days[0]} to {days[-1]}" if days else ""
    app = f" (from {file.app})" if file.app else ""
    print(f"{name}{app}: {counted(len(days), 'session')}{period}")
    print(f"  {len(changes.new):,} new")
    print(f"  {changes.same:,} already in the history, the same")
    if changes.different:
        rule = (
            "those in the file will replace yours"
            if replaces
            else "yours stay; --replace imports these"
        )
        print(f"  {len(changes.different):,} already in the history, but different: {rule}")


def _is_confirmed(count: int) -> bool:
    """Whether the user, asked at the terminal, answers yes."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        warn(["nothing was imported; add --yes to import them"])
        return False
    print(f"Import {counted(count, 'session')}? [y/n] ", end="", flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    print("Nothing was imported.")
    return False
