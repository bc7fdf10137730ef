"""Run all measures, print one table and write JSON: `python -m bench`, or `make bench`."""

import argparse
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench.rows import Pace, ResultRow
from bench.table import machine_info, print_table, write_json
from bench.terminal import ROOT

MEASURES = {
    "app": ("app", "in a terminal of 120x30"),
    "accuracy": ("accuracy", "how late a session's lines come"),
    "lines": ("slow_rows", "over slow lines"),
    "figures": ("figures", "a moving figure alone"),
    "history": ("history_rows", "the history"),
    "loading": ("catalogue", "the routines"),
    "kills": ("crashes", "killed at random instants"),
}
"""Measures by the name for `--only`: the module with their `rows`, and their heading."""
JSON = ROOT / "build" / "bench.json"


def main() -> int:
    """Run the measures asked for; return the exit code, 1 if one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES)
    )
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="fewer and shorter runs")
    length.add_argument("--long", action="store_true", help="a session of ten minutes, 500 kills")
    parser.add_argument("--json", type=Path, default=JSON, metavar="FILE", help=str(JSON))
    options = parser.parse_args()
    pace = Pace.QUICK if options.quick else Pace.LONG if options.long else Pace.USUAL
    machine = machine_info() | {"pace": pace.name.lower()}
    results, start = {}, time.monotonic()
    for name in options.only or MEASURES:
        module, heading = MEASURES[name]
        print(f"{name}: {heading} ...", file=sys.stderr, flush=True)
        results[heading] = list(_measure(module, pace))
    seconds = machine["seconds"] = round(time.monotonic() - start)
    print_table(results)
    print(
        f"{machine['cores']} cores, load {machine['load'][0]} before; {seconds} s; {options.json}"
    )
    write_json(results, options.json, machine)
    return int(any(row.note.startswith("failed") for rows in results.values() for row in rows))


def _measure(module: str, pace: Pace) -> Iterator[ResultRow]:
    """The rows of one measure, or one row with its error: the other measures still run."""
    try:
        yield from import_module(f"bench.{module}").rows(pace)
    except Exception as error:  # noqa: BLE001 - a measure may fail in any way
        yield ResultRow(module, note=f"failed: {type(error).__name__}: {error}"[:500])


if __name__ == "__main__":
    sys.exit(main())
