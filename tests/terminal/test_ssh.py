"""Over a real SSH line that is cut in mid-session; logged in again, the session goes on."""

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
"""

needs_sshd = pytest.mark.skipif(
    not (SSHD and shutil.which("ssh") and shutil.which("ssh-keygen")),
    reason="no sshd on this machine: install openssh-server to run this",
)


@pytest.fixture
def login(tmp_path: Path) -> Iterator[list[str]]:
    """An SSH server on loopback, and the command that logs in to it."""
    folder = tmp_path / "ssh"
    folder.mkdir()
    for name in ("host", "user"):
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(made, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    assert SSHD
    with subprocess.Popen(
        [SSHD, "-D", "-e", "-f", folder / "config"], stderr=subprocess.PIPE
    ) as it:
        assert it.stderr
        while b"listening" not in it.stderr.readline():
            assert it.poll() is None, "the server does not start"
        yield [
            "ssh",
            "-tt",
            *("-p", str(port)),
            *("-i", str(folder / "user")),
            *("-o", "StrictHostKeyChecking=no"),
            *("-o", f"UserKnownHostsFile={folder / 'known'}"),
            *("-o", "LogLevel=ERROR"),
            f"{getpass.getuser()}@127.0.0.1",
        ]
        it.terminate()


@needs_sshd
def test_a_line_that_is_cut_costs_nothing(
    login: list[str], data: Path, open_terminal: Callable[..., Any], sessions: Callable[[], Any]
) -> None:
    environ = {
        "FOOTCOACH_DATA_DIR": str(data),
        "FOOTCOACH_CONFIG": os.environ["FOOTCOACH_CONFIG"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LC_ALL": "C.UTF-8",
    }
    settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environ.items())
    remote = f"{settings} {shlex.quote(sys.executable)} -m footcoach_tui"

    first = open_terminal([*login, f"{remote} play rw-essential-three --speed 20"])
    first.see("Press space to start.")
    first.press(" ")
    first.see("2 of 3", "WORK")
    first.stop(signal.SIGKILL)  # the line is cut: neither side says good-bye

    second = open_terminal([*login, remote])
    second.see("A session was cut off", "in step 2 of 3")
    assert sessions() == []
    second.press("r")
    second.see("PAUSED", "2 of 3")
    second.press(" ")
    second.see("How hard was it?", within=40)
    (session,) = sessions()
    assert {part["outcome"] for one in session["exercises"] for part in one["sets"]} == {"done"}
