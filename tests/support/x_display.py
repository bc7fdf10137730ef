"""A screen of X without a monitor, with a terminal in it, and pictures of it."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

_SIZE = (760, 560)
_TIMEOUT = 20.0

TERMINALS: Mapping[str, tuple[str, ...]] = {
    "kitty": (
        "kitty",
        *("--config", "NONE", "-o", "font_size=11", "-o", "font_family=DejaVu Sans Mono"),
        *("-o", "remember_window_size=no"),
        *("-o", "initial_window_width=80c", "-o", "initial_window_height=24c"),
    ),
    "xterm": ("xterm", "-ti", "vt340", "-geometry", "80x24+0+0", "-e"),
    "mlterm": ("mlterm", "-g", "80x24", "-w", "16", "-e"),
}
"""Commands of terminals with 80 columns and 24 rows, to be followed by that of a program."""


def missing_programs(terminal: str) -> list[str]:
    return [name for name in ("Xvfb", "import", terminal) if not shutil.which(name)]


class Display:
    """A screen of X by its number."""

    def __init__(self, number: str) -> None:
        self._environ = {
            **{name: value for name, value in os.environ.items() if name not in ("TMUX", "STY")},
            "DISPLAY": f":{number}",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LC_ALL": "C.UTF-8",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
        }
        self._environ.pop("PYTHONPATH", None)  # kitty has a Python of its own

    @contextmanager
    def open_terminal(self, terminal: str, command: list[str]) -> Iterator[None]:
        """Open a terminal with a program in it, which finds the modules that are found here."""
        path = f"PYTHONPATH={os.pathsep.join(filter(None, sys.path))}"
        with _running([*TERMINALS[terminal], "env", path, *command], self._environ):
            yield

    def colours(self) -> Counter[tuple[int, int, int]]:
        """Number of pixels of each colour on the screen; none where no picture could be taken."""
        command = ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"]
        try:
            taken = subprocess.run(
                command, env=self._environ, capture_output=True, timeout=_TIMEOUT, check=False
            )
        except subprocess.TimeoutExpired:
            return Counter()
        data = taken.stdout
        return Counter(zip(data[::3], data[1::3], data[2::3], strict=True))


@contextmanager
def open_display() -> Iterator[Display]:
    """Open a screen under the first number that is free."""
    read_fd, write_fd = os.pipe()
    width, height = _SIZE
    command = ["Xvfb", "-displayfd", str(write_fd), "-screen", "0", f"{width}x{height}x24"]
    try:
        with _running(command, os.environ, (write_fd,)):
            os.close(write_fd)
            yield Display(os.read(read_fd, 16).decode().strip())
    finally:
        os.close(read_fd)


@contextmanager
def _running(
    command: list[str], environ: Mapping[str, str], fds: tuple[int, ...] = ()
) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=environ,
        pass_fds=fds,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TIMEOUT)
        if process.returncode is None:
            process.kill()
            process.wait()
