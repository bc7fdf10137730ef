"""How all tests are run: in folders of their own, whatever a test or its process does."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test is timed: what a busy machine takes longer for is not wrong. bench/ measures.
settings.register_profile(
    "footcoach",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("footcoach"), max_examples=8)
settings.load_profile("footcoach")


_HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep tests, and the processes that they start, out of the developer's own folders."""
    home = Path(tempfile.mkdtemp(prefix="footcoach-tests-"))
    config.stash[_HOME] = home
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    for name in ("DATA_DIR", "STATE_DIR", "CACHE_DIR", "CONFIG"):
        os.environ.pop(f"FOOTCOACH_{name}", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)
