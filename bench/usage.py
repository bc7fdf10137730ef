"""CPU, wake-ups and memory of a process and its descendants (Linux)."""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

MIB = 1 << 20
_WAKES = re.compile(r"^voluntary_ctxt_switches:\s+(\d+)", re.MULTILINE)
_COARSE = 0.05
"""Seconds by which ticks may be off; a larger difference means that a thread has ended."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Totals at a moment: seconds of CPU (exact, and by clock ticks), wake-ups, bytes of memory.

    `own_memory` is what would be free if the program ended (USS).
    """

    moment: float
    exact: float
    ticks: float
    wakes: int
    memory: int
    own_memory: int

    def cpu_since(self, before: "Usage") -> float:
        exact, ticks = self.exact - before.exact, self.ticks - before.ticks
        # The exact count lacks threads that have ended, and some kernels have none.
        return ticks if abs(exact - ticks) > _COARSE else exact


def usage(pid: int) -> Usage:
    moment, exact, ticks, wakes, memory, own = time.monotonic(), 0.0, 0.0, 0, 0, 0
    for process in _family(pid):
        with suppress(psutil.NoSuchProcess, FileNotFoundError):
            times = process.cpu_times()
            ticks += times.user + times.system + times.children_user + times.children_system
            full = process.memory_full_info()
            memory, own = memory + full.rss, own + full.uss
            for thread in Path(f"/proc/{process.pid}/task").iterdir():
                wakes += _wakes(thread)
                exact += _exact(thread)
    return Usage(moment, exact, ticks, wakes, memory, own)


def _family(pid: int) -> Iterator[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        head = psutil.Process(pid)
        yield head
        yield from head.children(recursive=True)


def _exact(thread: Path) -> float:
    """Seconds of CPU to the nanosecond; 0 where the kernel does not count them."""
    try:
        return int((thread / "schedstat").read_text(encoding="ascii").split()[0]) / 1e9
    except (OSError, IndexError):
        return 0.0


def _wakes(thread: Path) -> int:
    """Voluntary context switches; psutil counts those of the first thread only."""
    switches = _WAKES.search((thread / "status").read_text(encoding="ascii", errors="replace"))
    return int(switches[1]) if switches else 0
