"""What holds for every decision, whoever asks for whatever."""

from typing import Any

from bundled import CATALOGUE
from coach_logs import DAILY, L1, L2, L3, L4, MONDAY, RULES, THREE, choice, log, loose, session
from decisions import HEALTHY, TODAY, TODAY_NUMBER, YES_TO_HOPS, strong
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import CheckIn, Energy, RunKind, Sore
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.decisions.restrictions import is_loaded
from footcoach_tui.coach.decisions.smaller_doses import work_seconds
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.screening import screen
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side

ROUTINES = st.sampled_from(list(CATALOGUE.routines.values()))
SORE = st.builds(Sore, st.sampled_from(list(Site)), st.sampled_from(list(Side)), st.integers(1, 10))
MILD = st.builds(Sore, st.sampled_from(list(Site)), st.sampled_from(list(Side)), st.integers(1, 5))
RUNS = st.none() | st.sampled_from(list(RunKind))
FLAGS = st.none() | st.just(()) | st.sampled_from([(flag,) for flag in RULES.flags])
CHECK_INS = st.builds(
    CheckIn,
    sore=st.none() | st.lists(MILD | SORE, max_size=3).map(tuple),
    flags=st.none() | st.just(()) | FLAGS,
    energy=st.sampled_from([Energy.FULL, Energy.FULL, Energy.SHORT, Energy.ILL]),
    context=st.sampled_from(["", "", "before-run", "after-run"]),
    run_today=RUNS,
    run_tomorrow=RUNS,
    confirmed=st.sampled_from([frozenset(), YES_TO_HOPS, YES_TO_HOPS | {"other", "impact-list"}]),
    is_anyway=st.booleans(),
    wants_lighter=st.booleans(),
)
YES = st.dictionaries(st.sampled_from([q.id for q in RULES.questions]), st.just("yes"), max_size=2)
PROFILES = st.none() | YES.map(lambda yes: Profile(MONDAY, HEALTHY | yes))
DAYS = st.integers(TODAY_NUMBER - 20, TODAY_NUMBER)
SESSIONS = st.builds(
    session,
    DAYS,
    st.sampled_from([L1, L2, L3, L4, DAILY, THREE, "achilles-low-compression"]),
    pain=st.none() | st.integers(0, 8),
    morning=st.sampled_from(["", "worse", "not-worse"]),
)
LOOSE = st.builds(loose, DAYS, SORE)
PLANS = st.none() | st.builds(choice, begun=st.integers(0, TODAY_NUMBER), stage=st.integers(1, 4))


@st.composite
def logs(draw: st.DrawFn) -> TrainingLog:
    entries: list[Any] = draw(st.lists(SESSIONS | LOOSE, max_size=4))
    if draw(st.booleans()):
        entries += strong(TODAY_NUMBER - 3)
    entries += [each for each in (draw(PROFILES), draw(PLANS)) if each]
    return log(*entries)


def decided(routine: Routine, check_in: CheckIn, known: TrainingLog) -> Decision:
    return decide(routine, check_in, known, RULES, TODAY)


def is_rehab(decision: Decision) -> bool:
    return decision.routine is not None and "rehab" in decision.routine.context


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_nothing_excluded_or_sore_is_played(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    decision = decided(routine, check_in, known)
    screening = screen(known.profile, RULES)
    gone: frozenset[Tag] = frozenset()
    for site, _, score in check_in.sore or ():
        actions = RULES.sites[site].mild if score < 3 else RULES.sites[site].amber
        gone |= actions.drop | (
            frozenset() if decision.verdict is Verdict.GENTLE else actions.down_off
        )

    for step in decision.routine.steps if decision.routine else ():
        assert not screening.excluded(step.exercise)
        assert is_rehab(decision) or gone.isdisjoint(step.exercise.tags)


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_nothing_loaded_within_three_days_of_a_red_score(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    red_days = Facts.of(known, RULES, TODAY).red_days
    is_red = (check_in.score or 0) >= 6 or any((TODAY - day).days < 3 for day in red_days)
    decision = decided(routine, check_in, known)

    if is_red and decision.routine:
        assert not any(is_loaded(step.exercise) for step in decision.routine.steps)


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_no_hops_but_through_their_gate(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    decision = decided(routine, check_in, known)
    hops = [
        step
        for step in (decision.routine.steps if decision.routine else ())
        if Tag.IMPACT in step.exercise.tags
    ]

    if hops:
        assert check_in.sore is not None
        assert check_in.confirmed >= {"shoes"}
        assert (check_in.score or 0) <= 2
        assert check_in.energy is Energy.FULL
        assert check_in.run_tomorrow not in {RunKind.HARD, RunKind.LONG, RunKind.RACE}
        assert known.profile is not None or "impact-list" in check_in.confirmed


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_a_gate_never_swaps_for_sore_or_excluded(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    for change in decided(routine, check_in, known).changes:
        assert change.action != "swap" or change.rules == ("gate:ready",)


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_changes_and_steps_tell_what_is_played(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    decision = decided(routine, check_in, known)

    assert decision.rule
    assert decision.sentence
    assert all(change.rules and change.sentence for change in decision.changes)
    if decision.routine is None:
        assert decision.steps == ()
        return
    written = CATALOGUE.routines[decision.routine.id].steps
    last = {change.step: change.to for change in decision.changes if change.step}
    for number, step in zip(decision.steps, decision.routine.steps, strict=True):
        assert step.exercise.id == last.get(number, written[number - 1].exercise.id)
    left_out = {number for number, to in last.items() if not to}
    assert left_out == set(range(1, len(written) + 1)) - set(decision.steps)


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_never_more_than_planned(routine: Routine, check_in: CheckIn, known: TrainingLog) -> None:
    decision = decided(routine, check_in, known)
    if decision.routine is None:
        return
    written = CATALOGUE.routines[decision.routine.id].steps
    swapped = {change.step for change in decision.changes if change.action == "swap"}
    for number, step in zip(decision.steps, decision.routine.steps, strict=True):
        before = written[number - 1]
        if number not in swapped:
            assert step.dose.sets <= before.dose.sets
        if step.exercise.id == before.exercise.id:
            assert work_seconds(step.dose) <= work_seconds(before.dose)


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_the_verdict_says_whether_anything_is_played(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    decision = decided(routine, check_in, known)
    is_played = decision.verdict not in {Verdict.STOP, Verdict.REST}

    assert (decision.routine is not None) is is_played
    if decision.verdict in {Verdict.GO, Verdict.LIGHTER}:
        assert decision.routine
        assert decision.routine.id == routine.id
    assert decided(routine, check_in, known) == decision


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_what_is_offered_may_be_asked_for(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    decision = decided(routine, check_in, known)

    for offer in decision.offers:
        answer = decided(CATALOGUE.routines[offer], check_in, known)
        assert answer.verdict in {Verdict.GO, Verdict.LIGHTER, Verdict.GENTLE}, offer


@given(routine=ROUTINES, check_in=CHECK_INS, known=logs())
def test_what_is_dropped_or_left_out_changes_once(
    routine: Routine, check_in: CheckIn, known: TrainingLog
) -> None:
    """Deciding again on what is played changes nothing more, but what goes down or is halved."""
    decision = decided(routine, check_in, known)
    actions = {str(change.action) for change in decision.changes}
    if decision.routine is None or actions & {"down", "halve", "fewer", "swap"}:
        return
    again = decided(decision.routine, check_in, known)

    if again.routine is not None and again.routine.id == decision.routine.id:
        assert again.routine == decision.routine
