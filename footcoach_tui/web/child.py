"""One process of the app, whose screen is in a browser: packets in and out, and its end."""

import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.browser import VARIABLE
from footcoach_tui.boundary.paths import create_private_folder

_PATIENCE_SECONDS = 10.0
"""Seconds for the app to save and exit after a hang-up; the app itself takes at most two."""

_FIRST_LINE = b"__GANGLION__\n"
_HEADER_BYTES = 5
_MAX_PACKET = 1 << 24
_COLUMNS, _ROWS = (20, 400), (5, 200)
_PASSED = ("PATH", "HOME", "LANG", "LANGUAGE", "TZ", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
_PASSED_PREFIXES = ("LC_", "XDG_", "FOOTCOACH_")
"""Variables of the server for the app: none of its terminal, its editor or its secrets."""

Send = Callable[[bytes], Awaitable[None]]


def child_environment(environ: Mapping[str, str], folder: Path | None) -> dict[str, str]:
    """Return the environment of an app in a browser.

    With `folder` all that the app keeps is there, the settings too; else where the server's own
    variables say.
    """
    passed = {
        name: value
        for name, value in environ.items()
        if name in _PASSED or name.startswith(_PASSED_PREFIXES)
    }
    own = {}
    if folder:
        places = {"DATA_DIR": "data", "STATE_DIR": "state", "CACHE_DIR": "cache"}
        own = {f"FOOTCOACH_{name}": str(folder / place) for name, place in places.items()}
        own["FOOTCOACH_CONFIG"] = str(folder / "config.toml")
    return (
        passed
        | own
        | {
            VARIABLE: "1",
            "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "COLORTERM": "truecolor",
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
        }
    )


class Child:
    """A process of the app; `send` gets what it writes to its screen."""

    def __init__(self, environ: Mapping[str, str], folder: Path | None, send: Send) -> None:
        self._environ = environ
        self._folder = folder
        self._send: Send | None = send
        self._process: asyncio.subprocess.Process | None = None
        self._output: asyncio.Task[None] | None = None

    async def start(self, columns: int, rows: int) -> None:
        """Start the app. Raises OSError, PathError."""
        if self._folder:
            create_private_folder(self._folder)
        size = _clamped(columns, rows)
        environ = child_environment(self._environ, self._folder)
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "footcoach_tui"),
            env=environ | {"COLUMNS": str(size[0]), "ROWS": str(size[1])},
            cwd=self._folder or "/",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,  # errors are in the log of the app
            start_new_session=True,  # ctrl+c in the server's terminal is not meant for the app
        )
        self._output = asyncio.create_task(self._pass_output(self._process))

    async def wait(self) -> None:
        """Wait until the app has ended."""
        if self._output:
            await asyncio.wait([self._output])

    async def type(self, text: str) -> None:
        """Pass on keys and clicks, as a terminal writes them."""
        await self._write(b"D", text.encode("utf-8", "replace"))

    async def resize(self, columns: int, rows: int) -> None:
        width, height = _clamped(columns, rows)
        await self._write_meta({"type": "resize", "width": width, "height": height})

    async def focus(self) -> None:
        await self._write_meta({"type": "focus"})

    async def end(self) -> None:
        """End the app as a closed terminal does, so that a session is kept; return when it has."""
        self._send = None
        process = self._process
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGHUP)
        try:
            await asyncio.wait_for(process.wait(), _PATIENCE_SECONDS)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._output:
            await asyncio.wait([self._output])

    async def _pass_output(self, process: asyncio.subprocess.Process) -> None:
        """Send what the app writes, until it ends; without a browser it is read all the same."""
        assert process.stdout  # noqa: S101 - a pipe was asked for
        with suppress(asyncio.IncompleteReadError):
            if await process.stdout.readexactly(len(_FIRST_LINE)) == _FIRST_LINE:
                while True:
                    header = await process.stdout.readexactly(_HEADER_BYTES)
                    size = int.from_bytes(header[1:], "big")
                    if size > _MAX_PACKET:
                        break
                    packet = await process.stdout.readexactly(size)
                    if header[:1] == b"D" and self._send:
                        await self._try_to_send(packet)
        while await process.stdout.read(_MAX_PACKET):
            pass
        await process.wait()

    async def _try_to_send(self, packet: bytes) -> None:
        if self._send:
            try:
                await self._send(packet)
            except (ConnectionError, RuntimeError):  # the browser has gone
                self._send = None

    async def _write_meta(self, message: Mapping[str, object]) -> None:
        await self._write(b"M", json.dumps(message).encode())

    async def _write(self, kind: bytes, payload: bytes) -> None:
        if self._process and self._process.stdin:
            with suppress(ConnectionError, RuntimeError):  # the app has ended
                self._process.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
                await self._process.stdin.drain()


def _clamped(columns: int, rows: int) -> tuple[int, int]:
    return min(max(columns, _COLUMNS[0]), _COLUMNS[1]), min(max(rows, _ROWS[0]), _ROWS[1])
