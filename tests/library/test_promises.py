"""Bundled files promise no more than is known, and screen for risks: honest health copy."""

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path

import pytest
from bundled import CATALOGUE, FOLDER, sources_of, texts_of

from footcoach_tui.session.exercise import SourceStatus, Tag
from footcoach_tui.session.routine import Gate, Routine, Step

ROUTINES = CATALOGUE.routines
SAFETY = tomllib.loads((FOLDER / "safety.toml").read_text("utf-8"))
IMPACT = SAFETY["impact"]
LOADING = SAFETY["excludes"]["loading"]

REHAB_EXERCISES = {
    "towel-heel-raise",
    "towel-heel-raise-double",
    "towel-heel-raise-hold",
    "eccentric-heel-drop-straight",
    "eccentric-heel-drop-bent",
}

FORBIDDEN = [
    re.compile(r"\bprevent\w*\b.{0,30}\binjur", re.IGNORECASE),
    re.compile(r"\binjur\w*\W+prevent", re.IGNORECASE),
    re.compile(r"\b(protects?|guards?|keeps? you) .{0,20}(injur|hurt)", re.IGNORECASE),
    re.compile(r"\binjury.free", re.IGNORECASE),
    re.compile(r"\bbulletproof", re.IGNORECASE),
    re.compile(r"\breduces? .{0,20}risk", re.IGNORECASE),
    re.compile(
        r"\byou (have|suffer|are suffering)\b[^.]*"
        r"(fasci|tendin|tendon|spur|neuroma|bunion|arthritis|fracture|sprain)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(the )?(Taddei|Matias) protocol", re.IGNORECASE),
]

each_routine = pytest.mark.parametrize("routine", ROUTINES.values(), ids=attrgetter("id"))
each_file = pytest.mark.parametrize(
    "path", sorted(FOLDER.rglob("*.toml")), ids=lambda path: path.stem
)
each_routine_file = pytest.mark.parametrize(
    "path",
    [path for path in sorted(FOLDER.glob("*.toml")) if path.stem in ROUTINES],
    ids=lambda path: path.stem,
)
each_test = pytest.mark.parametrize(
    "routine",
    [routine for routine in ROUTINES.values() if "test" in routine.context],
    ids=attrgetter("id"),
)


@each_routine
def test_a_routine_says_what_comes_from_where(routine: Routine) -> None:
    assert routine.source_note
    assert routine.sources
    assert all(step.source_note for step in routine.steps)
    assert all(step.swap.source_note for step in routine.steps if step.swap)


def test_every_source_is_cited_and_can_be_found() -> None:
    cited = {source.id for routine in ROUTINES.values() for source in routine.sources}
    cited |= {
        dose_source.source.id
        for exercise in CATALOGUE.exercises.values()
        for dose_source in exercise.dose_sources
        if dose_source.source
    }
    for folder in ("coach", "plans"):
        for path in FOLDER.glob(f"{folder}/*.toml"):
            cited |= sources_of(path)
    assert cited == set(CATALOGUE.sources)
    without_link = {source.id for source in CATALOGUE.sources.values() if not source.link}
    assert without_link <= {
        "runners-world-de",
        "trail-runner-2018",
        "warren-2006",
        "franchignoni-1998",
        "ifmt-agreement",
        "doma-2013",
        "headlee-2008",
        "belanger-gravel-2013",
        "henry-1999",
    }


@each_routine
def test_rehabilitation_is_behind_a_safety_screen(routine: Routine) -> None:
    if any(step.exercise.id in REHAB_EXERCISES for step in routine.steps):
        assert "rehab" in routine.context
    if "rehab" not in routine.context:
        return
    (gate,) = routine.gates
    assert gate.pain_max == 5
    assert any("clinician" in line and "agrees" in line for line in gate.requires)
    assert set(LOADING) < set(gate.exclude)
    assert "clinician (doctor, physiotherapist, podiatrist)" in routine.disclaimer


def test_heavy_loading_is_ruled_out_by_the_known_risks() -> None:
    text = " ".join(LOADING)
    for word in ("tear", "steroid", "-floxacin", "numb", "stress injury", "fracture", "calf"):
        assert word in text


def test_hops_ask_for_groundwork_and_rule_out_the_known_risks() -> None:
    assert IMPACT["pain_max"] <= 2
    assert IMPACT["min_level"] == 4
    asked = " ".join(CATALOGUE.needs[name] for name in IMPACT["needs"])
    ruled_out = " ".join(IMPACT["exclude"])
    for words in ("more than six weeks", "3 sets of 12 heel raises", "balance for 30 seconds"):
        assert words in asked
    for word in ("stress injury", "fracture", "-floxacin", "steroid", "numb", "pregnancy"):
        assert word in ruled_out


@each_routine
def test_every_step_with_impact_has_the_shared_conditions(routine: Routine) -> None:
    for step in routine.steps:
        if _has_impact(step):
            gate = step.gate
            assert gate
            assert gate.pain_max is not None
            assert gate.pain_max <= IMPACT["pain_max"]
            assert gate.min_level == IMPACT["min_level"]
            assert set(IMPACT["needs"]) <= set(gate.needs)
            assert set(IMPACT["exclude"]) <= set(gate.exclude)
            assert set(IMPACT["sore"]) <= set(gate.sore)


@each_routine
def test_who_is_not_ready_for_a_hop_does_not_hop_instead(routine: Routine) -> None:
    swaps = [step.swap for step in routine.steps if step.swap]
    assert not any(_has_impact(swap) for swap in swaps)


@each_routine_file
def test_no_file_repeats_the_shared_conditions(path: Path) -> None:
    routine, texts = ROUTINES[path.stem], set(texts_of(path))
    if "rehab" in routine.context:
        assert texts.isdisjoint(LOADING)
    if any(map(_has_impact, routine.steps)):
        assert texts.isdisjoint({*IMPACT["needs"], *IMPACT["exclude"], *IMPACT["sore"]})


@each_routine_file
def test_no_file_writes_a_sentence_that_has_an_id(path: Path) -> None:
    assert set(texts_of(path)).isdisjoint(CATALOGUE.needs.values())


def test_hops_after_which_a_hard_run_may_come_say_so() -> None:
    for routine in ROUTINES.values():
        hops = [step for step in routine.steps if _has_impact(step)]
        asked = " ".join(_requires([*routine.gates, *(step.gate for step in hops if step.gate)]))
        if hops:
            assert ("no hard run tomorrow" in asked) == ("before-run" not in routine.context)


@each_routine
def test_the_level_is_the_highest_of_the_steps_that_have_no_gate_of_their_own(
    routine: Routine,
) -> None:
    open_steps = [step for step in routine.steps if routine.gates or not step.gate]
    assert routine.level == max(step.exercise.level for step in open_steps)


@each_routine
def test_every_sentence_of_a_gate_can_be_answered_with_yes(routine: Routine) -> None:
    for sentence in _requires([*routine.gates, *(step.gate for step in routine.steps)]):
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
        assert "our choice" in ROUTINES[name].source_note


@pytest.mark.parametrize("name", [name for name in ROUTINES if name.startswith("hop-economy-")])
def test_the_hop_programme_says_that_the_trial_hopped_more_often(name: str) -> None:
    note = ROUTINES[name].source_note
    assert "The trial hopped daily; 2 or 3 days a week has not been tested." in note


@pytest.mark.parametrize("name", ["pre-run-activation-4min", "foot-core-8wk-l1"])
def test_novices_read_both_results_of_the_trial_in_novices(name: str) -> None:
    disclaimer = ROUTINES[name].disclaimer
    assert "more acute ones" in disclaimer
    assert "0.66 times the rate (0.45 to 0.97). That is one trial's result and no promise." in (
        disclaimer
    )


@each_test
def test_a_self_test_says_when_to_do_it_and_how_much_is_chance(routine: Routine) -> None:
    assert routine.frequency == "Every four weeks"
    for words in (
        "not within 48 hours",
        "The first time, do it twice",
        "may be chance",
        "no pass mark",
    ):
        assert words in routine.disclaimer


@each_file
def test_no_file_promises_or_diagnoses(path: Path) -> None:
    texts = texts_of(path)
    phrases = [text for text in texts for pattern in FORBIDDEN if pattern.search(text)]
    assert texts
    assert phrases == []


@pytest.mark.parametrize(
    "promise",
    [
        "It prevents running injuries.",
        "Good for injury prevention.",
        "It protects you from injuries.",
        "Stay injury-free.",
        "For bulletproof ankles.",
        "It reduces your risk.",
        "If it hurts here, you have plantar fasciitis.",
        "This is the Taddei protocol.",
    ],
)
def test_a_promise_would_be_noticed(promise: str) -> None:
    assert any(pattern.search(promise) for pattern in FORBIDDEN)


def _has_impact(step: Step) -> bool:
    return Tag.IMPACT in step.exercise.tags


def _requires(gates: list[Gate | None]) -> Iterator[str]:
    return chain.from_iterable((*gate.need_sentences, *gate.requires) for gate in gates if gate)
