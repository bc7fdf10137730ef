import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from footcoach_tui.app.commands.command import CommandGroup
from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.cli.parser import COMMANDS, make_parser

ROOT = Path(__file__).resolve().parents[2]


def docs_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES: dict[str, str] = docs_build().pages()


@pytest.mark.parametrize("name", PAGES)
def test_pages_made_from_the_code_are_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name], "run make docs"


def test_every_command_has_a_key_of_its_own_and_a_sentence() -> None:
    """But for those of the composer, which is another screen."""
    composer = [command for command in KEY_COMMANDS if command.group is CommandGroup.COMPOSER]
    others = [command for command in KEY_COMMANDS if command not in composer]
    for commands in (composer, others):
        keys = [key for command in commands for key in command.keys]
        assert len(keys) == len(set(keys))
    assert all(command.help.endswith(".") for command in KEY_COMMANDS)


def test_the_readme_names_every_command_of_the_command_line() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    ([a-z]+)\b", make_parser().format_help(), flags=re.MULTILINE)
    assert len(commands) == len(COMMANDS)
    assert [one for one in commands if f"footcoach {one}" not in readme] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
