"""`footcoach export`: sessions as a file for other programs, or as a summary."""

import argparse
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.streamed_write import write_text_stream
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.fit_export import export_fit
from footcoach_tui.cli.output import print_text
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.cli.query_args import join_words, query_from_args
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # a name for the type checker only
    from footcoach_tui.history.store import History


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "export", help="export sessions: JSON, JSONL, CSV, Markdown, Hevy or FIT", dashed_words=True
    )
    command.add_argument(
        "query", nargs="*", metavar="QUERY", help="as in footcoach history; default: all sessions"
    )
    command.add_argument(
        "--format",
        choices=[str(kind) for kind in Format],
        help="default: by the name of FILE; json without a FILE",
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="the file to write; for fit also a folder"
    )
    command.add_argument("--id", metavar="ID", help="only the session whose id begins like this")
    command.add_argument("--force", action="store_true", help="replace FILE if it exists")


def run(args: argparse.Namespace) -> int:
    """Write the sessions, and warn of those that cannot be read.

    A query that finds nothing writes no file and returns 1, as grep does.
    """
    kind = _kind(args.format, args.output)
    history = wiring.open_history()
    sessions = _sessions(args, history)
    if kind is Format.FIT:
        has_content = export_fit(sessions, args.output, replacing=args.force)
    else:
        has_content = _export_text(args, kind, sessions)
    warn(history.problems)
    return ExitCode.YES if has_content else ExitCode.NO


def _sessions(args: argparse.Namespace, history: "History") -> Iterator[SessionRecord]:
    query = query_from_args(args.query, local_time.today())
    if not args.id:
        return history.iterate(query)
    if query:
        raise CliError("--id names one session: leave the query out")
    found = history.get(args.id)
    return iter([found] if found else [])


def _export_text(args: argparse.Namespace, kind: Format, sessions: Iterator[SessionRecord]) -> bool:
    """Write a file, or print it; returns whether anything was found, or everything asked for."""
    first = next(sessions, None)
    has_content = first is not None or not (args.query or args.id)
    counter = _Counter([] if first is None else chain([first], sessions))
    text = kind.export_sessions(counter, clean(join_words(args.query)))
    if args.output is None:
        print_text(text)
    elif has_content:
        try:
            write_text_stream(args.output, text, replacing=args.force)
        except FileExistsError as error:
            raise CliError(f"{error}; --force replaces it") from error
        print(f"{counted(counter.count, 'session')} written to {clean(str(args.output))}")
    else:
        print("Nothing found; no file was written.")
    return has_content


class _Counter:
    """Iterator that counts the sessions."""

    def __init__(self, records: Iterable[SessionRecord]) -> None:
        self.count = 0
        self._records = records

    def __iter__(self) -> Iterator[SessionRecord]:
        for record in self._records:
            self.count += 1
            yield record


def _kind(named: str | None, output: Path | None) -> Format:
    if named:
        return Format(named)
    if output is None:
        return Format.JSON
    kind = Format.of_file(output)
    if kind is None:
        raise CliError(
            f"{quote(output.name)} does not have the ending of a format; "
            f"add --format {', '.join(Format)}"
        )
    return kind
