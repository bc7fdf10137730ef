"""What a terminal, or a cat on the keyboard, may do to the app without ending it."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

Start = Callable[..., Any]
PATIENCE = 90.0
"""Seconds in which thousands of keys are handled, one by one, on a machine that is busy."""
SILENCE = 2.0
"""Seconds after which a paste is over that has no end."""


def test_it_lives_through_a_storm(open_footcoach: Start) -> None:
    """Sizes, keys, pastes and bytes of every kind; and then it does what it is told."""
    chance = random.Random(20)  # noqa: S311 - to be the same at every run
    screen = open_footcoach(claimed=(65535, 65535))
    screen.wait_for_text("1 Routines", "space Start")
    assert resident(screen) < 200e6
    screen.press("\xff")
    screen.press("\x1b[1:2;3u\x1b[99999999999;1u")
    screen.press("\x1b[200~" + "q" * 1_000_000 + "\x1b[201~")
    still = [*"abcdefmnortuvwxyzABCDEFHIJKLMNOPQRSTUVWXYZ!+-=.", "\x7f", "\x1b[C", "\x1b[1;5D"]
    keys = still * 32 + [*"jkgG", "\x1b[A", "\x1b[B"] * 8 + [*"123?i", "\t", "\x1b"]
    for _ in range(20):
        for columns in chance.choices([1, 2, 20, 80, 200], k=10):
            screen.resize(columns, chance.choice([1, 2, 12, 24, 60]))
        screen.press("".join(chance.choices(keys, k=248)))
        screen.skip(0.05)
    screen.resize(80, 24)
    screen.press("\x1b\x1b  " + "".join(chance.choices(still, k=40)))  # in a session
    screen.press("\x1b[200~a paste without an end")
    screen.skip(SILENCE + 0.5)
    assert screen.process.isalive()
    for key in "qq\x1b" * 25:  # out of whatever it has come into
        screen.press(key)
        screen.skip(0.2)
        if screen.process.flag_eof:
            break
    screen.skip(PATIENCE)
    assert screen.end() == 0
    screen.assert_restored()


def resident(screen: Any) -> int:
    """Bytes of memory that the program has."""
    pages = Path(f"/proc/{screen.process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
