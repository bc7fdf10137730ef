"""Drafts of routines."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled import CATALOGUE
from drafts import CONTENT, draft_of, problems_of
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.authoring.draft import (
    DraftError,
    DraftHistory,
    DraftStep,
    RoutineDraft,
    build_draft,
    check_draft,
)
from footcoach_tui.authoring.draft_fields import adjusted, fields_of
from footcoach_tui.authoring.draft_file import DraftFile
from footcoach_tui.authoring.draft_notes import draft_notes
from footcoach_tui.authoring.draft_totals import DraftTotals
from footcoach_tui.session.exercise import SourceStatus
from footcoach_tui.session.length import LONGEST_ROUTINE

EXERCISES = sorted(CONTENT.exercises)
COMMANDS = st.tuples(
    st.sampled_from(("add", "add", "delete", "move", "change", "change", "undo", "redo")),
    st.integers(0, 100),
    st.integers(0, 100),
)


def changed(draft: RoutineDraft, place: int, label: str, sign: int) -> RoutineDraft:
    """Draft with the next value of a field."""
    step = draft.steps[place]
    field = next(field for field in fields_of(step, CONTENT) if field.label == label)
    return draft.with_step(place, adjusted(step, field, sign, CONTENT))


def walk(history: DraftHistory, commands: list[tuple[str, int, int]]) -> Iterator[RoutineDraft]:
    """Do commands; one that is refused changes nothing. Yield the draft after each."""
    for name, first, second in commands:
        draft, new = history.draft, None
        place = first % max(len(draft.steps), 1)
        if name == "undo":
            history.undo()
        elif name == "redo":
            history.redo()
        elif name == "add":
            exercise = EXERCISES[second % len(EXERCISES)]
            new = draft.with_added(first % (len(draft.steps) + 1), exercise)
        elif draft.steps and name == "delete":
            new = draft.with_deleted(place)
        elif draft.steps and name == "move":
            new = draft.with_moved(place, second % len(draft.steps))
        elif draft.steps:
            step = draft.steps[place]
            fields = fields_of(step, CONTENT)
            field = fields[second % len(fields)]
            sign = 1 if second % 2 else -1
            new = draft.with_step(place, adjusted(step, field, sign, CONTENT))
        if new is not None:
            try:
                check_draft(new, CONTENT)
            except DraftError:
                continue
            history.do(new)
        yield history.draft


@given(st.lists(COMMANDS, max_size=25))
def test_whatever_is_done_to_a_new_routine_passes_the_check(
    commands: list[tuple[str, int, int]],
) -> None:
    file = DraftFile.new()
    with TemporaryDirectory() as folder:
        for draft in walk(DraftHistory(file.draft()), commands):
            if draft.steps:
                text = file.written(draft, CONTENT)
                assert problems_of(text, Path(folder)) == []
                assert [s["exercise"] for s in tomllib.loads(text)["steps"]] == [
                    step.exercise for step in draft.steps
                ]


@given(st.sampled_from(sorted(CATALOGUE.routines)), st.lists(COMMANDS, max_size=12))
def test_whatever_is_done_to_a_routine_with_gates_and_swaps_passes_the_check(
    name: str, commands: list[tuple[str, int, int]]
) -> None:
    file = DraftFile.read(Path(CONTENT.owners[next(k for k in CONTENT.owners if k[1] == name)]))
    with TemporaryDirectory() as folder:
        for draft in walk(DraftHistory(file.draft()), commands):
            if draft.steps:
                assert problems_of(file.written(draft, CONTENT), Path(folder)) == []


@given(st.lists(COMMANDS, max_size=25))
def test_undo_leads_back_to_the_start_and_redo_to_the_end(
    commands: list[tuple[str, int, int]],
) -> None:
    start = DraftFile.new().draft()
    history = DraftHistory(start)
    for _ in walk(history, commands):
        pass
    while history.redo():
        pass
    end = history.draft
    while history.undo():
        pass
    assert history.draft == start
    while history.redo():
        pass
    assert history.draft == end


def test_a_step_has_only_what_differs_from_its_usual_dose() -> None:
    draft = draft_of("toe-yoga")
    more = changed(draft, 0, "reps", 1)
    usual = CONTENT.tables["toe-yoga"]["dose"]["reps"]
    assert more.steps[0].table == {"exercise": "toe-yoga", "reps": usual + 1}
    assert changed(more, 0, "reps", -1) == draft


def test_a_tempo_is_changed_part_by_part_and_zero_leaves_one_out() -> None:
    draft = draft_of("heel-raise-double")
    phases = CONTENT.tables["heel-raise-double"]["dose"]["phases"]
    first, *others = (phase["seconds"] for phase in phases)
    draft = changed(draft, 0, phases[0]["name"], 1)
    assert draft.steps[0].table["tempo"] == [first + 1, *others]
    for _ in range(10):
        less = changed(draft, 0, phases[1]["name"], -1)
        if less.steps[0].table["tempo"][1] < 0:
            break
        draft = less
    assert draft.steps[0].table["tempo"][1] == 0
    check_draft(draft, CONTENT)
    with pytest.raises(DraftError, match="step 1: tempo must be at least 0"):
        check_draft(less, CONTENT)


def test_sides_bring_the_seconds_to_change_them_and_one_leg_never_both() -> None:
    draft = changed(draft_of("toe-yoga"), 0, "sides", 1)
    assert draft.steps[0].table == {"exercise": "toe-yoga", "sides": "each", "switch": 5}
    check_draft(draft, CONTENT)
    balance = draft_of("single-leg-balance")
    sides = {changed(balance, 0, "sides", sign).steps[0].dose(CONTENT)["sides"] for sign in (1, -1)}
    assert sides == {"alternating"}


def test_a_published_dose_that_is_changed_is_called_adapted() -> None:
    draft = draft_of("stone-pickup")
    assert "source_status" not in draft.steps[0].table
    more = changed(draft, 0, "reps", 1)
    assert more.steps[0].table["source_status"] == SourceStatus.ADAPTED
    assert changed(more, 0, "reps", -1) == draft


def refusal(draft: RoutineDraft) -> str:
    with pytest.raises(DraftError) as refused:
        check_draft(draft, CONTENT)
    return str(refused.value)


def test_what_no_file_may_have_is_refused_with_a_sentence() -> None:
    draft = draft_of("toe-yoga")
    assert refusal(changed(draft, 0, "sets", -1)) == "step 1: sets must be at least 1, not 0"
    for _ in range(CONTENT.tables["toe-yoga"]["dose"].get("prep", 8)):
        draft = changed(draft, 0, "get ready", -1)
    check_draft(draft, CONTENT)
    less = changed(draft, 0, "get ready", -1)
    assert refusal(less) == "step 1: prep must be at least 0, not -1"


def test_a_routine_is_never_longer_than_a_file_may_be() -> None:
    step = build_draft(draft_of("towel-curl"), CONTENT)
    most = int(LONGEST_ROUTINE // DraftTotals.of(step).seconds)
    check_draft(draft_of(*["towel-curl"] * most), CONTENT)
    assert refusal(draft_of(*["towel-curl"] * (most + 1))).endswith("45:00 is the most")


def test_totals_name_minutes_sides_equipment_and_positions() -> None:
    routine = build_draft(draft_of("toe-yoga", "ankle-circles", "calf-stretch-bent"), CONTENT)
    totals = DraftTotals.of(routine)
    assert totals.changes == 1
    lines = dict(totals.lines())
    assert lines["You need"] == "chair, wall"
    assert lines["Positions"] == "seated, standing (1 change)"
    assert "each" in lines["Sides"]
    assert "both together" in lines["Sides"]
    assert lines["Length"].endswith("3 steps")


def test_level_and_effort_follow_the_steps() -> None:
    routine = build_draft(draft_of("toe-yoga", "heel-raise-single"), CONTENT)
    assert (routine.level, routine.effort) == (3, (2, 7))


def notes(*exercises: str, **head: object) -> str:
    return "\n".join(draft_notes(build_draft(draft_of(*exercises, **head), CONTENT)))


@pytest.mark.parametrize(
    ("exercises", "head", "sentence"),
    [
        (("toe-yoga", "pogo-double"), {}, "before hops the conditions are asked"),
        (("pogo-double", "toe-yoga"), {}, "Pogo hops, both feet is the first step"),
        (
            ("eccentric-heel-drop-bent",),
            {},
            "heavy loading, which other routines have only under conditions",
        ),
        (("heel-raise-single",), {"context": ["before-run"]}, "(rule N2)"),
        (("single-leg-balance", "balance-reach") * 3, {}, "Steps 1 to 6: 6 in a row on one leg"),
        (("toe-yoga", "calf-stretch-bent") * 2, {}, "You sit, stand, sit, stand: 3 changes"),
        (("toe-yoga", "ankle-circles", "toe-yoga"), {}, "Toe yoga comes 2 times"),
    ],
)
def test_notes_say_what_a_coach_would(
    exercises: tuple[str, ...], head: dict[str, object], sentence: str
) -> None:
    assert sentence in notes(*exercises, **head)


def test_a_sound_routine_has_no_notes() -> None:
    assert notes("toe-spread", "toe-yoga", "calf-stretch-bent", "heel-raise-double") == ""
    assert notes("heel-raise-single") == ""
    assert notes(*("single-leg-balance", "balance-reach") * 2, "single-leg-balance-cushion") != ""


def test_an_own_gate_and_a_swap_end_the_notes_about_them() -> None:
    draft = draft_of("toe-yoga", "eccentric-heel-drop-bent", "pogo-double")
    gate = {"exercise": "eccentric-heel-drop-bent", "gate": {"pain_max": 2}}
    swap = {"exercise": "pogo-double", "swap": {"exercise": "heel-raise-double"}}
    draft = draft.with_step(1, DraftStep(gate)).with_step(2, DraftStep(swap))
    assert not {*draft_notes(build_draft(draft, CONTENT))}
