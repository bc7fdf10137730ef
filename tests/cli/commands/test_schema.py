"""`footcoach schema`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.cli.commands.schema import all_schemas
from footcoach_tui.library.parsed_file import ParseCache, ParsedFile

Footcoach = Callable[..., Any]
SCHEMAS = all_schemas()
DOCS = Path(__file__).parents[3] / "docs" / "schema"


def faults(schema: dict[str, Any], document: object) -> list[str]:
    errors = Draft202012Validator(schema).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in errors]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_and_is_printed_as_the_docs_have_it(
    footcoach: Footcoach, name: str
) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    done = footcoach("schema", name)
    assert (done.code, done.err) == (0, "")
    assert done.out == (DOCS / f"{name}.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--exercises"],
        ["show", "hops-next"],
        ["show", "heel-raise-test"],
        ["timeline", "hops-next"],
        ["history"],
        ["due"],
        ["status"],
    ],
    ids=" ".join,
)
def test_the_outputs_of_commands_are_as_their_schemas_say(
    footcoach: Footcoach, command: list[str]
) -> None:
    footcoach("log", "desk-break-3min", "--effort", "3")
    printed = json.loads(footcoach(*command, "--json").out)
    schema = SCHEMAS[command[0]]
    assert faults(schema, printed) == []
    assert faults(schema, {**printed, "schema": 99}) != []
    assert printed.keys() <= schema["properties"].keys()


def test_every_bundled_file_is_as_its_schema_with_ids_says(footcoach: Footcoach) -> None:
    schemas = {
        name: json.loads(footcoach("schema", name, "--ids").out)
        for name in ("routine", "exercise", "plan", "sources")
    }
    paths = [*bundled_routines_folder().rglob("*.toml")]
    files = [ParsedFile.read(path, ParseCache()) for path in paths]
    wrong = {
        file.document.file: told
        for file in files
        if file.kind.value in schemas
        and (told := faults(schemas[file.kind.value], file.document.values))
    }
    assert wrong == {}
    assert len(files) > 100


def test_with_ids_an_unknown_exercise_is_a_fault_and_an_own_one_is_none(
    footcoach: Footcoach, self_paced: str
) -> None:
    assert self_paced == "slow"
    plain, with_ids = (
        json.loads(footcoach("schema", "routine", *options).out) for options in ([], ["--ids"])
    )
    table = {
        "title": "A",
        "summary": "A",
        "context": ["daily"],
        "level": 1,
        "frequency": "daily",
        "effort": [1, 3],
        "source_status": "footcoach",
        "id": "a",
    }
    own = table | {"steps": [{"exercise": "massage"}]}
    unknown = table | {"steps": [{"exercise": "no-such"}]}
    assert faults(with_ids, own) == []
    assert faults(plain, unknown) == []
    assert len(faults(with_ids, unknown)) == 1
    assert len(faults(with_ids, own | {"next": "no-such"})) == 1


def test_the_config_schema_knows_the_settings() -> None:
    config = SCHEMAS["config"]
    sound = {"week_goal": 4, "theme": "nord", "keys": {"session.next": ["n", "l"]}}
    assert faults(config, sound) == []
    for wrong in ({"bel": True}, {"week_goal": 0}, {"keys": {"nope": "x"}}, {"sound": "loud"}):
        assert len(faults(config, wrong)) == 1


def test_an_unknown_name_is_a_sentence(run_refused: Callable[..., str]) -> None:
    told = run_refused("schema", "exercize")
    assert told == "no schema is called “exercize”. Did you mean “exercise”?"
