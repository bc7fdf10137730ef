"""The calendar file, read back by two other programs."""

from datetime import UTC, date, datetime, time

import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar

from footcoach_tui.cli import calendar_file as module
from footcoach_tui.cli.calendar_file import calendar_file, can_write_calendar
from footcoach_tui.coach.answers.plan_choice import PlanChoice, PlanPause
from footcoach_tui.coach.plans.calendar import CalendarEvent, plan_events
from footcoach_tui.coach.rules.plan import Plan, PlanKind

NOW = datetime(2026, 3, 4, 6, 30, tzinfo=UTC)
TODAY = date(2026, 3, 4)  # a Wednesday
PLAN = Plan("foot-core", "Foot core", "", PlanKind.COURSE, (3, 4), (), tests=("knee-to-wall",))
CHOICE = PlanChoice(
    chosen=date(2026, 3, 2),
    plan="foot-core",
    begun=date(2026, 3, 2),
    weekdays=frozenset((0, 2, 4)),
    pauses=(PlanPause(date(2026, 3, 28), date(2026, 4, 6)),),
    if_then="After my café crème; on Mon, Wed and Fri, I do my feet in the kitchen: " + "ü" * 60,
    at=time(7, 5),
)
WINDOW = date(2026, 1, 1), date(2027, 1, 1)


def events() -> tuple[CalendarEvent, ...]:
    return plan_events(PLAN, CHOICE, 22, TODAY)


def expanded(text: bytes) -> list[tuple[str, datetime]]:
    calendar = Calendar.from_ical(text)
    occurrences = recurring_ical_events.of(calendar).between(*WINDOW)
    return sorted((str(each["uid"]), each["dtstart"].dt) for each in occurrences)


def test_another_program_expands_the_file_to_the_days_that_the_plan_asks_for() -> None:
    wanted = sorted(
        (event.uid, datetime.combine(day, time(7, 5))) for event in events() for day in event.days
    )
    assert expanded(calendar_file(events(), NOW)) == wanted


def test_no_reminder_is_in_a_pause() -> None:
    days = [moment.date() for _, moment in expanded(calendar_file(events(), NOW))]
    assert not [day for day in days if CHOICE.pause_on(day)]
    assert date(2026, 3, 27) in days
    assert date(2026, 4, 8) in days


def test_vobject_reads_the_file() -> None:
    calendar = vobject.readOne(calendar_file(events(), NOW).decode())
    first = calendar.vevent_list[0]
    assert first.uid.value == "foot-core-mon@footcoach"
    assert first.dtstart.value == datetime(2026, 3, 9, 7, 5)  # noqa: DTZ001 - floating
    assert first.summary.value == "Feet, 22 min"
    assert first.transp.value == "TRANSPARENT"
    assert first.description.value == f"{CHOICE.if_then}\nfootcoach play"
    assert first.duration.value.total_seconds() == 25 * 60
    assert first.valarm.trigger.value.total_seconds() == -600
    assert first.valarm.action.value == "DISPLAY"


def test_lines_have_at_most_75_bytes_and_end_with_a_return() -> None:
    text = calendar_file(events(), NOW)
    assert text.endswith(b"\r\n")
    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]


def test_times_have_no_zone() -> None:
    lines = calendar_file(events(), NOW).decode().split("\r\n")
    starts = [line for line in lines if line.startswith(("DTSTART", "EXDATE"))]
    assert starts
    assert all(";TZID" not in line and not line.endswith("Z") for line in starts)
    assert "RRULE:FREQ=WEEKLY;UNTIL=20260426T235959;BYDAY=MO" in lines


def test_a_later_export_has_the_same_ids() -> None:
    later = plan_events(PLAN, CHOICE, 22, date(2026, 3, 12))
    ids = {event.uid for event in later}
    assert ids <= {event.uid for event in events()}
    assert ids > {f"foot-core-{name}@footcoach" for name in ("mon", "wed", "fri")}


def test_a_text_with_line_breaks_adds_no_property() -> None:
    choice = CHOICE._replace(if_then="Tea\r\nATTENDEE:mailto:a@example.org")
    text = calendar_file(plan_events(PLAN, choice, 22, TODAY), NOW)
    assert b"\r\nATTENDEE" not in text


@pytest.mark.parametrize("is_found", [True, False])
def test_the_library_may_be_missing(monkeypatch: pytest.MonkeyPatch, *, is_found: bool) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: object() if is_found else None)
    assert can_write_calendar() is is_found
