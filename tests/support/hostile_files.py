"""Hostile files, as attackers, failing disks and editors leave them.

    python tests/support/hostile_files.py FOLDER     make all of them below a folder, to look at

Each must be reported in a sentence, or loaded and do no harm.
"""

import json
import os
import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

MakeFile = Callable[[Path], object]
_SPARSE_BYTES = 1 << 30
DEEP_NESTING = 100_000
ESCAPE_TEXT = "\x1b]52;c;aGk=\x07\x9b2J\u202e"
"""Escape codes that write to the clipboard, clear the screen, and turn the line around."""
MARKUP_TEXT = "[@click=app.quit]x[/] [/b] [link=x]:smile:"
_ZALGO = "a" + "\u0301" * 150


@dataclass(frozen=True)
class HostileFile:
    """File: its name, how to make it, and whether it must be reported or else does no harm."""

    name: str
    make: MakeFile
    is_reported: bool = True


def file_with(content: bytes | str) -> MakeFile:
    whole = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(whole)


def link_to(target: str) -> MakeFile:
    return lambda path: path.symlink_to(target)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(_SPARSE_BYTES)


def _socket(path: Path) -> None:
    folder = os.getcwd()  # noqa: PTH109 - the name of a socket must be short
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as unix_socket:
        unix_socket.bind(path.name)
    os.chdir(folder)


SPECIAL_FILES: dict[str, MakeFile] = {
    "fifo": os.mkfifo,
    "folder": Path.mkdir,
    "loop": lambda path: path.symlink_to(path.name),
    "zero": link_to("/dev/zero"),
    "full": link_to("/dev/full"),
    "terminal": link_to("/dev/tty"),
    "nowhere": link_to("no/where"),
    "sparse": _sparse,
    "socket": _socket,
}
"""Paths that are no regular files, or endless ones."""

BAD_BYTES: dict[str, bytes] = {
    "nul": b'id = "\0"',
    "nuls": bytes(5000),
    "latin-1": b'id = "caf\xe9"',
    "utf-16": "id = 1".encode("utf-16"),
    "surrogate-bytes": b'id = "\xed\xa0\x80"',
    "escape": b'id = "\x1b[2J"',
    "c1": 'id = "\x9b2J"'.encode(),
    "zip": b"PK\x03\x04" + bytes(range(256)),
}

_BAD_TOML: dict[str, str] = {
    "unended": 'id = "x',
    "brackets": "id = " + "[" * DEEP_NESTING,
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

_ROUTINE_FIELDS = {
    "title": '"Sound"',
    "summary": '"A few minutes."',
    "context": '["daily"]',
    "level": "1",
    "frequency": '"daily"',
    "effort": "[1, 3]",
    "source_status": '"footcoach"',
}
_STEP = '[[steps]]\nexercise = "ankle-circles"\n'
_TEXT_FIELDS = (
    *("title", "summary", "context", "frequency", "source_note", "disclaimer", "next"),
    *("author", "licence"),
)


def _routine_toml(name: str, step: str = _STEP, **fields: str) -> str:
    """Return the text of a routine; the values of `fields` are TOML."""
    keys = {"id": json.dumps(name)} | _ROUTINE_FIELDS | fields
    return "".join(f"{key} = {value}\n" for key, value in keys.items()) + step


def _text(key: str, text: str) -> str:
    quoted = json.dumps(text)
    return f"[{quoted}]" if key == "context" else quoted


def _reps(**fields: object) -> str:
    given = {"mode": '"reps"', "reps": 3, "phases": '[{ name = "x", seconds = 1, kind = "move" }]'}
    return _STEP + "".join(f"{key} = {value}\n" for key, value in (given | fields).items())


_PHASE = '{ name = "x", seconds = 0.5, kind = "move" }, '
_BAD_STEPS: dict[str, str] = {
    "million-reps": _reps(reps=10**6),
    "negative-reps": _reps(reps=-3),
    "no-reps": _reps(reps=0),
    "true-reps": _reps(reps="true"),
    "nan-seconds": _STEP + 'mode = "hold"\nhold = nan\n',
    "infinite-seconds": _STEP + 'mode = "hold"\nhold = inf\n',
    "negative-seconds": _STEP + 'mode = "hold"\nhold = -5\n',
    "hours": _STEP * 200 + 'mode = "hold"\nhold = 7200\n',
    "no-steps": "steps = []\n",
    "many-steps": _STEP * 501,
    "path": '[[steps]]\nexercise = "../../../etc/passwd"\n',
    "unknown": '[[steps]]\nexercise = "no-such-exercise"\n',
    "swapped": _STEP + "[steps.swap.swap.swap]\nreps = 1\n",
    "million-phases": _reps(reps=1000, sets=100, phases=f"[{_PHASE * 50}]"),
}


def hostile_routines() -> Iterable[HostileFile]:
    """Yield files that are no TOML, that are no routine, and odd but sound routines."""
    for name, make in SPECIAL_FILES.items():
        yield HostileFile(f"{name}.toml", make)
    for name, content in (
        BAD_BYTES | {key: text.encode() for key, text in _BAD_TOML.items()}
    ).items():
        yield HostileFile(f"{name}.toml", file_with(content))
    yield HostileFile("empty.toml", file_with(b""))
    yield HostileFile("passwd.toml", link_to("/etc/passwd"))
    yield HostileFile("large.toml", file_with(b"#" * (1 << 19)))
    for name, step in _BAD_STEPS.items():
        yield HostileFile(f"{name}.toml", file_with(_routine_toml(name, step)))
    for name in ("../up", "/etc/passwd", "a/b", "..", "CON", "a b", "\x1b[2J", "x" * 300, ""):
        stem = f"id-{name.encode().hex()[:40]}"
        yield HostileFile(f"{stem}.toml", file_with(_routine_toml(name)))
    for key in _TEXT_FIELDS:
        name = key.replace("_", "-")
        yield HostileFile(
            f"escape-{name}.toml", file_with(_in_text(f"escape-{name}", key, ESCAPE_TEXT))
        )
        markup = file_with(_in_text(f"markup-{name}", key, MARKUP_TEXT))
        yield HostileFile(f"markup-{name}.toml", markup, is_reported=key in ("context", "next"))
    harmless = partial(HostileFile, is_reported=False)
    windows = b"\xef\xbb\xbf" + _routine_toml("windows").replace("\n", "\r\n").encode()
    yield harmless("windows.toml", file_with(windows))
    yield harmless("zalgo.toml", file_with(_in_text("zalgo", "title", _ZALGO)))
    yield harmless("\x1b[2J\n\u202e.toml", file_with(_routine_toml("named-badly")))
    yield harmless(os.fsdecode(b"\xff\xfe.toml"), file_with(_routine_toml("named-in-latin")))
    yield harmless(".#lock.toml", link_to("somebody@somewhere"))


def _in_text(name: str, key: str, text: str) -> str:
    return _routine_toml(name, **{key: _text(key, text)})


def hostile_exercises() -> Iterable[HostileFile]:
    """Yield a few files for the folder of exercises: the same code reads them."""
    for name in ("fifo", "zero", "folder", "sparse"):
        yield HostileFile(f"e-{name}.toml", SPECIAL_FILES[name])
    yield HostileFile("e-empty.toml", file_with(b""))
    yield HostileFile("e-taken.toml", file_with('id = "ankle-circles"\n'))
    yield HostileFile("e-dotted.toml", file_with(_BAD_TOML["dotted"]))
    yield HostileFile(
        "e-figure.toml", file_with('id = "e-figure"\n[figure]\nview = nan\n[poses.a]\nx=1')
    )


def hostile_configs() -> Iterable[HostileFile]:
    """Yield files to be used as config.toml, one at a time."""
    for name, make in SPECIAL_FILES.items():
        yield HostileFile(name, make)
    for name, content in (
        BAD_BYTES | {key: text.encode() for key, text in _BAD_TOML.items()}
    ).items():
        yield HostileFile(name, file_with(content))
    for number, text in enumerate(
        ("week_goal = -1", "week_goal = 1e999", "theme = nan", "bell = 1979-05-27", "keys = 1")
    ):
        yield HostileFile(f"setting-{number}", file_with(text))
    yield HostileFile("empty", file_with(b""), is_reported=False)


def make_files(each: Iterable[HostileFile], folder: Path) -> list[HostileFile]:
    """Make the files in a folder, and return them as a list."""
    folder.mkdir(parents=True, exist_ok=True)
    files = list(each)
    for file in files:
        file.make(folder / file.name)
    return files


if __name__ == "__main__":
    from hostile_history import hostile_imports, hostile_journals, hostile_months

    home = Path(sys.argv[1])
    for kind in (
        hostile_routines,
        hostile_exercises,
        hostile_configs,
        hostile_months,
        hostile_journals,
        hostile_imports,
    ):
        print(f"{len(make_files(kind(), home / kind.__name__))} {kind.__name__}")  # noqa: T201 - a script
