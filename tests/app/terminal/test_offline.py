"""asyncio does without TLS where there is none, and nothing else is missing for that."""

import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from footcoach_tui.app.terminal.offline import without_tls

CODE = """
from footcoach_tui.app.terminal.offline import without_tls
with without_tls():
    import asyncio
import sys
assert "ssl" not in sys.modules and "_ssl" not in sys.modules
asyncio.run(asyncio.sleep(0))
import ssl
print(ssl.create_default_context().protocol.name)
"""


def test_asyncio_runs_without_and_whoever_wants_it_later_has_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.startswith("PROTOCOL_TLS")


def test_what_is_there_already_stays() -> None:
    there = ModuleType("ssl")
    modules: dict[str, Any] = {"ssl": there}
    with without_tls(modules):
        assert modules["ssl"] is there
    assert modules == {"ssl": there}


def test_it_is_to_be_had_again_also_after_an_error() -> None:
    modules: dict[str, Any] = {}
    with pytest.raises(KeyError), without_tls(modules):
        modules.pop("what is imported")
    assert modules == {}


def test_within_there_is_none() -> None:
    modules: dict[str, Any] = {}
    with without_tls(modules):
        assert modules == {"ssl": None}
