"""A failure is told once."""

from pathlib import Path

import pytest

from footcoach_tui.hooks.failures import load_failures, note_failure, take_untold
from footcoach_tui.hooks.hook import HookName


def test_a_failure_is_told_once(logs: Path) -> None:
    note_failure(logs, HookName.SAVED, "exit code 1")

    assert take_untold(logs) == ["the hook session-saved failed: exit code 1"]
    note_failure(logs, HookName.SAVED, "exit code 1")
    assert take_untold(logs) == []
    note_failure(logs, HookName.SAVED, "exit code 2")
    assert take_untold(logs) == ["the hook session-saved failed: exit code 2"]


def test_a_failure_after_a_success_is_told_again(logs: Path) -> None:
    for _ in range(2):
        note_failure(logs, HookName.SAVED, "exit code 1")
        assert len(take_untold(logs)) == 1
        note_failure(logs, HookName.SAVED, "")


def test_without_a_failure_no_file_is_made(logs: Path) -> None:
    note_failure(logs, HookName.SAVED, "")

    assert take_untold(logs) == []
    assert not logs.exists()


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b"{", b'{"session-saved": 3}', b"\xff", b"[" * 4000]
)
def test_a_broken_file_is_none(logs: Path, content: bytes) -> None:
    logs.mkdir(parents=True)
    (logs / "hooks.json").write_bytes(content)

    assert load_failures(logs) == {}
    assert take_untold(logs) == []
