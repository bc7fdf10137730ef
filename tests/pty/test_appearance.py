"""What really reaches a terminal that has no Unicode, or wants no colours."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

_COLOURED = re.compile(rb"\x1b\[[0-9;]*\b(?:[34][0-7]|[34]8;[25]|9[0-7]|10[0-7])[0-9;]*m")


def test_a_session_is_led_in_ascii_alone_and_without_colours(
    open_footcoach: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python writes UTF-8 under C all the same: it must be looked at here."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("NO_COLOR", "1")
    screen = open_footcoach("play", "rw-essential-three", "--speed", "30", columns=80, rows=24)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", gone="GET READY")
    screen.press("f")
    screen.wait_for_text("Next:", gone="q Leave")
    screen.press("fq")
    screen.wait_for_text("Leave the session?")
    screen.press("s")
    screen.wait_for_text("How hard was it?")
    screen.press("qq")
    screen.end()
    assert screen.written.isascii()
    assert _COLOURED.search(screen.written) is None
