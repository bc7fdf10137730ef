"""Textual without OpenSSL: asyncio would bring four megabytes of it for sockets that nobody opens.

Python can be built without `ssl`, and asyncio is made for that: where it cannot be had, there is
no TLS, and nothing else differs. Nothing in footcoach speaks over a network.
"""

import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

_NAME = "ssl"


@contextmanager
def without_tls(modules: MutableMapping[str, Any] = sys.modules) -> Iterator[None]:
    """Import within this what brings asyncio. Whoever wants `ssl` afterwards can have it.

    Where it is there already, nothing is done.
    """
    if _NAME in modules:
        yield
        return
    modules[_NAME] = None  # as the import system has it: there is no such module
    try:
        yield
    finally:
        del modules[_NAME]
