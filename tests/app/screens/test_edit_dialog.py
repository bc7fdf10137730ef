from datetime import timedelta

import pytest
from app_fixture import NOW

from footcoach_tui.app.screens.edit_dialog import FormError, FormField, apply_edits
from footcoach_tui.session.record import SessionRecord


def changed(record: SessionRecord, **texts: str) -> SessionRecord:
    edited = {FormField[name.upper()]: text for name, text in texts.items()}
    unchanged = {field: field.text_of(record) for field in FormField}
    return apply_edits(record, unchanged | edited, NOW)


def test_a_form_left_as_it_was_changes_nothing(record: SessionRecord) -> None:
    assert changed(record) == record


def test_scores_can_be_given_and_taken_back(record: SessionRecord) -> None:
    scored = changed(record, effort="10", pain=" 0 ")
    assert (scored.effort, scored.pain) == (10, 0)
    assert changed(scored, effort="", pain="") == record


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("2026-03-01 07:30", "2026-03-01T07:30:00+01:00"),
        ("2025-07-01T07:30", "2025-07-01T07:30:00+02:00"),
        ("18:00", "2026-03-09T18:00:00+01:00"),
        ("Yesterday 18:00", "2026-03-11T18:00:00+01:00"),
    ],
)
def test_a_time_is_local_where_the_session_was(
    record: SessionRecord, text: str, begun: str
) -> None:
    assert changed(record, when=text).started.isoformat() == begun


def test_the_end_moves_with_the_start(record: SessionRecord) -> None:
    moved = record._replace(ended=record.started + timedelta(minutes=20))
    moved = changed(moved, when="2026-03-01 07:30")

    assert moved.ended
    assert moved.ended - moved.started == timedelta(minutes=20)
    assert changed(record._replace(ended=None), when="2026-03-01 07:30").ended is None


@pytest.mark.parametrize("zone", ["", "No/Where", "../etc", "America"])
def test_without_a_zone_that_is_known_the_offset_stays(record: SessionRecord, zone: str) -> None:
    moved = changed(record._replace(zone=zone), when="2025-07-01 07:30")
    assert moved.started.isoformat() == "2025-07-01T07:30:00+01:00"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("when", ""),
        ("when", "2026-02-30 10:00"),
        ("when", "2026-03-12 09:31"),
        ("when", "1969-01-01 10:00"),
        ("when", "0001-01-01 00:00"),
        ("effort", "11"),
        ("effort", "³"),
        ("pain", "-1"),
        ("pain", "2.5"),
        ("pain", "9" * 5000),
    ],
)
def test_what_cannot_be_names_its_field(record: SessionRecord, field: str, text: str) -> None:
    with pytest.raises(FormError) as caught:
        changed(record, **{field: text})
    assert caught.value.field == field
    assert len(caught.value.sentence) < 200


def test_a_note_comes_out_clean(record: SessionRecord) -> None:
    assert changed(record, note=" a\x1b[2Jb ").note == "a[2Jb"
