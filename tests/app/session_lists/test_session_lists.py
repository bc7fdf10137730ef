from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from app_fixture import NOW
from builders import three_step_routine
from bundled import CATALOGUE
from sample_history import sample_sessions

from footcoach_tui.app.cards.session import session_card
from footcoach_tui.app.charts.week_bars import week_bars
from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.app.screens.edit_dialog import FormError, FormField, apply_edits
from footcoach_tui.app.session_lists.search import HistorySearch, toggle_pain_term
from footcoach_tui.app.widgets.session_browser import _session_row
from footcoach_tui.coach.weeks import Week
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo, record_of_plan
from footcoach_tui.session.timeline import compile_timeline

TODAY = date(2026, 3, 12)


@pytest.fixture
def record() -> SessionRecord:
    """Session of 9 March in Vienna, at 08:12:05."""
    started = datetime(2026, 3, 9, 8, 12, 5, tzinfo=timezone(timedelta(hours=1)))
    info = SessionInfo("01KKG000000000000000000000", started, "Europe/Vienna", "daily", note="hm")
    return record_of_plan(compile_timeline(three_step_routine()), info)


def changed(record: SessionRecord, **texts: str) -> SessionRecord:
    edited = {FormField[name.upper()]: text for name, text in texts.items()}
    unchanged = {field: field.text_of(record) for field in FormField}
    return apply_edits(record, unchanged | edited, NOW)


def test_a_form_left_as_it_was_changes_nothing(record: SessionRecord) -> None:
    assert changed(record) == record


def test_scores_can_be_given_and_taken_back(record: SessionRecord) -> None:
    scored = changed(record, effort="10", pain=" 0 ")
    assert (scored.effort, scored.pain) == (10, 0)
    assert changed(scored, effort="", pain="") == record


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("2026-03-01 07:30", "2026-03-01T07:30:00+01:00"),
        ("2025-07-01T07:30", "2025-07-01T07:30:00+02:00"),
        ("18:00", "2026-03-09T18:00:00+01:00"),
        ("Yesterday 18:00", "2026-03-11T18:00:00+01:00"),
    ],
)
def test_a_time_is_local_where_the_session_was(
    record: SessionRecord, text: str, begun: str
) -> None:
    assert changed(record, when=text).started.isoformat() == begun


@pytest.mark.parametrize("zone", ["", "No/Where", "../etc", "America"])
def test_without_a_zone_that_is_known_the_offset_stays(record: SessionRecord, zone: str) -> None:
    moved = changed(record._replace(zone=zone), when="2025-07-01 07:30")
    assert moved.started.isoformat() == "2025-07-01T07:30:00+01:00"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("when", ""),
        ("when", "2026-02-30 10:00"),
        ("when", "2026-03-12 09:31"),
        ("when", "1969-01-01 10:00"),
        ("when", "0001-01-01 00:00"),
        ("effort", "11"),
        ("effort", "³"),
        ("pain", "-1"),
        ("pain", "2.5"),
        ("pain", "9" * 5000),
    ],
)
def test_what_cannot_be_names_its_field(record: SessionRecord, field: str, text: str) -> None:
    with pytest.raises(FormError) as caught:
        changed(record, **{field: text})
    assert caught.value.field == field
    assert len(caught.value.sentence) < 200


def test_a_note_comes_out_clean(record: SessionRecord) -> None:
    assert changed(record, note=" a\x1b[2Jb ").note == "a[2Jb"


def test_the_term_for_pain_is_put_in_and_taken_out() -> None:
    assert toggle_pain_term("") == "pain>0"
    assert toggle_pain_term("left since:1y") == "pain>0 left since:1y"
    assert toggle_pain_term("left pain>0") == "left"


@pytest.fixture
def history(tmp_path: Path, record: SessionRecord) -> History:
    """One session."""
    built = History(tmp_path, device="test")
    built.add(record)
    return built


def never() -> bool:
    return False


def test_a_seeker_keeps_a_reading_only_while_it_is_open(history: History) -> None:
    search = HistorySearch(history, lambda: TODAY)
    assert search.search("arch", 9, never)
    assert not search.is_loaded
    search.open()
    assert search.search("arch", 9, never)
    assert search.is_loaded
    search.close()
    assert not search.is_loaded


def test_a_seeker_does_nothing_for_who_does_not_wait(history: History) -> None:
    search = HistorySearch(history, lambda: TODAY)
    search.open()
    assert search.search("arch", 9, lambda: True) is None
    assert not search.is_loaded
    assert search.search("pain>>", 9, never) == ()


def test_a_keeper_knows_what_was_changed_by_hand(history: History, record: SessionRecord) -> None:
    save_queue = SaveQueue(history)
    messages = [save_queue.save(record._replace(effort=3))]
    states = [save_queue.is_last_write_an_edit]
    for change in _changes(save_queue, record):
        messages.append(change())
        states.append(save_queue.is_last_write_an_edit)
    assert states == [False, True, True, True, False]
    assert messages[2].startswith("Deleted Test routine of 2026-03-09")
    assert save_queue.write_count == 5
    assert [session.effort for session in history.all()] == [3]


def _changes(save_queue: SaveQueue, record: SessionRecord) -> Iterator[Callable[[], str]]:
    yield lambda: save_queue.update(record._replace(effort=4))
    yield lambda: save_queue.delete(record)
    yield save_queue.undo
    yield save_queue.undo


def test_a_card_shows_done_of_planned_where_they_differ(record: SessionRecord) -> None:
    text = session_card(record).plain
    assert "◀ left" in text
    assert "✓ 2 reps · 30 s" in text
    assert "Logged by hand" in text
    assert "“hm”" in text


def test_a_row_says_the_year_only_of_another_one(record: SessionRecord) -> None:
    assert _session_row(record, TODAY).plain.startswith("Mon 09 Mar ")
    assert _session_row(record, date(2027, 1, 1)).plain.startswith("09 Mar 2026 ")
    assert "pain 6" in _session_row(record._replace(pain=6), TODAY).plain


def test_bars_of_weeks_are_as_high_as_their_sessions() -> None:
    mondays = [date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 9)]
    weeks = [Week(monday, count) for monday, count in zip(mondays, (0, 4, 2), strict=True)]
    rows = week_bars(weeks, 3).plain.split("\n")
    assert rows[0].split() == ["0", "4", "✓", "2"]
    assert [row.count("█████") for row in rows[1:5]] == [1, 1, 2, 2]
    assert week_bars([], 3).plain.split() == []


def test_a_made_up_history_is_the_same_each_time_and_has_what_pictures_need() -> None:
    built = tuple(sample_sessions(CATALOGUE, NOW))
    assert built == tuple(sample_sessions(CATALOGUE, NOW))
    assert len({record.id for record in built}) == len(built) > 250
    assert all(record.started <= datetime(2026, 3, 12, 7, 30, tzinfo=UTC) for record in built)
    assert {record.pain for record in built} >= {0, 1, 3, 6}
    assert sum(record.is_partial for record in built) > 50
