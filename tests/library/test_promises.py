"""Bundled files promise no more than is known, and screen for risks: honest health copy."""

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from bundled import CATALOGUE

from footcoach_tui.session.exercise import SourceStatus
from footcoach_tui.session.routine import Gate, Routine

FOLDER = Path(__file__).parents[2] / "routines"
ROUTINES = CATALOGUE.routines

HOPS = {"pogo-double", "hop-and-stick"}
REHAB_EXERCISES = {
    "towel-heel-raise",
    "eccentric-heel-drop-straight",
    "eccentric-heel-drop-bent",
}
GROUNDWORK = ("more than six weeks", "3 sets of 12 heel raises", "balance for 30 seconds")

FORBIDDEN = [
    re.compile(r"\bprevent\w*\b.{0,30}\binjur", re.IGNORECASE),
    re.compile(r"\binjur\w*\W+prevent", re.IGNORECASE),
    re.compile(
        r"\byou (have|suffer|are suffering)\b[^.]*"
        r"(fasci|tendin|tendon|spur|neuroma|bunion|arthritis|fracture|sprain)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(the )?(Taddei|Matias) protocol", re.IGNORECASE),
]

each_routine = pytest.mark.parametrize("routine", ROUTINES.values(), ids=attrgetter("id"))


@each_routine
def test_a_routine_says_what_comes_from_where(routine: Routine) -> None:
    assert routine.source_note
    assert routine.sources
    assert all(step.source_note for step in routine.steps)
    assert all(step.swap.source_note for step in routine.steps if step.swap)


@each_routine
def test_rehabilitation_is_behind_a_safety_screen(routine: Routine) -> None:
    is_rehab = any(step.exercise.id in REHAB_EXERCISES for step in routine.steps)
    assert is_rehab == ("rehab" in routine.context)
    if not is_rehab:
        return
    (gate,) = routine.gates
    assert gate.pain_max == 5
    assert any("clinician" in line and "agrees" in line for line in gate.requires)
    for word in ("tear", "steroid", "fluoroquinolone", "numb", "stress injury", "fracture"):
        assert any(word in condition for condition in gate.exclude), word
    assert "clinician" in routine.disclaimer


@each_routine
def test_nobody_hops_without_the_groundwork(routine: Routine) -> None:
    for step in routine.steps:
        if step.exercise.id not in HOPS:
            continue
        gates = [*routine.gates, *([step.gate] if step.gate else [])]
        assert any(_asks_for_the_groundwork(gate) for gate in gates)
        if step.gate:
            assert step.swap
            assert step.swap.exercise.id not in HOPS


@pytest.mark.parametrize(
    "name",
    [
        routine.id
        for routine in ROUTINES.values()
        if routine.level == 4 and "rehab" not in routine.context
    ],
)
def test_dynamic_routines_hop_from_level_4_only(name: str) -> None:
    routine = ROUTINES[name]
    gates = [*routine.gates, *(step.gate for step in routine.steps if step.gate)]
    assert [gate.min_level for gate in gates] == [4] * len(gates) != []


@each_routine
def test_every_sentence_of_a_gate_can_be_answered_with_yes(routine: Routine) -> None:
    gates = [*routine.gates, *(step.gate for step in routine.steps if step.gate)]
    for sentence in chain.from_iterable(gate.requires for gate in gates):
        assert sentence.endswith(".")
        assert sentence[0].isupper()


def test_what_we_picked_for_a_gap_in_a_source_is_called_a_candidate() -> None:
    article = ROUTINES["rw-essential-three"]
    assert article.source_status is SourceStatus.CANDIDATE
    assert [step.source_status for step in article.steps] == [
        SourceStatus.PUBLISHED,
        SourceStatus.ADAPTED,
        SourceStatus.CANDIDATE,
    ]
    for name in (f"foot-core-8wk-l{level}" for level in range(1, 5)):
        assert ROUTINES[name].source_status is SourceStatus.CANDIDATE
        assert "Built on the structure of the foot-core trials" in ROUTINES[name].source_note
        assert "our pick" in ROUTINES[name].source_note


@pytest.mark.parametrize("name", [name for name in ROUTINES if name.startswith("hop-economy-")])
def test_the_hop_programme_says_that_the_trial_hopped_more_often(name: str) -> None:
    note = ROUTINES[name].source_note
    assert "trial hopped every day" in note
    assert "2 or 3 days a week" in note


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.toml")), ids=lambda path: path.stem)
def test_no_file_promises_or_diagnoses(path: Path) -> None:
    texts = list(_texts(tomllib.loads(path.read_text("utf-8"))))
    phrases = [text for text in texts for pattern in FORBIDDEN if pattern.search(text)]
    assert texts
    assert phrases == []


@pytest.mark.parametrize(
    "promise",
    [
        "It prevents running injuries.",
        "Good for injury prevention.",
        "If it hurts here, you have plantar fasciitis.",
        "This is the Taddei protocol.",
    ],
)
def test_a_promise_would_be_noticed(promise: str) -> None:
    assert any(pattern.search(promise) for pattern in FORBIDDEN)


def _asks_for_the_groundwork(gate: Gate) -> bool:
    asked = " ".join(gate.requires)
    quiet = gate.pain_max is not None and gate.pain_max <= 2
    return quiet and bool(gate.exclude) and all(words in asked for words in GROUNDWORK)


def _texts(table: Any) -> Iterator[str]:
    """Every text in a file, however deep."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for entry in table.values() if isinstance(table, dict) else table:
            yield from _texts(entry)
