"""A hub in a PostgreSQL of its own; skipped where no server is installed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import postgres
import pytest
from hub_world import NUMBERS, Hub

from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.migrate import migrate


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.PostgresServer]:
    if postgres.programs() is None:
        pytest.skip(postgres.NOT_INSTALLED)
    with postgres.running_server() as running:
        yield running


@pytest.fixture
def new_hub(server: postgres.PostgresServer, tmp_path: Path) -> Callable[[], Hub]:
    """A function that makes a hub with its tables."""

    def make() -> Hub:
        hub = Hub(server, server.new_database(), tmp_path / f"hub{next(NUMBERS)}")
        with connect(hub.conninfo()) as connection:
            migrate(connection)
        return hub

    return make


@pytest.fixture
def hub(new_hub: Callable[[], Hub]) -> Hub:
    return new_hub()
