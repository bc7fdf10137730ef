"""Terminals, programs and surroundings that are only made up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class FakeOut:
    """What was sent to the terminal; what is to be done later is done when `wait` is called."""

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
    """A program of a few lines of shell; `$0.log` beside it is for what it leaves."""

    def made(body: str) -> tuple[str, ...]:
        path = tmp_path / "program"
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o700)
        return (str(path),)

    return made
