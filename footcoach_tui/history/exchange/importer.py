"""Import of a file: its sound sessions, its problems by line, and what it would change."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import read_regular_file
from footcoach_tui.history.codec import to_document, with_unknown_fields
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.import_results import ImportedSession, RowError
from footcoach_tui.history.exchange.workout_import import import_workouts
from footcoach_tui.history.exchange.workout_tables import workout_table
from footcoach_tui.session.record import SessionRecord

_MAX_FILE_BYTES = 256 << 20
"""Bytes; a hundred thousand sessions of ten sets are about 150 million as JSONL."""
_MAX_SESSIONS = 200_000
_MAX_LISTED_PROBLEMS = 1000
_MAX_HIDDEN_PROBLEMS = 100_000


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """Content of a file. `problems` are the first thousand, the rest is only counted.

    `app` is the name of the other app whose table it is, or "".
    """

    records: tuple[SessionRecord, ...]
    problems: tuple[Problem, ...] = ()
    hidden_problems: int = 0
    app: str = ""


def import_file(
    path: Path, kind: Format, exercise_ids: Callable[[], Mapping[str, str]] = dict
) -> ImportedFile:
    """Read a file. A session that is in it twice is a problem, and taken neither time.

    `exercise_ids` gives the ids of exercises by their names in lower case, for a table of another
    app. Raises UnreadableError, and HistoryError for a file that is of no use as a whole.
    """
    try:
        content = read_regular_file(path, _MAX_FILE_BYTES).removeprefix(BOM_UTF8)
        table = workout_table(content) if kind is Format.CSV else None
        if table:
            file = _sort_out(path, import_workouts(content, table, exercise_ids()))
            return replace(file, app=table.app)
        return _sort_out(path, kind.import_sessions(content))
    except HistoryError as error:
        raise HistoryError(str(history_problem(path, str(error)))) from error


def _sort_out(path: Path, results: Iterable[ImportedSession | RowError]) -> ImportedFile:
    first: dict[str, ImportedSession] = {}
    lost: set[str] = set()
    problems: list[Problem] = []
    hidden = 0
    for result in results:
        error = result if isinstance(result, RowError) else _add_first(result, first)
        if error is None:
            continue
        lost.add(error.identity)
        if len(problems) < _MAX_LISTED_PROBLEMS:
            problems.append(Problem(str(path), error.line, error.key, error.sentence))
        else:
            hidden += 1
            if hidden > _MAX_HIDDEN_PROBLEMS:
                raise HistoryError(
                    f"has more than {_MAX_HIDDEN_PROBLEMS:,} problems; is it an export?"
                )
    sound = tuple(session.record for key, session in first.items() if key not in lost)
    return ImportedFile(sound, tuple(problems), hidden)


def _add_first(session: ImportedSession, first: dict[str, ImportedSession]) -> RowError | None:
    """Add the first session of an id; an error for the second."""
    identity = session.record.id
    known = first.setdefault(identity, session)
    if known is session:
        if len(first) > _MAX_SESSIONS:
            raise HistoryError(f"holds more than {_MAX_SESSIONS:,} sessions; import it in parts")
        return None
    return RowError(
        session.line,
        "id",
        f"{identity} already starts on line {known.line}; "
        "a session must appear only once, with its rows together",
        identity,
    )


@dataclass(frozen=True, slots=True)
class ImportChanges:
    """Sessions of a file: not in the history yet, different there, and there just so."""

    new: tuple[SessionRecord, ...] = ()
    different: tuple[SessionRecord, ...] = ()
    same: int = 0


def twins(
    records: Iterable[SessionRecord], history: Iterable[SessionRecord]
) -> dict[str, SessionRecord]:
    """Sessions of another app, by id, that are in the history under another id.

    They came from here: another app knows a session by its title and the minute it began.
    """
    by_start = {_start(record): record for record in records}
    found = ((by_start.get(_start(known)), known) for known in history)
    return {record.id: record for record, known in found if record and record.id != known.id}


def _start(record: SessionRecord) -> tuple[str, str]:
    return record.title, f"{record.started:%Y-%m-%d %H:%M}"


def import_changes(
    records: Iterable[SessionRecord], stored: Mapping[str, SessionRecord]
) -> ImportChanges:
    """Compare records of a file with the sessions of the history, by their ids."""
    new: list[SessionRecord] = []
    different: list[SessionRecord] = []
    same = 0
    for record in records:
        known = stored.get(record.id)
        if known is None:
            new.append(record)
        elif _is_same(record, known):
            same += 1
        else:
            different.append(record)
    return ImportChanges(tuple(new), tuple(different), same)


def _is_same(record: SessionRecord, known: SessionRecord) -> bool:
    """Compare as documents: two moments in different zones are equal, and yet not the same.

    The history gives a session without a device its own, so that alone is no difference; neither
    are unknown fields that only the history has, for it would keep them.
    """
    with_device = record if record.device else record._replace(device=known.device)
    stored = to_document(known)
    return with_unknown_fields(stored, to_document(with_device)) == stored
