"""Threads in which workers run, for which an exit does not wait long."""

import time
from concurrent.futures import ThreadPoolExecutor

_MAX_EXIT_SECONDS = 0.2
"""Seconds that work gets at the exit: enough for a write to disk, not for figures drawn ahead."""


class WorkerThreads(ThreadPoolExecutor):
    """Thread pool whose `shutdown` waits for a moment only.

    Python itself waits for the rest where the process is not ended by force.
    """

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Python has it
        super().shutdown(wait=False, cancel_futures=cancel_futures)
        end = time.monotonic() + _MAX_EXIT_SECONDS
        for thread in self._threads if wait else ():
            thread.join(max(0.0, end - time.monotonic()))
