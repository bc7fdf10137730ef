"""Times of work that is done by turns, so that the mood of the machine is the same for all."""

import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]


def milliseconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def time_by_turns(works: Mapping[str, Work], runs: int) -> dict[str, list[float]]:
    """Milliseconds of each run of each work (A B C A B C); a first turn does not count."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(milliseconds(work))
    return times
