"""Plain sessions, on a clock that only waiting moves."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import CountUp, Hold, Measurement, SelfPaced, routine, step, three_step_routine
from check_in_rules import RULES
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui.cli.plain.player import _MAX_WAIT, PlainPlayer
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

FLAGS = tuple(RULES.flags.values())
Typed = list[tuple[float, str]]


class Session:
    """Session played to its end, with its lines."""

    def __init__(
        self,
        plan: Routine,
        typed: Typed | None = None,
        *,
        is_open: bool = True,
        hold_wait: float | None = None,
    ) -> None:
        self.lines: list[str] = []
        self.clock = FakeClock()
        self.keyboard = FakeKeyboard(self.clock, typed or [], is_open=is_open)
        self.player = Player(compile_timeline(plan, hold_wait=hold_wait))
        self.live_session = LiveSession(self.player, self.clock)
        self.plain_player = PlainPlayer(self.live_session, self.keyboard, self.lines.extend)

    def play(self, stopped: Callable[[], object] = lambda: False) -> list[str]:
        self.plain_player.play(stopped)
        return self.lines

    @property
    def seconds(self) -> float:
        """Seconds that the session took."""
        return self.clock.monotonic - FakeClock().monotonic


@pytest.fixture
def hold() -> Routine:
    """Two seconds to get ready, five to hold."""
    return routine(step(Hold(5), prep=2))


def test_after_a_hold_it_waits_for_enter() -> None:
    plan = routine(step(Hold(5, reps=2), prep=2))
    session = Session(plan, [(30.0, "")], hold_wait=0.0)
    lines = session.play()
    assert "0:07 Take your time, both sides, enter goes on" in lines
    assert lines[-1] == "0:35 Finished"
    assert "0:07 Take your time, both sides, 20 s" in Session(plan, hold_wait=20.0).play()


def test_without_a_keyboard_it_goes_on_after_a_hold() -> None:
    session = Session(routine(step(Hold(5, reps=2), prep=2)), is_open=False, hold_wait=0.0)
    assert session.play()[-1].endswith("Finished")
    assert session.player.progress.best_attempt((0, 1, Side.BOTH)).seconds == 10


def test_every_line_comes_at_its_time(hold: Routine) -> None:
    session = Session(hold, is_open=False)
    said: list[tuple[float, str]] = []
    plain_player = PlainPlayer(
        session.live_session,
        session.keyboard,
        lambda lines: said.extend((session.seconds, line) for line in lines),
    )
    plain_player.play()
    assert said == [
        (0, "0:00 Get ready, Heel Raise, both sides, 2 s"),
        (0, "2"),
        (1, "1"),
        (2, "0:02 Hold, both sides, 5 s, Slow"),
        (4, "3"),
        (5, "2"),
        (6, "1"),
        (7, "0:07 Finished"),
    ]


def test_it_looks_more_often_than_a_gap_would_take(hold: Routine) -> None:
    waits: list[float] = []

    class Watched(FakeKeyboard):
        def read_line(self, seconds: float | None) -> str | None:
            waits.append(seconds or 0.0)
            return super().read_line(seconds)

    session = Session(hold)
    keyboard = Watched(session.clock)
    PlainPlayer(session.live_session, keyboard, session.lines.extend).play()
    assert max(waits) == _MAX_WAIT < 2
    assert all(wait > 0 for wait in waits)


def test_a_fast_clock_is_waited_for_less(hold: Routine) -> None:
    session = Session(hold)
    waits: list[float] = []

    class Hurried(FakeKeyboard):
        def read_line(self, seconds: float | None) -> str | None:
            waits.append(seconds or 0.0)
            return super().read_line((seconds or 0.0) * 100)

    keyboard = Hurried(session.clock)
    player = Player(compile_timeline(hold), gap_limit=200)
    PlainPlayer(
        LiveSession(player, session.clock, speed=100), keyboard, session.lines.extend
    ).play()
    assert sum(waits) == pytest.approx(0.07)


@pytest.mark.parametrize(
    ("letter", "first", "finished"),
    [
        ("n", "0:04 Get ready, Ball Roll, left side, 10 s", "2:22"),
        ("N", "0:04 Get ready, Ball Roll, left side, 10 s", "2:22"),
        ("b", "0:04 Get ready, Arch Lift, both sides, 8 s", "2:54"),
        ("r", "0:04 Get ready, Arch Lift, both sides, 8 s", "2:54"),
        ("+", "0:04 10 seconds more", "3:00"),
        ("-", "0:04 4 seconds less", "2:46"),
        ("", "0:04 Work, up, both sides, 2 s, rep 1 of 3, cue for up", "2:46"),
        ("u", "There is nothing to undo.", "2:50"),
    ],
)
def test_each_letter_does_what_it_says(letter: str, first: str, finished: str) -> None:
    lines = Session(three_step_routine(), [(4, letter)]).play()
    assert lines[1] == first
    assert lines[-1] == f"{finished} Finished"


def test_in_reps_plus_and_minus_are_a_rep() -> None:
    lines = Session(three_step_routine(), [(9, "+"), (20, "-"), (20, "-")]).play()
    said = [line for line in lines if "rep more" in line or "rep less" in line]
    assert said == ["0:09 1 rep more", "0:20 1 rep less", "0:20 1 rep less"]
    assert lines[-1] == "2:42 Finished"


def test_p_pauses_and_p_goes_on_after_a_count_in() -> None:
    session = Session(three_step_routine(), [(4, "p"), (64, "p")])
    assert session.play()[1:7] == [
        "0:04 Paused",
        "1:04 Resuming in 3",
        "3",
        "2",
        "1",
        "1:07 Resumed",
    ]
    assert session.seconds == pytest.approx(170 + 63)


def test_a_pause_lasts_as_long_as_the_person_is_away() -> None:
    session = Session(three_step_routine(), [(4, "p"), (4000, "p")])
    assert session.play()[-1].endswith("Finished")
    assert session.seconds == pytest.approx(170 + 3996 + 3)


def test_undo_takes_back_a_step_that_was_skipped() -> None:
    lines = Session(three_step_routine(), [(4, "n"), (6, "u")]).play()
    assert lines[2:4] == ["0:06 Undone", "0:06 Resuming in 3"]
    assert "0:13 Work, up, both sides, 2 s, rep 1 of 3, cue for up" in lines


def test_q_leaves_and_what_was_done_stays_done() -> None:
    session = Session(three_step_routine(), [(20, "q")])
    assert session.play()[-1] == "0:20 You left"
    assert session.player.was_left
    assert session.player.progress.sets_of(0)
    assert session.seconds == pytest.approx(20)


def test_enter_alone_does_not_end_work_that_the_clock_counts() -> None:
    lines = Session(three_step_routine(), [(9, "")]).play()
    assert "This set is timed; use Next to skip it." in lines
    assert lines[-1] == "2:50 Finished"


def test_a_word_that_is_no_key_does_nothing_but_name_the_keys() -> None:
    lines = Session(three_step_routine(), [(4, "next \x1b[2J")]).play()
    assert lines[1:3] == ["“next [2j” is not a key.", PlainPlayer.KEY_HELP]
    assert lines[-1] == "2:50 Finished"


def test_a_step_that_waits_is_done_when_the_person_says_so() -> None:
    session = Session(routine(step(SelfPaced(5), prep=2)), [(600, "")])
    assert session.play()[-1] == "10:00 Finished"


def test_a_test_ends_with_enter_and_a_measured_one_with_its_number() -> None:
    measure = Measurement("cm", "Toe to wall, in cm", 30)
    plan = routine(step(CountUp(45), prep=0), step(measure, prep=0))
    session = Session(plan, [(24, ""), (30, ""), (31, "99"), (32, "9,5")])
    assert session.play()[-4:] == [
        *["Toe to wall, in cm: type a number from 0 to 30."] * 2,
        "Result: 9.5 cm",
        "0:32 Finished",
    ]
    attempts = [
        session.player.progress.best_attempt(key) for key in session.player.progress.planned
    ]
    assert [(attempt.seconds, attempt.value) for attempt in attempts] == [(24, None), (8, 9.5)]


def test_a_test_that_nobody_can_end_is_left() -> None:
    session = Session(routine(step(CountUp(45), prep=0)), is_open=False)
    assert session.play()[-2] == "This step waits for a key press, which is not possible here."
    assert session.player.was_left


def test_where_nobody_can_say_so_it_waits_for_nobody() -> None:
    session = Session(routine(step(SelfPaced(5), prep=2), step(Hold(5))), is_open=False)
    lines = session.play()
    assert lines[-2].startswith("This step waits for a key press, which is not possible here.")
    assert lines[-1].endswith("You left")
    assert session.seconds < 2 + 1


def test_a_person_who_closes_the_keyboard_while_paused_is_not_waited_for(hold: Routine) -> None:
    session = Session(hold, [(1, "p"), (5, "x")])

    class Closing(FakeKeyboard):
        def read_line(self, seconds: float | None) -> str | None:
            line = super().read_line(seconds)
            self.is_open = self.is_open and line != "x"
            return line

    session.keyboard = Closing(session.clock, [(1, "p"), (5, "x")])
    PlainPlayer(session.live_session, session.keyboard, session.lines.extend).play()
    assert session.lines[-1].endswith("Finished")


def test_after_a_sleep_nobody_noticed_it_goes_on_by_itself_where_nobody_can_answer() -> None:
    session = Session(routine(step(Hold(60), prep=2)), is_open=False)
    slept = False

    def asleep() -> bool:
        nonlocal slept
        if session.seconds > 10 and not slept:
            slept = True
            session.clock.suspend(3600)
        return False

    lines = session.play(asleep)
    assert any("Paused: no input for 60:00" in line for line in lines)
    assert lines[-1].endswith("Finished")
    assert session.seconds == pytest.approx(62 + 3, abs=1)


def test_a_signal_ends_it_at_once_and_the_place_is_kept(hold: Routine) -> None:
    session = Session(hold)
    lines = session.play(lambda: session.seconds >= 3)
    assert lines[-1] == "0:02 Hold, both sides, 5 s, Slow"
    assert not session.player.is_over


def test_a_session_that_was_cut_off_goes_on_after_a_count_in(hold: Routine) -> None:
    session = Session(hold)
    session.play(lambda: session.seconds >= 3)
    session.live_session.suspend()
    session.lines.clear()
    lines = session.play()
    assert lines[:5] == ["0:03 Resuming in 3", "3", "2", "1", "0:06 Resumed"]
    assert lines[-1].endswith("Finished")


def hurting(typed: Typed) -> tuple[Session, list[str]]:
    """Session of a first step of 32 s, in which something is typed; flags as bundled."""
    session = Session(three_step_routine(), [*typed, (0, "q")])
    session.plain_player = replace(session.plain_player, flags=FLAGS)
    return session, session.play()


@pytest.mark.parametrize("typed", [[(10, "h4")], [(10, "h 4")], [(10, "h"), (0, "4")]])
def test_3_to_5_eases_and_goes_on(typed: Typed) -> None:
    session, lines = hurting([*typed, (5, "")])
    assert "Ease it: smaller, slower, or with a hand on the wall." in lines
    assert [each.score for each in session.player.progress.hurts] == [4]
    assert any("Resuming" in line for line in lines), lines


@pytest.mark.parametrize("typed", ["h!", "h7", "h10", "hx"])
def test_6_or_sharp_ends_the_step_and_asks_the_list(typed: str) -> None:
    session, lines = hurting([(10, typed), (0, "n")])
    assert "footcoach cannot examine you." in lines
    assert session.player.progress.flags == ()
    assert "better stop here for today. q ends and saves; p goes on with another" in lines[-2]
    assert lines[-2].startswith("Sharp" if typed == "h!" else "Above 5 of 10")


def test_a_grave_flag_ends_the_session() -> None:
    session, _ = hurting([(10, "h7"), (0, "1")])
    assert session.player.is_over
    assert not session.player.was_left
    assert session.player.progress.flags == (FLAGS[0].id,)


def test_enter_alone_is_nothing() -> None:
    session, _ = hurting([(10, "h"), (0, "nine"), (0, "")])
    assert session.player.progress.hurts == ()


def test_in_the_last_step_the_list_is_left_to_the_questions_after_it() -> None:
    session, lines = hurting([(0, "n"), (0, "n"), (10, "h8")])
    assert session.player.progress.needs_flags
    assert "footcoach cannot examine you." not in lines
