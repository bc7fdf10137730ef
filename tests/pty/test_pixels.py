"""Figures in pixels on real terminals, which are drawn on a screen without a monitor."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from figure_app import BACKGROUND, BODY, LIT
from x_display import TERMINALS, Display, missing_programs, open_display

pytestmark = pytest.mark.terminal

APP = Path(__file__).parents[1] / "support" / "figure_app.py"
TIMEOUT = 60.0
"""Seconds within which a thing must be seen; a poll that sees it earlier goes on at once."""
POLL = 0.2
SAME = 4
"""Steps by which a channel may differ: sixel has only percents."""
MIN_PIXELS = 4
MAX_BYTES_PER_SECOND = 1500.0

Rgb = tuple[int, int, int]


class FigureTerminal:
    """A figure in a terminal, and what is seen of it."""

    def __init__(self, display: Display, folder: Path) -> None:
        self._display = display
        self._folder = folder

    def order(self, command: str) -> list[str]:
        """Have the app follow a command; return its report."""
        report = self._folder / "report"
        report.unlink(missing_ok=True)
        (self._folder / command).touch()
        wait_until(report.exists)
        return report.read_text().split()

    def wait_for_pixels(self) -> None:
        wait_until((self._folder / "pixels").exists)

    def is_smooth(self) -> bool:
        """Whether the lit parts and the body are there, and softened edges of both."""
        colours = self._display.colours()
        wanted = (rgb(LIT), rgb(BODY), *edges(LIT), *edges(BODY))
        return all(count(colours, colour) >= MIN_PIXELS for colour in wanted)

    def is_empty(self) -> bool:
        """Whether nothing of the figure is there."""
        colours = self._display.colours()
        return bool(colours) and not count(colours, rgb(LIT))


def rgb(name: str) -> Rgb:
    return int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)


def edges(colour: str) -> list[Rgb]:
    """Colours of pixels that are covered by one third and by two thirds."""
    pairs = list(zip(rgb(colour), rgb(BACKGROUND), strict=True))
    one, two = ([round((a * n + b * (3 - n)) / 3) for a, b in pairs] for n in (1, 2))
    return [(one[0], one[1], one[2]), (two[0], two[1], two[2])]


def count(colours: Counter[Rgb], wanted: Rgb) -> int:
    return sum(pixels for colour, pixels in colours.items() if is_same(colour, wanted))


def is_same(pixel: Rgb, colour: Rgb) -> bool:
    return all(abs(a - b) <= SAME for a, b in zip(pixel, colour, strict=True))


def wait_until(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT
    while not is_true():
        assert time.monotonic() < end
        time.sleep(POLL)


@pytest.fixture(params=TERMINALS)
def figure(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FigureTerminal]:
    """A figure that is shown in pixels."""
    terminal = request.param
    if missing := missing_programs(terminal):
        pytest.skip(f"not installed: {', '.join(missing)}")
    setting = "auto" if terminal == "kitty" else "pixels"
    command = [sys.executable, str(APP), str(tmp_path), setting]
    with open_display() as display, display.open_terminal(terminal, command):
        figure = FigureTerminal(display, tmp_path)
        figure.wait_for_pixels()
        yield figure


def test_a_figure_is_smooth_and_leaves_nothing_behind(figure: FigureTerminal) -> None:
    wait_until(figure.is_smooth)
    figure.order("cover")
    wait_until(figure.is_empty)
    figure.order("uncover")
    wait_until(figure.is_smooth)
    figure.order("end")
    wait_until(figure.is_empty)


@pytest.mark.parametrize("figure", ["kitty"], indirect=True)
def test_kitty_is_sent_a_figure_once(figure: FigureTerminal) -> None:
    start = time.monotonic()
    wait_until(lambda: time.monotonic() > start + 12.0)  # a round of the figure
    before, began = int(figure.order("count")[0]), time.monotonic()
    wait_until(lambda: time.monotonic() > began + 5.0)
    after, ended = int(figure.order("count")[0]), time.monotonic()
    assert 100.0 < (after - before) / (ended - began) < MAX_BYTES_PER_SECOND
