from datetime import date

from footcoach_tui.app.widgets.session_browser import _session_row
from footcoach_tui.session.record import SessionRecord

TODAY = date(2026, 3, 12)


def test_a_row_says_the_year_only_of_another_one(record: SessionRecord) -> None:
    assert _session_row(record, TODAY).plain.startswith("Mon 09 Mar ")
    assert _session_row(record, date(2027, 1, 1)).plain.startswith("09 Mar 2026 ")
    assert "pain 6" in _session_row(record._replace(pain=6), TODAY).plain
