"""Terminal emulators: detection, and the operating system commands (OSC) that each supports.

Only sequences that its makers document are sent to a terminal: some show an unknown OSC 9 as a
notification, so each step of progress would pop up. Sources:

- OSC 9 notifications: iTerm2 (iterm2.com/documentation-escape-codes.html), Ghostty
  (ghostty.org/docs/vt/osc/9), Warp, WezTerm.
- OSC 777: WezTerm from 20210314 (github.com/wezterm/wezterm/issues/489), foot
  (foot-ctlseqs(7)); rxvt-unicode only with a script that the user adds.
- OSC 99: kitty, which invented it (sw.kovidgoyal.net/kitty/desktop-notifications).
- OSC 9;4 progress: ConEmu, which invented it (conemu.github.io/en/AnsiEscapeCodes.html); Windows
  Terminal from 1.6 (learn.microsoft.com/windows/terminal/tutorials/progress-bar-sequences);
  Ghostty (ghostty.org/docs/vt/osc/conemu; older ones ignore it); iTerm2 from 3.6.6, before
  which it popped up thousands of times (github.com/pytest-dev/pytest/issues/13896); WezTerm
  from February 2025 (github.com/wez/wezterm/issues/6581); VTE from 0.79, only where it ends
  with ST (blogs.gnome.org/chergert/2024/12/03/ptyxis-progress-support). kitty shows it as
  notifications (github.com/kovidgoyal/kitty/issues/8011).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

_VersionNumber = tuple[int, ...]

_NEVER: _VersionNumber = (10**9,)
_ALWAYS: _VersionNumber = ()
_REPLY = re.compile(r"\s*([A-Za-z0-9]+)(?: Terminal)?(?:[ (]+v?([0-9][0-9.\-]*))?")
_NAMES = {"iterm.app": "iterm2", "warpterminal": "warp", "apple_terminal": "apple terminal"}
_BY_TERM = {
    "xterm-kitty": "kitty",
    "xterm-ghostty": "ghostty",
    "wezterm": "wezterm",
    "foot": "foot",
    "foot-extra": "foot",
    "foot-direct": "foot",
}
_BY_VARIABLE = (  # VTE's last: terminals that are started inside inherit it
    ("KITTY_WINDOW_ID", "kitty"),
    ("GHOSTTY_RESOURCES_DIR", "ghostty"),
    ("WEZTERM_PANE", "wezterm"),
    ("WT_SESSION", "windows"),
    ("ConEmuPID", "conemu"),
    ("ITERM_SESSION_ID", "iterm2"),
    ("VTE_VERSION", "vte"),
)


@dataclass(frozen=True, slots=True)
class Emulator:
    """Terminal emulator: its name in lower case and its version, both empty if unknown."""

    name: str = ""
    version: _VersionNumber = ()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Detect the terminal by its variables; SSH passes only TERM and LC_…."""
        name = _BY_TERM.get(environ.get("TERM", ""), "")
        program = environ.get("TERM_PROGRAM", "").lower()
        program = _NAMES.get(program, program)
        if program and name in ("", program):
            return cls(program, _version(environ.get("TERM_PROGRAM_VERSION", "")))
        if name:
            return cls(name)
        if environ.get("LC_TERMINAL", "").lower() == "iterm2":
            return cls("iterm2", _version(environ.get("LC_TERMINAL_VERSION", "")))
        name = next((name for variable, name in _BY_VARIABLE if environ.get(variable)), "")
        return cls(name, _vte(environ["VTE_VERSION"]) if name == "vte" else ())

    @classmethod
    def from_reply(cls, reply: str) -> Self:
        """Parse the name a terminal reports, such as ``kitty(0.36.4)`` or ``iTerm2 3.6.6``."""
        match = _REPLY.match(reply)
        if not match:
            return cls()
        name, version = match[1].lower(), match[2] or ""
        return cls(name, _vte(version) if name == "vte" else _version(version))

    @property
    def notification_kind(self) -> str:
        """Kind of notification supported: osc9, osc777, osc99, or "" for none."""
        return _NOTIFIES.get(self.name, "")

    @property
    def shows_progress(self) -> bool:
        """Whether OSC 9;4 is shown as progress."""
        return self.version >= _SHOWS_PROGRESS.get(self.name, _NEVER)


_NOTIFIES = {
    "iterm2": "osc9",
    "ghostty": "osc9",
    "warp": "osc9",
    "wezterm": "osc777",
    "foot": "osc777",
    "kitty": "osc99",
}
_SHOWS_PROGRESS: dict[str, _VersionNumber] = {
    "windows": _ALWAYS,
    "conemu": _ALWAYS,
    "ghostty": _ALWAYS,
    "iterm2": (3, 6, 6),
    "wezterm": (20250301,),
    "vte": (0, 79),
}


def _vte(number: str) -> _VersionNumber:
    """Parse major x 10,000 + minor x 100 + micro: ``7900`` is 0.79.0."""
    if not (number.isascii() and number.isdecimal()) or len(number) > len("1000000"):
        return ()
    minors, micro = divmod(int(number), 100)
    return (*divmod(minors, 100), micro)


def _version(text: str) -> _VersionNumber:
    """Leading numbers of a version, empty if there are none."""
    match = re.match(r"[0-9]{1,9}(\.[0-9]{1,9})*", text)
    return tuple(int(part) for part in match[0].split(".")) if match else ()
