"""A screen in ASCII has every sign where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from footcoach_tui.app.appearance.filters import ascii_cells
from footcoach_tui.app.appearance.glyphs import SIDE_GLYPHS, STATE_GLYPHS, STEP_GLYPHS
from footcoach_tui.app.widgets.calendar_view import CalendarView
from footcoach_tui.session.view import SessionState


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]))
    | st.text("╭─╮│⣿⠁█▌▄…·–é日本🦶\u0301\u200d\ufe0f" + "abc ")
)
def test_it_is_ascii_and_as_wide_as_before(text: str) -> None:
    said = ascii_cells(text)
    assert said.isascii()
    assert len(said) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("╭─ 1 Steps ─╮", "+- 1 Steps -+"),
        ("footcoach · Déjà vu", "footcoach - Deja vu"),
        (" · Short foot", " . Short foot"),
        ("it’s “so” – half…", 'it\'s "so" - half~'),
        ("Größe 日本", "Grose ????"),
        ("██▌", "##="),
        ("→ Next", "> Next"),
    ],
)
def test_it_reads_as_it_did(text: str, said: str) -> None:
    assert ascii_cells(text) == said


def test_what_tells_things_apart_by_shape_still_does() -> None:
    marks = [ascii_cells(sign) for sign in STEP_GLYPHS.values()]
    sides = [ascii_cells(sign) for sign in SIDE_GLYPHS.values()]
    levels = [ascii_cells(sign) for sign in CalendarView.LEVEL_GLYPHS]
    assert all(len(set(signs)) == len(signs) for signs in (marks, sides, levels))
    during = (
        SessionState.WORK,
        SessionState.HOLD,
        SessionState.REST,
        SessionState.CHANGE_SIDE,
        SessionState.WAITING,
        SessionState.PAUSED,
    )
    assert len({ascii_cells(STATE_GLYPHS[state]) for state in during}) == len(during)


def test_on_a_console_the_days_of_a_calendar_are_blocks_that_grow() -> None:
    assert ascii_cells(CalendarView.LEVEL_GLYPHS, keeps_blocks=True) == "._▄▓█"
    assert ascii_cells(CalendarView.LEVEL_GLYPHS) == "._oO#"
