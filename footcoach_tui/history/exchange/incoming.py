"""Import of a file: its sound sessions, its problems by line, and what it would change."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import read_regular
from footcoach_tui.history.codec import carried, to_document
from footcoach_tui.history.exchange.arrivals import Arrival, Flaw, record_of
from footcoach_tui.history.exchange.formats import Format, read
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.problem import HistoryError, problem
from footcoach_tui.session.record import SessionRecord

LARGEST = 256 << 20
"""Bytes; a hundred thousand sessions of ten sets are about 150 million as JSONL."""
MOST_SESSIONS = 200_000
MOST_TOLD, MOST_PROBLEMS = 1000, 100_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds. `problems` are those told one by one, `untold` the number of the rest."""

    records: tuple[SessionRecord, ...]
    problems: tuple[Problem, ...] = ()
    untold: int = 0


def incoming(path: Path, kind: Format) -> Incoming:
    """Read a file. A session that stands in it twice is a problem, and taken neither time.

    Raises UnreadableError, and HistoryError for a file that is of no use as a whole.
    """
    try:
        return _sorted_out(path, read(kind, read_regular(path, LARGEST)))
    except HistoryError as error:
        raise HistoryError(str(problem(path, str(error)))) from error


def _sorted_out(path: Path, found: Iterable[Arrival | Flaw]) -> Incoming:
    first: dict[str, Arrival] = {}
    lost: set[str] = set()
    problems: list[Problem] = []
    untold = 0
    for one in found:
        flaw = one if isinstance(one, Flaw) else _twice(one, first)
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
    return Incoming(sound, tuple(problems), untold)


def _twice(arrival: Arrival, first: dict[str, Arrival]) -> Flaw | None:
    """Keep the first arrival of an id; what is wrong with the second."""
    known = first.setdefault(arrival.record.id, arrival)
    if known is arrival:
        if len(first) > MOST_SESSIONS:
            raise HistoryError(f"holds more than {MOST_SESSIONS:,} sessions; import it in parts")
        return None
    return Flaw(
        arrival.line,
        "id",
        f"{arrival.record.id} has begun on line {known.line} already; "
        "a session must stand once, its rows together",
        arrival.record.id,
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """The file's sessions: not in the history yet, there but different, and there as they are."""

    new: tuple[SessionRecord, ...] = ()
    different: tuple[SessionRecord, ...] = ()
    same: int = 0


def compared(records: Iterable[SessionRecord], ours: Iterable[Document]) -> Comparison:
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
    return Comparison(tuple(new.values()), tuple(different), same)


def _is_same(record: SessionRecord, document: Document) -> bool:
    """By their documents: two moments in different zones are equal, and yet not the same.

    The history gives a session without a device its own, so that alone is no difference; neither
    are unknown fields that only the history has, for it would keep them. What the history itself
    could not use is different: nobody knows what it was.
    """
    try:
        ours = record_of(document)
    except FieldError:
        return False
    named = record if record.device else record._replace(device=ours.device)
    kept = to_document(ours)
    return carried(kept, to_document(named)) == kept
