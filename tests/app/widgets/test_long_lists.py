"""Long lists: rows that all change are redrawn together."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from footcoach_tui.app.widgets.pane_list import PaneList


class _ListApp(App[None]):
    def compose(self) -> ComposeResult:
        yield PaneList(id="rows")


async def test_many_rows_that_change_are_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = _ListApp()
    async with app.run_test(size=(20, 8)) as pilot:
        rows = app.query_one(PaneList)
        rows.fill([(str(n), Content(f"row {n}")) for n in range(300)])
        rows.highlighted = 2
        await pilot.pause()
        drawn: list[object] = []
        monkeypatch.setattr(PaneList, "_refresh_row", lambda _, place: drawn.append(place))
        rows.fill([(str(n), Content(f"line {n}")) for n in range(300)])
        await pilot.pause()
        assert drawn == []
        assert rows.highlighted == 2
        assert "line 3" in "".join(segment.text for segment in rows.render_line(3))
