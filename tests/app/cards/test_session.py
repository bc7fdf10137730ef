from footcoach_tui.app.cards.session import session_card
from footcoach_tui.session.record import SessionRecord


def test_a_card_shows_done_of_planned_where_they_differ(record: SessionRecord) -> None:
    text = session_card(record).plain
    assert "◀ left" in text
    assert "✓ 2 reps · 30 s" in text
    assert "Added by hand" in text
    assert "“hm”" in text
