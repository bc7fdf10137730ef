"""Labels that fit their width."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hypothesis import given
from hypothesis import strategies as st
from layout import rendered_rows
from textual.app import App, ComposeResult
from textual.content import Content

from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.wrapped_text import wrapped

words = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=12)


@given(words, st.integers(15, 60))
def test_what_hangs_is_wrapped_below_itself_and_nothing_is_lost(
    text: list[str], width: int
) -> None:
    shown = wrapped(Content(f"ab \t{' '.join(text)}"), width).plain.split("\n")
    assert " ".join(" ".join(shown).split()) == " ".join(["ab", *text])
    assert all(len(row) <= width for row in shown)
    assert all(row.startswith("   ") for row in shown[1:])


def test_where_there_is_little_room_nothing_hangs() -> None:
    assert wrapped(Content("ctrl+p  \tFind any command"), 14).plain == "ctrl+p  Find any command"


def test_styles_stay_where_they_were() -> None:
    styled = Content.assemble(("1. ", "bold"), "\t", "one two ", ("three", "italic"), " four five")
    shown = wrapped(styled, 16)
    assert shown.plain == "1. one two three\n   four five"
    assert [(span.start, span.end) for span in shown.spans] == [(0, 3), (11, 16)]


@asynccontextmanager
async def fitted(
    *texts: str, width: int, needed: int = 1, is_split: bool = False
) -> AsyncIterator[str]:
    class Alone(App[None]):
        CSS = "PriorityLabel { text-wrap: nowrap; text-overflow: ellipsis; }"

        def compose(self) -> ComposeResult:
            yield PriorityLabel(needed=needed, is_split=is_split)

    app = Alone()
    async with app.run_test(size=(width, 3)) as pilot:
        app.query_one(PriorityLabel).set_texts(*texts)
        await pilot.pause()
        yield rendered_rows(app.query_one(PriorityLabel))[0]


async def test_texts_that_do_not_fit_are_left_out_whole() -> None:
    async with fitted("rep 3 of 5", "", "set 1 of 2", "feel: calf", width=24) as shown:
        assert shown == "rep 3 of 5 · set 1 of 2"


async def test_the_last_text_stands_at_the_right_end() -> None:
    async with fitted("rep 3 of 5", "feel: calf", width=24, is_split=True) as shown:
        assert shown == "rep 3 of 5    feel: calf"


async def test_needed_texts_end_in_an_ellipsis() -> None:
    async with fitted("footcoach", "The essential three", "daily", width=20, needed=2) as shown:
        assert shown == "footcoach · The ess…"
