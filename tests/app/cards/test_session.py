from footcoach_tui.app.cards.session import session_card
from footcoach_tui.session.record import SessionRecord


def test_a_card_shows_done_of_planned_where_they_differ(record: SessionRecord) -> None:
    text = session_card(record).plain
    assert "◀ left" in text
    assert "✓ 2 reps · 30 s" in text
    assert "Added by hand" in text
    assert "“hm”" in text


def test_a_card_tells_what_was_said_around_the_session(record: SessionRecord) -> None:
    sore = {"site": "achilles-cord", "side": "left", "score": 3}
    said = record._replace(checkin={"sore": [sore]}, after={"sore": []})
    text = session_card(said).plain
    assert "Before: left Achilles (cord) 3 of 10." in text
    assert "After: nothing sore." in text


def test_a_card_names_the_occasion_in_words(record: SessionRecord) -> None:
    text = session_card(record._replace(context="before-run")).plain
    assert "before a run" in text
    assert "before-run" not in text
