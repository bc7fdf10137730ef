"""JSON Schemas for editors: the same rules as in the program."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from footcoach_tui.library.dose_rules import step_dose
from footcoach_tui.library.json_schemas import json_schemas
from footcoach_tui.library.modes import Mode
from footcoach_tui.library.schema import kind_of
from footcoach_tui.library.tables import WorkTable
from footcoach_tui.session import dose

ROOT = Path(__file__).parents[2]
SCHEMAS = json_schemas()
FILES = sorted((ROOT / "routines").rglob("*.toml"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_docs_is_current(name: str) -> None:
    schema = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text())
    assert schema == SCHEMAS[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_bundled_file_is_valid_under_its_schema(path: Path) -> None:
    values = tomllib.loads(path.read_text())
    jsonschema.validate(
        values, SCHEMAS[kind_of(values, path).value], cls=jsonschema.Draft202012Validator
    )


@pytest.mark.parametrize(
    "change",
    [
        {"id": "Not Kebab"},
        {"unknown": 1},
        {"level": 5},
        {"dose": {"mode": "reps"}},
        {"dose": {"mode": "hold", "hold": 5, "sides": "each"}},
        {"dose": {"mode": "hold", "hold": 5, "effort": [1]}},
        {"dose": {"mode": "timed", "segments": [{"name": "x", "seconds": "1"}]}},
    ],
)
def test_a_wrong_exercise_is_wrong_for_editors_too(change: dict[str, Any]) -> None:
    values = tomllib.loads((ROOT / "routines" / "exercises" / "toe-yoga.toml").read_text())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(values | change, SCHEMAS["exercise"])


def described(schema: dict[str, Any], field: dict[str, Any]) -> bool:
    """Whether a field says what it is, itself or by what it refers to."""
    target = field.get("$ref", "").rpartition("/")[2]
    return bool(field.get("description") or schema["$defs"].get(target, {}).get("description"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_it_is(name: str) -> None:
    schema = SCHEMAS[name]
    for table in (schema, *schema.get("$defs", {}).values()):
        for key, field in table.get("properties", {}).items():
            assert described(schema, field), key


def test_the_modes_and_the_schema_know_the_same_keys() -> None:
    keys = set(WorkTable.model_fields)
    assert set(step_dose({}, dict.fromkeys(keys))) == keys, "a step can change each of them"
    assert all(set(mode.required_keys) <= keys for mode in Mode)


def test_each_mode_is_a_kind_of_work_of_the_session() -> None:
    words = {
        "reps": "Reps",
        "hold": "Hold",
        "timed": "Timed",
        "bouts": "Bouts",
        "self-paced": "SelfPaced",
        "count-up": "CountUp",
        "measure": "Measurement",
    }
    assert {hasattr(dose, words[mode]) for mode in Mode} == {True}
