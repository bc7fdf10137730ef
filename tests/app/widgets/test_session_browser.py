from datetime import UTC, date, datetime

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from past_sessions import add_session

from footcoach_tui.app.widgets.session_browser import _session_row
from footcoach_tui.session.record import SessionRecord


@pytest.mark.parametrize(
    ("today", "when", "narrow"),
    [
        (date(2026, 3, 9), "Today  08:12 ", "Today "),
        (date(2026, 3, 10), "Yest.  08:12 ", "Yest. "),
        (date(2026, 4, 5), "Mon 9  08:12 ", "Mon 9 "),
        (date(2026, 4, 6), "Mon 09 Mar ", "9 Mar "),
        (date(2026, 3, 8), "Mon 09 Mar ", "9 Mar "),  # ahead of the time zone of today
        (date(2027, 1, 1), "09 Mar 2026 ", "Mar 2026 "),
    ],
)
def test_a_row_names_its_day_as_shortly_as_it_is_clear(
    record: SessionRecord, today: date, when: str, narrow: str
) -> None:
    assert _session_row(record, today).plain.startswith(when)
    assert _session_row(record, today, roomy=False).plain.startswith(narrow)


def test_a_row_says_the_pain(record: SessionRecord) -> None:
    assert "pain 6" in _session_row(record._replace(pain=6), date(2026, 3, 9)).plain


async def test_weeks_are_told_apart_by_a_line_with_their_totals(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    for days in (0, 4, 5, 20):
        add_session(app_fixture, days=days)
    add_session(app_fixture, at=datetime(2025, 12, 30, 7, 0, tzinfo=UTC))
    async with launch_app() as person:
        await person.press("h")
        rows = [row.strip() for row in person.text("#sessions").splitlines() if row]
        assert [row.split("  ")[0] for row in rows] == [
            "Today",
            "── last week: 2 sessions, 6 min ──",
            "Sun 8",
            "Sat 7",
            "── week of 16 Feb: 1 session, 3 min ──",
            "Fri 20 07:20",
            "── week of 29 Dec 2025: 1 session, 3 min ──",
            "30 Dec 2025",
        ]
        await person.press("j", "j", "j")
        assert "2026-02-20" in person.text("#session-card")
        assert person.text("#heading") == "5 sessions"
