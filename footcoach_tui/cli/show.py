"""`footcoach show`: a routine or an exercise, whole."""

import argparse
import dataclasses

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Commands
from footcoach_tui.cli.exits import Exit
from footcoach_tui.cli.finding import anything_named
from footcoach_tui.cli.printing import print_json, print_sections
from footcoach_tui.session.cards import Section, exercise_card, gate_lines, routine_card
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.timeline import compile_timeline


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "show", help="a routine or an exercise: how, why, cues, cautions, sources"
    )
    command.add_argument("name", metavar="NAME", help="the id of a routine or an exercise")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print everything there is to say of it."""
    catalogue = wiring.open_catalogue()
    found = anything_named(catalogue, chosen.name)
    kind = "exercise" if isinstance(found, Exercise) else "routine"
    if chosen.json:
        print_json({kind: dataclasses.asdict(found)})
    elif isinstance(found, Exercise):
        names = {one.id: one.name for one in catalogue.exercises.values()}
        print_sections(found.name, exercise_card(found, names))
    else:
        gates = tuple(line for step in found.steps for line in gate_lines(step))
        extra = (
            Section("Conditions", gates),
            Section("Take care", found.cautions),
            Section("Exercises", tuple(step.exercise.id for step in found.steps)),
        )
        shown = routine_card(found, compile_timeline(found))
        print_sections(found.title, (*shown, *(one for one in extra if one.lines)))
    return Exit.YES
