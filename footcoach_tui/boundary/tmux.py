"""Commands of tmux, the terminal multiplexer."""

import subprocess
from collections.abc import Sequence
from contextlib import suppress


def run_tmux(arguments: Sequence[str], seconds: float = 1.0) -> str:
    """Run a command of tmux, `seconds` at most; return what it prints, "" if it fails."""
    with suppress(OSError, subprocess.SubprocessError, ValueError):
        return subprocess.run(  # noqa: S603 - a list; callers give no text of others
            ["tmux", *arguments],  # noqa: S607 - the tmux on the path
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            encoding="utf-8",
            errors="replace",
            check=True,
        ).stdout.strip()
    return ""
