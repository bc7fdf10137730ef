"""Environment of a session's cues: its variables, the terminal, programs and sound devices."""

import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from footcoach_tui.boundary.tmux import run_tmux
from footcoach_tui.cues.osc import Multiplexer
from footcoach_tui.cues.terminals import Emulator

_SSH_VARIABLES = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_TMUX_FORMAT = "#{allow-passthrough} #{client_termtype}"


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

    @classmethod
    def detect(cls, environ: Mapping[str, str], *, is_terminal: bool) -> Self:
        """Environment of this process; nothing is queried yet."""
        return cls(
            environ, is_terminal, ask_tmux=_ask_tmux, has_device=lambda: _has_device(environ)
        )

    @property
    def is_remote(self) -> bool:
        """Whether the session runs over SSH."""
        return any(self.environ.get(name) for name in _SSH_VARIABLES)

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
            return Emulator(), "there is no terminal to show it"
        if self.multiplexer is Multiplexer.SCREEN:
            return Emulator(), "GNU screen does not report which terminal it is shown on"
        if self.multiplexer is Multiplexer.NONE:
            emulator = Emulator.from_environment(self.environ)
            return emulator, "" if emulator.name else "the kind of terminal is not known"
        passes, _, name = self.ask_tmux(_TMUX_FORMAT).strip().partition(" ")
        if passes in ("", "0", "off"):
            return Emulator(), "tmux blocks it: put set -g allow-passthrough on in tmux.conf"
        emulator = Emulator.from_reply(name)
        reason = "" if emulator.name else "tmux does not know which terminal it is shown on"
        return emulator, reason


def _ask_tmux(template: str) -> str:
    return run_tmux(("display-message", "-p", template))


def _has_device(environ: Mapping[str, str]) -> bool:
    """Whether there is a sound card or server, found without a program that would print errors."""
    if sys.platform == "darwin":
        return True
    if environ.get("PULSE_SERVER"):
        return True
    folder = Path(environ.get("XDG_RUNTIME_DIR") or "/nonexistent")
    return any(map(_is_socket, (folder / "pulse/native", folder / "pipewire-0"))) or any(
        Path("/dev/snd").glob("pcmC*D*p")
    )


def _is_socket(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISSOCK(path.stat().st_mode)
    return False
