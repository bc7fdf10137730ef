"""`footcoach show`: a routine or an exercise, whole."""

import argparse
import dataclasses
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.lookup import find_routine_or_exercise
from footcoach_tui.cli.output import print_json, print_sections
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import Section, describe_exercise, describe_routine

if TYPE_CHECKING:  # a name for the type checker only: the library takes long
    from footcoach_tui.library.catalogue import Catalogue


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "show", help="a routine or an exercise: how, why, cues, cautions, sources"
    )
    command.add_argument("name", metavar="NAME", help="the id of a routine or an exercise")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--figure", action="store_true", help="the movement, until a key is pressed")
    form.add_argument("--still", action="store_true", help="the figure at the end of each phase")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print everything there is to say of it."""
    catalogue = wiring.open_catalogue()
    found = find_routine_or_exercise(catalogue, chosen.name)
    if chosen.figure or chosen.still:
        return _draw(catalogue, found, moving=chosen.figure)
    kind = "exercise" if isinstance(found, Exercise) else "routine"
    if chosen.json:
        print_json({kind: dataclasses.asdict(found)})
    elif isinstance(found, Exercise):
        names = {one.id: one.name for one in catalogue.exercises.values()}
        print_sections(found.name, describe_exercise(found, names))
    else:
        extra = (
            Section("Take care", found.cautions),
            Section("Exercises", tuple(step.exercise.id for step in found.steps)),
        )
        shown = describe_routine(found, compile_timeline(found))
        print_sections(found.title, (*shown, *(one for one in extra if one.lines)))
    return ExitCode.YES


def _draw(catalogue: "Catalogue", found: Exercise | Routine, *, moving: bool) -> int:
    from footcoach_tui.cli.figure import animate_figure, print_figure  # noqa: PLC0415 - only here

    if not isinstance(found, Exercise):
        raise CliError(f"{found.title} is a routine; its exercises have figures: show one of them.")
    return (animate_figure if moving else print_figure)(found, catalogue.figures.get(found.id))
