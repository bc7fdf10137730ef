"""Environment of a session's cues: its variables, the terminal, programs and sound devices."""

import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.terminals import Emulator, emulator_from_environment, emulator_from_reply

_PATIENCE = 1.0
"""Seconds that tmux may take to answer."""

_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_QUESTION = "#{allow-passthrough} #{client_termtype}"


@dataclass(frozen=True, slots=True)
class CueEnvironment:
    """Environment variables, and the functions that query the machine.

    `is_terminal` is whether the session runs at a terminal. `which` returns the path of a program
    or None, `ask_tmux` the reply of tmux to a format or "", `has_device` whether there is a sound
    device.
    """

    environ: Mapping[str, str]
    is_terminal: bool
    which: Callable[[str], str | None] = shutil.which
    ask_tmux: Callable[[str], str] = lambda _: ""
    has_device: Callable[[], bool] = lambda: False

    @property
    def is_remote(self) -> bool:
        """Whether the session runs over SSH."""
        return any(self.environ.get(name) for name in _SSH)

    @property
    def multiplexer(self) -> Multiplexer:
        """The multiplexer that escape sequences must pass."""
        if self.environ.get("TMUX"):
            return Multiplexer.TMUX
        return Multiplexer.SCREEN if self.environ.get("STY") else Multiplexer.NONE

    def emulator(self) -> tuple[Emulator, str]:
        """The terminal, and the reason why it is unknown or out of reach ("" if it is neither).

        Inside tmux the variables describe the terminal in which tmux was started, so tmux is
        queried for the one it is shown on.
        """
        if not self.is_terminal or self.environ.get("TERM", "") in ("", "dumb", "unknown"):
            return Emulator(), "there is no terminal that could show it"
        if self.multiplexer is Multiplexer.SCREEN:
            return Emulator(), "GNU screen does not report which terminal it is shown on"
        if self.multiplexer is Multiplexer.NONE:
            found = emulator_from_environment(self.environ)
            return found, "" if found.name else "it is not known which terminal this is"
        passes, _, name = self.ask_tmux(_QUESTION).strip().partition(" ")
        if passes in ("", "0", "off"):
            return Emulator(), "tmux blocks it: put set -g allow-passthrough on in tmux.conf"
        found = emulator_from_reply(name)
        return found, "" if found.name else "tmux does not know which terminal it is shown on"


def detect_environment(environ: Mapping[str, str], *, is_terminal: bool) -> CueEnvironment:
    """Surroundings of this process; nothing is queried yet."""
    return CueEnvironment(
        environ,
        is_terminal,
        ask_tmux=_ask_tmux,
        has_device=lambda: _has_device(environ),
    )


def _ask_tmux(question: str) -> str:
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(  # noqa: S603 - the question is our own
            ["tmux", "display-message", "-p", question],  # noqa: S607 - whichever tmux is used here
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            encoding="utf-8",
            errors="replace",
            check=False,
        ).stdout
    return ""


def _has_device(environ: Mapping[str, str]) -> bool:
    """Whether there is a sound card or server, found without a program that would print errors."""
    if sys.platform == "darwin":
        return True
    if environ.get("PULSE_SERVER"):
        return True
    runtime = environ.get("XDG_RUNTIME_DIR")
    sockets = [Path(runtime, "pulse/native"), Path(runtime, "pipewire-0")] if runtime else []
    return _any_socket(sockets) or any(Path("/dev/snd").glob("pcmC*D*p"))


def _any_socket(paths: Iterable[Path]) -> bool:
    for path in paths:
        with suppress(OSError):
            if stat.S_ISSOCK(path.stat().st_mode):
                return True
    return False
