"""The settings: what is wrong in them, and keys that may never arrive."""

from collections.abc import Iterable, Mapping

from footcoach_tui import wiring
from footcoach_tui.cli.health.finding import Findings, cares, note, ok

_MEND = "mend the line; until then the usual holds (docs/keys.md has the names of keys)"
_TAKEN = {
    "ctrl+a": "GNU screen takes it for itself",
    "ctrl+b": "tmux takes it for itself",
    "ctrl+s": "some terminals and serial lines stop the screen at it",
    "ctrl+z": "it puts footcoach to sleep, as in any shell",
}


def check() -> Findings:
    """The config file, read as the app reads it."""
    settings, problems = wiring.open_settings()
    yield from cares([(str(problem), _MEND) for problem in problems])
    yield from _clashes()
    changed = sorted(settings.keys)
    yield from _keys(settings.keys)
    bell = "on" if settings.bell else "off"
    yield ok(
        f"bell {bell}, {settings.week_goal} sessions a week, {settings.first_side} side first, "
        f"theme {settings.theme or 'as usual'}, glyphs {settings.glyphs}, "
        f"{'calm, ' if settings.calm else ''}other keys for {len(changed)} commands",
        bell=settings.bell,
        week_goal=settings.week_goal,
        first_side=str(settings.first_side),
        theme=settings.theme,
        glyphs=settings.glyphs,
        calm=settings.calm,
        keys=changed,
    )


def _clashes() -> Findings:
    """Keys that two commands share: the app takes none of the chosen keys then."""
    clashes = wiring.key_clashes()
    for one in clashes:
        yield note(
            f"{one.key} is a key of both {one.first} and {one.second}",
            "give one of the two another key; until then all keys are the usual ones",
        )
    named = [f"{one.key}: {one.first}, {one.second}" for one in clashes]
    yield ok("two commands share a key" if named else "no two commands share a key", clashes=named)


def _keys(chosen: Mapping[str, Iterable[str]]) -> Findings:
    """Keys that can be given, and that something between may keep."""
    for command, keys in chosen.items():
        for key in keys:
            if key in _TAKEN and (command, key) != ("app.suspend", "ctrl+z"):
                yield note(
                    f"{command} has {key}: {_TAKEN[key]}",
                    "if it does nothing, give the command another key",
                )
