"""`footcoach schema`: the JSON Schema of a kind of file, or of what a command prints."""

# ruff: noqa: PLC0415 - imports inside functions: pydantic takes 200 ms, which the help need not wait for

import argparse
from typing import Any

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.parser import Subparsers

_FILES = ("routine", "exercise", "plan", "sources", "config", "month")
_OUTPUTS = ("list", "show", "timeline", "history", "due", "status")


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "schema", help="print the JSON Schema of a kind of file, or of a command's --json"
    )
    command.add_argument(
        "name",
        metavar="NAME",
        help=f"kind of file: {', '.join(_FILES)}, or one of the coach's; command: "
        f"{', '.join(_OUTPUTS)}",
    )
    command.add_argument(
        "--ids",
        action="store_true",
        help="list the exercises, routines and sources that there are, yours too, as choices",
    )


def run(args: argparse.Namespace) -> int:
    from footcoach_tui.authoring.files import json_text
    from footcoach_tui.authoring.schemas import with_ids

    schemas = all_schemas()
    if args.name not in schemas:
        raise CliError.unknown("schema", args.name, schemas, "schema --help")
    schema = schemas[args.name]
    if args.ids:
        schema = with_ids(schema, wiring.open_catalogue())
    print(json_text(schema), end="")
    return ExitCode.YES


def all_schemas() -> dict[str, dict[str, Any]]:
    """Return every schema by its name, those of files first."""
    from footcoach_tui.app.appearance.palettes import THEME_NAMES
    from footcoach_tui.app.commands.table import KEY_COMMANDS
    from footcoach_tui.cli.json_outputs import output_schemas
    from footcoach_tui.history.json_schema import month_schema
    from footcoach_tui.library.json_schemas import json_schemas
    from footcoach_tui.settings.json_schema import config_schema

    commands = [command.id for command in KEY_COMMANDS]
    return {
        **json_schemas(),
        "config": config_schema(commands, THEME_NAMES),
        "month": month_schema(),
        **output_schemas(),
    }
