"""Devices that sync by a hub hold the same history, and no file of their own is touched."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hub_sessions import session
from hub_world import NOW, Device, Hub
from hypothesis import HealthCheck, given, settings

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.hub.connection import connect, identify
from footcoach_tui.hub.errors import HubError, UnreachableError
from footcoach_tui.hub.pull import pull
from footcoach_tui.hub.push import push
from footcoach_tui.hub.sync_state import SyncState, read_state

NAMES = ("laptop-aaaaaa", "phone-bbbbbb", "tower-cccccc")


def told(device: Device) -> list[dict[str, object]]:
    return [to_document(record) for record in device.history.all()]


def entry(number: int) -> dict[str, object]:
    return {"id": new_id(session(number).started), "day": session(number).date, "sore": []}


def test_a_session_and_an_entry_reach_the_other_device(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.history.add_entry(EntryKind.CHECK_IN, entry(1))
    assert laptop.sync()[:3] == (2, 0, 0)
    assert phone.sync()[:3] == (0, 2, 0)
    assert told(phone) == told(laptop)
    assert phone.history.entries(EntryKind.CHECK_IN) == laptop.history.entries(EntryKind.CHECK_IN)
    assert not phone.sync().is_new
    assert not laptop.sync().is_new


def test_a_deletion_and_a_removed_entry_travel_and_delete_no_line(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    record = session(0)
    laptop.history.add(record)
    laptop.sync()
    phone.sync()
    phone.history.delete(record.id)
    phone.history.add_entry(EntryKind.PLAN, entry(1))
    phone.sync()
    laptop.sync()
    assert told(laptop) == told(phone) == []
    phone.history.undo()
    phone.sync()
    laptop.sync()
    assert laptop.history.entries(EntryKind.PLAN) == []
    assert len(hub.admin("select id from footcoach.version")) == 3


def test_own_months_are_only_read(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.sync()
    phone.sync()
    phone.history.update(phone.history.all()[0]._replace(note="later", pain=2))
    phone.sync()
    before = laptop.files(of=NAMES[0])
    laptop.sync()
    assert laptop.files(of=NAMES[0]) == before
    assert told(laptop)[0]["note"] == "later"


@pytest.mark.parametrize("days", [-3, 3])
def test_a_clock_three_days_wrong_loses_no_edit(hub: Hub, days: int) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    phone.clock[0] += timedelta(days=days)
    laptop.history.add(session(0))
    laptop.sync()
    phone.sync()
    phone.history.update(phone.history.all()[0]._replace(note="phone"))
    phone.sync()
    laptop.sync()
    laptop.history.update(laptop.history.all()[0]._replace(note="laptop"))
    laptop.sync()
    phone.sync()
    assert told(phone) == told(laptop)
    assert told(phone)[0]["note"] == "laptop"


def test_other_people_are_never_seen(hub: Hub) -> None:
    ana, ben = hub.person(), hub.person()
    laptop, other = hub.device(ana, NAMES[0]), hub.device(ben, NAMES[1])
    laptop.history.add(session(0))
    laptop.sync()
    assert not other.sync().is_new
    assert told(other) == []


def test_a_transaction_that_began_first_and_ended_last_is_not_missed(hub: Hub) -> None:
    """A cursor by the latest number or by time would have passed over it."""
    ana = hub.person()
    early, late, reader = (hub.device(ana, name) for name in NAMES)
    early.history.add(session(0))
    late.history.add(session(1))
    with connect(early.hub) as slow:
        with slow.transaction():
            push(slow, ana, early.folder / "data", early.name, SyncState())
            late.sync()
            assert reader.sync().fetched == 1
        assert reader.sync().fetched == 1
    assert len(told(reader)) == 2


def test_a_client_that_dies_before_it_kept_the_cursor_fetches_again(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.sync()
    with connect(phone.hub) as connection:
        assert pull(connection, ana, phone.name, 0, phone.history).lines == 1
    assert read_state(phone.folder / "state").cursor == 0
    assert phone.sync().fetched == 0
    assert told(phone) == told(laptop)


def test_a_hub_put_back_from_nothing_gets_everything_again(new_hub: Callable[[], Hub]) -> None:
    first, second = new_hub(), new_hub()
    ana = first.person()
    second.admin("insert into footcoach.person (name, shown) values (%s, 'A')", ana)
    laptop = first.device(ana, NAMES[0])
    laptop.history.add(session(0))
    assert laptop.sync().sent == 1
    assert replace(laptop, hub=second.conninfo(ana)).sync().sent == 1


def test_lines_restored_from_a_dump_are_numbered_anew(hub: Hub) -> None:
    from footcoach_tui.hub.migrate import migrate  # noqa: PLC0415 - only here

    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.sync()
    hub.admin("alter table footcoach.version disable trigger keep_later")
    hub.admin("update footcoach.version set tx = '900000000'::xid8")
    hub.admin("alter table footcoach.version enable trigger keep_later")
    with connect(hub.conninfo()) as connection:
        migrate(connection)
    assert hub.admin("select id from footcoach.version where tx > pg_current_xact_id()") == []
    assert phone.sync().fetched == 1


def test_a_damaged_month_here_is_set_aside_and_fetched_whole(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.sync()
    phone.sync()
    path = phone.folder / "data" / "history" / NAMES[0] / "2026-01.json"
    path.write_bytes(b"{ cut")
    laptop.history.add(session(1))
    laptop.sync()
    phone.sync()
    assert told(phone) == told(laptop)
    assert [each for each in phone.files() if ".corrupt-" in each]


def test_a_damaged_month_of_this_device_is_named_and_the_others_are_sent(hub: Hub) -> None:
    laptop = hub.device(hub.person(), NAMES[0])
    laptop.history.add(session(0))
    laptop.history.add(session(40))
    (laptop.folder / "data" / "history" / NAMES[0] / "2026-01.json").write_bytes(b"")
    result = laptop.sync()
    assert result.sent == 1
    assert "not sent" in str(result.problems[0])


def test_again_fetches_what_was_removed_here(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = (hub.device(ana, name) for name in NAMES[:2])
    laptop.history.add(session(0))
    laptop.sync()
    phone.sync()
    for path in (phone.folder / "data" / "history" / NAMES[0]).iterdir():
        path.unlink()
    assert phone.sync(again=True).fetched == 1


def test_why_it_failed_is_kept_until_it_works(hub: Hub) -> None:
    laptop = hub.device(hub.person(), NAMES[0])
    gone = replace(laptop, hub="host=/nowhere dbname=x user=x")
    with pytest.raises(UnreachableError):
        gone.sync()
    assert "cannot be reached" in read_state(laptop.folder / "state").error
    laptop.sync()
    assert read_state(laptop.folder / "state").error == ""


def test_a_hub_without_tables_is_a_sentence(hub: Hub) -> None:
    empty = hub.server.new_database()
    with connect(hub.server.conninfo(empty)) as connection:
        pass
    with (
        pytest.raises(HubError, match="footcoach hub init"),
        connect(hub.server.conninfo(empty)) as connection,
    ):
        identify(connection)


Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "edit", "delete", "undo", "entry", "sync", "sync", "again")),
        st.integers(0, 2),
    ),
    max_size=14,
)


def _take(step: str, device: Device, number: int) -> None:
    device.clock[0] += timedelta(seconds=number % 3 - 1)
    history = device.history
    records = history.all()
    if step == "add":
        history.add(session(number * 9, checkin={"z": 1, "a": {"y": number, "b": 2}}))
    elif step == "edit" and records:
        history.update(records[number % len(records)]._replace(note=f"{device.name} {number}"))
    elif step == "delete" and records:
        history.delete(records[number % len(records)].id)
    elif step == "undo" and history.undoable():
        history.undo()
    elif step == "entry":
        history.add_entry(EntryKind.CHECK_IN, entry(number))
    elif step in ("sync", "again"):
        device.sync(again=step == "again")


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_three_devices_in_any_order_end_with_the_same_bytes(hub: Hub, steps: list[Step]) -> None:
    ana = hub.person()
    with tempfile.TemporaryDirectory() as folder:
        devices = [
            Device(Path(folder) / name, name, hub.conninfo(ana), [NOW + timedelta(days=off)])
            for name, off in zip(NAMES, (0, 3, -3), strict=True)
        ]
        for number, (step, which) in enumerate(steps):
            _take(step, devices[which], number)
        for _ in range(2):
            for device in devices:
                device.sync()
        first = told(devices[0])
        assert all(told(device) == first for device in devices)
        assert [list(map(str, told(device))) for device in devices] == [list(map(str, first))] * 3
        for name in NAMES:  # what the two others hold of a device is the same
            others = [device for device in devices if device.name != name]
            assert others[0].files(of=name) == others[1].files(of=name)
        assert not any(device.sync().is_new for device in devices)
