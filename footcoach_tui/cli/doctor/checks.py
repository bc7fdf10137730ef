"""Table of the checks of `footcoach doctor`, in the order in which they run."""

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from footcoach_tui import cue_wiring, wiring
from footcoach_tui.app.appearance.choose import AppearanceOptions
from footcoach_tui.app.appearance.palettes import THEME_NAMES
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.paths import Folders, PathError, config_file, folders
from footcoach_tui.cli.doctor import (
    catalogue,
    environment,
    hooks,
    leftovers,
    sessions,
    settings,
    terminal,
)
from footcoach_tui.cli.doctor.findings import Finding, Findings, ReportSection, care, note, ok
from footcoach_tui.cues.failures import load_failures
from footcoach_tui.cues.plan import CuePlan

_Check = Callable[[], Findings]
_Place = TypeVar("_Place")
_CUE_ADVICE = "set it to auto or off, or install what it names; it is optional"


def run_checks(*, thorough: bool = False) -> tuple[ReportSection, ...]:
    """Run all checks one after the other. Raises nothing and writes nothing.

    With `thorough`, months that have not changed since they were last read are read again.
    """
    return tuple(_run_check(name, check) for name, check in _checks(thorough=thorough))


def _run_check(name: str, check: _Check) -> ReportSection:
    """Run a check up to its end or its first error, which becomes a finding."""
    findings: list[Finding] = []
    try:
        findings.extend(check())
    except Exception as error:  # noqa: BLE001 - the other checks must run, whatever is broken
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        advice = "if nothing above explains it, please report it"
        findings.append(care(f"this check itself failed: {reason}", advice))
    return ReportSection(name, tuple(findings))


def _checks(*, thorough: bool) -> list[tuple[str, _Check]]:
    environ = os.environ
    places = _usable_folders()
    config = _place_or_none(config_file)
    return [
        ("environment", partial(environment.check, environ)),
        ("terminal", partial(_check_terminal, environ)),
        ("sessions", _if_usable(places, partial(_check_sessions, thorough=thorough))),
        ("leftovers", _if_usable(places, lambda usable: leftovers.check(usable, time.time()))),
        ("routines", _if_usable(places, lambda usable: catalogue.check(usable.data / "routines"))),
        ("settings", _if_usable(config, lambda _: settings.check())),
        ("cues", _if_usable(config, lambda _: _check_cues(places))),
        ("hooks", _if_usable(config, lambda file: _check_hooks(file.parent / "hooks", places))),
    ]


def _check_terminal(environ: Mapping[str, str]) -> Findings:
    options = AppearanceOptions()
    with suppress(PathError):
        chosen, _ = wiring.open_settings(THEME_NAMES)  # as the app: no unknown theme
        options = AppearanceOptions(chosen.theme, chosen.glyphs, chosen.calm, chosen.figure)
    return terminal.check(terminal.TerminalInfo.detect(), environ, options)


def _check_sessions(places: Folders, *, thorough: bool) -> Findings:
    return sessions.check(places, local_time.today().isoformat(), thorough=thorough)


def _check_cues(places: Folders | None) -> Findings:
    plan = cue_wiring.plan_cues(wiring.open_settings()[0])
    return _cue_findings(plan, load_failures(places.state / "log") if places else {})


def _check_hooks(folder: Path, places: Folders | None) -> Findings:
    return hooks.check(folder, places.state / "log" if places else None)


def _cue_findings(plan: CuePlan, failures: Mapping[str, str]) -> Findings:
    """Report the plan, and reasons why channels fell silent. Nothing is played."""
    for outcome in plan.outcomes:
        channel = outcome.channel
        facts = {channel: outcome.used or None, f"{channel}_why": outcome.why}
        sentence = f"{channel}: {outcome.used or 'none'}; {outcome.why}"
        if outcome.is_missing:
            yield note(sentence, _CUE_ADVICE, **facts)
        else:
            yield ok(sentence, **facts)
    for channel, why in failures.items():
        sentence = f"{channel} stopped working in the last session; {why}"
        yield note(sentence, "footcoach cues tests all of them", **{f"{channel}_failed": why})
    audible = [outcome.used for outcome in plan.outcomes if outcome.channel != "progress"]
    if audible and not any(audible):
        yield ok("no cue can be heard: follow the screen or the plain lines")


def _if_usable(place: _Place | None, check: Callable[[_Place], Findings]) -> _Check:
    """Check of the folders or the config file; skipped where `environment` reports them."""
    if place is None:
        return lambda: iter([note("not checked: see environment")])
    return partial(check, place)


def _usable_folders() -> Folders | None:
    """The folders, if the data folder is a folder or can be created; None otherwise."""
    places = _place_or_none(folders)
    if places and os.path.isdir(environment.nearest_existing(places.data)):  # noqa: PTH112 - Path.is_dir may raise
        return places
    return None


def _place_or_none(find: Callable[[], _Place]) -> _Place | None:
    with suppress(PathError):
        return find()
    return None
