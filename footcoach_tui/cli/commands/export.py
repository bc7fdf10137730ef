"""`footcoach export`: the history, or what a query finds of it, for other programs and people."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.streamed_write import write_text_stream
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.query_args import join_words, query_from_args
from footcoach_tui.history.exchange.exporter import select_sessions
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import counted


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "export", help="sessions as JSON, JSONL, CSV or a summary in Markdown", dashed_words=True
    )
    command.add_argument(
        "query", nargs="*", metavar="QUERY", help="which, as in footcoach history; all without"
    )
    command.add_argument(
        "--format",
        choices=[str(kind) for kind in Format],
        help="by the ending of FILE unless given; json without a FILE",
    )
    command.add_argument("--output", metavar="FILE", type=Path, help="a new file to write")
    command.add_argument("--force", action="store_true", help="replace FILE if it is there")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the sessions; what had to be left out is told on the standard error.

    As in the history, a query that finds nothing is a no; no file is made of it then.
    """
    kind = _kind(chosen.format, chosen.output)
    query = query_from_args(chosen.query, wiring.today())
    history = wiring.open_history()
    found = select_sessions(history, query)
    first = next(found, None)
    is_found = first is not None or not query
    passed = _Counted([] if first is None else chain([first], found))
    text = kind.export_sessions(passed, clean(join_words(chosen.query)))
    if chosen.output is None:
        _print(text)
    elif is_found:
        _save(chosen.output, text, replacing=chosen.force)
        sessions = counted(passed.number, "session")
        print(f"{sessions} written to {clean(str(chosen.output))}")
    else:
        print("Nothing found; no file was written.")
    warn(history.problems)
    return ExitCode.YES if is_found else ExitCode.NO


class _Counted:
    """Sessions on their way past, counted."""

    def __init__(self, records: Iterable[SessionRecord]) -> None:
        self.number = 0
        self._records = records

    def __iter__(self) -> Iterator[SessionRecord]:
        for record in self._records:
            self.number += 1
            yield record


def _kind(named: str | None, output: Path | None) -> Format:
    if named:
        return Format(named)
    if output is None:
        return Format.JSON
    kind = Format.of_file(output)
    if kind is None:
        raise CliError(
            f"{quote(output.name)} does not end like one of the formats; "
            f"add --format {', '.join(Format)}"
        )
    return kind


def _save(path: Path, text: Iterable[str], *, replacing: bool) -> None:
    try:
        write_text_stream(path, text, replacing=replacing)
    except FileExistsError as error:
        raise CliError(f"{error}; --force replaces it") from error
    except WriteError as error:
        raise CliError(str(error)) from error


def _print(text: Iterable[str]) -> None:
    """A terminal gets what it can show; a file or a program gets UTF-8, whatever the locale."""
    out = sys.stdout
    if not isinstance(out, TextIOWrapper) or out.isatty():
        for piece in text:
            print(piece, end="")
        return
    out.flush()
    for piece in text:
        out.buffer.write(piece.encode("utf-8"))
