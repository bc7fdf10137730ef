"""What can be heard: the bell always, speech where a program for it is installed."""

import shutil
from collections.abc import Callable

from footcoach_tui.cli.health.finding import Findings, note, ok

SPEAKERS = ("espeak-ng", "espeak", "spd-say", "say")


def check(which: Callable[[str], str | None] = shutil.which) -> Findings:
    """`which` tells where a program is, or None. Nothing is played or started."""
    yield ok("the bell needs nothing but the terminal; whether it rings is the terminal's choice")
    found = [name for name in SPEAKERS if which(name)]
    if found:
        yield ok(f"programs that speak: {', '.join(found)}", speakers=found)
    else:
        yield note(
            f"no program that speaks is installed ({', '.join(SPEAKERS)}); nothing needs one",
            speakers=[],
        )
