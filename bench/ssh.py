"""A private SSH server on loopback, for programs that are to be used over a line."""

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
    """Why there can be no server here; empty where there can."""
    lacking = [name for name in ("sshd", "ssh", "ssh-keygen") if not _found(name)]
    return f"no {lacking[0]} here: install openssh-server" if lacking else ""


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SERVER_FOLDERS}")


@contextmanager
def ssh_login() -> Iterator[tuple[str, ...]]:
    """A server, and the command that logs in to it; a command for the other side may follow.

    Raises OSError where the server does not start.
    """
    with tempfile.TemporaryDirectory(prefix="footcoach-ssh-") as name:
        folder = Path(name)
        for key in ("host", "user"):
            made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
            subprocess.run(made, check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        config = folder / "config"
        config.write_text(_CONFIG.format(port=port, folder=folder), encoding="utf-8")
        with _serving(config):
            yield (
                *("ssh", "-tt", "-p", str(port), "-i", str(folder / "user")),
                *("-o", "StrictHostKeyChecking=no"),
                *("-o", f"UserKnownHostsFile={folder / 'known'}"),
                *("-o", "LogLevel=ERROR", "-F", "none"),
                f"{getpass.getuser()}@127.0.0.1",
            )


@contextmanager
def _serving(config: Path) -> Iterator[None]:
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # the server asks for it
    command = [_found("sshd") or "sshd", "-D", "-e", "-f", str(config)]
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
    """A login whose line is compressed, and carries `rate` bytes a second; see `throttle`."""
    here = ("env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bench.throttle")
    throttle = shlex.join((*here, "127.0.0.1", "%p", str(rate), str(rtt)))
    return (*command[:-1], "-C", "-o", f"ProxyCommand={throttle}", command[-1])


def remote_command(command: tuple[str, ...], settings: Mapping[str, str]) -> str:
    """A command with these settings, in the folder of the project, for the shell over there."""
    words = ["env", *(f"{name}={value}" for name, value in settings.items()), *command]
    return f"cd {shlex.quote(str(ROOT))} && exec {shlex.join(words)}"
