"""The same of what the history is made of: months, journals, and files to be imported."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from builders import three_steps
from hostile import DEEP, ESCAPE, MARKUP, NO_FILES, NO_TEXT, Hostile, holding, linking

from footcoach_tui.history.journals.begun import Begun, to_head
from footcoach_tui.library.snapshot import to_snapshot
from footcoach_tui.session.dose import Side
from footcoach_tui.session.recording import Heading

SESSION: dict[str, Any] = {
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
STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
DIGITS = "9" * 5000


def identity(number: int) -> str:
    """One of many ids."""
    return f"01KK01Z2ZG8Q2N5V0J5C8{number:05d}"


def _set(**fields: object) -> dict[str, object]:
    (exercise,) = SESSION["exercises"]
    (done,) = exercise["sets"]
    return {"exercises": [exercise | {"sets": [done | fields]}]}


SESSIONS: dict[str, dict[str, object]] = {
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
"""Sessions of which a field is wrong."""


def _document(number: int, **fields: object) -> dict[str, object]:
    return {"id": identity(number)} | SESSION | fields


def _month(*sessions: dict[str, object]) -> str:
    tables = {
        "footcoach": {"1": {"schema": 2}},
        "sessions": {str(number): one for number, one in enumerate(sessions, 1)},
    }
    return json.dumps(tables)


def months() -> Iterable[Hostile]:
    """Files of one device, a month each; what is told is told with the file's name."""
    sound = _month(_document(0))
    whole: dict[str, Callable[..., object]] = {
        **{name: NO_FILES[name] for name in NO_FILES},
        **{name: holding(content) for name, content in NO_TEXT.items()},
        "empty": holding(b""),
        "null": holding("null"),
        "half": holding(sound[:200]),
        "brackets": holding("[" * DEEP),
        "digits": holding(sound.replace("600", DIGITS)),
        "nan": holding(sound.replace("600", "NaN")),
        "infinity": holding(sound.replace("600", "-Infinity")),
        "1e999": holding(sound.replace("600", "1e999")),
        "twice": holding(sound.replace('"1": {"id"', '"1": {}, "1": {"id"')),
        "bom": holding(b"\xef\xbb\xbf" + sound.encode()),
        "numbers": holding(sound.replace('"1": {"id"', '" 1_0 ": {"id"')),
        "newer": holding(sound.replace('"schema": 2', '"schema": 99')),
        **{
            name: holding(_month(_document(number, **fields)))
            for number, (name, fields) in enumerate(SESSIONS.items(), 1)
        },
    }
    for number, make in enumerate(whole.values()):
        yield Hostile(f"{2000 + number // 12}-{number % 12 + 1:02d}.json", make)
    hostile = dict.fromkeys(("title", "note", "context", "zone", "routine", "device"), ESCAPE)
    marked = dict.fromkeys(("title", "note", "context", "zone", "routine", "device"), MARKUP)
    yield Hostile("2026-01.json", holding(_month(_document(91, **hostile))), is_told=False)
    yield Hostile("2026-02.json", holding(_month(_document(92, **marked))), is_told=False)
    windows = sound.replace(identity(0), identity(93)).replace("{", "{\r\n")
    yield Hostile("2026-03.json", holding(windows), is_told=False)
    surrogate = _month(_document(94, note="\ud800"))
    yield Hostile("2026-04.json", holding(surrogate), is_told=False)


def _journal(number: int, lines: bytes = b"", **fields: object) -> bytes:
    heading = Heading(identity(number), STARTED, "UTC")
    head = json.loads(to_head(Begun(heading, to_snapshot(three_steps()), Side.LEFT, 2.0)))
    return json.dumps(head | fields).encode() + b"\n" + lines


def _playing(**dose: object) -> dict[str, Any]:
    """A routine whose first step has such a dose."""
    copy: Any = json.loads(json.dumps(to_snapshot(three_steps())))
    copy["steps"][0]["dose"] |= dose
    return {"routine": copy}


_PHASE = {"name": "x", "seconds": 1.0, "kind": "move"}
HEADS: dict[str, dict[str, Any]] = {
    "schema": {"journal": 99},
    "id": {"id": "../../etc/passwd"},
    "started": {"started": "noon"},
    "speed": {"speed": -1},
    "digits": {"gap_limit": 10**400},
    "first": {"first": "up"},
    "routine": {"routine": {"id": "x"}},
    "no-steps": {"routine": to_snapshot(three_steps()) | {"steps": []}},  # type: ignore[operator]
    "million-reps": _playing(work={"reps": 10**6, "phases": [_PHASE]}),
    "many-reps": _playing(work={"reps": 10**9, "phases": [_PHASE | {"seconds": 0}]}),
    "million-sets": _playing(sets=10**6),
    "negative": _playing(prep=-5),
    "nan": _playing(rest=float("nan")),
    "infinite": _playing(work={"seconds": float("inf")}),
}
ODD_LINES = (
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
    b'{"at":[' + DIGITS.encode() + b",1]}\n",
    ESCAPE.encode() + b"\n",
    b'{"at":[3,17720',
)
"""Lines between the sound ones of a journal; they say nothing, or nothing that can be done."""


def journals() -> Iterable[Hostile]:
    """Journals of sessions that were begun; what is told is told with the file's name."""
    whole: dict[str, Callable[..., object]] = {
        **{name: NO_FILES[name] for name in ("fifo", "folder", "loop", "zero", "sparse", "socket")},
        **{name: holding(NO_TEXT[name]) for name in ("nul", "nuls", "latin-1")},
        "empty": holding(b""),
        "brackets": holding("[" * DEEP + "\n"),
    }
    for number, make in enumerate(whole.values()):
        yield Hostile(f"{identity(number)}.jsonl", make)
    for number, fields in enumerate(HEADS.values(), len(whole)):
        yield Hostile(f"{identity(number)}.jsonl", holding(_journal(number, **fields)))
    odd = _journal(91, b"".join(ODD_LINES), context=ESCAPE, note=MARKUP, zone=ESCAPE)
    yield Hostile(f"{identity(91)}.jsonl", holding(odd), is_told=False)
    backwards = b"".join(
        b'{"at":[%d,%d]}\n' % (-number, 1_772_000_000 - number) for number in range(2000)
    )
    yield Hostile(f"{identity(92)}.jsonl", holding(_journal(92, backwards)), is_told=False)
    yield Hostile("notes.txt", holding(b"\0"), is_told=False)
    yield Hostile("\x1b[2J.jsonl", holding(b"\0"), is_told=False)


def imports() -> Iterable[Hostile]:
    """Files to be imported, by their endings."""
    far = (STARTED + timedelta(days=1)).isoformat()
    for name, make in NO_FILES.items():
        yield Hostile(f"{name}.json", make)
    for name, content in NO_TEXT.items():
        yield Hostile(f"{name}.csv", holding(content))
        yield Hostile(f"{name}.jsonl", holding(content))
    for number, (name, fields) in enumerate(SESSIONS.items(), 1):
        yield Hostile(f"session-{name}.json", holding(json.dumps([_document(number, **fields)])))
    yield Hostile("brackets.json", holding("[" * DEEP))
    yield Hostile("digits.json", holding('[{"id": ' + DIGITS + "}]"))
    yield Hostile("nan.jsonl", holding('{"seconds": NaN}\n'))
    yield Hostile("twice.json", holding('[{"id": 1, "id": 2}]'))
    yield Hostile("empty.csv", holding(b""))
    yield Hostile("cells.csv", holding(f'id,{ESCAPE}\n{identity(1)},"' + "x" * (1 << 21) + '"\n'))
    yield Hostile("quote.csv", holding('id,note\n1,"never ended\n' * 3))
    yield Hostile("passwd.csv", linking("/etc/passwd"))
    yield Hostile("later.json", holding(json.dumps([_document(1, started=far)])))
    clean = json.dumps([_document(1, title=ESCAPE, note=MARKUP)])
    yield Hostile("clean.json", holding(clean), is_told=False)
    windows = b"\xef\xbb\xbf" + json.dumps([_document(2)], indent=1).replace("\n", "\r\n").encode()
    yield Hostile("windows.json", holding(windows), is_told=False)
