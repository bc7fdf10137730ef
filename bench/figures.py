"""What a moving figure costs: cells that changed, against a Static updated with the whole picture.

`python -m bench.figures` runs both ways in turn in a real pty of 100x30, each as a process of its
own, and prints bytes a second and CPU for both, the medians of their runs and the ratios.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator

from bench.measures import RunCost, measure_cost
from bench.rows import Pace, ResultRow, times
from bench.terminal import BenchTerminal

WARM_UP = 4.0
WAYS = ("naive", "ours", "still")
_RUNS = {Pace.QUICK: (1, 5.0), Pace.USUAL: (2, 8.0), Pace.LONG: (3, 15.0)}


def rows(pace: Pace) -> Iterator[ResultRow]:
    """The figure alone, both ways."""
    found = measure_figure(*_RUNS[pace], ("naive", "ours"))
    ours, naive = found["ours"], found["naive"]
    few, many = ours.bytes_a_second / 1000, naive.bytes_a_second / 1000
    yield ResultRow("bytes of the figure alone", few, "kB/s", (times(0.25),), "naive Static", many)
    yield ResultRow(
        "CPU of the figure alone", ours.cpu, "%", (times(0.25),), "naive Static", naive.cpu
    )


def measure_figure(runs: int, seconds: float, ways: tuple[str, ...] = WAYS) -> dict[str, RunCost]:
    """What each way costs once it has started up, medians of the runs."""
    found: dict[str, list[RunCost]] = {way: [] for way in ways}
    for _ in range(runs):
        for way in ways:
            with BenchTerminal((sys.executable, "-m", "bench.apps.figure", way)) as terminal:
                terminal.read_for(WARM_UP)
                found[way].append(measure_cost(terminal, seconds))
    return {way: _medians(costs) for way, costs in found.items()}


def _medians(costs: list[RunCost]) -> RunCost:
    return RunCost(
        statistics.median(one.bytes_a_second for one in costs),
        statistics.median(one.cpu for one in costs),
        statistics.median(one.wakes for one in costs),
        statistics.median(one.memory for one in costs),
    )


def main() -> None:
    """Measure all ways in turn, and print a table or JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=15.0, help="of each run")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    medians = {
        way: {
            "bytes_per_s": round(costs.bytes_a_second),
            "cpu_percent": round(costs.cpu, 2),
        }
        for way, costs in measure_figure(chosen.runs, chosen.seconds).items()
    }
    if chosen.json:
        print(json.dumps(medians, indent=2))
        return
    for way, figures in medians.items():
        print(f"{way:6} {figures['bytes_per_s']:8} bytes/s {figures['cpu_percent']:6} % CPU")
    ours, naive = medians["ours"], medians["naive"]
    print(
        f"ours / naive: bytes {ours['bytes_per_s'] / naive['bytes_per_s']:.2f}, "
        f"CPU {ours['cpu_percent'] / naive['cpu_percent']:.2f}"
    )


if __name__ == "__main__":
    main()
