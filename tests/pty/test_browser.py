"""The app behind a driver of another program, such as textual-serve's, which shows it in a browser.

Drivers of this kind read packets from the standard input and write packets to the standard output.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FIRST = b"__GANGLION__\n"
"""The first bytes of a textual-serve session; anything before them breaks the connection."""


@pytest.fixture
def browser(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """footcoach as textual-serve starts it."""
    environ = os.environ | {
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": "100",
        "ROWS": "30",
    }
    assert not data.exists()
    command = [sys.executable, "-m", "footcoach_tui"]
    with subprocess.Popen(
        command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def test_in_a_browser_it_writes_stock_packets_and_nothing_before_them(
    browser: subprocess.Popen[bytes],
) -> None:
    assert browser.stdin
    assert browser.stdout
    assert browser.stderr
    assert browser.stdout.read(len(FIRST)) == FIRST
    shown = b""
    while b"Routines" not in shown:
        kind, size = browser.stdout.read(1), int.from_bytes(browser.stdout.read(4), "big")
        assert kind == b"D", "each write is a packet"
        shown += browser.stdout.read(size)
    browser.stdin.write(b"D\x00\x00\x00\x01q")
    browser.stdin.flush()
    rest = browser.stdout.read()
    assert b'{"type": "exit"}' in rest
    assert b"\x1b[6n" not in shown + rest, "its painting is Textual's own"
    assert (browser.stderr.read(), browser.wait()) == (b"", 0)
