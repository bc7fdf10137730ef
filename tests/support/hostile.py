"""Files that a stranger, a sick disk or an editor may leave, made by a script.

    python tests/support/hostile.py FOLDER     make all of them below a folder, to look at

Each is to be told in a sentence, or loaded and do no harm.
"""

import json
import os
import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

Make = Callable[[Path], object]
SPARSE = 1 << 30
DEEP = 100_000
ESCAPE = "\x1b]52;c;aGk=\x07\x9b2J\u202e"
"""To the clipboard, clear the screen, and turn the line around."""
MARKUP = "[@click=app.quit]x[/] [/b] [link=x]:smile:"
ZALGO = "a" + "\u0301" * 150


@dataclass(frozen=True)
class Hostile:
    """A file by its name, how it is made, and whether it must be told; else it does no harm."""

    name: str
    make: Make
    is_told: bool = True


def holding(content: bytes | str) -> Make:
    """A file with this content."""
    whole = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(whole)


def linking(target: str) -> Make:
    """A link to somewhere."""
    return lambda path: path.symlink_to(target)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(SPARSE)


def _socket(path: Path) -> None:
    here = os.getcwd()  # noqa: PTH109 - the name of a socket must be short
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


NO_FILES: dict[str, Make] = {
    "fifo": os.mkfifo,
    "folder": Path.mkdir,
    "loop": lambda path: path.symlink_to(path.name),
    "zero": linking("/dev/zero"),
    "full": linking("/dev/full"),
    "terminal": linking("/dev/tty"),
    "nowhere": linking("no/where"),
    "sparse": _sparse,
    "socket": _socket,
}
"""What is no file, or more of one than anybody reads."""

NO_TEXT: dict[str, bytes] = {
    "nul": b'id = "\0"',
    "nuls": bytes(5000),
    "latin-1": b'id = "caf\xe9"',
    "utf-16": "id = 1".encode("utf-16"),
    "surrogate-bytes": b'id = "\xed\xa0\x80"',
    "escape": b'id = "\x1b[2J"',
    "c1": 'id = "\x9b2J"'.encode(),
    "zip": b"PK\x03\x04" + bytes(range(256)),
}

NO_TOML: dict[str, str] = {
    "unended": 'id = "x',
    "brackets": "id = " + "[" * DEEP,
    "tables": "id = " + '{"a" = ' * 3000,
    "dotted": ".".join(["a"] * 20_000) + " = 1",
    "digits": "id = " + "9" * 5000,
    "key-twice": "id = 1\nid = 2",
    "table-twice": "[a]\n[a]",
    "leap-day": "id = 2025-02-29",
    "surrogate": r'id = "\ud800"',
    "merge": "<<<<<<< ours\nid = 1\n",
    "json": '{"id": 1}',
}

HEAD = {
    "title": '"Sound"',
    "summary": '"A few minutes."',
    "context": '["daily"]',
    "level": "1",
    "frequency": '"daily"',
    "effort": "[1, 3]",
    "source_status": '"footcoach"',
}
STEP = '[[steps]]\nexercise = "ankle-circles"\n'
TEXTS = ("title", "summary", "context", "frequency", "source_note", "disclaimer", "next")


def routine(name: str, step: str = STEP, **fields: str) -> str:
    """A routine; fields are TOML."""
    keys = {"id": json.dumps(name)} | HEAD | fields
    return "".join(f"{key} = {value}\n" for key, value in keys.items()) + step


def _text(key: str, text: str) -> str:
    quoted = json.dumps(text)
    return f"[{quoted}]" if key == "context" else quoted


def _reps(**fields: object) -> str:
    given = {"mode": '"reps"', "reps": 3, "phases": '[{ name = "x", seconds = 1, kind = "move" }]'}
    return STEP + "".join(f"{key} = {value}\n" for key, value in (given | fields).items())


_PHASE = '{ name = "x", seconds = 0.5, kind = "move" }, '
STEPS: dict[str, str] = {
    "million-reps": _reps(reps=10**6),
    "negative-reps": _reps(reps=-3),
    "no-reps": _reps(reps=0),
    "true-reps": _reps(reps="true"),
    "nan-seconds": STEP + 'mode = "hold"\nhold = nan\n',
    "infinite-seconds": STEP + 'mode = "hold"\nhold = inf\n',
    "negative-seconds": STEP + 'mode = "hold"\nhold = -5\n',
    "hours": STEP * 200 + 'mode = "hold"\nhold = 7200\n',
    "no-steps": "steps = []\n",
    "many-steps": STEP * 501,
    "path": '[[steps]]\nexercise = "../../../etc/passwd"\n',
    "unknown": '[[steps]]\nexercise = "no-such-exercise"\n',
    "swapped": STEP + "[steps.swap.swap.swap]\nreps = 1\n",
    "million-phases": _reps(reps=1000, sets=100, phases=f"[{_PHASE * 50}]"),
}


def routines() -> Iterable[Hostile]:
    """Of routines: what is no TOML, what is no routine, and what is one all the same."""
    for name, make in NO_FILES.items():
        yield Hostile(f"{name}.toml", make)
    for name, content in (NO_TEXT | {key: text.encode() for key, text in NO_TOML.items()}).items():
        yield Hostile(f"{name}.toml", holding(content))
    yield Hostile("empty.toml", holding(b""))
    yield Hostile("passwd.toml", linking("/etc/passwd"))
    yield Hostile("large.toml", holding(b"#" * (1 << 19)))
    for name, step in STEPS.items():
        yield Hostile(f"{name}.toml", holding(routine(name, step)))
    for name in ("../up", "/etc/passwd", "a/b", "..", "CON", "a b", "\x1b[2J", "x" * 300, ""):
        place = f"id-{name.encode().hex()[:40]}"
        yield Hostile(f"{place}.toml", holding(routine(name)))
    for key in TEXTS:
        name = key.replace("_", "-")
        yield Hostile(f"escape-{name}.toml", holding(_in_text(f"escape-{name}", key, ESCAPE)))
        markup = holding(_in_text(f"markup-{name}", key, MARKUP))
        yield Hostile(f"markup-{name}.toml", markup, is_told=key in ("context", "next"))
    harmless = partial(Hostile, is_told=False)
    windows = b"\xef\xbb\xbf" + routine("windows").replace("\n", "\r\n").encode()
    yield harmless("windows.toml", holding(windows))
    yield harmless("zalgo.toml", holding(_in_text("zalgo", "title", ZALGO)))
    yield harmless("\x1b[2J\n\u202e.toml", holding(routine("named-badly")))
    yield harmless(os.fsdecode(b"\xff\xfe.toml"), holding(routine("named-in-latin")))
    yield harmless(".#lock.toml", linking("somebody@somewhere"))


def _in_text(name: str, key: str, text: str) -> str:
    return routine(name, **{key: _text(key, text)})


def exercises() -> Iterable[Hostile]:
    """Of exercises, in the folder of that name: less, for they are read by the same."""
    for name in ("fifo", "zero", "folder", "sparse"):
        yield Hostile(f"e-{name}.toml", NO_FILES[name])
    yield Hostile("e-empty.toml", holding(b""))
    yield Hostile("e-taken.toml", holding('id = "ankle-circles"\n'))
    yield Hostile("e-dotted.toml", holding(NO_TOML["dotted"]))
    yield Hostile("e-figure.toml", holding('id = "e-figure"\n[figure]\nview = nan\n[poses.a]\nx=1'))


def configs() -> Iterable[Hostile]:
    """Of config.toml: one of each is all there can be."""
    for name, make in NO_FILES.items():
        yield Hostile(name, make)
    for name, content in (NO_TEXT | {key: text.encode() for key, text in NO_TOML.items()}).items():
        yield Hostile(name, holding(content))
    for number, text in enumerate(
        ("week_goal = -1", "week_goal = 1e999", "theme = nan", "bell = 1979-05-27", "keys = 1")
    ):
        yield Hostile(f"setting-{number}", holding(text))
    yield Hostile("empty", holding(b""), is_told=False)


def make_all(each: Iterable[Hostile], folder: Path) -> list[Hostile]:
    """Make them in a folder, and say which they are."""
    folder.mkdir(parents=True, exist_ok=True)
    made = list(each)
    for one in made:
        one.make(folder / one.name)
    return made


if __name__ == "__main__":
    from hostile_history import imports, journals, months

    home = Path(sys.argv[1])
    for kind in (routines, exercises, configs, months, journals, imports):
        print(f"{len(make_all(kind(), home / kind.__name__))} {kind.__name__}")  # noqa: T201 - a script
