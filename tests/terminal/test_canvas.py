"""Output past Textual shows the same screen as stock Textual's, in fewer bytes."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from footcoach_tui.terminal import textual_fixes
from footcoach_tui.terminal.ansi import AnsiWriter
from footcoach_tui.terminal.canvas import _MIN_GAP, changed_spans
from footcoach_tui.terminal.visibility import visible_place

WIDTH = 20
CONSOLE = Console(color_system="truecolor", force_terminal=True, width=WIDTH)


def screen_of(sent: str) -> list[list[tuple[object, ...]]]:
    """Every cell of the terminal: sign, colours and weight."""
    screen = pyte.Screen(WIDTH, 2)
    pyte.Stream(screen).feed(sent)
    return [
        [
            (cell.data, cell.fg, cell.bg, cell.bold, cell.reverse)
            for cell in (screen.buffer[row][column] for column in range(WIDTH))
        ]
        for row in range(2)
    ]


colours = st.sampled_from([None, "red", "#123456", "default", "#ffffff"])
styles = st.builds(
    lambda fore, back, bold, reverse: Style(
        color=fore, bgcolor=back, bold=bold or None, reverse=reverse or None
    ),
    colours,
    colours,
    st.booleans(),
    st.booleans(),
)
segments = st.builds(Segment, st.text("abcdef ", min_size=1, max_size=2), styles, st.none())
strips = st.lists(segments, min_size=1, max_size=2).map(Strip)


@given(st.lists(strips, min_size=1, max_size=3))
def test_the_pen_writes_what_the_strips_would(made: list[Strip]) -> None:
    pen = AnsiWriter(CONSOLE)
    for strip in made:
        pen.write_strip(strip)
    plain = "".join(strip.render(CONSOLE) for strip in made)

    assert screen_of(pen.finish()) == screen_of(plain)
    assert len(pen.finish()) <= len(plain)


@given(st.lists(strips, min_size=1, max_size=4), st.integers(0, 12), st.integers(1, 12))
def test_only_the_cells_of_a_span_are_sent(made: list[Strip], left: int, wide: int) -> None:
    starts = [sum(strip.cell_length for strip in made[:place]) for place in range(len(made))]
    ends = [start + strip.cell_length for start, strip in zip(starts, made, strict=True)]
    update = ChopsUpdate([dict(zip(starts, made, strict=True))], [(0, left, left + wide)], [ends])
    whole = "\x1b[1;1H" + "".join(strip.render(CONSOLE) for strip in made)
    sent = screen_of(textual_fixes._render_chops(update, CONSOLE))[0]

    last = min(left + wide, ends[-1], WIDTH)
    assert sent[left:last] == screen_of(whole)[0][left:last]
    blank = screen_of("")[0]
    assert sent[:left] == blank[:left]


@given(st.lists(strips, min_size=1, max_size=3), st.lists(strips, min_size=1, max_size=3))
def test_a_whole_screen_is_the_same_in_fewer_bytes(above: list[Strip], below: list[Strip]) -> None:
    update = LayoutUpdate([above, below], Region(2, 0, WIDTH - 2, 2))
    stock = LayoutUpdate.render_segments(update, CONSOLE)
    trimmed = textual_fixes._render_layout(update, CONSOLE)

    assert screen_of(trimmed) == screen_of(stock)
    assert len(trimmed) <= len(stock)


def test_links_are_left_to_the_strip_itself() -> None:
    strip = Strip([Segment("here", Style(link="https://example.org"))])
    pen = AnsiWriter(CONSOLE)
    pen.write_strip(strip)

    assert pen.finish() == strip.render(CONSOLE)


def test_a_console_without_colours_gets_what_it_always_got() -> None:
    console = Console(color_system=None, force_terminal=True)
    strip = Strip([Segment("plain", Style(color=Color.parse("red")))])
    pen = AnsiWriter(console)
    pen.write_strip(strip)

    assert pen.finish() == strip.render(console)


def test_differences_join_over_narrow_gaps_and_part_at_wide_ones() -> None:
    gap = "." * _MIN_GAP
    assert changed_spans("abcd", "aXcX") == [(1, 4)]
    assert changed_spans(f"a{gap}a", f"b{gap}b") == [(0, 1), (_MIN_GAP + 1, _MIN_GAP + 2)]
    assert changed_spans("abc", "abc") == []


@given(st.text("ab", min_size=30, max_size=30), st.text("ab", min_size=30, max_size=30))
def test_what_is_outside_the_differences_is_the_same(old: str, new: str) -> None:
    shown = list(old)
    for left, right in changed_spans(old, new):
        assert new[left] != old[left]
        assert new[right - 1] != old[right - 1]
        shown[left:right] = new[left:right]

    assert "".join(shown) == new


class Overlaid(App[None]):
    """A line, with another below it that may be pulled over it."""

    def compose(self) -> ComposeResult:
        yield Static("under", id="under")
        yield Static("over", id="over")


@pytest.mark.parametrize(
    ("styles", "is_open"),
    [({}, True), ({"offset": (0, -1)}, False), ({"display": "none"}, True)],
)
async def test_what_something_lies_over_is_left_to_textual(
    styles: dict[str, object], *, is_open: bool
) -> None:
    app = Overlaid()
    async with app.run_test(size=(20, 5)) as pilot:
        for name, value in styles.items():
            setattr(app.query_one("#over").styles, name, value)
        await pilot.pause()
        under = app.query_one("#under")
        place = visible_place(under)

    assert (place is not None) == is_open


async def test_a_widget_that_is_cut_off_is_left_to_textual() -> None:
    app = Overlaid()
    async with app.run_test(size=(20, 5)) as pilot:
        under = app.query_one("#under")
        under.styles.offset = (-1, 0)
        await pilot.pause()
        place = visible_place(under)

    assert place is None
