"""A session belongs to the day on which it began, however clocks and calendars change."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from builders import three_step_routine
from clocks import FakeClock
from coach_logs import RULES
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_folders import folders_of

from footcoach_tui.coach.plans.due import DueAnswer, due
from footcoach_tui.coach.practice.weeks import monday_of, recent_weeks
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Resume, Start
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

TIMELINE = compile_timeline(three_step_routine())
DAY = timedelta(days=1)
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(hours=quarters / 4)))
MOMENTS = st.datetimes(datetime(1975, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - the zones are drawn


def done_at(moment: datetime) -> SessionRecord:
    return SessionInfo(new_id(moment), moment).record_of_plan(TIMELINE)


@pytest.mark.parametrize(
    "started",
    [
        "2026-03-05T23:58:30+01:00",
        "2026-01-31T23:58:30-08:00",  # its second half is in another month
        "2026-12-31T23:58:30+13:00",  # and here in another year
        "2028-02-28T23:58:30+00:00",  # a leap day begins
        "2026-03-28T23:58:30+01:00",  # clocks go forward this night
        "2026-10-24T23:58:30+02:00",  # and back this one
    ],
)
def test_a_session_over_midnight_is_of_the_day_it_began_on_even_if_it_was_cut_off(
    tmp_path: Path, started: str
) -> None:
    began_at = datetime.fromisoformat(started)
    clock = FakeClock(wall=began_at.timestamp())
    journals, history = SessionJournals(tmp_path), History(folders_of(tmp_path), device="here-1")
    session = LiveSession.new(three_step_routine(), clock, journals, first=Side.LEFT)
    session.begin(SessionInfo(new_id(began_at), began_at))
    session.send(Start())
    play(session, clock, 60)
    session.suspend()
    clock.suspend(3600)
    (interrupted,), _ = journals.find_interrupted()
    session = LiveSession.resume(interrupted, lambda _: clock, journals)
    session.send(Resume())
    play(session, clock, 120)
    record = session.record()
    assert record
    history.add(record)

    day = date.fromisoformat(started[:10])
    (kept,) = history.last(1)
    (trained,) = history.days()
    assert kept.paused == 3603
    assert kept.ended
    assert kept.ended - began_at == timedelta(seconds=170 + 3603)
    assert kept.ended.isoformat()[-6:] == started[-6:]
    assert (kept.sets[-1].at or 0) > 3603
    assert (kept.date, trained.day, kept.seconds) == (started[:10], day, 170)
    assert kept.started.isoformat() == started
    assert [path.stem for path in tmp_path.rglob("20*.json")] == [started[:7]]
    for today, is_due in ((day, False), (day + DAY, True)):
        answer = due(read_training_log(history, today), RULES, today).answer
        assert (answer is DueAnswer.YES) == is_due
    assert recent_weeks(history.days(), day)[-1].sessions == 1


def test_a_session_that_was_cut_off_has_the_same_moments_however_often_it_is_read(
    tmp_path: Path,
) -> None:
    began_at = datetime(2026, 3, 5, 7, tzinfo=UTC)
    clock = FakeClock(wall=began_at.timestamp())
    journals = SessionJournals(tmp_path)
    session = LiveSession.new(three_step_routine(), clock, journals, first=Side.LEFT)
    session.begin(SessionInfo(new_id(began_at), began_at))
    session.send(Start())
    play(session, clock, 60)
    assert session._journal
    session._journal.close()  # as of a process that is killed
    clock.advance(0.5)
    (interrupted,), _ = journals.find_interrupted()
    session = LiveSession.resume(interrupted, lambda _: clock, journals)
    clock.advance(0.5)  # too short a time in all to be an absence
    session.send(Resume())
    play(session, clock, 50)
    session.suspend()

    (interrupted,), _ = journals.find_interrupted()
    assert interrupted.record() == session.record()
    assert interrupted.record().paused == 0.5 + 0.5 + 3


def play(session: LiveSession, clock: FakeClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.advance(1)
        session.tick()


def test_a_clock_set_back_by_a_day_in_a_session_loses_none_of_it(
    two_part_session: Callable[[Path], Any], tmp_path: Path
) -> None:
    session = two_part_session(tmp_path)
    session.after = lambda parts: setattr(
        parts.clock, "wall", parts.clock.wall - 86_400 * parts.is_after_command
    )
    session.play_first_part()
    place = session.session.player.seconds
    (interrupted,), _ = session.journals.find_interrupted()
    assert interrupted.player().seconds == place
    session.resume_and_finish()
    (record,) = History(folders_of(tmp_path)).all()
    assert record.seconds == pytest.approx(place + 2.5)
    assert session.messages == []


def test_a_clock_set_back_by_a_day_loses_no_session_and_no_change(tmp_path: Path) -> None:
    now = [datetime(2026, 3, 1, 8, tzinfo=UTC)]
    history = History(folders_of(tmp_path), device="here-1", now=lambda: now[0])
    first = history.add(done_at(now[0])).record
    now[0] -= DAY
    second = history.add(done_at(now[0])).record
    changed = history.update(first._replace(note="clock was wrong")).record
    now[0] -= DAY
    history.delete(second.id)

    assert [record.note for record in history.all()] == ["clock was wrong"]
    now[0] -= DAY
    history.undo()
    assert history.all() == (changed, second)
    history.undo()
    history.undo()
    assert history.all() == (first,)


@settings(max_examples=12)  # a history on disk for each
@given(st.lists(MOMENTS, min_size=1, max_size=12), st.lists(st.integers(-3, 3), max_size=12))
def test_days_and_weeks_are_those_of_the_places_whatever_the_order_and_the_clock(
    tmp_path_factory: pytest.TempPathFactory, moments: list[datetime], jumps: list[int]
) -> None:
    now = datetime(2100, 2, 1, tzinfo=UTC)
    clock = chain([now + DAY * jump for jump in jumps], repeat(now))
    history = History(folders_of(tmp_path_factory.mktemp("data")), "here-1", lambda: next(clock))
    history.add_all([done_at(moment) for moment in moments], "all of them")

    days = history.days()
    assert sum(each.sessions for each in days) == len(moments)
    assert {each.day for each in days} == {moment.date() for moment in moments}
    for moment in moments:
        week = monday_of(moment.date())
        same = [one for one in moments if monday_of(one.date()) == week]
        assert recent_weeks(days, moment.date())[-1].sessions == len(same)
