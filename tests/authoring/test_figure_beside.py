"""The pane of tmux that shows the movement beside the editor."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from footcoach_tui.authoring.figure_beside import figure_beside

TMUX = {"TMUX": "socket,1,0", "TMUX_PANE": "%3", "XDG_DATA_HOME": "/d; e"}


class FakeTmux:
    """Panes that were opened and closed."""

    def __init__(self, pane: str = "%7") -> None:
        self.calls: list[Sequence[str]] = []
        self._pane = pane

    def run(self, arguments: Sequence[str]) -> str:
        self.calls.append(arguments)
        return self._pane


def test_a_pane_is_opened_beside_the_editor_and_closed_after_it(tmp_path: Path) -> None:
    tmux, path = FakeTmux(), tmp_path / "fan.toml"
    with figure_beside(path, 120, TMUX, tmux.run):
        (opened,) = tmux.calls
        assert opened[0] == "split-window"
        assert opened[opened.index("-t") + 1] == "%3"
        assert "XDG_DATA_HOME=/d; e" in opened
        assert list(opened[-4:]) == ["show", str(path), "--figure", "--watch"]
    assert tmux.calls[1:] == [["kill-pane", "-t", "%7"]]


@pytest.mark.parametrize(("columns", "environ"), [(119, TMUX), (120, {}), (120, {"TMUX": "x"})])
def test_without_tmux_or_room_there_is_none(columns: int, environ: Mapping[str, str]) -> None:
    tmux = FakeTmux()
    with figure_beside(Path("fan.toml"), columns, environ, tmux.run):
        pass
    assert tmux.calls == []


def test_a_pane_that_could_not_be_opened_is_not_closed() -> None:
    tmux = FakeTmux(pane="")
    with figure_beside(Path("fan.toml"), 200, TMUX, tmux.run):
        pass
    assert len(tmux.calls) == 1
