"""Folders of hooks and logs, and hooks written in shell."""

from collections.abc import Callable
from pathlib import Path

import pytest

PutHook = Callable[..., Path]


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    folder = tmp_path / "hooks"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    """The folder of logs, not there yet."""
    return tmp_path / "state" / "log"


@pytest.fixture
def put_hook(hooks: Path) -> PutHook:
    """Write a hook; its text is shell."""

    def put(text: str = "cat", name: str = "session-saved", mode: int = 0o700) -> Path:
        path = hooks / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(mode)
        return path

    return put
