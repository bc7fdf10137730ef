from datetime import date

from footcoach_tui.app.session_lists.search import search_sessions, toggle_pain_term
from footcoach_tui.history.store import History

TODAY = date(2026, 3, 12)


def test_the_term_for_pain_is_put_in_and_taken_out() -> None:
    assert toggle_pain_term("") == "pain>0"
    assert toggle_pain_term("left since:1y") == "pain>0 left since:1y"
    assert toggle_pain_term("left pain>0") == "left"


def test_a_search_finds_all_without_a_query_and_nothing_with_an_invalid_one(
    history: History,
) -> None:
    assert search_sessions(history, "", TODAY, 9) == history.all()
    assert search_sessions(history, "arch", TODAY, 9) == history.all()
    assert search_sessions(history, "zz", TODAY, 9) == ()
    assert search_sessions(history, "pain>>", TODAY, 9) == ()
