"""The figure's widget, where a picture is of another size than the one before."""

import pytest
from app_driver import OpenApp

from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.figure.picture import Ink, Picture, Tone


def picture(columns: int, rows: int) -> Picture:
    return Picture(columns, (((" " * columns, Ink(Tone.NEAR)),),) * rows)


@pytest.mark.parametrize("size", [(10, 4), (10, 6), (9, 5), (12, 5)])
async def test_a_picture_may_be_of_another_size(launch_app: OpenApp, size: tuple[int, int]) -> None:
    """A window was dragged, and the Resize is still to come."""
    async with launch_app() as person:
        await person.press("l")
        figure = person.screen.query_one(FigureView)
        figure._paint(picture(10, 5))
        patches: list[object] = []
        figure._canvas.paint = lambda made, **_: patches.extend(made)  # type: ignore[method-assign]
        figure._paint(picture(*size))
        assert figure._picture == picture(*size)
