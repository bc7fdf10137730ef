"""A history with some of everything, to be compared with what its index answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from history_answers import Answers, answers_of, history_in_memory
from sample_folders import folders_of

from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord


@pytest.fixture
def expected(
    history: History, folder: Path, make_sessions: Callable[[int], list[SessionRecord]]
) -> Answers:
    """The answers of a history of two devices, an edit, a deletion, an entry and damage."""
    records = make_sessions(40)
    history.add_all(records, "imported")
    other = History(folders_of(folder), "other-2")
    other.update(records[3]._replace(note="theirs", extra={"mood": [1, None]}))
    other.delete(records[5].id)
    moment = records[0].started
    history.add_entry(EntryKind.TEST, {"id": new_id(moment), "day": "2026-03-04", "reps": 20})
    (folder / "history" / "other-2" / "2026-01.json").write_text("{")
    for each in (history, other):
        each.all()
        each.index.close()
    answers = answers_of(history_in_memory(folder))
    assert answers["count"] == 39
    assert len(answers["problems"]) == len(answers["entries"]) == 1
    return answers
