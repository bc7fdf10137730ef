"""Measures everything, prints one table and writes JSON: `python -m bench`, or `make bench`."""

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
    "app": ("app", "in a terminal of 100x30"),
    "accuracy": ("accuracy", "how late a session tells what is next"),
    "lines": ("slow", "over slow lines"),
    "figures": ("figures", "a moving figure alone"),
    "history": ("past", "the history"),
    "loading": ("loading", "the routines"),
    "kills": ("kills", "killed at random instants"),
}
"""Each measure: the module whose `rows` tell it, and what stands over them in the table."""
JSON = ROOT / "build" / "bench.json"


def main() -> int:
    """Measure what is asked for. Returns the exit code: 0, or 1 if something could not be."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES)
    )
    pace = parser.add_mutually_exclusive_group()
    pace.add_argument("--quick", action="store_true", help="a look: fewer and shorter runs")
    pace.add_argument("--long", action="store_true", help="a session of ten minutes, 500 kills")
    parser.add_argument("--json", type=Path, default=JSON, metavar="FILE", help=str(JSON))
    chosen = parser.parse_args()
    how = Pace.QUICK if chosen.quick else Pace.LONG if chosen.long else Pace.USUAL
    on, found, before = machine_info() | {"pace": how.name.lower()}, {}, time.monotonic()
    for name in chosen.only or MEASURES:
        module, heading = MEASURES[name]
        print(f"{name}: {heading} ...", file=sys.stderr, flush=True)
        found[heading] = list(_measured(module, how))
    on["seconds"] = round(time.monotonic() - before)
    print_table(found)
    print(f"{on['cores']} cores, load {on['load'][0]} before; {on['seconds']} s; {chosen.json}")
    write_json(found, chosen.json, on)
    return int(any(row.note.startswith("failed") for rows in found.values() for row in rows))


def _measured(module: str, pace: Pace) -> Iterator[ResultRow]:
    """The rows of one measure; if it breaks, one that says so: the others are still wanted."""
    try:
        yield from import_module(f"bench.{module}").rows(pace)
    except Exception as error:  # noqa: BLE001 - whatever it is
        yield ResultRow(module, note=f"failed: {type(error).__name__}: {error}"[:500])


if __name__ == "__main__":
    sys.exit(main())
