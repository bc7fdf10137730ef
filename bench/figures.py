"""Cost of a moving figure: changed cells alone, beside a Static updated with the whole picture.

`python -m bench.figures` runs both by turns, each as a process in a real pty of 100x30, in octants,
and prints the medians of bytes a second and CPU, and their ratios.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator

from bench.measures import RunCost, measure_cost
from bench.rows import Pace, ResultRow, at_most, times
from bench.terminal import BenchTerminal, NotShownError

WARM_UP = 4.0
WAYS = ("naive", "ours", "still")
_RUNS = {Pace.QUICK: (1, 5.0), Pace.USUAL: (2, 8.0), Pace.LONG: (3, 15.0)}


def rows(pace: Pace) -> Iterator[ResultRow]:
    costs = measure_figure(*_RUNS[pace], ("naive", "ours"))
    ours, naive = costs["ours"], costs["naive"]
    yield ResultRow(
        "bytes of the figure alone",
        ours.bytes_a_second / 1000,
        "kB/s",
        (times(0.25), at_most(4.5)),
        "naive Static",
        naive.bytes_a_second / 1000,
    )
    yield ResultRow(
        "CPU of the figure alone",
        ours.cpu,
        "%",
        (times(0.25), at_most(2.2)),
        "naive Static",
        naive.cpu,
    )


def measure_figure(runs: int, seconds: float, ways: tuple[str, ...] = WAYS) -> dict[str, RunCost]:
    """Median costs by way of drawing, after a warm-up. Runs go by turns."""
    costs: dict[str, list[RunCost]] = {way: [] for way in ways}
    for _ in range(runs):
        for way in ways:
            with BenchTerminal((sys.executable, "-m", "bench.apps.figure", way)) as terminal:
                terminal.read_for(WARM_UP)
                if terminal.is_over:
                    raise NotShownError(f"the app {way!r} ended too early")
                costs[way].append(measure_cost(terminal, seconds))
    return {way: _medians(runs_of_way) for way, runs_of_way in costs.items()}


def _medians(costs: list[RunCost]) -> RunCost:
    return RunCost(
        statistics.median(cost.bytes_a_second for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wakes for cost in costs),
        statistics.median(cost.memory for cost in costs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15.0, help="of each run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    medians = {
        way: {
            "bytes_per_s": round(costs.bytes_a_second),
            "cpu_percent": round(costs.cpu, 2),
        }
        for way, costs in measure_figure(options.runs, options.seconds).items()
    }
    if options.json:
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
