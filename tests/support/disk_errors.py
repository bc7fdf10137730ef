"""Failing disks: an error at one call of the file system, or at all calls from it on."""

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
"""Functions of `os` that `failing_disk` can make fail."""


@contextmanager
def failing_disk(
    patch: pytest.MonkeyPatch, nth: int, *, for_good: bool, code: int = errno.EIO
) -> Iterator[list[str]]:
    """Make the `nth` call fail, and all after it if `for_good`; yields the names of the calls."""
    calls: list[str] = []

    def wrapped(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            calls.append(name)
            if len(calls) != nth and not (for_good and len(calls) > nth):
                return real(*args, **kwargs)
            if name == "close":  # the system closes the file all the same
                real(*args, **kwargs)
            raise OSError(code, os.strerror(code))

        return call

    with patch.context() as disk:
        for name in _CALLS:
            disk.setattr(os, name, wrapped(name))
        yield calls
