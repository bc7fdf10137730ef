"""A hub in a PostgreSQL of its own, with people and their devices, for tests."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import postgres
import psycopg
from psycopg import sql

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.store import History
from footcoach_tui.hub.sync import SyncResult, sync

NUMBERS = count(1)
NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)


@dataclass
class Device:
    """Device of a person: a history in folders of its own, and a clock that only a test moves."""

    folder: Path
    name: str
    hub: str
    clock: list[datetime] = field(default_factory=lambda: [NOW])

    @property
    def history(self) -> History:
        folders = Folders(*(self.folder / each for each in ("data", "state", "cache")))
        return History(folders, self.name, lambda: self.clock[0])

    def sync(self, *, again: bool = False) -> SyncResult:
        return sync(self.history, self.hub, NOW, again=again)

    def files(self, *, of: str = "") -> dict[str, bytes]:
        """The month files, or those of one device, by their paths below the history."""
        root = self.folder / "data" / "history"
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.glob(f"{of or '*'}/*"))
        }


@dataclass
class Hub:
    """Database of a hub, with its admin; people are added by their names."""

    server: postgres.PostgresServer
    database: str
    folder: Path

    def conninfo(self, user: str = "postgres") -> str:
        return self.server.conninfo(self.database, user)

    def admin(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a statement as the admin; returns its rows."""
        return self.run("postgres", statement, *values)

    def run(self, user: str, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.conninfo(user), autocommit=True) as connection:
            done = connection.execute(statement.encode(), values or None)
            return list(done) if done.description else []

    def person(self, *, is_coach: bool = False) -> str:
        """The name of a new person, with a role of that name."""
        name = f"p{next(NUMBERS)}"
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            role = sql.Identifier(name)
            connection.execute(sql.SQL("drop role if exists {}").format(role))
            connection.execute(
                sql.SQL("create role {} login in role footcoach_member").format(role)
            )
            connection.execute(
                "insert into footcoach.person (name, shown, is_coach) values (%s, %s, %s)",
                (name, name.upper(), is_coach),
            )
        return name

    def device(self, person: str, name: str) -> Device:
        return Device(self.folder / person / name, name, self.conninfo(person))
