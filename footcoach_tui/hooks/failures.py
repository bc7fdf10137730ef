"""Failures of hooks, in a small file: each is told once, and `footcoach doctor` names it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.hooks.hook import HookName

LOG_NAME = "hooks.log"
_FILE_NAME = "hooks.json"
_MAX_BYTES = 4096
_MAX_TEXT = 300


class HookFailure(NamedTuple):
    """Failure of a hook: why, as a clause, and whether the user was told."""

    why: str
    is_told: bool = False


def load_failures(folder: Path) -> dict[HookName, HookFailure]:
    """Return the failures by hook; none if there is no readable file."""
    try:
        failures = json.loads(read_regular_file(folder / _FILE_NAME, _MAX_BYTES))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(failures, dict):
        return {}
    return {
        name: HookFailure(clean(str(found.get("why")), _MAX_TEXT), found.get("is_told") is True)
        for name in HookName
        if isinstance(found := failures.get(name), dict)
    }


def note_failure(folder: Path, name: HookName, why: str) -> None:
    """Store why a hook failed, or was not run; "" for one that did its work."""
    failures = load_failures(folder)
    if (why and name in failures and failures[name].why == why) or not (why or name in failures):
        return
    failures.pop(name, None)
    _save(folder, failures | ({name: HookFailure(why)} if why else {}))


def take_untold(folder: Path) -> list[str]:
    """Return a sentence for each failure that is not told yet; they count as told then."""
    failures = load_failures(folder)
    untold = {name: failure for name, failure in failures.items() if not failure.is_told}
    if untold:
        _save(
            folder, {name: HookFailure(each.why, is_told=True) for name, each in failures.items()}
        )
    return [failure_sentence(name, failure.why) for name, failure in untold.items()]


def failure_sentence(name: HookName, why: str) -> str:
    return f"the hook {name} failed: {why}"


def _save(folder: Path, failures: Mapping[HookName, HookFailure]) -> None:
    """Write the file, or none where nothing failed. Ignores write errors."""
    content = {name: failure._asdict() for name, failure in failures.items()}
    with suppress(OSError, PathError, WriteError):
        create_private_folder(folder)
        write_atomically(folder / _FILE_NAME, json.dumps(content).encode())
