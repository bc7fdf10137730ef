"""Messages of the FIT file of a session, in their order: names, and fields as numbers and texts.

Names are those of the FIT profile. Moments are milliseconds from 1970, and whole seconds, for the
file has no smaller ones; durations have thousandths.
"""

import re
from binascii import crc32
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeAlias

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange.fit_exercises import STRETCHES
from footcoach_tui.history.exchange.fit_sets import (
    FitSet,
    FitTimes,
    FitTitle,
    cut_text,
    fit_sets,
    fit_times,
)
from footcoach_tui.session.record import SessionRecord, SetOutcome

_MIN_YEAR, _MAX_YEAR = 1999, 2119
"""A number that would be an earlier moment means something else; later ones have none."""
_Message: TypeAlias = tuple[str, dict[str, object]]

_ACTIVITY_FILE, _DEVELOPMENT, _TRAINING, _STRENGTH, _FLEXIBILITY = 4, 255, 10, 20, 19
_TIMER, _LAP, _SESSION, _ACTIVITY = 0, 9, 8, 26
"""Events."""
_START, _STOP, _STOP_ALL = 0, 1, 4
"""Types of events."""
_REST, _ACTIVE = 0, 1
_EPOCH = 631_065_600
"""1989-12-31, from which FIT counts, in seconds from 1970."""
_MAX_SETS = 4095
"""An index has twelve bits."""
_MAX_REPS = 65_534
_MAX_SECONDS = 4_294_967.0
_EFFORT_SCALE = 10
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,2})(?!\d)", re.ASCII)


def fit_messages(record: SessionRecord) -> list[_Message]:
    """Return the messages of a session that counts. Raises HistoryError where FIT has no room."""
    sets = fit_sets(record)
    times = fit_times(record, sets)
    years = [moment.astimezone(UTC).year for moment in (times.start, times.at(times.elapsed))]
    if not _MIN_YEAR <= years[0] <= years[1] <= _MAX_YEAR:
        raise _no_room(record, f"years from {_MIN_YEAR} to {_MAX_YEAR}")
    if len(sets) > _MAX_SETS:
        raise _no_room(record, f"{_MAX_SETS:,} sets and rests")
    titles = dict.fromkeys(each.title for each in sets if each.title)
    places = {title: place for place, title in enumerate(titles)}
    return [
        *_file(record, times),
        *(("exercise_title", _title(place, title)) for title, place in places.items()),
        ("event", {"timestamp": _ms(times.start), "event": _TIMER, "event_type": _START}),
        ("record", {"timestamp": _ms(times.start)}),
        ("record", {"timestamp": _ms(times.at(times.elapsed))}),
        *(("set", _set(place, each, times, places)) for place, each in enumerate(sets)),
        *_sums(record, times),
    ]


def _no_room(record: SessionRecord, room: str) -> HistoryError:
    sentence = f"a FIT file has room for {room} only"
    return HistoryError(f"The session of {record.date} cannot be exported: {sentence}")


def _file(record: SessionRecord, times: FitTimes) -> Iterator[_Message]:
    maker: dict[str, object] = {
        "manufacturer": _DEVELOPMENT,
        "product": 0,
        "serial_number": crc32(record.device.encode()) or 1,  # 0 means none
    }
    start = _ms(times.start)
    file_id: dict[str, object] = {"type": _ACTIVITY_FILE, "time_created": start}
    yield "file_id", file_id | maker | {"product_name": "footcoach"}
    version = _VERSION.match(record.version)
    number = int(version[1]) * 100 + int(version[2]) if version else 0
    yield "file_creator", {"software_version": number}
    device: dict[str, object] = {"timestamp": start, "device_index": 0}
    yield "device_info", device | maker | {"software_version": number / 100}
    yield "sport", _sport(record) | {"sport_name": _name(record)}


def _title(place: int, title: FitTitle) -> dict[str, object]:
    return {
        "message_index": place,
        "exercise_category": title.exercise.category,
        "exercise_name": title.exercise.name,
        "workout_step_name": title.text,
    }


def _set(
    place: int, each: FitSet, times: FitTimes, places: dict[FitTitle, int]
) -> dict[str, object]:
    fields: dict[str, object] = {
        "timestamp": _ms(times.at(each.end)),
        "duration": _seconds(each.seconds),
        "set_type": _ACTIVE if each.title else _REST,
        "start_time": _ms(times.at(each.start)),
        "message_index": place,
    }
    if each.title is None:
        return fields
    fields |= {
        "category": [each.title.exercise.category],
        "category_subtype": [each.title.exercise.name],
        "workout_step_index": places[each.title],
    }
    if each.reps:
        fields["repetitions"] = min(each.reps, _MAX_REPS)
    if each.load is not None:
        fields["weight"] = each.load
    return fields


def _sums(record: SessionRecord, times: FitTimes) -> Iterator[_Message]:
    """Yield the end of the timer, and the lap, the session and the activity that it ends."""
    end = times.at(times.elapsed)
    stamp: dict[str, object] = {"timestamp": _ms(end)}
    timer: dict[str, object] = {"total_timer_time": _seconds(times.timer)}
    yield "event", stamp | {"event": _TIMER, "event_type": _STOP_ALL}
    whole: dict[str, object] = (
        stamp
        | timer
        | _sport(record)
        | {
            "message_index": 0,
            "start_time": _ms(times.start),
            "total_elapsed_time": _seconds(times.elapsed),
            "event_type": _STOP,
        }
    )
    yield "lap", whole | {"event": _LAP}
    session = {"event": _SESSION, "first_lap_index": 0, "num_laps": 1, "trigger": 0}
    if record.effort is not None:
        session["workout_rpe"] = record.effort * _EFFORT_SCALE
    yield "session", whole | session | {"sport_profile_name": _name(record)}
    offset = end.utcoffset()
    local = int(_ms(end) / 1000) - _EPOCH + int(offset.total_seconds() if offset else 0)
    activity = {"num_sessions": 1, "type": 0, "event": _ACTIVITY, "event_type": _STOP}
    yield "activity", stamp | timer | activity | {"local_timestamp": local}


def _sport(record: SessionRecord) -> dict[str, object]:
    done = {
        exercise.exercise
        for exercise in record.exercises
        if any(each.outcome is not SetOutcome.SKIPPED for each in exercise.sets)
    }
    return {"sport": _TRAINING, "sub_sport": _FLEXIBILITY if done <= STRETCHES else _STRENGTH}


def _name(record: SessionRecord) -> str:
    return cut_text(record.title or record.routine) or "footcoach"


def _ms(moment: datetime) -> int:
    return round(moment.timestamp()) * 1000


def _seconds(seconds: float) -> float:
    return min(round(seconds, 3), _MAX_SECONDS)
