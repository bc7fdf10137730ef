"""Page about the format: its examples are sound, and it names every key."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.library.check import check
from footcoach_tui.library.json_schemas import json_schemas
from footcoach_tui.session.dose import Breath, PhaseKind, SideOrder, Sides
from footcoach_tui.session.exercise import Equipment, Position, SourceStatus

ROOT = Path(__file__).parents[2]
PAGE = "".join((ROOT / "docs" / f"{name}-format.md").read_text() for name in ("routine", "plan"))
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
SCHEMAS = json_schemas()
EXERCISE, ROUTINE, SOURCES, PLAN = (
    SCHEMAS[kind] for kind in ("exercise", "routine", "sources", "plan")
)
TABLES: dict[str, dict[str, Any]] = {"exercise": EXERCISE, "routine": ROUTINE, "plan": PLAN} | {
    name: schema["$defs"][name]
    for schema, names in (
        (EXERCISE, ("DoseSourceTable", "PhaseTable")),
        (ROUTINE, ("GateTable", "StepTable")),
        (SOURCES, ("SourceTable",)),
        (PLAN, ("StageTable", "ExtraTable", "TestsTable", "GoalsTable", "AfterTable")),
    )
    for name in names
}


def test_there_is_an_example_of_each_kind() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_are_clean(put_file: Callable[[str, str], Path], text: str) -> None:
    report = check([put_file("example.toml", text)], bundled=ROOT / "routines")
    assert [str(problem) for problem in (*report.problems, *report.unreadable)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_key_is_on_the_page(table: str) -> None:
    missing = [
        key
        for key in TABLES[table]["properties"]
        if not re.search(rf"[`\[.]{key}[`\]]|^{key} =", PAGE, re.MULTILINE)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "choices", [Breath, SideOrder, PhaseKind, Sides, Equipment, Position, SourceStatus]
)
def test_every_choice_is_on_the_page(choices: type[Sides]) -> None:
    assert [choice for choice in choices if f"`{choice}`" not in PAGE] == []
