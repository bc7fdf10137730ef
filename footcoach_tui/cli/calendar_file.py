"""Calendar file of a plan (RFC 5545), made with the library of the extra `calendar`."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from footcoach_tui import __version__
from footcoach_tui.coach.answers.plan_choice import WEEKDAYS
from footcoach_tui.coach.plans.calendar import CalendarEvent

if TYPE_CHECKING:
    from icalendar import Event

MISSING_LIBRARY = "A calendar file needs icalendar: pip install 'footcoach[calendar]'"
_REMINDER = timedelta(minutes=-10)


def can_write_calendar() -> bool:
    """Return whether the library is installed; `MISSING_LIBRARY` says how to install it."""
    return find_spec("icalendar") is not None


def calendar_file(events: Iterable[CalendarEvent], now: datetime) -> bytes:
    """Return the text of a calendar file, in UTF-8. `now` is aware: the time of the export."""
    from icalendar import Calendar  # noqa: PLC0415 - 110 ms, and an extra

    calendar = Calendar()
    calendar.add("prodid", f"-//footcoach//footcoach {__version__}//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(_event(event, now))
    text: bytes = calendar.to_ical()
    return text


def _event(event: CalendarEvent, now: datetime) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415 - see above

    entry = Event()
    entry.add("uid", event.uid)
    entry.add("dtstamp", now)
    entry.add("dtstart", event.start)
    entry.add("duration", timedelta(minutes=event.minutes))
    entry.add("summary", event.title)
    entry.add("description", event.description)
    entry.add("transp", "TRANSPARENT")
    if event.until:
        weekday = WEEKDAYS[event.start.weekday()][:2].upper()
        last = datetime.combine(event.until - timedelta(days=1), time(23, 59, 59))
        entry.add("rrule", {"freq": "weekly", "byday": [weekday], "until": last})
    at = event.start.time()
    for day in event.skipped:
        entry.add("exdate", datetime.combine(day, at))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    alarm.add("description", event.title)
    entry.add_component(alarm)
    return entry
