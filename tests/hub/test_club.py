"""What a coach sees is what a member agreed to, and nothing after it was withdrawn."""

from datetime import date, timedelta

import psycopg
import pytest
from hub_sessions import session
from hub_world import Device, Hub

from footcoach_tui.hub.club import MemberSummary, members, sessions_of
from footcoach_tui.hub.connection import connect, identify
from footcoach_tui.hub.errors import HubError
from footcoach_tui.hub.projection import Consent, project
from footcoach_tui.hub.sharing import (
    coaches,
    consents,
    projection,
    refresh,
    share,
    unshare,
)

TODAY = date(2026, 1, 28)
"""A Wednesday, 23 days after the first session."""
MONDAY = date(2026, 1, 5)


@pytest.fixture
def laptop(hub: Hub) -> Device:
    """A device of a member with a session in each of three weeks."""
    device = hub.device(hub.person(), "laptop-aaaaaa")
    for number, pain in ((0, 2), (7, 7), (14, None)):
        device.history.add(session(number, pain=pain, effort=5, note=f"note {number}"))
    return device


def agree(device: Device, coach: str, *, scores: bool = False, notes: bool = False) -> None:
    consent = Consent(coach, MONDAY, scores, notes)
    with connect(device.hub) as connection:
        user = identify(connection).user
        shown = projection(device.history, 2, consent, TODAY)
        share(connection, user, consent, shown, TODAY)


def keep_up_to_date(device: Device, goal: int = 2, today: date = TODAY) -> None:
    with connect(device.hub) as connection:
        user = identify(connection).user
        refresh(connection, user, device.history, lambda: goal, today)


def seen(hub: Hub, coach: str, today: date = TODAY) -> list[MemberSummary]:
    with connect(hub.conninfo(coach)) as connection:
        return members(connection, coach, 8, today)


def test_scores_and_notes_are_not_shared_by_default(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach)
    rows = hub.run(coach, "select day::text, minutes, effort, pain, note from footcoach.shared")
    assert sorted(rows) == [
        ("2026-01-05", 10, None, None, None),
        ("2026-01-12", 10, None, None, None),
        ("2026-01-19", 10, None, None, None),
    ]


def test_what_was_agreed_is_agreed_for_each_coach(hub: Hub, laptop: Device) -> None:
    first, second = hub.person(is_coach=True), hub.person(is_coach=True)
    agree(laptop, first, scores=True)
    agree(laptop, second, notes=True)
    assert set(hub.run(first, "select pain, note from footcoach.shared")) == {
        *((2, None), (7, None), (None, None))
    }
    assert {row[0] for row in hub.run(second, "select pain from footcoach.shared")} == {None}
    assert len(hub.run(second, "select note from footcoach.shared where note <> ''")) == 3


def test_withdrawal_leaves_no_row(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach, scores=True, notes=True)
    with connect(laptop.hub) as connection:
        me = identify(connection).user
        assert unshare(connection, me, coach)
        assert not unshare(connection, me, coach)
        assert consents(connection, me) == []
    for table in ("coaching", "shared", "week"):
        assert hub.admin(f"select count(*) from footcoach.{table}") == [(0,)]
    keep_up_to_date(laptop)
    assert seen(hub, coach) == []
    assert hub.admin("select count(*) from footcoach.shared") == [(0,)]


def test_scores_taken_back_are_gone(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach, scores=True)
    agree(laptop, coach)
    assert hub.admin("select count(pain) from footcoach.shared") == [(0,)]


def test_a_coach_reads_no_document_and_nobody_else(hub: Hub, laptop: Device) -> None:
    coach, other = hub.person(is_coach=True), hub.person(is_coach=True)
    laptop.sync()
    agree(laptop, coach)
    assert hub.run(coach, "select id from footcoach.version") == []
    assert hub.run(other, "select id from footcoach.shared") == []
    assert hub.run(other, "select coach from footcoach.coaching") == []
    assert seen(hub, other) == []


@pytest.mark.parametrize(
    "statement", ["update footcoach.shared set pain = 0", "delete from footcoach.shared"]
)
def test_a_coach_changes_nothing(hub: Hub, laptop: Device, statement: str) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach, scores=True)
    before = hub.admin("select * from footcoach.shared")
    hub.run(coach, statement)
    assert hub.admin("select * from footcoach.shared") == before
    with pytest.raises(psycopg.Error):
        hub.run(
            coach,
            "insert into footcoach.coaching (member, coach, since) "
            "select member, 'x', since from footcoach.coaching",
        )


def test_one_who_is_no_coach_is_refused(hub: Hub, laptop: Device) -> None:
    other = hub.person()
    with pytest.raises(HubError, match="no coach is called"):
        agree(laptop, other)


def test_a_sync_keeps_up_to_date_what_is_shared(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach)
    records = laptop.history.all()
    laptop.history.delete(records[0].id)
    laptop.history.add(session(22))
    keep_up_to_date(laptop)
    rows = hub.run(coach, "select day::text from footcoach.shared order by day")
    assert rows == [("2026-01-05",), ("2026-01-12",), ("2026-01-27",)]


def test_a_later_plan_changes_no_week_that_is_over(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach)
    keep_up_to_date(laptop, goal=5)
    rows = hub.run(coach, "select planned, kept from footcoach.week order by monday")
    assert rows == [(2, 1), (2, 1), (5, 1), (5, 0)]


def test_who_needs_a_word_comes_first(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    fine = hub.device(hub.person(), "laptop-aaaaaa")
    for number in (0, 2, 7, 9, 14, 16, 21, 22):
        fine.history.add(session(number, pain=1))
    agree(fine, coach, scores=True)
    agree(laptop, coach, scores=True)
    first, second = seen(hub, coach)
    assert (first.kept, first.planned, first.pain, first.sessions) == (3, 6, 7, 3)
    assert first.reasons(TODAY) == ["pain up to 7 of 10"]
    assert (second.kept, second.planned, second.minutes) == (8, 8, 80)
    assert second.reasons(TODAY) == []


def test_a_member_of_whom_nothing_comes_any_more_is_not_kept(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach)
    (later,) = seen(hub, coach, TODAY + timedelta(weeks=3))
    assert (later.kept, later.planned) == (3, 12)
    assert later.reasons(TODAY + timedelta(weeks=3)) == [
        *("no session for 30 days", "less than half of the plan")
    ]


def test_texts_put_in_by_the_admin_are_cleaned(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    agree(laptop, coach)
    hub.admin("alter table footcoach.person drop constraint person_shown_check")
    hub.admin("update footcoach.person set shown = E'\\x1b[2J' || repeat('x', 1000000)")
    hub.admin("update footcoach.shared set routine = E'\\x1b]52;c;x\\x07'")
    (member,) = seen(hub, coach)
    assert "\x1b" not in member.shown
    assert len(member.shown) <= 80
    with connect(hub.conninfo(coach)) as connection:
        rows = sessions_of(connection, coach, member.name, 8, TODAY)
    assert {row.routine for row in rows} == {"]52;c;x"}


def test_members_see_whom_they_can_share_with(hub: Hub, laptop: Device) -> None:
    coach = hub.person(is_coach=True)
    with connect(laptop.hub) as connection:
        assert coaches(connection, identify(connection).user) == [coach]


def test_what_was_before_is_not_shared() -> None:
    consent = Consent("c", date(2026, 1, 12))
    shown = project([session(0), session(7)], [], 3, consent, TODAY)
    assert [each.day for each in shown.sessions] == [date(2026, 1, 12)]
    assert [each.monday.day for each in shown.weeks] == [12, 19, 26]
