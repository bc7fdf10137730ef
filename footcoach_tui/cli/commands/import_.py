"""`footcoach import`: sessions from a file that footcoach exported, looked at before taken."""

import argparse
import sys
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import (
    ImportChanges,
    ImportedFile,
    import_changes,
    import_file,
)
from footcoach_tui.text.durations import counted


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser("import", help="sessions from a JSON, JSONL or CSV export")
    command.add_argument("file", metavar="FILE", type=Path, help="what footcoach export wrote")
    command.add_argument(
        "--format",
        choices=[str(kind) for kind in Format if kind.can_import],
        help="by the ending of FILE unless given",
    )
    command.add_argument("--yes", action="store_true", help="take them without asking")
    command.add_argument(
        "--replace",
        action="store_true",
        help="where the history has another version of a session, take the file's",
    )
    command.add_argument(
        "--skip-broken", action="store_true", help="leave out sessions with problems, take the rest"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show what would be taken, ask, and take it. Exit 1 when it was not taken."""
    found = _read(chosen.file, _kind(chosen.format, chosen.file))
    if not _may_be_taken(found, skips=chosen.skip_broken):
        return ExitCode.NO
    history = wiring.open_history()
    comparison = import_changes(found.records, history.documents())
    warn(history.problems)
    name = clean(chosen.file.name)
    _show(name, found, comparison, replaces=chosen.replace)
    taken = comparison.new + (comparison.different if chosen.replace else ())
    if not taken:
        print("There is nothing to import.")
        return ExitCode.YES
    if not (chosen.yes or _is_agreed(len(taken))):
        return ExitCode.NO
    try:
        saved = history.add_all(taken, f"import of {counted(len(taken), 'session')} from {name}")
    except HistoryError as error:
        raise CliError(str(error)) from error
    warn(saved.warnings)
    them = "it" if len(taken) == 1 else "them"
    print(f"Imported {counted(len(taken), 'session')}; footcoach undo takes {them} back.")
    return ExitCode.YES


def _kind(named: str | None, path: Path) -> Format:
    if named:
        return Format(named)
    kind = Format.of_file(path)
    if kind and kind.can_import:
        return kind
    if kind is None:
        why = "does not end like one of the formats; add --format json, jsonl or csv"
    else:
        why = "is a summary, which cannot be imported; export as json, jsonl or csv"
    raise CliError(f"{quote(path.name)} {why}")


def _read(path: Path, kind: Format) -> ImportedFile:
    try:
        return import_file(path, kind)
    except (UnreadableError, HistoryError) as error:
        raise CliError(str(error)) from error


def _may_be_taken(found: ImportedFile, *, skips: bool) -> bool:
    """Tell all problems; whether the rest may be taken all the same."""
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if found.hidden_problems:
        warn([f"and {found.hidden_problems:,} problems more"])
    if found.problems and not skips:
        warn(["nothing was imported: mend the file, or take what is sound with --skip-broken"])
        return False
    return True


def _show(name: str, found: ImportedFile, comparison: ImportChanges, *, replaces: bool) -> None:
    days = sorted(record.date for record in found.records)
    period = f", from {days[0]} to {days[-1]}" if days else ""
    print(f"{name}: {counted(len(days), 'session')}{period}")
    print(f"  {len(comparison.new):,} new")
    print(f"  {comparison.same:,} in the history already, the same")
    if comparison.different:
        kept = "the file's will replace yours" if replaces else "yours stay; --replace takes these"
        print(f"  {len(comparison.different):,} in the history already, but different: {kept}")


def _is_agreed(count: int) -> bool:
    """Whether a person at a terminal says yes."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        warn(["nothing was imported; add --yes to take them"])
        return False
    print(f"Import {counted(count, 'session')}? [y/n] ", end="", flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        return True
    print("Nothing was imported.")
    return False
