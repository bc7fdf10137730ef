"""Only a file that nobody else can change is run."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.hooks.hook import HookName, find_hook

PutHook = Callable[..., Path]


def refusal(folder: Path) -> str:
    hook = find_hook(folder, HookName.SAVED)
    assert hook
    return hook.refusal


def test_a_private_executable_is_run(hooks: Path, put_hook: PutHook) -> None:
    path = put_hook()

    assert find_hook(hooks, HookName.SAVED) == (HookName.SAVED, path, "")
    assert find_hook(hooks, HookName.ARRIVED) is None
    assert find_hook(hooks / "none", HookName.SAVED) is None


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        (0o720, "others can write to it; chmod go-w takes that away"),
        (0o702, "others can write to it; chmod go-w takes that away"),
        (0o600, "it is not executable; chmod u+x makes it so"),
        (0o755, ""),
    ],
)
def test_its_mode_decides(hooks: Path, put_hook: PutHook, mode: int, why: str) -> None:
    put_hook(mode=mode)

    assert refusal(hooks) == why


def test_a_folder_that_others_can_write_to_is_refused(hooks: Path, put_hook: PutHook) -> None:
    put_hook()
    hooks.chmod(0o777)

    assert refusal(hooks) == "others can write to its folder; chmod go-w takes that away"


def test_a_link_counts_as_what_it_leads_to(hooks: Path, tmp_path: Path) -> None:
    target = tmp_path / "upload"
    target.write_text("#!/bin/sh\n", encoding="utf-8")
    target.chmod(0o722)
    (hooks / "session-saved").symlink_to(target)

    assert refusal(hooks).startswith("others can write to it")
    target.unlink()
    assert refusal(hooks)


def test_what_is_no_file_is_refused(hooks: Path) -> None:
    (hooks / "session-saved").mkdir(mode=0o700)

    assert refusal(hooks) == "it is not a regular file"


def test_a_file_of_another_user_is_refused(
    hooks: Path, put_hook: PutHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_hook()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

    assert refusal(hooks) == "it belongs to another user"
