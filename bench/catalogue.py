"""Load time of the bundled routines and exercises, once pydantic is imported.

`python -m bench.catalogue` prints the median in milliseconds of CPU.
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
    """Loading with all checks, beside parsing the same files as TOML."""
    folder = bundled_routines_folder()
    paths = sorted(Path(str(folder)).rglob("*.toml"))
    loading: list[float] = []
    parsing: list[float] = []
    for _ in range(RUNS[pace]):
        loading.append(_cpu_ms(lambda: load_catalogue(folder)))
        parsing.append(_cpu_ms(lambda: [tomllib.loads(path.read_text("utf-8")) for path in paths]))
    label, median = f"{len(paths)} files read and checked", statistics.median
    yield ResultRow(label, median(loading), "ms", (), "tomllib alone", median(parsing))


def _cpu_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> None:
    for row in rows(Pace.USUAL):
        print(json.dumps(row.as_json(), indent=2))


if __name__ == "__main__":
    main()
