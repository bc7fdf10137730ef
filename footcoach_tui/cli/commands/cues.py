"""`footcoach cues`: list the channels of the cues, and play each cue once."""

import argparse
import time

from footcoach_tui import cue_wiring, wiring
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.cli.plain.cues import PlainCueOutput
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.text.cue import Cue, CueKind

_PAUSE = 2.0
"""Seconds between two cues: time to hear one, and to read its name."""

_SENTENCES = {
    CueKind.READY: ("get ready for calf raises", "left side", "first up, 2 seconds"),
    CueKind.HALF_WAY: ("half-way",),
    CueKind.SIDE: ("change to the right side",),
    CueKind.REST: ("rest, 20 seconds",),
    CueKind.END: ("finished",),
}


def register(commands: Subparsers) -> None:
    command = commands.add_parser("cues", help="list the cue channels and play each cue")
    command.add_argument("--list", action="store_true", help="only list the channels")


def run(args: argparse.Namespace) -> int:
    settings, problems = wiring.open_settings()
    warn(problems)
    for outcome in cue_wiring.plan_cues(settings).outcomes:
        print(f"{outcome.channel:<9} {outcome.used or 'none':<10} {outcome.why}")
    if not args.list:
        cues = cue_wiring.open_cues(settings, PlainCueOutput())
        cues.wait_until_ready()
        try:
            _demonstrate(cues)
        finally:
            cues.close()
        cues.drain(PlainCueOutput.MAX_DRAIN)
    return ExitCode.YES


def _demonstrate(cues: CuePlayer) -> None:
    print("\nPlaying each cue; ctrl+c stops.", flush=True)
    for kind in CueKind:
        print(kind, flush=True)
        notice = "this is a notification" if kind is CueKind.END else ""
        cues.play(Cue(kind, _SENTENCES.get(kind, ()), notice=notice))
        time.sleep(_PAUSE)
    for channel, why in cues.channels.failures().items():
        if why:
            print(f"{channel} stopped working; {why}")
