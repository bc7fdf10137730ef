"""A FIT file says what the history says, to two readers that others wrote."""

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, NamedTuple

import fitdecode  # type: ignore[import-untyped]
import fitparse  # type: ignore[import-untyped]
import pytest
from bundled import CATALOGUE
from exchange_files import one_set
from fit_tool.fit_file import FitFile  # type: ignore[import-untyped]
from fit_tool.validation import validate_fit_file  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange.fit_exercises import FIT_EXERCISES, STRETCHES
from footcoach_tui.history.exchange.fit_file import fit_file
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import (
    ExerciseRecord,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
GOLDEN = "4ff57c51b2340ecdee57a5364a7304c4ae49ab60b3ccda47144d4b6150216d40"


class Read(NamedTuple):
    """A set as a reader of files gives it."""

    is_active: bool
    start: datetime
    end: datetime
    seconds: float
    reps: int | None
    weight: float | None
    category: object
    name: object
    title: str | None


def decoded(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Messages as fitdecode reads them."""
    with fitdecode.FitReader(io.BytesIO(content)) as reader:
        return [
            (frame.name, {field.name: field.value for field in frame.fields})
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage)
        ]


def parsed(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Messages as fitparse reads them."""
    file = fitparse.FitFile(io.BytesIO(content))
    return [(message.name, message.get_values()) for message in file.get_messages()]


def read_sets(messages: list[tuple[str, dict[str, Any]]]) -> list[Read]:
    titles = {
        fields["message_index"]: fields["wkt_step_name"]
        for name, fields in messages
        if name == "exercise_title"
    }
    found = [fields for name, fields in messages if name == "set"]
    assert [fields["message_index"] for fields in found] == list(range(len(found)))
    return [
        Read(
            fields["set_type"] == "active",
            fields["start_time"].replace(tzinfo=UTC),
            fields["timestamp"].replace(tzinfo=UTC),
            fields["duration"],
            fields.get("repetitions"),
            fields.get("weight"),
            fields.get("category"),
            fields.get("category_subtype"),
            titles.get(fields.get("wkt_step_index")),
        )
        for fields in found
    ]


@st.composite
def played(draw: st.DrawFn) -> SessionRecord:
    """A session as it is played: sets one after the other, with pauses, some of them skipped."""
    zone = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    started = draw(
        st.datetimes(datetime(1999, 2, 1), datetime(2118, 1, 1), timezones=st.just(zone))  # noqa: DTZ001 - the strategy adds the zone
    )
    clock = paused = 0.0
    exercises = []
    names = st.text(max_size=300).map(lambda text: clean(text, 200))
    for _ in range(draw(st.integers(1, 4))):
        sets = []
        for number in range(1, draw(st.integers(1, 4)) + 1):
            pause = draw(st.integers(0, 4_000_000)) / 1000
            seconds = draw(st.integers(0, 600_000)) / 1000
            clock, paused = clock + pause, paused + pause / 2
            sets.append(
                SetRecord(
                    number,
                    draw(st.sampled_from(Side)),
                    8,
                    draw(st.integers(0, 100_000)),
                    48.0,
                    seconds,
                    draw(st.sampled_from(SetOutcome)),
                    at=round(clock, 3),
                    load=draw(st.none() | st.just("band") | st.integers(0, 1000).map(float)),
                )
            )
            clock += seconds
        which = draw(st.sampled_from(sorted(FIT_EXERCISES)) | names)
        exercises.append(ExerciseRecord(which, draw(names), tuple(sets)))
    return SessionRecord(
        id=new_id(started),
        routine="r",
        title=draw(names),
        started=started,
        zone="",
        seconds=clock - paused,
        exercises=tuple(exercises),
        effort=draw(st.none() | st.integers(0, 10)),
        device=draw(names),
        version=draw(st.sampled_from(["", "0.31.0", "1.2", "x", "123456.7"])),
        ended=started + timedelta(seconds=clock + 2.5),
        paused=paused,
    )


def done(record: SessionRecord) -> list[tuple[ExerciseRecord, SetRecord]]:
    return [
        (exercise, each)
        for exercise in record.exercises
        for each in exercise.sets
        if each.outcome is not SetOutcome.SKIPPED
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(record=played().filter(lambda record: record.is_counted))
def test_two_readers_find_the_sets_of_the_history(record: SessionRecord) -> None:
    content = fit_file(record)
    sets = read_sets(decoded(content))

    assert read_sets(parsed(content)) == sets
    active = [each for each in sets if each.is_active]
    for (exercise, each), read in zip(done(record), active, strict=True):
        assert each.at is not None
        begin = record.started + timedelta(seconds=each.at)
        assert abs((read.start - begin).total_seconds()) <= 0.5
        assert abs((read.end - begin).total_seconds() - each.seconds) <= 0.5
        assert read.seconds == pytest.approx(each.seconds, abs=0.0005)
        assert read.reps == (min(each.reps, 65_534) or None)
        assert read.weight == (each.load if isinstance(each.load, float) else None)
        ending = "" if each.side is Side.BOTH else f", {each.side}"
        assert read.title is not None
        assert read.title.endswith(ending)
        name = read.title.removesuffix(ending)
        assert (exercise.name or exercise.exercise or "Exercise").startswith(name)
        assert name == exercise.name or len(read.title.encode()) > 249 or not exercise.name
    rests = [each for each in sets if not each.is_active]
    assert all(each.category is None and each.reps is None for each in rests)
    total = sum(each.seconds for each in sets)
    last = done(record)[-1][1]
    assert last.at is not None
    assert total == pytest.approx(last.at + last.seconds, abs=0.01), "no second is left out"
    (session,) = [fields for name, fields in decoded(content) if name == "session"]
    assert record.ended is not None
    assert session["total_elapsed_time"] == pytest.approx(
        (record.ended - record.started).total_seconds(), abs=0.002
    )
    assert session.get("workout_rpe") == (None if record.effort is None else record.effort * 10)


@settings(max_examples=25, deadline=None)
@given(record=played().filter(lambda record: record.is_counted))
def test_a_strict_validator_finds_nothing(record: SessionRecord) -> None:
    content = fit_file(record)

    assert fit_file(record) == content
    assert list(validate_fit_file(FitFile.from_bytes(content)).findings) == []


def test_the_messages_come_in_the_usual_order(make_session: Make) -> None:
    names = [name for name, _ in decoded(fit_file(golden(make_session)))]

    assert names == [
        *("file_id", "file_creator", "device_info", "sport"),
        *("exercise_title", "exercise_title", "event", "record", "record"),
        *("set", "set", "set", "set", "event", "lap", "session", "activity"),
    ]


def golden(make_session: Make) -> SessionRecord:
    sets = (one_set(at=8.0), one_set(side=Side.RIGHT, reps=5, seconds=30.125, at=61.5, load=2.5))
    return make_session(
        id="01KJMMB3M8RRRRRRRRRRRRRRRR",
        title="Toes – short",
        started="2026-03-01T07:10:05+01:00",
        exercises=(ExerciseRecord("toe-yoga", "Toe yoga", sets),),
        seconds=100.0,
        effort=4,
        device="laptop-1",
        version="1.2.0",
        ended=datetime(2026, 3, 1, 7, 12, tzinfo=timezone(timedelta(hours=1))),
        paused=15.0,
    )


def test_the_same_session_is_the_same_file_on_every_machine(make_session: Make) -> None:
    assert hashlib.sha256(fit_file(golden(make_session))).hexdigest() == GOLDEN


def test_without_moments_the_rests_fill_the_length_of_the_session(make_session: Make) -> None:
    sets = tuple(one_set(number=number, seconds=40.0) for number in (1, 2, 3))
    record = make_session(
        exercises=(ExerciseRecord("toe-yoga", "Toe yoga", sets),), seconds=150.0, ended=None
    )
    read = read_sets(decoded(fit_file(record)))

    assert [(each.is_active, each.seconds) for each in read] == [(False, 10), (True, 40)] * 3
    (session,) = [fields for name, fields in decoded(fit_file(record)) if name == "session"]
    assert session["total_elapsed_time"] == session["total_timer_time"] == 150.0


def test_a_session_of_stretches_is_flexibility_training(make_session: Make) -> None:
    kinds = {}
    for name in ("ball-roll", "toe-yoga"):
        record = make_session(exercises=(ExerciseRecord(name, name, (one_set(at=1.0),)),))
        (sport,) = [fields for what, fields in decoded(fit_file(record)) if what == "sport"]
        kinds[name] = sport["sub_sport"]

    assert kinds == {"ball-roll": "flexibility_training", "toe-yoga": "strength_training"}


@pytest.mark.parametrize("year", [1971, 1998, 2120, 2198])
def test_a_year_that_fit_has_no_number_for_is_refused(make_session: Make, year: int) -> None:
    record = make_session(started=f"{year}-03-01T07:00:00+00:00")

    with pytest.raises(HistoryError, match="1999 to 2119"):
        fit_file(record)


def test_a_session_of_more_sets_than_fit_has_room_for_is_refused(make_session: Make) -> None:
    def record(count: int) -> SessionRecord:
        sets = tuple(one_set(number=1, at=48.0 * place) for place in range(count))
        return make_session(exercises=(ExerciseRecord("toe-yoga", "Toe yoga", sets),))

    assert len(read_sets(decoded(fit_file(record(4095))))) == 4095
    with pytest.raises(HistoryError, match="4,095 sets"):
        fit_file(record(4096))


def test_five_hundred_exercises_are_five_hundred_titles(make_session: Make) -> None:
    exercises = tuple(
        ExerciseRecord(f"own-{place}", f"Übung {place} {'x' * 180}", (one_set(at=60.0 * place),))
        for place in range(500)
    )
    read = read_sets(parsed(fit_file(make_session(exercises=exercises))))

    assert [each.title for each in read if each.is_active] == [
        f"{exercise.name}, left" for exercise in exercises
    ]


def test_every_bundled_exercise_has_a_category_that_readers_know() -> None:
    assert set(FIT_EXERCISES) == set(CATALOGUE.exercises)
    assert set(FIT_EXERCISES) >= STRETCHES
    assert all(0 <= each.category <= 32 for each in FIT_EXERCISES.values())
