"""What a person has: stand-ins, easier exercises and steps left out, before a session."""

from dataclasses import replace

import pytest
from bundled import CATALOGUE
from coach_logs import GENTLE, RULES, log
from decisions import TODAY, person
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.answers.decision import Action, Decision, Verdict
from footcoach_tui.coach.answers.words import answer_lines
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.decisions.kit_only import only_equipped
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.smaller_doses import work_seconds
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.equipment import Equipment, Kit
from footcoach_tui.session.exercise import Exercise, Tag
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side

EVERYTHING = frozenset(Equipment)
BALL, TOWEL, CHAIR = Equipment.BALL, Equipment.TOWEL, Equipment.CHAIR
KITS = st.none() | st.frozensets(st.sampled_from(list(Equipment)))
ROUTINES = st.sampled_from(list(CATALOGUE.routines.values()))
SORES = st.none() | st.lists(
    st.builds(Sore, st.sampled_from(list(Site)), st.just(Side.LEFT), st.integers(1, 5)), max_size=2
).map(tuple)


def bare(name: str) -> Exercise:
    """Return an exercise without stand-ins."""
    return replace(CATALOGUE.exercises[name], stand_ins=())


def routine_of(*exercises: Exercise) -> Routine:
    steps = tuple(Step(each, each.dose, each.source_status) for each in exercises)
    return replace(CATALOGUE.routines["desk-break-3min"], id="mine", steps=steps)


def decided(routine: Routine, kit: Kit, sore: tuple[Sore, ...] | None = ()) -> Decision:
    rules = RULES._replace(kit=kit)
    return decide(routine, CheckIn(sore=sore, flags=()), log(person()), rules, TODAY)


def sentences(decision: Decision) -> list[str]:
    return [change.sentence for change in decision.changes]


@pytest.mark.parametrize("kit", [None, EVERYTHING, frozenset({BALL})])
def test_nothing_changes_where_nothing_is_missing(kit: Kit) -> None:
    decision = decided(routine_of(CATALOGUE.exercises["ball-roll"]), kit)
    assert (decision.changes, decision.sentence) == ((), "Ready. Nothing changed today.")


def test_a_stand_in_is_named_and_the_step_stays() -> None:
    routine = routine_of(CATALOGUE.exercises["ball-roll"])
    decision = decided(routine, frozenset())

    assert sentences(decision) == ["Ball roll: a cold water bottle lying on its side for the ball"]
    assert decision.routine
    assert decision.routine.steps == routine.steps
    assert decision.document()["changes"] == [
        {
            "step": 1,
            "exercise": "ball-roll",
            "action": "stand-in",
            "to": "ball-roll",
            "rules": ["kit:ball"],
        }
    ]


def test_without_a_stand_in_an_easier_exercise_takes_its_place() -> None:
    decision = decided(routine_of(bare("towel-curl")), frozenset({CHAIR}))

    assert sentences(decision) == ["Towel curl: short foot, seated instead (no towel)"]
    assert decision.verdict is Verdict.GO, "the session is no lighter for it, and counts"
    assert decision.changes[0].rules == ("kit:towel",)


def test_the_swap_of_the_step_comes_first() -> None:
    circles = CATALOGUE.exercises["ankle-circles"]
    swap = Step(circles, replace(circles.dose, sets=1), circles.source_status)
    routine = routine_of(bare("towel-curl"))
    routine = replace(routine, steps=(replace(routine.steps[0], swap=swap),))
    decision = decided(routine, frozenset({CHAIR}))
    assert decision.routine
    assert [step.exercise.id for step in decision.routine.steps] == ["ankle-circles"]


def test_a_swap_may_need_a_stand_in_of_its_own() -> None:
    decision = decided(routine_of(bare("towel-curl")), frozenset())
    assert [change.action for change in decision.changes] == [Action.SWAP, Action.STAND_IN]
    assert " for the chair" in sentences(decision)[1]


def test_what_nothing_may_take_the_place_of_is_left_out() -> None:
    twice = routine_of(bare("towel-curl"), CATALOGUE.exercises["short-foot-seated"])
    decision = decided(twice, frozenset({CHAIR}))
    assert sentences(decision) == ["Towel curl: left out (no towel)"]
    assert decision.steps == (2,)


def test_a_self_test_is_no_other_exercise() -> None:
    test = CATALOGUE.routines["test-toes"].steps[0].exercise
    decision = decided(routine_of(replace(test, stand_ins=()), bare("toe-walk")), frozenset())
    assert decision.changes[0].action is Action.LEAVE


def test_with_nothing_left_gentle_minutes_are_offered_with_the_reason() -> None:
    hops = replace(bare("toe-walk"), equipment=(Equipment.MAT,), easier=())
    decision = decided(routine_of(replace(hops, id="mine")), frozenset({CHAIR}))
    assert (decision.verdict, decision.rule) == (Verdict.GENTLE, "kit")
    assert decision.sentence.startswith("Nothing of it can be done with what you have.")
    assert decision.routine
    assert decision.routine.id == GENTLE


def test_gentle_minutes_themselves_are_done_with_what_there_is() -> None:
    decision = decided(CATALOGUE.routines[GENTLE], frozenset())
    assert len(sentences(decision)) == 4
    assert all(" for the chair" in each for each in sentences(decision))


def test_rehabilitation_stays_as_written_and_says_what_is_missing() -> None:
    rehab = CATALOGUE.routines["achilles-low-compression"]
    decision = decided(rehab, frozenset())
    if decision.routine:
        assert decision.routine.steps == rehab.steps
    note = only_equipped(
        Situation.of(rehab, CheckIn(), log(), RULES._replace(kit=frozenset()), TODAY)
    ).notes[0]
    assert note.startswith("Needed, and not in your kit: ")


def test_the_record_says_what_was_played(record: SessionRecord) -> None:
    decision = decided(
        routine_of(CATALOGUE.exercises["ball-roll"], bare("towel-curl")), frozenset({CHAIR})
    )
    kept = record._replace(checkin={"sore": [], **decision.document()})
    assert answer_lines(kept)[0] == (
        "Before: nothing sore. "
        "Changed: ball roll with a stand-in; short foot seated instead of towel curl."
    )


@pytest.fixture
def record() -> SessionRecord:
    from coach_logs import DAILY, session  # noqa: PLC0415 - only here

    return session(0, DAILY)._replace(exercises=())


@given(routine=ROUTINES, kit=KITS, sore=SORES, has_stand_ins=st.booleans())
def test_a_kit_never_makes_a_session_harder(
    *, routine: Routine, kit: Kit, sore: tuple[Sore, ...] | None, has_stand_ins: bool
) -> None:
    if not has_stand_ins:
        steps = (replace(s, exercise=replace(s.exercise, stand_ins=())) for s in routine.steps)
        routine = replace(routine, steps=tuple(steps))
    full, less = decided(routine, EVERYTHING, sore), decided(routine, kit, sore)
    if not (full.routine and less.routine) or full.verdict is not less.verdict:
        assert not less.routine or less.routine.id in (GENTLE, routine.id)
        return
    before = dict(zip(full.steps, full.routine.steps, strict=True))
    after = dict(zip(less.steps, less.routine.steps, strict=True))
    assert after.keys() <= before.keys()
    for number, step in after.items():
        was = before[number]
        if step.exercise.id != was.exercise.id:
            assert step.exercise.level <= was.exercise.level
            assert step.dose.sets <= was.dose.sets
            assert work_seconds(step.dose) <= work_seconds(was.dose)
            assert Tag.IMPACT not in step.exercise.tags


@given(routine=ROUTINES, kit=KITS)
def test_what_is_played_is_there_or_has_a_stand_in_that_was_named(
    routine: Routine, kit: Kit
) -> None:
    decision = decided(routine, kit)
    if decision.routine is None or decision.rule == "R0":
        return
    named = {(c.step, thing) for c in decision.changes for thing in c.rules}
    for number, step in zip(decision.steps, decision.routine.steps, strict=True):
        for thing in step.exercise.missing(kit):
            assert (number, f"kit:{thing}") in named


@given(routine=ROUTINES, kit=KITS)
def test_without_a_check_in_the_kit_alone_changes_a_routine(routine: Routine, kit: Kit) -> None:
    situation = Situation.of(routine, CheckIn(), log(person()), RULES._replace(kit=kit), TODAY)
    decision = only_equipped(situation)
    rules = [rule for change in decision.changes for rule in change.rules]
    assert all(rule.startswith("kit:") for rule in rules)
    if kit is None:
        assert decision.routine == routine
