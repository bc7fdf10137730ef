"""Hostile files of the history: months, journals, and files to be imported."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from builders import three_step_routine
from hostile_files import (
    BAD_BYTES,
    DEEP_NESTING,
    ESCAPE_TEXT,
    MARKUP_TEXT,
    SPECIAL_FILES,
    HostileFile,
    file_with,
    link_to,
)

from footcoach_tui.library.snapshot import to_snapshot
from footcoach_tui.playback.journal_format import JournalHeader
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

_SESSION: dict[str, Any] = {
    "date": "2026-03-06",
    "started": "2026-03-06T07:10:05+01:00",
    "routine": "daily",
    "title": "Daily",
    "seconds": 600,
    "exercises": [
        {
            "exercise": "short-foot",
            "name": "Short foot",
            "sets": [
                {
                    "number": 1,
                    "side": "left",
                    "planned_reps": 8,
                    "reps": 8,
                    "planned_seconds": 48,
                    "seconds": 48,
                    "outcome": "done",
                }
            ],
        }
    ],
}
_STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
_LONG_NUMBER = "9" * 5000


def session_id(number: int) -> str:
    return f"01KK01Z2ZG8Q2N5V0J5C8{number:05d}"


def _set(**fields: object) -> dict[str, object]:
    (exercise,) = _SESSION["exercises"]
    (done,) = exercise["sets"]
    return {"exercises": [exercise | {"sets": [done | fields]}]}


_BAD_SESSIONS: dict[str, dict[str, object]] = {
    "seconds": {"seconds": -1},
    "years": {"started": "9999-12-31T23:59:59+00:00", "date": "9999-12-31"},
    "day": {"date": "2026-02-30"},
    "zone": {"started": "2026-03-06T07:10:05"},
    "offset": {"started": "2026-03-06T07:10:05+99:00"},
    "reps": _set(reps=10**6),
    "below": _set(seconds=-5),
    "side": _set(side="up"),
    "sets": {"exercises": [{}] * 600},
    "pain": {"pain": 11},
    "true": {"effort": True},
    "text": {"title": 7},
    "list": {"note": ["x"]},
    "id": {"id": "../../etc/passwd"},
    "speed": {"speed": 0},
}
"""Sessions with one wrong field."""


def _document(number: int, **fields: object) -> dict[str, object]:
    return {"id": session_id(number)} | _SESSION | fields


def _month(*sessions: dict[str, object]) -> str:
    tables = {
        "footcoach": {"1": {"schema": 2}},
        "sessions": {str(number): session for number, session in enumerate(sessions, 1)},
    }
    return json.dumps(tables)


def hostile_months() -> Iterable[HostileFile]:
    """Files of one device, a month each; problems are reported with the file's name."""
    sound = _month(_document(0))
    makers: dict[str, Callable[..., object]] = {
        **SPECIAL_FILES,
        **{name: file_with(content) for name, content in BAD_BYTES.items()},
        "empty": file_with(b""),
        "null": file_with("null"),
        "half": file_with(sound[:200]),
        "brackets": file_with("[" * DEEP_NESTING),
        "digits": file_with(sound.replace("600", _LONG_NUMBER)),
        "nan": file_with(sound.replace("600", "NaN")),
        "infinity": file_with(sound.replace("600", "-Infinity")),
        "1e999": file_with(sound.replace("600", "1e999")),
        "twice": file_with(sound.replace('"1": {"id"', '"1": {}, "1": {"id"')),
        "bom": file_with(b"\xef\xbb\xbf" + sound.encode()),
        "numbers": file_with(sound.replace('"1": {"id"', '" 1_0 ": {"id"')),
        "newer": file_with(sound.replace('"schema": 2', '"schema": 99')),
        **{
            name: file_with(_month(_document(number, **fields)))
            for number, (name, fields) in enumerate(_BAD_SESSIONS.items(), 1)
        },
    }
    for number, make in enumerate(makers.values()):
        yield HostileFile(f"{2000 + number // 12}-{number % 12 + 1:02d}.json", make)
    hostile = dict.fromkeys(("title", "note", "context", "zone", "routine", "device"), ESCAPE_TEXT)
    marked = dict.fromkeys(("title", "note", "context", "zone", "routine", "device"), MARKUP_TEXT)
    yield HostileFile(
        "2026-01.json", file_with(_month(_document(91, **hostile))), is_reported=False
    )
    yield HostileFile("2026-02.json", file_with(_month(_document(92, **marked))), is_reported=False)
    windows = sound.replace(session_id(0), session_id(93)).replace("{", "{\r\n")
    yield HostileFile("2026-03.json", file_with(windows), is_reported=False)
    surrogate = _month(_document(94, note="\ud800"))
    yield HostileFile("2026-04.json", file_with(surrogate), is_reported=False)


def _journal(number: int, lines: bytes = b"", **fields: object) -> bytes:
    info = SessionInfo(session_id(number), _STARTED, "UTC")
    header = json.loads(
        JournalHeader(info, to_snapshot(three_step_routine()), Side.LEFT, 2.0).encode()
    )
    return json.dumps(header | fields).encode() + b"\n" + lines


def _with_dose(**dose: object) -> dict[str, Any]:
    """A header whose routine has such a dose in its first step."""
    routine: Any = json.loads(json.dumps(to_snapshot(three_step_routine())))
    routine["steps"][0]["dose"] |= dose
    return {"routine": routine}


_PHASE = {"name": "x", "seconds": 1.0, "kind": "move"}
_BAD_HEADERS: dict[str, dict[str, Any]] = {
    "schema": {"journal": 99},
    "id": {"id": "../../etc/passwd"},
    "started": {"started": "noon"},
    "speed": {"speed": -1},
    "digits": {"gap_limit": 10**400},
    "first": {"first": "up"},
    "routine": {"routine": {"id": "x"}},
    "no-steps": {"routine": to_snapshot(three_step_routine()) | {"steps": []}},  # type: ignore[operator]
    "million-reps": _with_dose(work={"reps": 10**6, "phases": [_PHASE]}),
    "many-reps": _with_dose(work={"reps": 10**9, "phases": [_PHASE | {"seconds": 0}]}),
    "million-sets": _with_dose(sets=10**6),
    "negative": _with_dose(prep=-5),
    "nan": _with_dose(rest=float("nan")),
    "infinite": _with_dose(work={"seconds": float("inf")}),
}
_ODD_LINES = (
    b"\n",
    b"\0" * 600 + b"\n",
    b'{"at":[NaN,1]}\n',
    b'{"at":[1e999,1]}\n',
    b'{"at":[5,1772000005],"do":"Jump","step":-7}\n',
    b'{"at":[1,1772000001],"do":"Start"}\n',
    b'{"at":[-1e12,0]}\n',
    b'{"at":[1e12,1e11]}\n',
    b'{"at":[2,3],"do":"Adjust","seconds":-1e12}\n',
    b'{"at":[2,3],"do":"Adjust","seconds":1e12}\n',
    b'{"at":[2,3],"do":"__class__"}\n',
    b"[" * 5000 + b"\n",
    b'{"at":[' + _LONG_NUMBER.encode() + b",1]}\n",
    ESCAPE_TEXT.encode() + b"\n",
    b'{"at":[3,17720',
)
"""Lines between the sound lines of a journal: without a meaning, or with one that does nothing."""


def hostile_journals() -> Iterable[HostileFile]:
    """Journals of sessions that were begun; problems are reported with the file's name."""
    makers: dict[str, Callable[..., object]] = {
        **{
            name: SPECIAL_FILES[name]
            for name in ("fifo", "folder", "loop", "zero", "sparse", "socket")
        },
        **{name: file_with(BAD_BYTES[name]) for name in ("nul", "nuls", "latin-1")},
        "empty": file_with(b""),
        "brackets": file_with("[" * DEEP_NESTING + "\n"),
    }
    for number, make in enumerate(makers.values()):
        yield HostileFile(f"{session_id(number)}.jsonl", make)
    for number, fields in enumerate(_BAD_HEADERS.values(), len(makers)):
        yield HostileFile(f"{session_id(number)}.jsonl", file_with(_journal(number, **fields)))
    odd = _journal(
        91, b"".join(_ODD_LINES), context=ESCAPE_TEXT, note=MARKUP_TEXT, zone=ESCAPE_TEXT
    )
    yield HostileFile(f"{session_id(91)}.jsonl", file_with(odd), is_reported=False)
    backwards = b"".join(
        b'{"at":[%d,%d]}\n' % (-number, 1_772_000_000 - number) for number in range(2000)
    )
    yield HostileFile(
        f"{session_id(92)}.jsonl", file_with(_journal(92, backwards)), is_reported=False
    )
    yield HostileFile("notes.txt", file_with(b"\0"), is_reported=False)
    yield HostileFile("\x1b[2J.jsonl", file_with(b"\0"), is_reported=False)


def hostile_imports() -> Iterable[HostileFile]:
    """Files to be imported, by their suffixes."""
    other_day = (_STARTED + timedelta(days=1)).isoformat()
    for name, make in SPECIAL_FILES.items():
        yield HostileFile(f"{name}.json", make)
    for name, content in BAD_BYTES.items():
        yield HostileFile(f"{name}.csv", file_with(content))
        yield HostileFile(f"{name}.jsonl", file_with(content))
    for number, (name, fields) in enumerate(_BAD_SESSIONS.items(), 1):
        yield HostileFile(
            f"session-{name}.json", file_with(json.dumps([_document(number, **fields)]))
        )
    yield HostileFile("brackets.json", file_with("[" * DEEP_NESTING))
    yield HostileFile("digits.json", file_with('[{"id": ' + _LONG_NUMBER + "}]"))
    yield HostileFile("nan.jsonl", file_with('{"seconds": NaN}\n'))
    yield HostileFile("twice.json", file_with('[{"id": 1, "id": 2}]'))
    yield HostileFile("empty.csv", file_with(b""))
    yield HostileFile(
        "cells.csv", file_with(f'id,{ESCAPE_TEXT}\n{session_id(1)},"' + "x" * (1 << 21) + '"\n')
    )
    yield HostileFile("quote.csv", file_with('id,note\n1,"never ended\n' * 3))
    yield HostileFile("passwd.csv", link_to("/etc/passwd"))
    yield HostileFile("later.json", file_with(json.dumps([_document(1, started=other_day)])))
    clean = json.dumps([_document(1, title=ESCAPE_TEXT, note=MARKUP_TEXT)])
    yield HostileFile("clean.json", file_with(clean), is_reported=False)
    windows = b"\xef\xbb\xbf" + json.dumps([_document(2)], indent=1).replace("\n", "\r\n").encode()
    yield HostileFile("windows.json", file_with(windows), is_reported=False)
