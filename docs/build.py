"""Builds the pages of the docs that are made from the code: `make docs`. A test compares them."""

import json
from pathlib import Path

from layers import layers_svg

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.history.json_schema import month_schema
from footcoach_tui.library.schema import json_schemas

_FOLDER = Path(__file__).resolve().parent
_ABOUT_KEYS = """\
<!-- Made by docs/build.py from footcoach_tui/app/commands/table.py: change it there. -->

# Keys

Everything can be done by these keys; `ctrl+p` finds a command by its name.
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


def _keys(command: KeyCommand) -> str:
    return " ".join(f"`{key}`" for key in command.key_labels)


def pages() -> dict[str, str]:
    """Return the content of each file by its path below docs/."""
    made = {
        f"schema/{kind}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for kind, schema in (json_schemas() | {"month": month_schema()}).items()
    }
    layers = {
        "layers.svg": layers_svg("footcoach_tui"),
        "layers-app.svg": layers_svg("footcoach_tui.app"),
    }
    return made | layers | {"keys.md": keys_page()}


def main() -> None:
    for name, content in pages().items():
        path = _FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
