"""What is due today, for prompts and bars: worked out once for a state of the files.

The answer is in a file of the cache folder, with a key made from all it depends on: the day, and
the names, sizes and times of the history's and the rules' files. To ask again takes a few
milliseconds; working it out loads the rules and the coach.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui import __version__, wiring
from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import bundled_routines_folder, config_file
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import warn

if TYPE_CHECKING:
    from footcoach_tui.history.store import History

_FILE_NAME = "due.json"
_MAX_BYTES = 64 * 1024
_SUBFOLDERS = ("", "exercises", "coach", "plans")


class DueToday(NamedTuple):
    """Answer of `due`, with what prompts show. Texts are "", numbers 0, where there is nothing.

    `answer` is yes, no or extra. `next` and `latest` are days (YYYY-MM-DD): of the next session,
    and of the latest that counts. `week` is the number of days of this week with a session, and
    `goal` how many there are to be.
    """

    answer: str
    sentence: str
    rule: str = ""
    routine: str = ""
    title: str = ""
    minutes: int = 0
    stage: int = 0
    next: str = ""
    latest: str = ""
    week: int = 0
    goal: int = 0

    @property
    def is_due(self) -> bool:
        return self.answer == "yes"


def due_today(history: "History") -> DueToday:
    """Return what is due today; warns of files that cannot be read.

    Raises CliError if the history has files and none of them can be read.
    """
    folders = wiring.folders()
    history.index.ask(lambda _: None)  # looks at the files
    listing = history.index.listing
    key = repr(
        (wiring.today(), __version__, listing and listing.files, [*_rule_files(folders.data)])
    )
    file = folders.cache / _FILE_NAME
    if (cached := _read(file, key)) is not None:
        warn(history.problems)
        return cached
    from footcoach_tui.cli.coach.due_answer import work_out  # noqa: PLC0415 - loads the coach

    answer = work_out(history)
    with suppress(OSError, WriteError):
        content = json.dumps({"key": key, "answer": answer._asdict()})
        write_atomically(file, content.encode())
    return answer


def _rule_files(data: Path) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of each file of routines, rules and plans, and of the settings."""
    for folder in (bundled_routines_folder(), data / "routines"):
        for name in _SUBFOLDERS:
            with suppress(OSError), os.scandir(folder / name) as entries:
                yield from sorted(_state(entry.name, entry.stat()) for entry in entries)
    with suppress(OSError):
        yield _state("settings", config_file().stat())


def _state(name: str, status: os.stat_result) -> tuple[str, int, int]:
    return name, status.st_size, status.st_mtime_ns


def _read(file: Path, key: str) -> DueToday | None:
    """Return the stored answer for a key; None if there is none."""
    try:
        content = json.loads(read_regular_file(file, _MAX_BYTES))
        if content["key"] != key:
            return None
        fields = content["answer"]
        return DueToday(
            **{
                name: kind(clean(fields[name]) if kind is str else fields[name])
                for name, kind in DueToday.__annotations__.items()
            }
        )
    except (UnreadableError, ValueError, TypeError, LookupError, RecursionError):
        return None
