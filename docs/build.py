"""Builds the pages of the docs that are made from the code: `make docs`. A test compares them."""

import json
from operator import attrgetter
from pathlib import Path

from coach_rules import coach_rules_page
from layers import layers_svg

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.cli.commands.schema import all_schemas
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.coach_rules import load_rules, rule_tables
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.text.durations import counted, format_minutes

_FOLDER = Path(__file__).resolve().parent
_ABOUT_KEYS = """\
<!-- Made by docs/build.py from footcoach_tui/app/commands/table.py: change it there. -->

# Keys

Everything can be done by these keys; `ctrl+p` finds a command by its name.
"""
_ABOUT_ROUTINES = """\
<!-- Made by docs/build.py from the files in routines/: change them there. -->

# Routines and exercises

The minutes are computed from the files; steps that wait for you count as none. A step with
conditions counts as if they were met. Levels: 1 seated, 2 two feet, 3 one foot, 4 dynamic. A level
is that of the hardest step without conditions.

| routine | id | minutes | steps | level | when | you need |
|---|---|---|---|---|---|---|
"""
_ABOUT_CONFIG = """
## Other keys

Any command can have other keys, in the table `keys` of the config file
(`~/.config/footcoach/config.toml`, or the file that `FOOTCOACH_CONFIG` names):

```toml
[keys]
"session.next" = ["n", "l"]
"session.back" = "h"
"session.info" = "f1"
```

The last column above has the names. A key is a letter or digit, `f1` to `f12`, `ctrl+a` to
`ctrl+z`, or one of `space enter tab escape up down left right home end pageup pagedown plus minus
equals_sign slash question_mark comma full_stop`. Before you give a command the
key of another, give that other command a new key. footcoach reports mistakes, with their line,
when it starts.
"""


def keys_page() -> str:
    parts = [_ABOUT_KEYS]
    for group in CommandGroup:
        parts.append(f"\n## {group.value}\n\n| key | what it does | name |\n|---|---|---|\n")
        parts.extend(
            f"| {_keys(command)} | {command.help} | `{command.id}` |\n"
            for command in KEY_COMMANDS
            if command.group is group
        )
    return "".join([*parts, _ABOUT_CONFIG])


def routines_page() -> str:
    """Routines with the length that is computed from their files, and all exercises."""
    catalogue = load_catalogue(bundled_routines_folder())
    parts = [_ABOUT_ROUTINES]
    for routine in catalogue.routines.values():
        minutes, kit = format_minutes(routine_seconds(routine)), ", ".join(routine.equipment)
        steps = counted(len(routine.steps), "step")
        when = ", ".join(routine.context)
        parts.append(
            f"| {routine.title} | `{routine.id}` | {minutes} | {steps} | {routine.level} | {when} "
            f"| {kit or 'nothing'} |\n"
        )
    parts.append("\n## Exercises\n\n| name | id | level | position |\n|---|---|---|---|\n")
    parts.extend(
        f"| {exercise.name} | `{exercise.id}` | {exercise.level} | {exercise.position} |\n"
        for exercise in sorted(catalogue.exercises.values(), key=attrgetter("name"))
    )
    return "".join(parts)


def rules_page() -> str:
    """Rules of the coach, with their grades and sources."""
    folder = bundled_routines_folder()
    catalogue = load_catalogue(folder)
    rules = load_rules(folder, None, catalogue)
    return coach_rules_page(rule_tables(folder, catalogue), rules, catalogue.sources)


def _keys(command: KeyCommand) -> str:
    return " ".join(f"`{key}`" for key in command.key_labels)


def pages() -> dict[str, str]:
    """Return the content of each file by its path below docs/."""
    made = {
        f"schema/{kind}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for kind, schema in all_schemas().items()
    }
    layers = {
        "layers.svg": layers_svg("footcoach_tui"),
        "layers-app.svg": layers_svg("footcoach_tui.app"),
        "layers-coach.svg": layers_svg("footcoach_tui.coach"),
    }
    texts = {
        "keys.md": keys_page(),
        "routines.md": routines_page(),
        "coach-rules.md": rules_page(),
    }
    return made | layers | texts


def main() -> None:
    for name, content in pages().items():
        path = _FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
