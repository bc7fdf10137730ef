"""A step that begins or ends redraws its own row, and not the list."""

from typing import Any

import pytest
from builders import three_step_routine
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import StepStatus

CURRENT, DONE, TO_COME = StepStatus.CURRENT, StepStatus.DONE, StepStatus.TO_COME
TIMELINE = compile_timeline(three_step_routine())


class Steps(App[None]):
    """A list of steps alone."""

    AUTO_FOCUS = None
    CSS = "StepList { border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield StepList()


@pytest.fixture
def redrawn(monkeypatch: pytest.MonkeyPatch) -> list[Region | None]:
    """The regions of the list that are redrawn; None is the whole list."""
    regions: list[Region | None] = []
    stock = StepList.refresh

    def refresh(steps: StepList, *some: Region, **options: Any) -> StepList:
        regions.extend(some or [None])
        return stock(steps, *some, **options)

    monkeypatch.setattr(StepList, "refresh", refresh)
    return regions


def rows(app: App[None]) -> list[str]:
    """The texts on the screen, without empty lines."""
    strips = app.screen._compositor.render_strips()
    return [text for strip in strips if (text := strip.text.strip(" ▔▁"))]


async def test_the_next_step_redraws_two_rows(redrawn: list[Region | None]) -> None:
    app = Steps()
    async with app.run_test(size=(40, 12)) as pilot:
        steps = app.query_one(StepList)
        steps.show(TIMELINE, (CURRENT, TO_COME, TO_COME))
        await pilot.pause()
        before = rows(app)
        redrawn.clear()
        steps.show(TIMELINE, (DONE, CURRENT, TO_COME))
        await pilot.pause()
        assert {region.y for region in redrawn if region} == {0, 1, 2, 3}
        assert None not in redrawn
        assert "done" in rows(app)[1]
        assert "now" in rows(app)[3]
        assert rows(app)[4:] == before[4:]
        assert steps.highlighted == 1


async def test_a_row_with_more_lines_moves_the_rows_below_it() -> None:
    app = Steps()
    async with app.run_test(size=(40, 12)) as pilot:
        steps = app.query_one(StepList)
        steps.show(TIMELINE, (CURRENT, TO_COME, TO_COME))
        await pilot.pause()
        last = rows(app)[4]
        steps.set_row(0, Content("one\ntwo\nthree"))
        await pilot.pause()
        assert rows(app)[:3] == ["one", "two", "three"]
        assert rows(app)[5] == last
