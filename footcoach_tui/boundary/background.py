"""Programs that go on in the background, also after this one has ended."""

import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread


def start_in_background(command: Sequence[str]) -> None:
    """Start a program without input and output, and do not wait for it; a failure is ignored."""
    with suppress(OSError):
        process = subprocess.Popen(  # noqa: S603 - the caller's command
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait: Callable[[], int] = process.wait
        with suppress(RuntimeError):  # no thread to spare: the system then waits for it at our end
            Thread(target=wait, daemon=True).start()
