"""A hub is asked over TLS with its certificate checked, or by a local socket; else a sentence."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import postgres
import pytest

from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.errors import HubError, UnreachableError


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("host=h password=secret", "pgpass"),
        ("postgresql://me:secret@h/db", "pgpass"),
        ("host=h sslmode=require", "verify-full"),
        ("host=h sslmode=disable", "verify-full"),
        ("service=no-such-service", "pg_service.conf"),
        ("not a string", "connection string"),
    ],
)
def test_a_connection_string_that_is_refused(text: str, words: str) -> None:
    with pytest.raises(HubError, match=words) as error, connect(text):
        pass
    assert not isinstance(error.value, UnreachableError)
    assert "secret" not in str(error.value)


def test_nobody_answers() -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"), connect("host=/nowhere"):
        pass


class TlsServer:
    """Server on the loopback with a certificate for `localhost`; and another root."""

    def __init__(self, server: postgres.PostgresServer, port: int) -> None:
        self.server, self._port = server, port
        self.root = server.folder / "server.crt"
        self.other = server.folder / "other.crt"

    def conninfo(self, host: str = "localhost", root: Path | None = None) -> str:
        where = f"host={host} hostaddr=127.0.0.1 port={self._port} dbname=postgres user=postgres"
        return f"{where} sslrootcert={root or self.root}"


def _certificate(path: Path, host: str) -> None:
    key = path.with_suffix(".key")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"),
            *("-keyout", str(key), "-out", str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    key.chmod(0o600)


@pytest.fixture(scope="module")
def tls() -> Iterator[TlsServer]:
    if postgres.programs() is None or not shutil.which("openssl"):
        pytest.skip("no PostgreSQL server or no openssl is installed")
    with postgres.running_server() as server:
        for name in ("server", "other"):
            _certificate(server.folder / f"{name}.crt", "localhost")
        server.stop()
        port = free_port()
        server.use_tls(port)
        server.start()
        yield TlsServer(server, port)


def test_a_certificate_of_the_root_is_taken(tls: TlsServer) -> None:
    with connect(tls.conninfo()) as connection:
        assert connection.pgconn.ssl_in_use


@pytest.mark.parametrize(
    ("host", "root", "words"),
    [
        ("localhost", "other.crt", "not signed by the root"),
        ("example.org", "server.crt", "another host name"),
        ("localhost", "no-such.crt", "no root certificate"),
    ],
)
def test_another_certificate_is_refused(tls: TlsServer, host: str, root: str, words: str) -> None:
    folder = tls.server.folder
    with pytest.raises(HubError, match=words), connect(tls.conninfo(host, folder / root)):
        pass


def test_a_service_file_cannot_switch_tls_off(
    tls: TlsServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = tmp_path / "pg_service.conf"
    lines = tls.conninfo().replace(" ", "\n")
    service.write_text(f"[footcoach]\n{lines}\nsslmode=disable\n")
    monkeypatch.setenv("PGSERVICEFILE", str(service))
    monkeypatch.setenv("PGSSLMODE", "disable")
    with connect("service=footcoach") as connection:
        assert connection.pgconn.ssl_in_use
