"""`footcoach cues`: hear and see each cue once, before a session."""

import argparse
import time

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.plain.cues import MAX_DRAIN, PlainCueOutput
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.text.cue import Cue, CueKind

_PAUSE = 2.0
"""Seconds between one cue and the next: time to hear it, and to read its name."""

_SENTENCES = {
    CueKind.READY: ("get ready for calf raises", "left side", "first up, 2 seconds"),
    CueKind.HALF_WAY: ("half-way",),
    CueKind.SIDE: ("change to the right side",),
    CueKind.REST: ("rest, 20 seconds",),
    CueKind.END: ("finished",),
}


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser("cues", help="what cues are given by, and each of them once")
    command.add_argument("--list", action="store_true", help="only tell what is used and why")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tell what is used, then give one cue after the other."""
    settings, problems = wiring.open_settings()
    warn(problems)
    for one in wiring.plan_cues(settings).outcomes:
        print(f"{one.channel:<9} {one.used or 'none':<10} {one.why}")
    if not chosen.list:
        cues = wiring.open_cues(settings, PlainCueOutput())
        cues.wait_until_ready()
        try:
            _demonstrate(cues)
        finally:
            cues.close()
        cues.drain(MAX_DRAIN)
    return ExitCode.YES


def _demonstrate(cues: CuePlayer) -> None:
    print("\nEach cue by its name; ctrl+c ends it.", flush=True)
    for kind in CueKind:
        print(kind, flush=True)
        notice = "this is a notification" if kind is CueKind.END else ""
        cues.play(Cue(kind, _SENTENCES.get(kind, ()), notice=notice))
        time.sleep(_PAUSE)
    for channel, why in cues.channels.failures().items():
        if why:
            print(f"{channel} fell silent; {why}")
