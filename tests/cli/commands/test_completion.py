"""`footcoach completion`."""

import shutil
import subprocess
from collections.abc import Callable
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
def test_bash_completes_a_command_by_it(footcoach: Footcoach) -> None:
    script = footcoach("completion", "bash").out
    ask = "COMP_WORDS=(footcoach tim) COMP_CWORD=1; _shtab_footcoach; echo ${COMPREPLY[@]}"
    told = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "timeline"


def test_a_shell_it_does_not_know_is_refused_in_a_sentence(footcoach: Footcoach) -> None:
    done = footcoach("completion", "fish")
    assert done.code == 2
    assert "bash" in done.err
