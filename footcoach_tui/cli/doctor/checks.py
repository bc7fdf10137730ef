"""Table of the checks of `footcoach doctor`, in the order in which they run."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import AppearanceOptions
from footcoach_tui.boundary.paths import PathError, config_file, data_folder
from footcoach_tui.cli.doctor import (
    catalogue,
    cues,
    environment,
    leftovers,
    sessions,
    settings,
    terminal,
)
from footcoach_tui.cli.doctor.findings import Findings, ReportSection, _Check, note, run_check
from footcoach_tui.cues.failures import load_failures


def run_checks(*, thorough: bool = False) -> tuple[ReportSection, ...]:
    """Run all checks one after the other. Raises nothing and writes nothing.

    With `thorough`, months that have not changed since they were last read are read again.
    """
    return tuple(run_check(name, check) for name, check in _checks(thorough=thorough))


def _checks(*, thorough: bool) -> list[tuple[str, _Check]]:
    environ = os.environ
    data = _usable_data_folder()
    config = _path_or_none(config_file)
    return [
        ("environment", partial(environment.check, environ)),
        (
            "terminal",
            lambda: terminal.check(terminal.detect_terminal(), environ, _appearance()),
        ),
        ("sessions", _within(data, partial(_sessions, thorough=thorough))),
        ("leftovers", _within(data, lambda folder: leftovers.check(folder, time.time()))),
        ("routines", _within(data, lambda folder: catalogue.check(folder / "routines"))),
        ("settings", _within(config, lambda _: settings.check())),
        ("cues", _within(config, lambda _: _cues(data))),
    ]


def _sessions(data: Path, *, thorough: bool) -> Findings:
    return sessions.check(data, wiring.today().isoformat(), thorough=thorough)


def _cues(data: Path | None) -> Findings:
    plan = wiring.plan_cues(wiring.open_settings()[0])
    return cues.check(plan, load_failures(data / "log") if data else {})


def _within(path: Path | None, check: Callable[[Path], Findings]) -> _Check:
    """Check of the data folder or the config file; skipped where `environment` reports it."""
    if path is None:
        return lambda: iter([note("not checked: see environment")])
    return partial(check, path)


def _usable_data_folder() -> Path | None:
    """The data folder, if it is a folder or can be made; None otherwise."""
    folder = _path_or_none(data_folder)
    if folder and os.path.isdir(environment.nearest_existing(folder)):  # noqa: PTH112 - as there
        return folder
    return None


def _path_or_none(find: Callable[[], Path]) -> Path | None:
    with suppress(PathError):
        return find()
    return None


def _appearance() -> AppearanceOptions:
    with suppress(PathError):
        values = wiring.open_settings()[0]
        return AppearanceOptions(values.theme, values.glyphs, values.calm)
    return AppearanceOptions()
