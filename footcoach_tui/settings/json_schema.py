"""JSON Schema of the config file, for editors."""

from collections.abc import Iterable
from typing import Any

from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.side import Side
from footcoach_tui.settings.pace import PACE_PATTERN
from footcoach_tui.settings.settings import CHOICES, MAX_WEEK_GOAL
from footcoach_tui.settings.sync import SYNC_AUTO

_BOOLEAN = {"type": "boolean"}
_SYNC: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "hub": {
            "type": "string",
            "description": "A connection string of libpq, without a password.",
        },
        "auto": {"enum": list(SYNC_AUTO), "description": "Default off."},
    },
    "description": "The hub of footcoach sync.",
}


def config_schema(commands: Iterable[str], themes: Iterable[str]) -> dict[str, Any]:
    """Return the schema of the settings; `commands` are the ids that can have other keys."""
    key = {"type": "string"}
    keys = {"anyOf": [key, {"type": "array", "items": key, "minItems": 1}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "bell": _BOOLEAN | {"description": "A bell at each cue; default true."},
            **{name: {"enum": list(choices)} for name, choices in CHOICES.items()},
            "first_side": {
                "enum": [side.value for side in (Side.LEFT, Side.RIGHT)],
                "description": "The side that begins; default left.",
            },
            "theme": {"enum": list(themes), "description": "Colour theme."},
            "calm": _BOOLEAN | {"description": "Only the countdown moves; default false."},
            "week_goal": {
                "type": "integer",
                "minimum": 1,
                "maximum": MAX_WEEK_GOAL,
                "description": "Sessions a week; default 3.",
            },
            "pace": {
                "type": "string",
                "pattern": PACE_PATTERN,
                "description": "After each hold: timer, wait for a key, or wait so many seconds.",
            },
            "kit": {
                "type": "array",
                "items": {"enum": [thing.value for thing in Equipment]},
                "uniqueItems": True,
                "description": "What you have; without it everything.",
            },
            "sync": _SYNC,
            "keys": {
                "type": "object",
                "additionalProperties": False,
                "properties": dict.fromkeys(commands, keys),
                "description": "Other keys for commands.",
            },
        },
        "title": "footcoach config file",
    }
