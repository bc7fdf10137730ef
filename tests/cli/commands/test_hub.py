"""`footcoach hub`: tables made once, members added and removed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import postgres
import psycopg
import pytest

from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.migrate import Migration, migrate, migrations

Footcoach = Callable[..., Any]


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.PostgresServer]:
    if postgres.programs() is None:
        pytest.skip(postgres.NOT_INSTALLED)
    with postgres.running_server() as running:
        yield running


@pytest.fixture
def admin(server: postgres.PostgresServer) -> str:
    """The admin's connection string of an empty database."""
    return server.conninfo(server.new_database())


def asked(admin: str, question: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(admin) as connection:
        return list(connection.execute(question.encode()))


def test_init_makes_the_tables_once(footcoach: Footcoach, admin: str) -> None:
    first = footcoach("hub", "--hub", admin, "init")
    assert (first.code, first.lines[0]) == (0, "Applied 001-versions")
    again = footcoach("hub", "--hub", admin, "init")
    assert (again.code, again.out) == (1, "The tables are up to date.\n")


def test_two_at_once_wait_for_each_other(admin: str) -> None:
    def init(_: int) -> tuple[Migration, ...]:
        with connect(admin) as connection:
            return migrate(connection)

    with ThreadPoolExecutor(4) as threads:
        applied = list(threads.map(init, range(4)))
    assert sorted(map(len, applied)) == [0, 0, 0, len(migrations())]


def test_a_member_is_added_and_removed(footcoach: Footcoach, admin: str) -> None:
    footcoach("hub", "--hub", admin, "init")
    done = footcoach("hub", "--hub", admin, "add", "hanna", "--coach", "--host", "hub.example.org")
    assert done.code == 0
    assert "host=hub.example.org" in done.lines
    assert "user=hanna" in done.lines
    password = done.lines[-1].rpartition(":")[2]
    assert len(password) >= 32
    assert asked(admin, "select name, is_coach from footcoach.person") == [("hanna", True)]
    hashed = asked(admin, "select rolpassword from pg_authid where rolname = 'hanna'")[0][0]
    assert hashed.startswith("SCRAM-SHA-256$")
    other = footcoach("hub", "--hub", admin, "add", "hanna", "--new-password")
    assert other.lines[-1].rpartition(":")[2] != password
    assert footcoach("hub", "--hub", admin, "remove", "hanna").code == 1
    assert asked(admin, "select count(*) from footcoach.person") == [(1,)]
    assert footcoach("hub", "--hub", admin, "remove", "hanna", "--yes").code == 0
    assert asked(admin, "select count(*) from footcoach.person") == [(0,)]
    assert asked(admin, "select 1 from pg_roles where rolname = 'hanna'") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "Hanna"], "small letters"),
        (["add", "pg_read_all_data"], "small letters"),
        (["add", "x'; drop table y"], "small letters"),
        (["add", "postgres"], "no member"),
        (["add", "ida", "--new-password"], "no member"),
        (["remove", "postgres", "--yes"], "no member"),
    ],
)
def test_a_name_that_is_refused(
    footcoach: Footcoach,
    run_refused: Callable[..., str],
    admin: str,
    arguments: list[str],
    words: str,
) -> None:
    footcoach("hub", "--hub", admin, "init")
    assert words in run_refused("hub", "--hub", admin, *arguments)


def test_without_tables_init_is_named(run_refused: Callable[..., str], admin: str) -> None:
    assert "hub init" in run_refused("hub", "--hub", admin, "add", "hanna")
