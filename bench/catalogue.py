"""How long the bundled routines and exercises take to load, once pydantic is imported.

`python -m bench.catalogue` prints the median of its runs, in milliseconds of CPU.
"""

import json
import statistics
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.rows import Pace, ResultRow
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue

RUNS = {Pace.QUICK: 5, Pace.USUAL: 15, Pace.LONG: 30}


def rows(pace: Pace) -> Iterator[ResultRow]:
    """Loading, beside parsing the same files as TOML and asking nothing."""
    folder = bundled_routines_folder()
    paths = sorted(Path(str(folder)).rglob("*.toml"))
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS[pace]):
        took[0].append(_once(lambda: load_catalogue(folder)))
        took[1].append(_once(lambda: [tomllib.loads(path.read_text("utf-8")) for path in paths]))
    ours, plain = map(statistics.median, took)
    yield ResultRow(f"{len(paths)} files read and checked", ours, "ms", (), "tomllib alone", plain)


def _once(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


def main() -> None:
    """Measure and print."""
    for row in rows(Pace.USUAL):
        print(json.dumps(row.as_json(), indent=2))


if __name__ == "__main__":
    main()
