"""Disks that fail at one call, or from it on."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_CALLS = (
    *("open", "write", "read", "fsync", "close", "replace", "unlink", "mkdir", "link"),
    *("stat", "fstat", "listdir", "scandir", "ftruncate", "pread"),
)
"""What `failing` can make fail."""


@contextmanager
def failing_disk(
    patch: pytest.MonkeyPatch, nth: int, *, for_good: bool, code: int = errno.EIO
) -> Iterator[list[str]]:
    """A disk whose `nth` call fails, and all after it if `for_good`; yields the calls made."""
    made: list[str] = []

    def wrapped(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            made.append(name)
            if len(made) != nth and not (for_good and len(made) > nth):
                return real(*args, **kwargs)
            if name == "close":  # the system lets go of the file all the same
                real(*args, **kwargs)
            raise OSError(code, os.strerror(code))

        return call

    with patch.context() as disk:
        for name in _CALLS:
            disk.setattr(os, name, wrapped(name))
        yield made
