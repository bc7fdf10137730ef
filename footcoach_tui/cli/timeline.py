"""`footcoach timeline`: every segment of a routine with its start and length."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Commands
from footcoach_tui.cli.exits import Exit
from footcoach_tui.cli.finding import routine_named
from footcoach_tui.cli.output import print_json
from footcoach_tui.session.timeline import Segment, Timeline, compile_timeline
from footcoach_tui.session.words import counter, minutes, title


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("timeline", help="every segment with its start and length")
    command.add_argument("routine", metavar="ROUTINE", help="the id of a routine")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the routine second by second, every gated step included."""
    timeline = compile_timeline(routine_named(wiring.open_catalogue(), chosen.routine))
    if chosen.json:
        print_json(
            {
                "routine": timeline.routine.id,
                "seconds": timeline.total,
                "segments": [_as_json(timeline, one) for one in timeline.segments],
            }
        )
        return Exit.YES
    for segment in timeline.segments:
        step = timeline.routine.steps[segment.step]
        rep, set_no = counter(segment, step)
        counts = ", ".join(filter(None, (set_no, rep if segment.kind.is_work else "")))
        print(
            f"{minutes(segment.start):>6} {segment.seconds:5g} s  {segment.kind:<6} "
            f"{segment.side:<5}  {title(segment, step)}" + (f"  ({counts})" if counts else "")
        )
    print(f"{minutes(timeline.total):>6}  the end")
    return Exit.YES


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
