"""Panes: focus, frames and key hints."""

import pytest
from app_driver import OpenApp

from footcoach_tui.app.screens.live import _TickTimer
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.pane import Pane
from footcoach_tui.app.widgets.pane_list import PaneList


def is_highlighted(pane: Pane) -> bool:
    """Whether the frame is highlighted."""
    return pane.render_line(0)._segments[0].style == pane.get_component_rich_style(
        "pane--frame-active"
    )


async def test_the_frame_of_the_pane_that_has_the_keys_is_active(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        for key, name in (("1", "list"), ("2", "step"), ("1", "list")):
            await person.press(key)
            assert [pane.id for pane in person.screen.query(Pane) if is_highlighted(pane)] == [
                f"{name}-pane"
            ]
            assert person.screen.focused in list(person.screen.query(f"#{name}-pane *"))


async def test_another_pane_has_nothing_laid_out_and_its_screen_not_drawn_anew(
    launch_app: OpenApp,
) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        await person.press("space")
        laid_out: list[object] = []
        person.screen.screen_layout_refresh_signal.subscribe(person.screen, laid_out.append)
        for key in "1212":
            await person.press(key)
        assert laid_out == []


async def test_a_name_stands_in_its_frame_or_is_left_out(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        rows = person.text("#list-pane").split("\n")
        assert rows[0].startswith("╭─ 1 Steps ─")
        assert rows[0].endswith("─╮")
        assert rows[1][0] == rows[1][-1] == "│"
        assert rows[-1] == f"╰{'─' * (len(rows[0]) - 2)}╯"
        await person.pilot.resize_terminal(120, 15)
        await person.settle()
        assert not person.text("#list-pane").strip(), "there are no frames on a low screen"


async def test_only_the_list_that_has_the_keys_says_so_at_its_row(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        await person.press("1")
        steps = person.screen.query_one("#steps", PaneList)
        chosen = [next(iter(steps.render_line(row))).style for row in range(2)]
        await person.press("2")
        assert [next(iter(steps.render_line(row))).style for row in range(2)] != chosen
        await person.press("1", "j", "k")
        assert [next(iter(steps.render_line(row))).style for row in range(2)] == chosen


async def test_keys_stand_two_columns_apart_where_all_of_them_fit(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        await person.press("space")
        row = person.screen.query_one(KeyHints)
        assert person.text("KeyHints") == "  ".join(key.text for key in row.keys)
        await person.pilot.resize_terminal(60, 24)
        await person.settle()
        assert person.text("KeyHints") == " ".join(key.text for key in row.visible_keys)


async def test_a_key_that_is_clicked_is_pressed(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        before = person.screen
        await person.pilot.click(
            KeyHints, offset=(person.text("KeyHints").index("esc Back") + 1, 0)
        )
        await person.settle()
        assert person.screen is not before


async def test_a_look_that_fails_is_heard_of(launch_app: OpenApp) -> None:
    def fail() -> None:
        raise LookupError

    async def look_and_fail() -> None:
        async with launch_app("test-routine", (120, 36)) as person:
            assert isinstance(person.screen, PlayScreen)
            _TickTimer(person.screen, fail).set(0.0)
            await person.pilot.pause(0.01)

    with pytest.raises(LookupError):
        await look_and_fail()
