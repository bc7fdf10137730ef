"""Every check in its order, each kept from stopping the others."""

import os
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from footcoach_tui import wiring
from footcoach_tui.app.looks.look import AS_USUAL, Preferences
from footcoach_tui.boundary.folders import PlaceError, bundled_routines, config_file, data_folder
from footcoach_tui.cli.health import (
    catalogue,
    clock,
    cues,
    leftovers,
    lock,
    places,
    preferences,
    sessions,
    terminal,
    variables,
    versions,
)
from footcoach_tui.cli.health.finding import Finding, Findings, State, care, note
from footcoach_tui.cues.memory import remembered

Check = Callable[[], Findings]


class Section(NamedTuple):
    """What one check found."""

    name: str
    findings: tuple[Finding, ...]


def examined(*, thorough: bool = False) -> tuple[Section, ...]:
    """Run all checks, one after the other. Raises nothing and writes nothing.

    With `thorough`, months that have not changed since they were read last are read again.
    """
    return tuple(_section(name, check) for name, check in _checks(thorough=thorough))


def is_healthy(sections: Iterable[Section]) -> bool:
    """Whether nothing wants care."""
    return not any(one.state is State.CARE for section in sections for one in section.findings)


def _checks(*, thorough: bool) -> list[tuple[str, Check]]:
    environ = os.environ
    data = _told(data_folder)
    bundled = _told(bundled_routines)
    return [
        ("versions", versions.check),
        ("terminal", lambda: terminal.check(terminal.seen(), environ, _tastes())),
        ("environment", partial(variables.check, environ)),
        ("places", partial(places.check, environ)),
        ("lock", _within(data, lock.check)),
        ("sessions", _within(data, lambda it: sessions.check(it, _today(), thorough=thorough))),
        ("leftovers", _within(data, lambda it: leftovers.check(it, time.time()))),
        ("routines", _within(data, lambda it: catalogue.check(bundled, it / "routines"))),
        ("settings", preferences.check if _told(config_file) else _elsewhere),
        ("cues", _cues if _told(config_file) else _elsewhere),
        ("clock", clock.check),
    ]


def _cues() -> Findings:
    settings, _ = wiring.open_settings()
    data = _told(data_folder)
    failed = remembered(data / "log") if data else {}
    yield from cues.check(wiring.plan_cues(settings), failed)


def _section(name: str, check: Check) -> Section:
    """What a check finds, up to where it fails itself; that is told like the rest."""
    found: list[Finding] = []
    try:
        found.extend(check())
    except Exception as error:  # noqa: BLE001 - whatever is broken, the others go on
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        told = reason if isinstance(error, PlaceError) else f"this check failed itself: {reason}"
        found.append(care(told, "if nothing above explains it, please report it"))
    return Section(name, tuple(found))


def _within(data: Path | None, check: Callable[[Path], Findings]) -> Check:
    """A check of the data folder, if that can be one: places tells why it cannot."""

    def run() -> Findings:
        if data is None or not _can_be_a_folder(data):
            yield from _elsewhere()
        else:
            yield from check(data)

    return run


def _elsewhere() -> Findings:
    yield note("not looked at: there is no place to look into, see places")


def _can_be_a_folder(data: Path) -> bool:
    """Whether it is one, or there is nothing yet."""
    try:
        return stat.S_ISDIR(data.stat().st_mode)
    except FileNotFoundError:
        return not data.is_symlink()
    except (OSError, ValueError):
        return False


def _told(place: Callable[[], Path]) -> Path | None:
    with suppress(PlaceError):
        return place()
    return None


def _tastes() -> Preferences:
    with suppress(PlaceError):
        return wiring.open_settings()[0]
    return AS_USUAL


def _today() -> str:
    try:
        return wiring.today().isoformat()
    except (ValueError, OverflowError):  # clock tells it
        return "9999"
