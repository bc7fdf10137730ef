from dataclasses import replace

from builders import UP_HOLD_DOWN, phase, routine, step, three_step_routine
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.session.dose import Bouts, Dose, Hold, Reps, SelfPaced, SideOrder, Sides, Timed
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline, compile_timeline


def kinds(timeline: Timeline) -> list[tuple[str, float, str]]:
    return [(s.kind.value, s.seconds, s.side.value) for s in timeline.segments]


def steps_of(*doses: Dose) -> Timeline:
    blank = step(Hold(1))
    return compile_timeline(routine(*(replace(blank, dose=dose) for dose in doses)))


def test_reps_are_prep_then_each_phase_of_each_rep() -> None:
    timeline = compile_timeline(routine(step(Reps(2, UP_HOLD_DOWN), prep=5)))

    assert kinds(timeline) == [
        ("prep", 5, "both"),
        ("move", 2, "both"),
        ("hold", 5, "both"),
        ("relax", 1, "both"),
        ("move", 2, "both"),
        ("hold", 5, "both"),
        ("relax", 1, "both"),
    ]
    assert [s.rep for s in timeline.segments] == [1, 1, 1, 1, 2, 2, 2]
    assert timeline.total == 21


def test_the_same_phase_object_twice_ends_the_rep_only_once() -> None:
    rock = phase("rock", 3)
    timeline = compile_timeline(routine(step(Reps(1, (rock, rock)))))

    assert [s.ends_rep for s in timeline.segments] == [False, False, True]


def test_each_side_in_every_set_is_left_switch_right_rest() -> None:
    timeline = compile_timeline(
        routine(step(Hold(10), prep=8, sets=2, rest=15, sides=Sides.EACH, switch=5))
    )

    assert kinds(timeline) == [
        ("prep", 8, "left"),
        ("hold", 10, "left"),
        ("switch", 5, "right"),
        ("hold", 10, "right"),
        ("rest", 15, "left"),
        ("hold", 10, "left"),
        ("switch", 5, "right"),
        ("hold", 10, "right"),
    ]


def test_side_first_does_all_sets_of_one_side_before_the_other() -> None:
    timeline = compile_timeline(
        routine(
            step(
                Hold(10),
                prep=8,
                sets=2,
                rest=15,
                sides=Sides.EACH,
                switch=5,
                order=SideOrder.SIDE_FIRST,
            )
        )
    )

    assert kinds(timeline) == [
        ("prep", 8, "left"),
        ("hold", 10, "left"),
        ("rest", 15, "left"),
        ("hold", 10, "left"),
        ("switch", 5, "right"),
        ("hold", 10, "right"),
        ("rest", 15, "right"),
        ("hold", 10, "right"),
    ]


def test_the_weaker_side_can_begin() -> None:
    timeline = compile_timeline(
        routine(step(Hold(10), sides=Sides.EACH, switch=5)), first=Side.RIGHT
    )

    assert [s.side for s in timeline.segments] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]


def test_alternating_sides_take_turns_rep_by_rep_and_each_does_every_rep() -> None:
    timeline = compile_timeline(
        routine(step(Reps(2, (phase("tap", 1),)), prep=3, sides=Sides.ALTERNATING))
    )

    assert kinds(timeline) == [
        ("prep", 3, "left"),
        ("move", 1, "left"),
        ("move", 1, "right"),
        ("move", 1, "left"),
        ("move", 1, "right"),
    ]
    assert [s.rep for s in timeline.segments[1:]] == [1, 1, 2, 2]


def test_bouts_and_holds_have_their_pause_between_and_none_after_the_last() -> None:
    bouts = compile_timeline(routine(step(Bouts(3, 10, 50), prep=10)))
    holds = compile_timeline(routine(step(Hold(30, reps=2, gap=4), prep=10)))

    assert [s.seconds for s in bouts.segments] == [10, 10, 50, 10, 50, 10]
    assert [s.seconds for s in holds.segments] == [10, 30, 4, 30]


def test_parts_follow_each_other_and_are_counted() -> None:
    timeline = compile_timeline(routine(step(Timed((phase("inner", 20), phase("outer", 20))))))

    assert [(s.phase, s.rep, s.reps) for s in timeline.segments[1:]] == [
        ("inner", 1, 2),
        ("outer", 2, 2),
    ]


def test_a_self_paced_set_waits_on_each_side_and_takes_no_time() -> None:
    timeline = compile_timeline(
        routine(step(SelfPaced(12), prep=8, sides=Sides.EACH, switch=5, sets=1))
    )

    assert kinds(timeline) == [
        ("prep", 8, "left"),
        ("wait", 0, "left"),
        ("switch", 5, "right"),
        ("wait", 0, "right"),
    ]
    assert timeline.segments[1].reps == 12


def test_each_segment_but_the_last_has_one_after_it() -> None:
    timeline = compile_timeline(three_step_routine())

    assert timeline.segment_after(timeline.segments[0]) is timeline.segments[1]
    assert timeline.segment_after(timeline.segments[-1]) is None
    assert timeline.seconds_of(0) == 8 + 3 * 8


works = st.one_of(
    st.builds(
        Reps,
        st.integers(1, 5),
        st.lists(st.builds(phase, st.just("p"), st.integers(1, 9)), min_size=1, max_size=4).map(
            tuple
        ),
    ),
    st.builds(Hold, st.integers(1, 30), st.integers(1, 4), st.integers(0, 5)),
    st.builds(
        Timed,
        st.lists(st.builds(phase, st.just("p"), st.integers(1, 9)), min_size=1, max_size=4).map(
            tuple
        ),
    ),
    st.builds(Bouts, st.integers(1, 4), st.integers(1, 10), st.integers(0, 50)),
)
doses = st.builds(
    Dose,
    works,
    sets=st.integers(1, 4),
    prep=st.integers(0, 20),
    rest=st.integers(0, 60),
    sides=st.sampled_from(Sides),
    order=st.sampled_from(SideOrder),
    switch=st.integers(1, 12),
)


def length_by_the_written_rule(dose: Dose) -> float:
    """Return the length by the formula in docs/routine-format.md."""
    rounds = [sum(phase.seconds for phase in phases) for phases in dose.work.rounds]
    gaps = dose.work.gap * (len(rounds) - 1)
    one_set = sum(rounds) + gaps
    rests = (dose.sets - 1) * dose.rest
    match dose.sides, dose.order:
        case Sides.BOTH, _:
            body = dose.sets * one_set + rests
        case Sides.ALTERNATING, _:
            turns = 2 * len(rounds)
            body = dose.sets * (2 * sum(rounds) + (turns - 1) * dose.switch) + rests
        case _, SideOrder.ALTERNATE:
            body = dose.sets * (2 * one_set + dose.switch) + rests
        case _:
            body = 2 * (dose.sets * one_set + rests) + dose.switch
    return dose.prep + body


@given(doses)
def test_a_step_is_as_long_as_the_written_rule_says(dose: Dose) -> None:
    assert steps_of(dose).total == length_by_the_written_rule(dose)


@given(st.lists(doses, min_size=1, max_size=4))
def test_segments_join_without_a_hole_and_add_up_to_the_total(many: list[Dose]) -> None:
    timeline = steps_of(*many)

    at = 0.0
    for place, segment in enumerate(timeline.segments):
        assert (segment.index, segment.start) == (place, at)
        at = segment.end
    assert at == timeline.total == sum(timeline.seconds_of(n) for n in range(len(many)))


@given(doses.filter(lambda dose: dose.sides is not Sides.BOTH))
def test_each_side_gets_the_same_time(dose: Dose) -> None:
    def work(side: Side) -> list[Segment]:
        return [s for s in steps_of(dose).segments if s.kind.is_work and s.side is side]

    assert sum(s.seconds for s in work(Side.LEFT)) == sum(s.seconds for s in work(Side.RIGHT)) > 0


def test_work_is_what_is_not_waiting_around() -> None:
    waits = {kind for kind in SegmentKind if not kind.is_work}

    assert waits == {
        SegmentKind.PREP,
        SegmentKind.GAP,
        SegmentKind.REST,
        SegmentKind.SWITCH,
        SegmentKind.AFTER_HOLD,
    }
