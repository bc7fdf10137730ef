"""Hub: what a club, syncs at once, a large table and kills cost, on a PostgreSQL of its own.

python -m bench.hub                  about two minutes
python -m bench.hub --members 100    fewer members in the large table
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "support"))

import postgres  # noqa: E402 - found by the line above
import psycopg  # noqa: E402 - the same
from hub_sessions import session  # noqa: E402 - the same
from hub_world import Hub  # noqa: E402 - the same

from footcoach_tui.hub.club import MEMBERS_QUERY  # noqa: E402 - the same
from footcoach_tui.hub.connection import connect  # noqa: E402 - the same
from footcoach_tui.hub.errors import HubError  # noqa: E402 - the same
from footcoach_tui.hub.migrate import migrate  # noqa: E402 - the same

CLUB, WEEKS, SYNCS, COMMITS, KILLS = 200, 8, 50, 2000, 5
SESSIONS_A_YEAR = 208
PULL = """\
select count(*) from (
    select left(device, 60), month, doc::text from footcoach.version
    where owner = %s and device <> 'x' and tx >= '0'::xid8 order by device, month) x"""
FILL = """\
insert into footcoach.version (owner, device, month, kind, id, written, revision, doc)
select %s, 'laptop-' || n %% 2, to_char(date '2025-01-01' + n * 7 / 4, 'YYYY-MM'), 'sessions', id,
    '2026-01-05T06:20:11.120Z', 1,
    json_build_object('id', id, 'exercises', repeat('x', 1500))
from (select n, '0' || lpad((n + %s::bigint)::text, 25, '0') as id
    from generate_series(0, %s) n) line"""
SHARE = (
    "insert into footcoach.coaching (member, coach, since, scores) values (%s, %s, %s, true)",
    """\
insert into footcoach.shared select %s, %s, '0' || lpad((n + %s::bigint)::text, 25, '0'),
    date '2026-03-01' - n * 7 / 4, 'Foot core', 15, 5, n %% 6, null
from generate_series(0, %s) n""",
    """\
insert into footcoach.week select %s, %s, date '2026-02-23' - n * 7, 4, n %% 5
from generate_series(0, 7) n""",
)


@contextmanager
def new_hub(*, is_durable: bool) -> Iterator[Hub]:
    with (
        postgres.running_server(is_durable=is_durable) as server,
        tempfile.TemporaryDirectory() as folder,
    ):
        hub = Hub(server, server.new_database(), Path(folder))
        with connect(hub.conninfo()) as connection:
            migrate(connection)
        yield hub


def club(hub: Hub) -> dict[str, object]:
    """Time in the server of a coach's list, by EXPLAIN, as the coach."""
    coach, other = hub.person(is_coach=True), hub.person(is_coach=True)
    for number in range(CLUB * 2):  # a second club beside it
        member, whose = hub.person(), coach if number < CLUB else other
        hub.admin(SHARE[0], member, whose, "2026-01-01")
        hub.admin(SHARE[1], member, whose, number * 1000, WEEKS * 4 - 1)
        hub.admin(SHARE[2], member, whose)
    hub.admin("analyze")
    values = {"me": coach, "first": "2026-01-05", "monday": "2026-02-23"}
    with psycopg.connect(hub.conninfo(coach), autocommit=True) as connection:
        cursor = psycopg.ClientCursor(connection)
        words = cursor.mogrify(MEMBERS_QUERY, values)
        assert len(list(connection.execute(words.encode()))) == CLUB
        times = [_explain(connection, words)["Execution Time"] for _ in range(20)]
    return {"club list of 200 members x 8 weeks, ms in the server": round(median(times), 1)}


def large_table(hub: Hub, members: int) -> dict[str, object]:
    """Time and rows of a whole pull while others fill the table."""
    me = hub.person()
    hub.admin(FILL, me, 0, SESSIONS_A_YEAR - 1)
    found: dict[str, object] = {}
    people = 1
    for goal in (members // 100, members // 10, members):
        while people < goal:
            hub.admin(FILL, hub.person(), people * 1000, SESSIONS_A_YEAR - 1)
            people += 1
        hub.admin("vacuum analyze footcoach.version")
        with psycopg.connect(hub.conninfo(me), autocommit=True) as connection:
            words = psycopg.ClientCursor(connection).mogrify(PULL, (me,))
            times = [_explain(connection, words)["Execution Time"] for _ in range(9)]
            plan = _explain(connection, words)["Plan"]
        scans = [node for node in _nodes(plan) if "Relation Name" in node]
        size = hub.admin(
            "select sum(pg_total_relation_size(inhrelid)) / 1e6 from pg_inherits "
            "where inhparent = 'footcoach.version'::regclass"
        )[0][0]
        found[f"pull of {SESSIONS_A_YEAR} lines, {goal} members"] = {
            "ms": round(median(times), 2),
            "partitions": len({node["Relation Name"] for node in scans}),
            "scan": sorted({node["Node Type"] for node in scans}),
            "rows read": sum(
                node["Actual Rows"] + node.get("Rows Removed by Filter", 0) for node in scans
            ),
            "table, MB": round(float(size)),
        }
    return found


def syncs_at_once(hub: Hub, workers: int = SYNCS) -> dict[str, object]:
    """Each of many people syncs a new session, all at once, from one process."""
    devices = [hub.device(hub.person(), "laptop-aaaaaa") for _ in range(workers)]
    for device in devices:
        device.history.add(session(0))
        device.sync()
    times: list[float] = []

    def once(number: int) -> None:
        device = devices[number % workers]
        start = time.perf_counter()
        device.sync()
        times.append((time.perf_counter() - start) * 1000)

    for number, device in enumerate(devices):
        device.history.add(session(number + 1))
    start = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(once, range(workers)))
    seconds = time.perf_counter() - start
    alone = []
    for number, device in enumerate(devices[:20]):
        device.history.add(session(number + 200))
        start = time.perf_counter()
        device.sync()
        alone.append((time.perf_counter() - start) * 1000)
    return {
        "one sync alone, ms, median": round(median(alone), 1),
        f"{workers} syncs at once, ms, p95": round(quantiles(times, n=20)[-1]),
        "syncs a second": round(workers / seconds, 1),
    }


def kills(hub: Hub, commits: int = COMMITS) -> dict[str, object]:
    """Single commits while the server is stopped by `immediate`: what was acknowledged stays."""
    me, chance = hub.person(), random.Random(5)  # noqa: S311 - the same pauses each time
    acknowledged: list[str] = []
    failed = stopped = 0

    def kill() -> None:
        nonlocal stopped
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.3, 1.5))
            hub.server.stop("immediate")
            hub.server.start()
            stopped += 1

    killer = Thread(target=kill)
    killer.start()
    number = 0
    start = time.perf_counter()
    while number < commits or killer.is_alive():
        try:
            with connect(hub.conninfo(me)) as connection:
                while number < commits or killer.is_alive():
                    number += 1
                    connection.execute(FILL, (me, number * 1000, 0))
                    acknowledged.append("0" + str(number * 1000).zfill(25))
        except HubError:
            failed += 1
            time.sleep(0.02)
    seconds = time.perf_counter() - start
    killer.join()
    stored = [row[0] for row in hub.admin("select id from footcoach.version where owner = %s", me)]
    return {
        "commits acknowledged": len(acknowledged),
        "server stopped by immediate": stopped,
        "connections lost or refused": failed,
        "acknowledged and lost": len(set(acknowledged) - set(stored)),
        "doubled": len(stored) - len(set(stored)),
        "seconds": round(seconds, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--members", type=int, default=1000)
    members = parser.parse_args().members
    if postgres.programs() is None:
        sys.exit(postgres.NOT_INSTALLED)
    results: dict[str, object] = {}
    with new_hub(is_durable=True) as hub:
        results |= kills(hub)
        results |= syncs_at_once(hub)
    with new_hub(is_durable=False) as hub:
        results |= club(hub)
        results |= large_table(hub, members)
    print(json.dumps(results, indent=2))


def _explain(connection: "psycopg.Connection[Any]", words: str) -> dict[str, Any]:
    row = connection.execute(f"explain (analyze, format json) {words}".encode()).fetchone()
    assert row
    return dict(row[0][0])


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


if __name__ == "__main__":
    main()
