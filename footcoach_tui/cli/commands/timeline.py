"""`footcoach timeline`: every segment of a routine, with its start and length."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.session.timeline import Segment, Timeline, compile_timeline
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.labels import rep_and_set_labels, segment_title


def register(commands: Subparsers) -> None:
    command = commands.add_parser("timeline", help="list segments, with start and length")
    command.add_argument("routine", metavar="ROUTINE", help="the id of a routine")
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the segments, gated steps included."""
    timeline = compile_timeline(find_routine(wiring.open_catalogue(), args.routine))
    if args.json:
        print_json(
            {
                "routine": timeline.routine.id,
                "seconds": timeline.total,
                "segments": [_as_json(timeline, segment) for segment in timeline.segments],
            }
        )
        return ExitCode.YES
    for segment in timeline.segments:
        step = timeline.routine.steps[segment.step]
        rep, set_no = rep_and_set_labels(segment, step)
        counts = ", ".join(filter(None, (set_no, rep if segment.kind.is_work else "")))
        print(
            f"{format_minutes(segment.start):>6} {segment.seconds:5g} s  {segment.kind:<6} "
            f"{segment.side:<5}  {segment_title(segment, step)}"
            + (f"  ({counts})" if counts else "")
        )
    print(f"{format_minutes(timeline.total):>6}  the end")
    return ExitCode.YES


def _as_json(timeline: Timeline, segment: Segment) -> dict[str, object]:
    return {
        "start": segment.start,
        "seconds": segment.seconds,
        "kind": str(segment.kind),
        "step": segment.step + 1,
        "exercise": timeline.routine.steps[segment.step].exercise.id,
        "side": str(segment.side),
        "set": segment.set_no,
        "rep": segment.rep,
        "phase": segment.phase,
    }
