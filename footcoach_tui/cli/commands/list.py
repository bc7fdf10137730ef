"""`footcoach list`: the routines, or the exercises."""

import argparse
from operator import attrgetter

from footcoach_tui import wiring
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.output import print_json, print_row
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.occasions import occasion_label


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "list", help="list routines, with minutes and equipment; or exercises"
    )
    command.add_argument("--exercises", action="store_true", help="list the exercises instead")
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the routines or exercises, and warn of files that cannot be used."""
    catalogue = wiring.open_catalogue()
    routines = tuple(catalogue.routines.values())
    exercises = sorted(catalogue.exercises.values(), key=attrgetter("id"))
    broken = [file.file for file in catalogue.broken]
    if args.json and args.exercises:
        print_json({"exercises": [_exercise_as_json(one) for one in exercises], "broken": broken})
    elif args.json:
        print_json({"routines": [_as_json(routine) for routine in routines], "broken": broken})
    elif args.exercises:
        width = max((len(exercise.id) for exercise in exercises), default=0)
        for exercise in exercises:
            kit = ", ".join(exercise.equipment) or "no equipment"
            start = f"{exercise.id:<{width}}  level {exercise.level}  "
            print_row(start, f"{exercise.name} ({exercise.position}; {kit})")
    else:
        width = max((len(routine.id) for routine in routines), default=0)
        for routine in routines:
            length = format_minutes(routine_seconds(routine))
            kit = ", ".join(routine.equipment)
            needs = f"needs {kit}" if kit else "no equipment"
            when = ", ".join(map(occasion_label, routine.context))
            start = f"{routine.id:<{width}}  {length:>5}  "
            print_row(start, f"{routine.title} ({when}; {needs})")
    warn(f"{file} cannot be used; run footcoach check" for file in broken)
    return ExitCode.YES


def _exercise_as_json(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "purpose": exercise.purpose,
        "position": str(exercise.position),
        "equipment": [str(kit) for kit in exercise.equipment],
        "level": int(exercise.level),
        "source_status": str(exercise.source_status),
    }


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
