"""Check of the settings: errors in the config file, and keys that may never reach footcoach."""

from collections.abc import Iterable, Mapping

from footcoach_tui import wiring
from footcoach_tui.app.appearance.palettes import THEME_NAMES
from footcoach_tui.cli.doctor.findings import Findings, care_findings, note, ok
from footcoach_tui.session.equipment import Kit
from footcoach_tui.settings.pace import pace_words
from footcoach_tui.settings.sync import SyncSettings

_CORRECTION = "correct the line; until then the default is used (docs/keys.md names the keys)"
_USES_BY_OTHERS = {
    "ctrl+a": "GNU screen uses it itself",
    "ctrl+b": "tmux uses it itself",
    "ctrl+s": "some terminals and serial lines freeze the screen at it",
    "ctrl+z": "it suspends footcoach, as in any shell",
}


def check() -> Findings:
    """Read the config file as the app does."""
    settings, problems = wiring.open_settings(THEME_NAMES)
    yield from care_findings([(str(problem), _CORRECTION) for problem in problems])
    changed = sorted(settings.keys)
    yield from _keys(settings.keys)
    bell = "on" if settings.bell else "off"
    yield ok(
        f"bell {bell}, {settings.week_goal} sessions a week, {settings.first_side} side first, "
        f"kit {_kit_words(settings.kit)}, theme {settings.theme or 'by default'}, "
        f"pace {pace_words(settings.pace)}, glyphs {settings.glyphs}, "
        f"{'calm, ' if settings.calm else ''}other keys for {len(changed)} commands, "
        f"{_hub_words(settings.sync)}",
        bell=settings.bell,
        week_goal=settings.week_goal,
        first_side=str(settings.first_side),
        kit=None if settings.kit is None else sorted(settings.kit),
        pace=pace_words(settings.pace),
        theme=settings.theme,
        glyphs=settings.glyphs,
        calm=settings.calm,
        keys=changed,
        sync=settings.sync.auto if settings.sync.hub else None,
    )


def _hub_words(sync: SyncSettings) -> str:
    return f"a hub, sync by itself: {sync.auto}" if sync.hub else "no hub"


def _kit_words(kit: Kit) -> str:
    return "not said" if kit is None else ", ".join(sorted(kit)) or "nothing"


def _keys(chosen: Mapping[str, Iterable[str]]) -> Findings:
    """Keys that a program between footcoach and the keyboard may use itself."""
    for command, keys in chosen.items():
        for key in keys:
            if key in _USES_BY_OTHERS and (command, key) != ("app.suspend", "ctrl+z"):
                yield note(
                    f"{command} has {key}: {_USES_BY_OTHERS[key]}",
                    "if it does nothing, give the command another key",
                )
