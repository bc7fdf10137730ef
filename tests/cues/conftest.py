"""Fake output and programs for the cues."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class FakeOut:
    """Fake `CueOutput`: records what is sent; `wait` makes the delayed calls."""

    sent: list[str] = field(default_factory=list)
    at_last: str = ""
    due: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def ring(self) -> None:
        self.sent.append("BEL")

    def send(self, sequence: str) -> None:
        self.sent.append(sequence)

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        self.due.append((seconds, do))

    def send_at_exit(self, sequence: str) -> None:
        self.at_last = sequence

    def wait(self) -> None:
        for _, do in self.due:
            do()
        self.due.clear()


@pytest.fixture
def out() -> FakeOut:
    return FakeOut()


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], tuple[str, ...]]:
    """Write a shell program; it may log to `$0.log`."""

    def made(body: str) -> tuple[str, ...]:
        path = tmp_path / "program"
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o700)
        return (str(path),)

    return made
