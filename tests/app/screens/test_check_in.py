"""The check-in before a session, with the bundled rules; the day is Thursday 12 March 2026."""

from datetime import timedelta

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import NOW, AppFixture
from bundled import CATALOGUE
from coach_logs import DAILY, GENTLE, L3, THREE

from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.site_view import SiteView
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionState


def add_session(fixture: AppFixture, routine: str, days: int, pain: int = 0) -> SessionRecord:
    started = NOW - timedelta(days=days)
    info = SessionInfo(id=new_id(started), started=started, zone="UTC")
    record = info.record_of_plan(compile_timeline(fixture.catalogue.routines[routine]))
    return fixture.history.add(record._replace(pain=pain, effort=3)).record


def question(person: AppDriver) -> str:
    return person.text("#question-text").strip()


def check_in_of(person: AppDriver) -> dict[str, object]:
    """What the record of the session will keep of the check-in."""
    assert isinstance(person.screen, PlayScreen)
    info = person.screen.live_session.info
    assert info
    return dict(info.checkin or {})


async def test_two_keys_begin_a_session_when_nothing_is_sore(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        assert question(person) == "Sore anywhere in foot or lower leg today?"
        await person.press("n")
        assert "Ready. Nothing changed today." in question(person)
        await person.press("enter")
        assert person.state is SessionState.GET_READY
        kept = check_in_of(person)
        assert (kept["sore"], kept["decision"], kept["changes"]) == ([], "go", [])


async def test_what_is_missing_is_said_before_the_start_and_kept(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    assert coach_fixture.rules
    coach_fixture.rules = coach_fixture.rules._replace(kit=frozenset({Equipment.MAT}))
    async with launch_coach(THREE) as person:
        await person.press("n")
        assert "Ball roll: a cold water bottle lying on its side for the ball" in question(person)
        await person.press("enter")
        assert [each["rules"] for each in check_in_of(person)["changes"]] == [["kit:ball"]]  # type: ignore[attr-defined]


async def test_time_passes_once_the_check_in_has_started_the_session(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach(THREE) as person:
        await person.press("n", "enter")
        assert isinstance(person.screen, PlayScreen)
        assert person.screen._tick_timer
        assert person.screen._tick_timer._timer.is_set


async def test_keys_for_another_question_are_not_taken_for_answers(launch_coach: OpenApp) -> None:
    """No site has the key n, so the h after it was meant for something else too."""
    async with launch_coach(THREE) as person:
        assert isinstance(person.screen, CheckInScreen)
        person.screen.become_busy()
        await person.press("y", "n", "h")
        person.screen.become_ready()
        await person.settle()
        assert question(person) == "Where?"


async def test_enter_answers_nothing_where_there_is_no_default(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("enter", "space")
        assert question(person) == "Sore anywhere in foot or lower leg today?"


async def test_a_sore_site_changes_what_is_played_and_both_are_kept(
    launch_coach: OpenApp,
) -> None:
    """Case 1: L3 with the cord of the left Achilles at 3."""
    async with launch_coach(L3) as person:
        await person.press("y", "t", "c", "l", "3", "n", "n")
        assert question(person).startswith("Lighter today because of your left Achilles (3 of 10)")
        assert "eel raise, both feet" in question(person)
        planned = routine_minutes(CATALOGUE.routines[L3])
        (start, *_) = person.text("#question-keys").splitlines()
        assert start.endswith("minutes today")
        assert f"about {planned} minutes" not in start
        await person.press("enter")
        assert isinstance(person.screen, PlayScreen)
        played = [step.exercise.id for step in person.screen.live_session.routine.steps]
        assert "heel-raise-double" in played
        assert "heel-raise-single" not in played
        kept = check_in_of(person)
        assert kept["sore"] == [{"site": "achilles-cord", "side": "left", "score": 3}]
        assert kept["decision"] == "lighter"
        assert kept["changes"]


async def test_a_site_is_chosen_on_the_picture_with_arrows(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y")
        assert person.screen.query_one(SiteView).region.area
        await person.press("enter")  # nothing is chosen yet
        assert question(person) == "Where?"
        await person.press("down", "left", "up", "enter")
        assert question(person) == "Which side?"  # the cord: not asked where at the Achilles
        await person.press("r", "2")
        assert person.text("#asked").strip() == "Right Achilles: 2 of 10."


async def test_backspace_goes_one_question_back(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y", "h", "l", "backspace")
        assert question(person) == "Which side?"
        await person.press("backspace", "backspace", "backspace", "backspace")
        assert question(person) == "Sore anywhere in foot or lower leg today?"


async def test_escape_skips_the_rest_as_not_answered(launch_coach: OpenApp) -> None:
    """Case 12."""
    async with launch_coach(THREE) as person:
        await person.press("escape", "enter")
        assert person.state is SessionState.GET_READY
        assert "sore" not in check_in_of(person)


async def test_escape_on_the_last_page_leaves_and_pain_is_kept(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("space", "y", "a", "b", "2", "n", "n", "escape")
        assert isinstance(person.screen, HomeScreen)
    (kept,) = coach_fixture.history.entries(EntryKind.CHECK_IN)
    assert kept["sore"] == [{"site": "arch", "side": "both", "score": 2}]
    assert kept["day"] == "2026-03-12"


async def test_leaving_before_an_answer_keeps_nothing(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("space", "q")
        assert isinstance(person.screen, HomeScreen)
    assert coach_fixture.history.entries(EntryKind.CHECK_IN) == []


async def test_a_red_score_rests_and_offers_gentle_minutes(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    """Case 6. The score is on disk before the session, which may be cut off and deleted."""
    async with launch_coach(L3) as person:
        await person.press("y", "h", "l", "7", "n", "n")
        assert "Above 5 of 10: no loaded exercise today" in question(person)
        assert "enter" not in person.text("#question-keys")
        await person.press("enter", "space")
        assert isinstance(person.screen, CheckInScreen)
        await person.press("1")
        assert "gentle" in person.text("#question-keys").lower()
        await person.press("enter")
        assert isinstance(person.screen, PlayScreen)
        assert person.screen.live_session.routine.id == GENTLE
        assert check_in_of(person)["decision"] == "gentle"
        (kept,) = coach_fixture.history.entries(EntryKind.CHECK_IN)
        assert kept["sore"] == [{"site": "heel", "side": "left", "score": 7}]


async def test_a_flag_for_emergency_help_leaves_nothing_but_its_text(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach(L3) as person:
        await person.press("y", "c", "l", "4", "n", "1", "enter", "y")
        assert "Call emergency services now." in question(person)
        parts = ("#asked", "#question-keys", "#question-note")
        assert not any(person.screen.query_one(part).display for part in parts)
        assert len(coach_fixture.history.entries(EntryKind.CHECK_IN)) == 1, "saved at once"
        await person.press("enter", "y", "s", "1")
        assert isinstance(person.screen, CheckInScreen)
        await person.press("escape")
        assert isinstance(person.screen, HomeScreen)
    (kept,) = coach_fixture.history.entries(EntryKind.CHECK_IN)
    assert (kept["flags"], kept["decision"]) == (["chest"], "stop")


async def test_a_flag_chosen_by_mistake_leads_back_to_the_list(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach(L3) as person:
        await person.press("y", "c", "l", "4", "n", "1", "enter")
        assert "short of breath" in question(person)
        assert "yes, this is true" in person.text("#question-keys")
        await person.press("n")
        assert question(person).startswith("Is any of these true?")
        await person.press("1", "enter", "backspace", "n", "escape")
    (kept,) = coach_fixture.history.entries(EntryKind.CHECK_IN)
    assert kept["flags"] == []


async def test_a_flag_is_chosen_by_a_number_of_two_digits(launch_coach: OpenApp) -> None:
    async with launch_coach(L3) as person:
        await person.press("y", "c", "l", "4", "n", "1", "2")
        assert "▶    12" in person.text("#question-keys")
        await person.press("3")
        assert "▶     3" in person.text("#question-keys")


async def test_short_halves_the_session(launch_coach: OpenApp) -> None:
    async with launch_coach(DAILY) as person:
        await person.press("n", "s")
        assert person.state is SessionState.GET_READY
        kept = check_in_of(person)
        assert (kept["energy"], kept["decision"]) == ("short", "lighter")


async def test_ill_rests(launch_coach: OpenApp) -> None:
    async with launch_coach(DAILY) as person:
        await person.press("n", "i")
        assert "Get well first." in question(person)


async def test_ill_is_kept_overnight_also_where_the_rest_was_skipped(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach(DAILY) as person:
        await person.press("escape", "i", "escape")
    (kept,) = coach_fixture.history.entries(EntryKind.CHECK_IN)
    assert (kept["energy"], kept["decision"], kept["rule"]) == ("ill", "rest", "ill")


async def test_ill_on_the_day_holds_the_essential_three_until_it_was_a_wrong_key(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach(DAILY) as person:
        await person.press("n", "i", "escape")
    async with launch_coach(THREE) as person:
        await person.press("n")
        assert "Get well first." in question(person)
        await person.press("y", "enter")
        assert person.state is SessionState.GET_READY
        assert check_in_of(person)["anyway"] is True


async def test_the_morning_is_asked_first_and_kept_with_its_session(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    session = add_session(coach_fixture, DAILY, days=2, pain=3)
    async with launch_coach(THREE) as person:
        assert question(person).startswith(
            "The morning after Tuesday’s session: how were your feet?"
        )
        await person.press("w", "n", "enter")
        assert person.state is SessionState.GET_READY
    found = coach_fixture.history.get(session.id)
    assert found
    assert found.morning == {"answer": "worse", "asked": "2026-03-12"}


async def test_mobility_asks_only_for_the_key_that_starts(launch_coach: OpenApp) -> None:
    mobility = next(
        name
        for name, each in CATALOGUE.routines.items()
        if name != GENTLE
        and each.effort[1] <= 3
        and all(step.exercise.level == 1 for step in each.steps)
    )
    async with launch_coach(mobility) as person:
        assert "Ready." in question(person)


async def test_keys_in_one_go_answer_the_questions_in_their_order(launch_coach: OpenApp) -> None:
    """From the start screen: the check-in is not open yet when its first key comes."""
    async with launch_coach() as person:
        await person.type_ahead("space", "y", "t", "c", "l", "3", "n", "n", "enter")
        assert isinstance(person.screen, PlayScreen)
        kept = check_in_of(person)
        assert kept["sore"] == [{"site": "achilles-cord", "side": "left", "score": 3}]
        assert kept["flags"] == []


async def test_keys_in_one_go_after_enter_on_a_routine(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.type_ahead("enter", "n", "enter")
        assert isinstance(person.screen, PlayScreen)
        assert check_in_of(person)["sore"] == []


async def test_details_show_the_changes_before_the_start(launch_coach: OpenApp) -> None:
    async with launch_coach(L3) as person:
        await person.press("y", "t", "c", "l", "3", "n", "n", "d")
        assert isinstance(person.screen, PlayScreen)
        assert person.state is SessionState.READY
        assert "Lighter today" in person.text("#ready-text")
        await person.press("space")
        assert check_in_of(person)["decision"] == "lighter"


async def test_the_occasion_can_be_changed(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("n")
        assert "occasion: before run" in person.text("#question-keys")
        await person.press("c")
        assert "occasion: after run" in person.text("#question-keys")
        await person.press("enter")
        assert check_in_of(person)["context"] == "after-run"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (20, 5)])
async def test_it_can_be_answered_at_every_size(
    launch_coach: OpenApp, size: tuple[int, int]
) -> None:
    async with launch_coach(THREE, size) as person:
        await person.press("y", "down", "down", "up", "enter", "l", "1", "n", "enter")
        assert person.state is SessionState.GET_READY


async def test_without_rules_a_routine_opens_as_before(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.rules = None
    async with launch_coach(THREE) as person:
        assert isinstance(person.screen, PlayScreen)
        assert person.state is SessionState.READY


async def test_a_check_in_that_was_cut_off_goes_on_where_it_was(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y", "h", "l")
        assert isinstance(person.screen, CheckInScreen)
        person.screen._flow = None  # as if the process was killed: nothing is closed
    async with launch_coach(THREE) as person:
        assert question(person) == "How much, 0 to 10?"
        await person.press("q")
        await person.press("space")
        assert question(person) == "Sore anywhere in foot or lower leg today?"


async def test_conditions_stand_in_lines_of_their_own_below_the_keys(launch_coach: OpenApp) -> None:
    async with launch_coach("plantar-heel-load-start", (80, 24)) as person:
        await person.press("n")
        assert question(person) == "Is all of this true?"
        assert "You have none of these:" in person.text("#question-note")
        assert "· antibiotics ending in -floxacin" in person.text("#question-note")
        await person.press("y")
        assert "Ready." in question(person)
        await person.press("enter")
        assert person.state is SessionState.GET_READY


async def test_conditions_that_are_not_all_true_leave_the_routine_out(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach("plantar-heel-load-start") as person:
        await person.press("n", "n")
        assert "enter" not in person.text("#question-keys")


async def test_advice_against_a_routine_can_be_overridden_and_is_kept(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    """Case 31: L3 was played yesterday."""
    add_session(coach_fixture, L3, days=1)
    async with launch_coach(L3) as person:
        while "anyway" not in person.text("#question-keys"):
            await person.press("n")
        await person.press("y")
        await person.press("enter")
        assert isinstance(person.screen, PlayScreen)
        assert person.screen.live_session.routine.id == L3
        assert check_in_of(person)["anyway"] is True
