"""Files from outside are taken whole, or refused with file, line and sentence."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exchange_files import IMPORT_FORMATS, export_text, problem_texts
from hypothesis import given, settings
from hypothesis import strategies as st

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.exchange import import_results, importer
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import ImportedFile, import_changes, import_file
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]
Take = Callable[..., ImportedFile]
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_a_byte_order_mark_is_no_part_of_it(take: Take, make_session: Make, kind: Format) -> None:
    record = make_session()
    result = take(kind, b"\xef\xbb\xbf" + export_text(kind, record).encode())

    assert (result.records, result.problems) == ((record,), ())


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_line_ends_of_another_system_are_fine(
    take: Take, make_sessions: Many, kind: Format
) -> None:
    records = make_sessions(3)
    result = take(kind, export_text(kind, *records).replace("\n", "\r\n"))

    assert (result.records, result.problems) == (tuple(records), ())


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_the_same_session_twice_is_taken_neither_time(
    take: Take, make_sessions: Many, kind: Format
) -> None:
    first, second = make_sessions(2)
    result = take(kind, export_text(kind, first, second, first))

    assert result.records == (second,)
    (problem,) = problem_texts(result)
    assert f"id: {first.id} already starts on line " in problem


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_texts_come_out_clean(take: Take, make_session: Make, kind: Format) -> None:
    content = export_text(kind, make_session(note="MARK")).replace(
        "MARK", "a\\u001b[2Jb" * (kind != "csv")
    )
    content = content.replace(",,0.1.0", ",a\x1b[2Jb,0.1.0")
    (record,) = take(kind, content).records

    assert "a[2Jb" in (record.note, record.device)


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_an_empty_file_is_no_traceback(take: Take, kind: Format) -> None:
    result = take(kind, "")

    assert result.records == ()
    assert bool(result.problems) is (kind is not Format.JSONL)


def test_json_tells_the_line_and_the_field_and_takes_the_others(
    take: Take, make_sessions: Many
) -> None:
    records = make_sessions(3)
    lines = (
        export_text(Format.JSON, *records)
        .replace('"speed": 1.0', '"speed": "fast"', 1)
        .splitlines()
    )
    result = take(Format.JSON, "\n".join(lines))

    assert problem_texts(result) == ["x:4: speed: must be a number from 0.001 to 1000"]
    assert result.records == tuple(records[1:])


@pytest.mark.parametrize("kind", [Format.JSON, Format.JSONL])
@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ('{"id": NaN}', "NaN is not a finite number"),
        ('{"seconds": 1e999}', "1e999 is not a finite number"),
        ('{"note": "a", "note": "b"}', "the same name appears twice in one object"),
        ("7", "must be a session: an object with fields"),
        ("null", "must be a session: an object with fields"),
        ("[]", "must be a session: an object with fields"),
        ("{}", "id: must be a ULID: 26 digits and capital letters"),
        ('{"id": ' + "9" * 5000 + "}", "a number has too many digits"),
        ('{"deleted": true}', "deleted: must be removed: only sessions can be imported"),
    ],
)
def test_a_bad_value_costs_one_session(
    take: Take, make_sessions: Many, kind: Format, bad: str, sentence: str
) -> None:
    first, second = (json.dumps(to_document(record)) for record in make_sessions(2))
    whole = f'{{"schema": 1, "sessions": [{first},\n{bad},\n{second}]}}'
    result = take(kind, whole if kind is Format.JSON else f"{first}\n{bad}\n{second}\n")

    assert problem_texts(result) == [f"x:2: {sentence}"]
    assert len(result.records) == 2


@pytest.mark.parametrize("bad", ["{", "{'a': 1}", "nope", '{"a": 1,}', '"', DEEP])
def test_a_bad_line_of_jsonl_costs_one_session(take: Take, make_sessions: Many, bad: str) -> None:
    first, second = export_text(Format.JSONL, *make_sessions(2)).splitlines()
    result = take(Format.JSONL, f"{first}\n{bad}\n\n{second}\n")

    assert [problem.line for problem in result.problems] == [2]
    assert len(result.records) == 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "x:1: is not JSON: the text ends too early"),
        ("nope", "x:1: is not JSON: must begin with { or ["),
        ("{}", "x:1: sessions: is missing; is this a footcoach export?"),
        ('{"sessions": {}}', "x:1: sessions must be a list, as footcoach export writes it"),
        ('{"sessions": []', "x:1: is not JSON: the text ends too early"),
        ('{"sessions": [],\n"sessions": []}', "x:2: is not JSON: names must be text, and"),
        ('{"sessions": []}\n{}', "x:2: there is text after the end"),
        ('{"sessions": [\n{"id": "a}]}', "x:2: is not JSON: unterminated string starting at"),
        ('{"sessions": [\n{"a": 1}\n{"a": 1}]}', "x:3: is not JSON: expecting ,"),
        ('{"sessions": ' + DEEP + "}", "x:1: is nested too deeply"),
        ('{"other": ' + DEEP + "}", "x:1: is nested too deeply"),
        (b'{"sessions": [\n"\xff"]}', "x:2: is not UTF-8"),
        (b'{"sessions": []}\n\xe2\x82', "x:2: is not UTF-8"),
    ],
)
def test_a_text_that_is_no_export_is_told_where_it_goes_wrong(
    take: Take, content: str | bytes, problem: str
) -> None:
    assert problem_texts(take(Format.JSON, content))[-1].startswith(problem)


def test_a_bare_list_of_sessions_is_taken_too(take: Take, make_sessions: Many) -> None:
    records = make_sessions(2)
    result = take(Format.JSON, json.dumps([to_document(record) for record in records]))

    assert (result.records, result.problems) == (tuple(records), ())


def test_a_newer_schema_is_refused_wherever_it_stands(take: Take) -> None:
    with pytest.raises(HistoryError, match="written by a newer footcoach"):
        take(Format.JSON, '{"sessions": [], "schema": 99}')


def test_long_json_keeps_its_lines_and_its_sessions(take: Take, make_sessions: Many) -> None:
    """Longer than the pieces it is read in, with characters that lie across their ends."""
    records = [*make_sessions(150)]
    content = export_text(Format.JSON, *records).replace("Short foot", "Kürzer 🦶 Füße")
    lines = content.splitlines()
    place = max(number for number, line in enumerate(lines) if '"pain"' in line)
    lines[place] = lines[place].replace("null", "11")
    result = take(Format.JSON, "\n".join(lines))

    begin = max(number for number, line in enumerate(lines[:place], 1) if line == "    {")
    assert problem_texts(result) == [f"x:{begin}: pain: must be a whole number from 0 to 10"]
    assert len(result.records) == 149
    assert {record.exercises[0].name for record in result.records} == {"Kürzer 🦶 Füße"}


def test_fields_of_the_store_are_not_taken_from_a_file(take: Take, make_session: Make) -> None:
    document = to_document(make_session()) | {"revision": 9, "written": "9999", "mood": "fine"}
    (record,) = take(Format.JSONL, json.dumps(document)).records

    assert record.extra == {"mood": "fine"}


def test_own_fields_must_not_be_nested_without_end(take: Take, make_session: Make) -> None:
    deep: Any = 1
    for _ in range(import_results._MAX_DEPTH + 1):
        deep = [deep]
    result = take(Format.JSONL, json.dumps(to_document(make_session()) | {"mood": deep}))

    assert problem_texts(result) == ["x:1: mood: must not be nested more than 100 levels deep"]


def test_too_many_sessions_are_refused(
    take: Take, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "_MAX_SESSIONS", 2)

    with pytest.raises(HistoryError, match="holds more than 2 sessions; import it in parts"):
        take(Format.JSONL, export_text(Format.JSONL, *make_sessions(3)))


def test_a_thousand_problems_are_told_and_the_rest_counted(take: Take) -> None:
    result = take(Format.JSONL, "x\n" * 1500)

    assert (len(result.problems), result.hidden_problems) == (importer._MAX_LISTED_PROBLEMS, 500)


def test_a_file_of_nothing_but_problems_is_not_read_to_its_end(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "_MAX_HIDDEN_PROBLEMS", 20)

    with pytest.raises(HistoryError, match="has more than 20 problems"):
        take(Format.JSONL, "x\n" * 1500)


def test_what_is_told_of_a_file_does_nothing_to_a_terminal(take: Take) -> None:
    hostile = "\x1b]0;x\x07"
    result = take(Format.JSONL, json.dumps({"id": hostile, hostile: 1}) + f"\n{hostile}\n")

    assert len(result.problems) == 2
    assert all(str(problem).isprintable() for problem in result.problems)


def test_only_a_regular_file_of_some_size_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "large").write_bytes(b"x" * 100)
    monkeypatch.setattr(importer, "_MAX_FILE_BYTES", 99)
    for name in ("fifo", "large", "absent", "."):
        with pytest.raises(UnreadableError):
            import_file(tmp_path / name, Format.CSV)


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
@settings(max_examples=4 * settings().max_examples)
@given(content=st.binary(max_size=200) | st.text(alphabet="{}[]\",:=\n\r'a1", max_size=80))
def test_any_file_is_told_of_and_never_a_traceback(kind: Format, content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode()

    assert all(result.line >= 1 for result in kind.import_sessions(raw))


def test_a_comparison_tells_new_from_different_from_the_same(
    make_sessions: Many, make_session: Make
) -> None:
    new, changed, same = make_sessions(3)
    moved = make_session("2026-03-04T05:00:00+00:00", id=changed.id, seconds=1.0)
    stored = {record.id: record for record in (moved, same, make_session())}

    result = import_changes([new, changed, same], stored)

    assert (result.new, result.different, result.same) == ((new,), (changed,), 1)


def test_the_same_moment_in_another_zone_is_another_session(make_session: Make) -> None:
    known = make_session("2026-03-04T07:00:00+01:00")
    moved = make_session("2026-03-04T06:00:00+00:00", id=known.id)

    assert import_changes([moved], {known.id: known}).different == (moved,)


def test_the_device_that_the_history_gave_is_no_difference(make_session: Make) -> None:
    record = make_session(device="")
    stored = record._replace(device="here-1")

    assert import_changes([record], {record.id: stored}).same == 1
