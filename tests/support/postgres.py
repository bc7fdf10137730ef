"""PostgreSQL of its own in a temporary folder, reached by a local socket; stopped at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

_SUPERUSER = "postgres"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
_DURABLE = ("autovacuum=off",)
NOT_INSTALLED = "no PostgreSQL server is installed (Debian: postgresql)"
_NUMBERS = count(1)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl of the newest server installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _version(path: Path) -> int:
    name = path.parent.parent.name
    return int(name) if name.isdecimal() else 0


class PostgresServer:
    """Server with its socket in `folder`. It refuses to run as root, and is another user then."""

    def __init__(self, folder: Path, bin_folder: Path, *, is_durable: bool = False) -> None:
        self.folder = folder
        self._bin = bin_folder
        self._data = folder / "data"
        self._listen: tuple[str, ...] = ("listen_addresses=",)
        self._settings = _DURABLE if is_durable else _FAST
        self._user: dict[str, Any] = _other_user() if os.geteuid() == 0 else {}
        if self._user:
            shutil.chown(folder, self._user["user"], self._user["group"])
        self._run(
            *("initdb", "-D", str(self._data), "-U", _SUPERUSER, "-A", "trust"),
            *("--no-sync", "--locale=C.UTF-8", "-E", "UTF8"),
        )

    def start(self) -> None:
        settings = (*self._listen, f"unix_socket_directories={self.folder}", *self._settings)
        options = " ".join(f"-c {setting}" for setting in settings)
        log = str(self.folder / "log")
        self._run(
            "pg_ctl", "-D", str(self._data), "-l", log, "-w", "-t", "30", "-o", options, "start"
        )

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", mode, "stop")

    def use_tls(self, port: int) -> None:
        """Listen on the loopback from the next start, with server.crt and server.key in `folder`.

        Only TLS is let in there.
        """
        names = ("server.crt", "server.key")
        for name in names if self._user else ():
            shutil.chown(self.folder / name, self._user["user"], self._user["group"])
        files = [f"ssl_{name[7:].replace('crt', 'cert')}_file" for name in names]
        paths = [f"{key}={self.folder / name}" for key, name in zip(files, names, strict=True)]
        self._listen = ("listen_addresses=127.0.0.1", f"port={port}", "ssl=on", *paths)
        rules = "local all all trust\nhostssl all all 127.0.0.1/32 trust\n"
        (self._data / "pg_hba.conf").write_text(rules)

    def conninfo(self, database: str, user: str = _SUPERUSER) -> str:
        return f"host={self.folder} dbname={database} user={user}"

    def connect(self, database: str, user: str = _SUPERUSER) -> "psycopg.Connection[Any]":
        return psycopg.connect(self.conninfo(database, user), autocommit=True)

    def new_database(self) -> str:
        """A name of an empty database."""
        name = f"hub_{os.getpid()}_{next(_NUMBERS)}"
        with self.connect("postgres") as connection:
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        return name

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # not a pipe: the server would keep it open
            stderr=subprocess.DEVNULL,
            cwd="/",
            timeout=90,
            check=False,
            **self._user,
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text(errors="replace")[-2000:] if log.exists() else ""
            raise RuntimeError(f"{program} ended with {done.returncode}: {said}")


def _other_user() -> dict[str, Any]:
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def running_server(*, is_durable: bool = False) -> Iterator[PostgresServer]:
    """A server that has started; it is stopped, and its folder removed, at the end."""
    bin_folder = programs()
    if bin_folder is None:
        raise RuntimeError(NOT_INSTALLED)
    # a short path: that of a socket has at most 107 characters
    with tempfile.TemporaryDirectory(prefix="fc-pg-", dir="/tmp") as name:
        server = PostgresServer(Path(name), bin_folder, is_durable=is_durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()
