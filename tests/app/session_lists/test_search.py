from datetime import date

from footcoach_tui.app.session_lists.search import HistorySearch, toggle_pain_term
from footcoach_tui.history.store import History

TODAY = date(2026, 3, 12)


def test_the_term_for_pain_is_put_in_and_taken_out() -> None:
    assert toggle_pain_term("") == "pain>0"
    assert toggle_pain_term("left since:1y") == "pain>0 left since:1y"
    assert toggle_pain_term("left pain>0") == "left"


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
