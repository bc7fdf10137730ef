"""Records of the index come back as they went, and damaged ones never do."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from generated_records import records
from history_answers import index_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.index.answers import newest
from footcoach_tui.history.index.record_bytes import pack, unpack
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
one_record_for_all = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


@given(records)
def test_a_record_comes_back_as_it_went(record: SessionRecord) -> None:
    back = unpack(pack(record))

    assert back == record
    assert to_document(back) == to_document(record)
    assert back.started.isoformat() == record.started.isoformat()
    assert [type(each) for each in back[:-1]] == [type(each) for each in record[:-1]]


@given(records)
def test_a_record_comes_out_of_the_index_as_it_went(record: SessionRecord) -> None:
    db = index_of([record])
    assert newest(db) == (record,)
    db.close()


@one_record_for_all
@given(st.data())
def test_a_changed_byte_is_noticed(make_session: Make, data: st.DataObject) -> None:
    content = bytearray(pack(make_session()))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        unpack(bytes(content))


@one_record_for_all
@given(st.data())
def test_bytes_that_are_missing_are_noticed(make_session: Make, data: st.DataObject) -> None:
    content = pack(make_session())
    count = data.draw(st.integers(0, len(content) - 1))

    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        unpack(content[:count])


def test_unknown_fields_may_be_nested_and_too_deep_ones_are_refused(make_session: Make) -> None:
    deep = make_session(extra={"deep": nested(900)})
    assert unpack(pack(deep)) == deep

    with pytest.raises(FieldError, match="nested so deeply"):
        pack(make_session(extra={"deep": nested(5000)}))
