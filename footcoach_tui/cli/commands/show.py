"""`footcoach show`: the description of a routine or an exercise."""

import argparse
import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.lookup import find_routine_or_exercise
from footcoach_tui.cli.output import print_json, print_sections
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.library.kinds import FileKind
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
    command.add_argument(
        "name", metavar="NAME", help="the id of a routine or an exercise; with --watch, or a file"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print as JSON")
    form.add_argument(
        "--figure", action="store_true", help="show the moving figure until a key is pressed"
    )
    form.add_argument(
        "--still", action="store_true", help="show the figure at the end of each phase"
    )
    form.add_argument(
        "--html",
        nargs="?",
        const="",
        metavar="FILE",
        help="write a page to print",
    )
    form.add_argument(
        "--svg", nargs="?", const="", metavar="FILE", help="write the moving figure of an exercise"
    )
    command.add_argument("--force", action="store_true", help="replace FILE if it exists")
    command.add_argument(
        "--watch",
        action="store_true",
        help="with --figure: draw it anew whenever the file is saved, its problems beside it",
    )


def run(args: argparse.Namespace) -> int:
    if args.watch:
        if not args.figure:
            raise CliError("--watch draws a figure; use it with --figure.")
        return _watch_figure(args.name)
    catalogue = wiring.open_catalogue()
    item = find_routine_or_exercise(catalogue, args.name)
    if args.figure or args.still:
        return _show_figure(catalogue, item, is_moving=args.figure)
    if args.html is not None:
        return _write(_page(catalogue, item), args.html, replacing=args.force)
    if args.svg is not None:
        return _write(_moving_picture(catalogue, item), args.svg, replacing=args.force)
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


def _watch_figure(name: str) -> int:
    """Draw the figure of a file, or of the file of an exercise, at each save."""
    from footcoach_tui.cli.figure_watch import watch_figure  # noqa: PLC0415 - only here

    files = wiring.open_own_files()
    if name.endswith(".toml") or "/" in name:
        path = Path(name)
        if not path.is_file():
            raise CliError(f"there is no file {clean(name)}.")
    elif (found := files.find(name)) is None:
        raise CliError.unknown("routine or exercise", name, files.ids, "list --exercises")
    elif found.kind is not FileKind.EXERCISE:
        raise CliError(f"{name} is no exercise; only exercises have figures.")
    else:
        path = found.path
    return watch_figure(path, partial(files.read_exercise, path))


def _show_figure(catalogue: "Catalogue", item: Exercise | Routine, *, is_moving: bool) -> int:
    from footcoach_tui.cli.figure import show_figure  # noqa: PLC0415 - only here

    exercise = _exercise(item)
    return show_figure(exercise, catalogue.figures.get(exercise.id), is_moving=is_moving)


def _page(catalogue: "Catalogue", item: Exercise | Routine) -> str:
    from footcoach_tui.cli.handout.page import handout_page  # noqa: PLC0415 - only here

    routine = Routine.of_exercise(item) if isinstance(item, Exercise) else item
    return handout_page(routine, catalogue.figures)


def _moving_picture(catalogue: "Catalogue", item: Exercise | Routine) -> str:
    from footcoach_tui.cli.handout.pictures import moving_picture  # noqa: PLC0415 - only here

    exercise = _exercise(item)
    figure = catalogue.figures.get(exercise.id)
    if figure is None:
        raise CliError(f"{exercise.name} has no figure.")
    return moving_picture(exercise, figure) + "\n"


def _exercise(item: Exercise | Routine) -> Exercise:
    if isinstance(item, Exercise):
        return item
    raise CliError(f"{item.title} is a routine; only its exercises have figures: show one of them.")


def _write(text: str, name: str, *, replacing: bool) -> int:
    """Write a file, or print its text where it has no name."""
    from footcoach_tui.boundary.streamed_write import write_text_stream  # noqa: PLC0415 - only here
    from footcoach_tui.cli.output import print_text  # noqa: PLC0415 - the same

    if not name:
        print_text([text])
        return ExitCode.YES
    try:
        write_text_stream(Path(name), [text], replacing=replacing)
    except FileExistsError as error:
        raise CliError(f"{error}; --force replaces it") from error
    print(f"written to {clean(name)}")
    return ExitCode.YES
