"""`footcoach list`: the routines."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.output import print_json, print_row
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.occasions import occasion_label


def register(commands: Subparsers) -> None:
    command = commands.add_parser("list", help="list routines, with minutes and equipment")
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the routines, and warn of files that cannot be used."""
    catalogue = wiring.open_catalogue()
    routines = tuple(catalogue.routines.values())
    if args.json:
        broken = [file.file for file in catalogue.broken]
        print_json({"routines": [_as_json(routine) for routine in routines], "broken": broken})
    else:
        width = max((len(routine.id) for routine in routines), default=0)
        for routine in routines:
            length = format_minutes(routine_seconds(routine))
            kit = ", ".join(routine.equipment)
            needs = f"needs {kit}" if kit else "no equipment"
            when = ", ".join(map(occasion_label, routine.context))
            start = f"{routine.id:<{width}}  {length:>5}  "
            print_row(start, f"{routine.title} ({when}; {needs})")
    warn(f"{broken.file} cannot be used; run footcoach check" for broken in catalogue.broken)
    return ExitCode.YES


def _as_json(routine: Routine) -> dict[str, object]:
    return {
        "id": routine.id,
        "title": routine.title,
        "summary": routine.summary,
        "seconds": routine_seconds(routine),
        "equipment": [str(kit) for kit in routine.equipment],
        "context": list(routine.context),
        "level": int(routine.level),
        "frequency": routine.frequency,
        "effort": list(routine.effort),
        "source_status": str(routine.source_status),
        "exercises": [step.exercise.id for step in routine.steps],
    }
