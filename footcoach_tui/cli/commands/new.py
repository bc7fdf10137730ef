"""`footcoach new`: a routine or an exercise of one's own, from a template or as a copy."""

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import format_minutes

if TYPE_CHECKING:
    from pathlib import Path

    from footcoach_tui.authoring.names import NewName
    from footcoach_tui.authoring.own_files import OwnFiles

_BUILT = ("minutes", "for", "kit", "positions", "sore", "seed")
_MINUTE = 60
_WIDTH = 100


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "new", help="make a routine or an exercise of your own: a file to change"
    )
    command.add_argument("name", metavar="NAME", help='its title, such as "Evening feet", or an id')
    command.add_argument(
        "--from",
        dest="source",
        default="",
        metavar="ROUTINE",
        help="make a copy of this routine, with all its doses written out",
    )
    command.add_argument(
        "--exercise", action="store_true", help="make an exercise, with a figure that moves"
    )

    built = command.add_argument_group(
        "built for you", "with --minutes or another of these, the steps are chosen, with reasons"
    )
    built.add_argument("--minutes", default="", metavar="N", help="how long, at most (10)")
    built.add_argument(
        "--for",
        default="",
        metavar="OCCASION",
        help="daily (the default), before-run, after-run or desk",
    )
    built.add_argument(
        "--kit",
        default="",
        metavar="THINGS",
        help="what you have besides a chair and a wall, such as mat,ball, or all; else your kit",
    )
    built.add_argument("--positions", default="", metavar="LIST", help="such as seated,standing")
    built.add_argument("--sore", default="", metavar="SITES", help="such as achilles,heel")
    built.add_argument("--seed", default="", metavar="N", help="another number, another routine")


def run(args: argparse.Namespace) -> int:
    """Write the file and its schema, and say where it is and what comes next."""
    from footcoach_tui.authoring.files import AuthoringError  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.names import NewName  # noqa: PLC0415 - the same
    from footcoach_tui.authoring.new_file import create_file  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.authoring.schemas import write_schemas  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.library.kinds import FileKind  # noqa: PLC0415 - the same

    texts = {key: getattr(args, key) for key in _BUILT if getattr(args, key)}
    if texts and (args.source or args.exercise):
        raise CliError(f"--{next(iter(texts))} builds a routine; leave out --from and --exercise")
    kind = FileKind.EXERCISE if args.exercise else FileKind.ROUTINE
    files = wiring.open_own_files()
    lines: Sequence[str] = ()
    try:
        name = NewName.of(args.name)
        if texts:
            path, lines = _build(files, name, texts)
        else:
            path = create_file(files, kind, name, args.source)
    except AuthoringError as error:
        raise CliError(str(error)) from error
    write_schemas(files.folder, wiring.open_catalogue())
    print(f"{name.title} is in {clean(str(path))}")
    for line in lines:
        print(wrap(clean(line), "  ", _WIDTH))
    print(f"  footcoach edit {name.id}    opens it in your editor, and says what is wrong")
    if args.exercise:
        print(f"  footcoach show {name.id} --figure    shows how it moves")
        print(f'A step of a routine plays it: exercise = "{name.id}"')
    else:
        print(f"  footcoach play {name.id}    plays it")
    return ExitCode.YES


def _build(
    files: "OwnFiles", name: "NewName", texts: Mapping[str, str]
) -> "tuple[Path, Sequence[str]]":
    """Build and write a routine; return its path, the reasons and what was left out.

    Raises AuthoringError if nothing fits, and what `DraftFile` raises.
    """
    from footcoach_tui.authoring.build_request import BuildRequest  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.draft_file import DraftFile  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.authoring.files import AuthoringError  # noqa: PLC0415 - not for the help
    from footcoach_tui.authoring.routine_builder import build_routine  # noqa: PLC0415 - imports pydantic
    from footcoach_tui.cli.coach.context import CoachContext  # noqa: PLC0415 - imports the history
    from footcoach_tui.library.kinds import FileKind  # noqa: PLC0415 - not for the help

    request = BuildRequest.of(texts, wiring.open_settings()[0].kit)
    coach = CoachContext()
    built = build_routine(request, wiring.open_catalogue(), coach.rules, coach.log.profile)
    if not built.steps:
        raise AuthoringError(built.notes[0].rstrip("."))
    file = DraftFile.new().named(name, files)
    file = file.saved(built.on(file.draft(), request), files.content, force=False)
    reasons = [f"{number}. {step.reason}" for number, step in enumerate(built.steps, 1)]
    length = f"{format_minutes(built.seconds)} of {format_minutes(_MINUTE * request.minutes)}:"
    return files.path_for(FileKind.ROUTINE, name.id), [length, *reasons, *built.notes]
