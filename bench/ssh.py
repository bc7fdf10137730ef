"""A private SSH server on loopback."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.terminal import ROOT

_CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
"""
_SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin"


def missing_program() -> str:
    """The first program that is missing, as a sentence; "" if all are installed."""
    missing = [name for name in ("sshd", "ssh", "ssh-keygen") if not _find_program(name)]
    return f"no {missing[0]} here: install openssh-server" if missing else ""


def _find_program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SERVER_FOLDERS}")


@contextmanager
def ssh_login() -> Iterator[tuple[str, ...]]:
    """Run a server during a `with` block; yields the ssh command, to which a remote one is added.

    Raises OSError if the server does not start.
    """
    with tempfile.TemporaryDirectory(prefix="footcoach-ssh-") as name:
        folder = Path(name)
        for key in ("host", "user"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
            subprocess.run(command, check=True)
        with socket.socket() as free_socket:
            free_socket.bind(("127.0.0.1", 0))
            port = free_socket.getsockname()[1]
        config = folder / "config"
        config.write_text(_CONFIG.format(port=port, folder=folder), encoding="utf-8")
        with _run_server(config):
            yield (
                *("ssh", "-tt", "-p", str(port), "-i", str(folder / "user")),
                *("-o", "StrictHostKeyChecking=no"),
                *("-o", f"UserKnownHostsFile={folder / 'known'}"),
                *("-o", "LogLevel=ERROR", "-F", "none"),
                f"{getpass.getuser()}@127.0.0.1",
            )


@contextmanager
def _run_server(config: Path) -> Iterator[None]:
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd requires it
    command = [_find_program("sshd") or "sshd", "-D", "-e", "-f", str(config)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        assert server.stderr
        try:
            while b"listening" not in server.stderr.readline():
                if server.poll() is not None:
                    raise OSError("the SSH server does not start")
            yield
        finally:
            server.terminate()


def with_proxy(command: tuple[str, ...], rate: float, rtt: float) -> tuple[str, ...]:
    """An ssh command with compression, over a line of `rate` bytes a second: see `throttle`."""
    proxy = ("env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bench.throttle")
    throttle = shlex.join((*proxy, "127.0.0.1", "%p", str(rate), str(rtt)))
    return (*command[:-1], "-C", "-o", f"ProxyCommand={throttle}", command[-1])


def remote_command(command: tuple[str, ...], settings: Mapping[str, str]) -> str:
    """A shell line that runs a command in the project folder, with variables set."""
    words = ["env", *(f"{name}={value}" for name, value in settings.items()), *command]
    return f"cd {shlex.quote(str(ROOT))} && exec {shlex.join(words)}"
