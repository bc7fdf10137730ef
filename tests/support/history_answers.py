"""All that a history answers, and a history whose index is in memory, to compare it with."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sample_folders import folders_of

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.index.database import begin_changes, open_in_memory
from footcoach_tui.history.index.fill import IndexFiller
from footcoach_tui.history.index.index import HistoryIndex
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.months.files import NO_STATUS, MonthFile
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

_QUERY = parse_query("exercise:short-foot -partial minutes>1", date(2026, 3, 31))
_FILE = MonthFile("here-1", "2026-03.json", "2026-03", 1, 1)


class Answers(dict[str, Any]):
    """Answers to all questions, which Hypothesis need not print."""

    def __repr__(self) -> str:
        return "answers"


def answers_of(history: History) -> Answers:
    """Return the answers to all questions."""
    answers = {
        "all": history.all(),
        "last": history.last(3),
        "find": history.find(_QUERY),
        "iterate": list(history.iterate(_QUERY)),
        "days": history.days(),
        "days from": history.days(date(2026, 3, 2)),
        "totals": history.exercise_totals(),
        "count": history.count(),
        "entries": history.entries(EntryKind.TEST),
        "problems": history.problems,
    }
    return Answers(answers)


def answers_when_opened(data: Path, device: str = "here-1") -> Answers:
    """Return the answers of a history that is opened for them."""
    history = History(folders_of(data), device)
    answers = answers_of(history)
    history.index.close()
    return answers


def history_in_memory(data: Path, device: str = "here-1") -> History:
    """Return the history of a data folder; its index is in memory, and yet to be filled."""
    history = History(folders_of(data), device)
    history.index = HistoryIndex(data, None)
    return history


def index_of(records: Iterable[SessionRecord]) -> sqlite3.Connection:
    """Return an index in memory with these sessions, of one month file."""
    db = open_in_memory()
    begin_changes(db)
    documents = [to_document(record) for record in records]
    IndexFiller(db).note_write(_FILE, NO_STATUS, documents)
    return db


def index_files(data: Path) -> list[Path]:
    """Return the files of the index of a data folder."""
    return sorted(folders_of(data).cache.glob("history-*.sqlite"))
