"""Sessions that cannot be saved: tried again at an open keyboard, and printed in the end."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from bundled import CATALOGUE

from footcoach_tui import wiring
from footcoach_tui.cli.plain.finished_sessions import save_session
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.timeline import compile_timeline


class Keys:
    """Fake keyboard: types each line after calling its function."""

    def __init__(self, lines: Iterable[tuple[Callable[[], object], str]], *, is_open: bool) -> None:
        self.is_open = is_open
        self._lines = list(lines)

    def read_line(self, seconds: float | None) -> str | None:
        assert seconds is None
        if not self._lines:
            return None
        happens, line = self._lines.pop(0)
        happens()
        return line


@pytest.fixture
def record() -> SessionRecord:
    timeline = compile_timeline(CATALOGUE.routines["desk-break-3min"])
    return wiring.new_session_info().record_of_plan(timeline)


def nothing() -> None:
    pass


def test_enter_tries_again_until_there_is_room(record: SessionRecord, data: Path) -> None:
    data.touch()
    said: list[str] = []
    keys = Keys([(nothing, ""), (data.unlink, "")], is_open=True)
    saved = save_session(record, keys, said.extend)
    assert saved.id == record.id
    assert len(wiring.open_history().all()) == 1
    assert len([line for line in said if "enter tries again" in line]) == 2


@pytest.mark.parametrize(
    ("typed", "is_open"), [([], False), ([(nothing, "q")], True), ([(nothing, "")], True)]
)
def test_who_gives_up_or_is_not_there_gets_it_as_text(
    record: SessionRecord,
    data: Path,
    capsys: pytest.CaptureFixture[str],
    typed: list[tuple[Callable[[], object], str]],
    *,
    is_open: bool,
) -> None:
    data.touch()
    with pytest.raises(HistoryError):
        save_session(record, Keys(typed, is_open=is_open), lambda _: None)
    message, session = capsys.readouterr().err.splitlines()
    assert "footcoach import FILE.jsonl" in message
    assert record.id in session
