"""Rows of the app: starts, cost while a figure moves and while paused, keys, end.

`python -m bench --only app` measures them in a real pty of 120x30, with ten years of history.
"""

from collections.abc import Iterator

from bench import play_rows, start_rows
from bench.footcoach_home import bench_home
from bench.rows import Pace, ResultRow


def rows(pace: Pace) -> Iterator[ResultRow]:
    with bench_home() as home:
        yield from start_rows.rows(home, pace)
        yield from play_rows.rows(home, pace)
