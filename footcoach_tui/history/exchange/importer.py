"""Import of a file: its sound sessions, its problems by line, and what it would change."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import read_regular_file
from footcoach_tui.history.codec import to_document, with_unknown_fields
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.exchange.formats import Format, import_sessions
from footcoach_tui.history.exchange.imported import ImportedSession, RowError, import_record
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.session.record import SessionRecord

_MAX_FILE_BYTES = 256 << 20
"""Bytes; a hundred thousand sessions of ten sets are about 150 million as JSONL."""
_MAX_SESSIONS = 200_000
MOST_TOLD, MOST_PROBLEMS = 1000, 100_000


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What a file holds. `problems` are those told one by one, `untold` the number of the rest."""

    records: tuple[SessionRecord, ...]
    problems: tuple[Problem, ...] = ()
    hidden_problems: int = 0


def import_file(path: Path, kind: Format) -> ImportedFile:
    """Read a file. A session that stands in it twice is a problem, and taken neither time.

    Raises UnreadableError, and HistoryError for a file that is of no use as a whole.
    """
    try:
        return _sorted_out(path, import_sessions(kind, read_regular_file(path, _MAX_FILE_BYTES)))
    except HistoryError as error:
        raise HistoryError(str(history_problem(path, str(error)))) from error


def _sorted_out(path: Path, found: Iterable[ImportedSession | RowError]) -> ImportedFile:
    first: dict[str, ImportedSession] = {}
    lost: set[str] = set()
    problems: list[Problem] = []
    untold = 0
    for one in found:
        flaw = one if isinstance(one, RowError) else _twice(one, first)
        if flaw is None:
            continue
        lost.add(flaw.identity)
        if len(problems) < MOST_TOLD:
            problems.append(Problem(str(path), flaw.line, flaw.key, flaw.sentence))
        else:
            untold += 1
            if untold > MOST_PROBLEMS:
                raise HistoryError(f"has more than {MOST_PROBLEMS:,} problems; is it an export?")
    sound = tuple(one.record for one in first.values() if one.record.id not in lost)
    return ImportedFile(sound, tuple(problems), untold)


def _twice(arrival: ImportedSession, first: dict[str, ImportedSession]) -> RowError | None:
    """Keep the first arrival of an id; what is wrong with the second."""
    known = first.setdefault(arrival.record.id, arrival)
    if known is arrival:
        if len(first) > _MAX_SESSIONS:
            raise HistoryError(f"holds more than {_MAX_SESSIONS:,} sessions; import it in parts")
        return None
    return RowError(
        arrival.line,
        "id",
        f"{arrival.record.id} has begun on line {known.line} already; "
        "a session must stand once, its rows together",
        arrival.record.id,
    )


@dataclass(frozen=True, slots=True)
class ImportChanges:
    """The file's sessions: not in the history yet, there but different, and there as they are."""

    new: tuple[SessionRecord, ...] = ()
    different: tuple[SessionRecord, ...] = ()
    same: int = 0


def import_changes(records: Iterable[SessionRecord], ours: Iterable[Document]) -> ImportChanges:
    """Sort what comes by what `ours`, the history, has under the same id."""
    new = {record.id: record for record in records}
    different: list[SessionRecord] = []
    same = 0
    for document in ours:
        record = new.pop(str(document.get("id")), None)
        if record is None:
            continue
        if _is_same(record, document):
            same += 1
        else:
            different.append(record)
    return ImportChanges(tuple(new.values()), tuple(different), same)


def _is_same(record: SessionRecord, document: Document) -> bool:
    """By their documents: two moments in different zones are equal, and yet not the same.

    The history gives a session without a device its own, so that alone is no difference; neither
    are unknown fields that only the history has, for it would keep them. What the history itself
    could not use is different: nobody knows what it was.
    """
    try:
        ours = import_record(document)
    except FieldError:
        return False
    named = record if record.device else record._replace(device=ours.device)
    kept = to_document(ours)
    return with_unknown_fields(kept, to_document(named)) == kept
