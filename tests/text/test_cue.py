"""Cues for events, and their words."""

from collections import Counter
from collections.abc import Iterator

import pytest
from builders import UP_HOLD_DOWN, Hold, Reps, SelfPaced, Sides, routine, step, three_step_routine
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.cue import Cue, CueKind, cue_for


class CuedSession:
    """Session played in steps, with the cue for each."""

    def __init__(self, plan: Routine) -> None:
        self.player = Player(compile_timeline(plan))
        self.time = 0.0

    def send(self, command: PlayerCommand) -> Cue | None:
        now = Instant(self.time, self.time)
        events = self.player.do(command, now)
        return cue_for(events, self.player.timeline, self.player.view(now))

    def wait(self, seconds: float) -> Cue | None:
        self.time += seconds
        now = Instant(self.time, self.time)
        events = self.player.tick(now)
        return cue_for(events, self.player.timeline, self.player.view(now))

    def cues(self) -> Iterator[tuple[float, Cue]]:
        """Yield every cue to the end, with its second."""
        first = self.send(commands.Start())
        if first:
            yield 0.0, first
        while not self.player.is_over:
            cue = self.wait(0.5)
            if cue:
                yield self.time, cue
            if self.player.due is None and not self.player.is_over:
                done = self.send(commands.Done())
                if done:
                    yield self.time, done


def spoken(plan: Routine) -> list[tuple[float, str, str]]:
    return [
        (at, str(cue.kind), cue.sentence())
        for at, cue in CuedSession(plan).cues()
        if cue.kind is not CueKind.LAST
    ]


def test_a_hold_on_each_side_has_cues_from_get_ready_to_the_end() -> None:
    plan = routine(step(Hold(30), name="balance", sides=Sides.EACH, switch=6, prep=10))
    assert spoken(plan) == [
        (0, "get ready", "get ready for Balance, left side, first hold, 30 seconds"),
        (10, "start", "Balance, left side, hold, 30 seconds, then the right side"),
        (25, "half-way", "half-way, 15 seconds left"),
        (40, "change of side", "change to the right side, Balance"),
        (46, "start", "Balance, right side, hold, 30 seconds, then the end"),
        (61, "half-way", "half-way, 15 seconds left"),
        (76, "end", "finished, Test routine"),
    ]


def test_sets_are_announced_with_their_rests_and_the_exercise_that_comes_next() -> None:
    plan = routine(
        step(Hold(10), name="arch", sets=2, rest=20, prep=9), step(Hold(5), name="toes", prep=9)
    )
    assert [cue[1:] for cue in spoken(plan)] == [
        ("get ready", "get ready for Arch, both sides, first hold, 10 seconds, set 1 of 2"),
        ("start", "Arch, both sides, hold, 10 seconds, then rest, 20 seconds"),
        ("rest", "rest, 20 seconds, then hold, 10 seconds, set 2 of 2, both sides"),
        ("start", "Arch, both sides, hold, 10 seconds, then Toes, both sides"),
        ("get ready", "get ready for Toes, both sides, first hold, 5 seconds"),
        ("start", "Toes, both sides"),
        ("end", "finished, Test routine"),
    ]


def test_within_a_rep_a_phase_has_a_cue_and_no_words() -> None:
    plan = routine(step(Reps(2, UP_HOLD_DOWN), prep=8))
    kinds = [kind for _, kind, _ in spoken(plan)]
    assert kinds == ["get ready", "start", *["next phase"] * 5, "end"]
    assert all(not cue.words for _, cue in CuedSession(plan).cues() if cue.kind is CueKind.PHASE)


def test_sides_that_take_turns_without_a_pause_are_a_change_of_side() -> None:
    plan = routine(step(Hold(4, reps=2), sides=Sides.ALTERNATING, prep=8))
    kinds = [kind for _, kind, _ in spoken(plan)]
    assert kinds == ["get ready", "start", *["change of side"] * 3, "end"]


def test_holds_with_gaps_are_announced_by_their_number_and_the_name_is_not_repeated() -> None:
    plan = routine(step(Hold(8, reps=2, gap=5), prep=8))
    assert [cue[1:] for cue in spoken(plan)][1:] == [
        ("start", "Heel Raise, both sides, hold 1 of 2, 8 seconds, then the end"),
        ("rest", "rest, 5 seconds"),
        ("start", "hold 2 of 2, 8 seconds, then the end"),
        ("end", "finished, Test routine"),
    ]


def test_self_paced_work_asks_for_a_sign_when_it_is_done() -> None:
    session = CuedSession(routine(step(SelfPaced(5), name="massage", prep=2)))
    assert session.send(commands.Start())
    cue = session.wait(2)
    assert cue
    assert (cue.kind, cue.notice) == (CueKind.WAIT, "Massage waits for you")
    assert cue.sentence() == (
        "Massage, both sides, 5 reps at your own pace, press enter when you are done, then the end"
    )


@pytest.mark.parametrize(("seconds", "calls"), [(19.5, 0), (20, 1), (60, 1)])
def test_half_way_is_announced_from_twenty_seconds_and_more(seconds: float, calls: int) -> None:
    kinds = Counter(cue.kind for _, cue in CuedSession(routine(step(Hold(seconds), prep=5))).cues())
    assert kinds[CueKind.HALF_WAY] == calls


def test_the_last_three_seconds_are_three_cues_without_words() -> None:
    last = [(at, cue) for at, cue in CuedSession(routine(step(Hold(10), prep=8))).cues()]
    counted = [(at, cue.words) for at, cue in last if cue.kind is CueKind.LAST]
    assert counted == [(at, ()) for at in (5, 6, 7, 15, 16, 17)]


def test_pause_and_resume_have_cues_and_only_a_gap_has_a_notice() -> None:
    session = CuedSession(routine(step(Hold(30), prep=8)))
    session.send(commands.Start())
    asked = session.send(commands.Pause())
    session.send(commands.Resume())
    on = [session.wait(1) for _ in range(4)]
    gap = session.wait(600)
    assert asked
    assert gap
    assert (asked.kind, asked.notice) == (CueKind.PAUSED, "")
    assert [cue.kind for cue in on if cue][-1] is CueKind.RESUMED
    assert (gap.kind, gap.notice) == (CueKind.PAUSED, "Paused: no input")


def test_of_late_events_only_the_latest_has_a_cue() -> None:
    session = CuedSession(routine(step(Hold(1), prep=1), step(Hold(30), name="balance", prep=0)))
    session.send(commands.Start())
    cue = session.wait(1.9)
    assert cue
    assert cue.kind is CueKind.START
    cue = session.wait(0.2)
    assert cue
    assert cue.sentence().startswith("Balance")


@pytest.mark.parametrize("seconds", [1, 2, 3])
def test_a_segment_as_short_as_the_count_has_a_cue_too(seconds: int) -> None:
    plan = routine(step(Hold(10), sets=2, rest=seconds, prep=seconds))
    kinds = Counter(cue.kind for _, cue in CuedSession(plan).cues())
    assert (kinds[CueKind.READY], kinds[CueKind.REST], kinds[CueKind.START]) == (1, 1, 2)


def test_without_an_event_there_is_no_cue() -> None:
    session = CuedSession(three_step_routine())
    session.send(commands.Start())
    assert session.wait(0.1) is None


@given(
    words=st.lists(st.text("abc ", min_size=1), max_size=5),
    room=st.floats(-5, 100),
    speed=st.floats(0.1, 50),
)
def test_a_sentence_is_never_longer_than_there_is_time_for(
    words: list[str], room: float, speed: float
) -> None:
    sentence = Cue(CueKind.REST, tuple(words), room).sentence(speed)
    assert len(sentence) <= max(0.0, room / speed * 13)
    assert ", ".join(words).startswith(sentence)


def test_a_session_has_cues_of_every_kind_but_those_of_waits_tests_and_pauses() -> None:
    plan = routine(step(Hold(20), sets=2, sides=Sides.EACH, switch=4), step(Reps(2, UP_HOLD_DOWN)))
    met = {cue.kind for _, cue in CuedSession(plan).cues()}
    assert set(CueKind) - met == {CueKind.WAIT, CueKind.BEAT, CueKind.PAUSED, CueKind.RESUMED}
