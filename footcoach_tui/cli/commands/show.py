"""`footcoach show`: the description of a routine or an exercise."""

import argparse
import dataclasses
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.lookup import find_routine_or_exercise
from footcoach_tui.cli.output import print_json, print_sections
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import describe_exercise, describe_routine
from footcoach_tui.text.section import Section

if TYPE_CHECKING:  # a name for the type checker only: the library takes long
    from footcoach_tui.library.catalogue import Catalogue


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "show", help="describe a routine or an exercise: how, why, cues, cautions, sources"
    )
    command.add_argument("name", metavar="NAME", help="the id of a routine or an exercise")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print as JSON")
    form.add_argument(
        "--figure", action="store_true", help="show the moving figure until a key is pressed"
    )
    form.add_argument(
        "--still", action="store_true", help="show the figure at the end of each phase"
    )


def run(args: argparse.Namespace) -> int:
    catalogue = wiring.open_catalogue()
    item = find_routine_or_exercise(catalogue, args.name)
    if args.figure or args.still:
        return _show_figure(catalogue, item, is_moving=args.figure)
    kind = "exercise" if isinstance(item, Exercise) else "routine"
    if args.json:
        print_json({kind: dataclasses.asdict(item)})
    elif isinstance(item, Exercise):
        names = {exercise.id: exercise.name for exercise in catalogue.exercises.values()}
        print_sections(item.name, describe_exercise(item, names))
    else:
        ids = Section("Exercises", tuple(step.exercise.id for step in item.steps))
        print_sections(item.title, (*describe_routine(item, compile_timeline(item)), ids))
    return ExitCode.YES


def _show_figure(catalogue: "Catalogue", item: Exercise | Routine, *, is_moving: bool) -> int:
    from footcoach_tui.cli.figure import show_figure  # noqa: PLC0415 - only here

    if not isinstance(item, Exercise):
        raise CliError(
            f"{item.title} is a routine; only its exercises have figures: show one of them."
        )
    return show_figure(item, catalogue.figures.get(item.id), is_moving=is_moving)
