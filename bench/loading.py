"""How long the bundled routines and exercises take to load, once pydantic is imported.

`python bench/loading.py` prints the median of its runs, in milliseconds of CPU.
"""

import statistics
import time

from footcoach_tui.boundary.folders import bundled_routines
from footcoach_tui.library.catalogue import load_catalogue

RUNS = 15


def main() -> None:
    """Load again and again."""
    took = []
    for _ in range(RUNS):
        before = time.process_time()
        catalogue = load_catalogue(bundled_routines())
        took.append(1000 * (time.process_time() - before))
    files = len(catalogue.exercises) + len(catalogue.routines)
    print(f"{files} files: median {statistics.median(took):.0f} ms, worst {max(took):.0f} ms")


if __name__ == "__main__":
    main()
