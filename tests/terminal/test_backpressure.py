"""Questions go out behind pictures, and answers come back to whoever had to wait."""

import asyncio
import re

import pytest

from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.pacing import FramePacer
from footcoach_tui.terminal.quality import Quality

HOME = "\x1b[1;1H"


class Hand:
    """Paints, and is told of the line."""

    def __init__(self) -> None:
        self.opened = self.lost = 0
        self.level = Quality.FULL

    def is_paced(self) -> bool:
        return True

    def cursor_home(self) -> str:
        return HOME

    def draw_skipped(self) -> None:
        self.opened += 1

    def mark_all_skipped(self) -> None:
        self.lost += 1

    def on_quality(self, level: Quality) -> None:
        self.level = level


class Desk:
    """A terminal of which nothing but what is sent to it exists, and a clock."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.now = 50.0
        self.is_stuck = False
        self.hand = Hand()
        self.draw_gate = DrawGate(
            self.sent.append,
            lambda: self.is_stuck,
            asyncio.get_running_loop(),
            lambda: self.now,
        )

    async def turn(self) -> None:
        for _ in range(3):
            await asyncio.sleep(0)

    async def answer(self) -> None:
        numbers = re.findall(r"\x1b\[2;(\d+)H\x1b\[6n", "".join(self.sent))
        self.draw_gate.on_answer(int(numbers[-1]))
        await self.turn()

    async def answer_last(self) -> None:
        """Answer what was asked last, whether or not it is still known what that was."""
        self.draw_gate.on_answer(self.draw_gate._last_query)
        await self.turn()

    async def begin(self) -> None:
        """Begin on a line that is asked behind every picture."""
        self.draw_gate.begin(self.hand)
        self.now += 0.03
        await self.answer()
        self.sent.clear()


@pytest.fixture
async def desk() -> Desk:
    return Desk()


async def test_all_that_is_drawn_in_a_turn_is_one_picture_with_one_question(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.add_drawn("digits")
    desk.draw_gate.add_drawn("bar")
    assert desk.draw_gate.may_draw(moving=True), "it belongs to the same picture"
    desk.draw_gate.add_drawn("figure")
    await desk.turn()
    assert desk.sent == [f"digitsbarfigure\x1b[2;2H\x1b[6n{HOME}"]


async def test_what_is_written_beside_it_keeps_its_place_behind_what_was_drawn(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.add_drawn("figure")
    desk.draw_gate.before_write("a screen over it")
    desk.sent.append("a screen over it")
    await desk.turn()
    assert desk.sent[:2] == [f"figure{HOME}", "a screen over it"]
    assert "\x1b[6n" in desk.sent[2]


async def test_a_picture_that_had_to_wait_is_told_when_the_answer_comes(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.add_drawn("one")
    await desk.turn()
    assert not desk.draw_gate.may_draw(moving=True)
    assert desk.hand.opened == 0
    await desk.answer()
    assert desk.hand.opened == 1
    assert desk.draw_gate.may_draw(moving=True)
    assert not desk.draw_gate._timer.is_set, "nothing is to be looked at when nothing waits"


async def test_a_frozen_terminal_is_sent_no_more_and_holds_nobody_up(desk: Desk) -> None:
    await desk.begin()
    for _ in range(1000):
        desk.now += 0.01
        if desk.draw_gate.may_draw(moving=False):
            desk.draw_gate.add_drawn("picture")
        await desk.turn()
    assert sum("picture" in sent for sent in desk.sent) == 2
    assert len(desk.sent) <= 5, "asked again, seldom: an answer might have been lost"
    assert desk.draw_gate.silent_seconds() == pytest.approx(10, abs=0.1)
    desk.now += FramePacer.DEAD_SECONDS
    desk.draw_gate.on_input()
    assert desk.draw_gate.silent_seconds() == 0


async def test_where_writes_pile_up_unasked_nothing_is_added(desk: Desk) -> None:
    await desk.begin()
    desk.is_stuck = True
    assert not desk.draw_gate.may_draw(moving=False)
    assert desk.draw_gate._timer.is_set, "nobody tells when it is over"
    desk.draw_gate.on_write_failed()
    assert desk.hand.lost == 1
    desk.draw_gate.end()


async def test_one_that_cannot_be_held_back_is_not_asked_about(desk: Desk) -> None:
    desk.draw_gate.begin(object())
    assert not desk.draw_gate.is_on
    assert desk.draw_gate.may_draw(moving=True)
    assert desk.sent == []


async def test_at_the_end_nothing_is_waited_for_that_has_come(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.add_drawn("last")
    desk.draw_gate.end(lambda: pytest.fail("there is nothing to wait for"))
    await desk.turn()
    assert desk.sent == [f"last{HOME}"]
    assert not desk.draw_gate.is_on


async def test_at_the_end_an_answer_that_is_on_its_way_is_waited_for(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.add_drawn("last")
    await desk.turn()
    looked = 0

    def is_there() -> bool:
        nonlocal looked
        looked += 1
        if looked == 3:
            desk.draw_gate._last_answer = desk.draw_gate._last_query
        return True

    desk.draw_gate.end(is_there)
    assert looked == 3
    desk.draw_gate.begin(desk.hand)
    desk.draw_gate.end(lambda: False)


async def test_a_terminal_taken_again_begins_with_everything(desk: Desk) -> None:
    await desk.begin()
    desk.draw_gate.pace._quality_control.quality = Quality.STILLS
    desk.hand.level = Quality.STILLS
    desk.draw_gate.begin(desk.hand)
    assert desk.hand.level is Quality.FULL
    assert desk.draw_gate.pace.quality is Quality.FULL


async def test_a_line_that_may_be_slow_is_asked_once_more_with_no_picture_on_the_way(
    desk: Desk,
) -> None:
    await desk.begin()
    while not desk.draw_gate.pace._quality_control.is_one_at_a_time(desk.now):
        desk.draw_gate.add_drawn("a picture" * 20)
        await desk.turn()
        desk.now += 0.5
        desk.sent.clear()
        await desk.answer_last()
    assert re.fullmatch(r"\x1b\[2;\d+H\x1b\[6n" + re.escape(HOME), "".join(desk.sent))
    desk.now += 0.5
    await desk.answer()
    assert not desk.draw_gate.pace._quality_control.is_one_at_a_time(desk.now), (
        "that took as long: it is not the line"
    )
    assert desk.hand.level is Quality.FULL
