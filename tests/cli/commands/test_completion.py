"""`footcoach completion`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.cli.parser import COMMANDS

Footcoach = Callable[..., Any]


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_the_script_names_every_command(footcoach: Footcoach, shell: str) -> None:
    done = footcoach("completion", shell)
    assert (done.code, done.err) == (0, "")
    assert [name for name in COMMANDS if name not in done.out] == []


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("tim", "timeline"),
        ("edit hops-n", "hops-next"),
        ("show toe-yoga-st", "toe-yoga-standing"),
        ("new Mine --from hops-n", "hops-next"),
        ("new Mine --ex", "--exercise"),
        ("check --w", "--watch"),
        ("fmt --ch", "--check"),
        ("fmt min", "mine.toml"),
        ("pack hops-n", "hops-next"),
        ("add min", "mine.toml"),
        ("schema sub", "substitutes"),
    ],
)
def test_bash_completes_commands_options_names_and_files(
    footcoach: Footcoach, tmp_path: Path, words: str, completed: str
) -> None:
    (tmp_path / "mine.toml").touch()
    script = footcoach("completion", "bash").out
    ask = (
        f'footcoach() {{ "{sys.executable}" -m footcoach_tui "$@"; }}\n'
        f"COMP_WORDS=(footcoach {words}) COMP_CWORD={len(words.split())}\n"
        "_shtab_footcoach; echo ${COMPREPLY[@]}"
    )
    told = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\n{ask}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (told.stdout.strip(), told.stderr) == (completed, "")


def test_a_shell_it_does_not_know_is_refused_in_a_sentence(footcoach: Footcoach) -> None:
    done = footcoach("completion", "fish")
    assert done.code == 2
    assert "bash" in done.err
