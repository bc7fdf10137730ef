"""How the app keeps up over slow lines: keys, pictures, and a terminal that freezes.

    python -m bench.lines                 a table
    python -m bench.lines --json FILE     the figures, written to a file as well
    python -m bench.lines --only 9600     one line of the table

The app is led through a session in a real pty, its figure moving; what it writes reaches the
terminal over a line of so many bytes a second, with 64 kB of buffers before it as in sshd. The
yardstick is the same app with Textual's own driver. With `ssh -C` it runs on
a real server on this machine, and what the two send each other goes over the line.
"""

import argparse
import atexit
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from bench.slow_line import SlowLine
from bench.ssh import missing_program, remote_command, ssh_login, with_proxy

_ROUTINE = "rw-essential-three"
_SECONDS = 60.0
_FREEZE_SECONDS = 10.0
_MIN_KEYS = 8
"""Keys that are pressed at least, however slow the line."""
_LOST_KEY_SECONDS = 20.0
"""Seconds after which a key counts as lost, and as having taken as long."""
_LIMITS = {
    "9600": {"key_p95_ms": 300.0, "fps_least": 8.0},
    "2400": {"key_p95_ms": 1500.0},
    "ssh": {"key_p95_ms": 500.0},
    "fast": {"key_p95_ms": 15.0, "bytes_per_s": 8000.0},
    "frozen": {"gap_ms": 100.0},
}
"""What must hold, by the name of the line: at most, but for `fps_least`."""
_LINES: dict[str, tuple[float, float]] = {
    "fast": (0.0, 0.0),
    "9600": (9600.0, 0.1),
    "2400": (2400.0, 0.1),
}
"""Bytes a second and seconds of round trip."""


def measure(
    seconds: float = _SECONDS, only: str = "", *, with_stock: bool = True
) -> dict[str, Any]:
    """All figures, by the name of the line; `stock` are those with Textual's own driver."""
    found: dict[str, Any] = {}
    for name, (rate, rtt) in _LINES.items():
        if not only or only == name:
            found[name] = measure_line(rate, rtt, seconds) | {"limits": _LIMITS[name]}
            if with_stock and rate:
                found[name]["stock"] = measure_line(rate, rtt, seconds, "--stock")
    if not only or only == "ssh":
        found["ssh"] = measure_ssh(*_LINES["2400"], seconds) | {"limits": _LIMITS["ssh"]}
    if not only or only == "frozen":
        found["frozen"] = measure_freeze() | {"limits": _LIMITS["frozen"]}
        if with_stock:
            found["frozen"]["stock"] = measure_freeze("--stock")
    return found


def measure_line(rate: float, rtt: float, seconds: float, *flags: str) -> dict[str, Any]:
    """Key after key while the figure moves: when each is seen, and how many pictures there are."""
    with SlowSession(*flags, rate=rate, rtt=rtt) as line:
        line.run(3.0)  # from here on the figure moves
        cpu_before = _cpu(line.program.pid)
        found = press_keys(line, seconds, 1.0 if rate in (0.0, 9600.0) else 3.0)
        used = _cpu(line.program.pid) - cpu_before
        return found | {"cpu_percent": round(100 * used / found["seconds"], 2)}


def measure_ssh(rate: float, rtt: float, seconds: float) -> dict[str, Any]:
    """The same through `ssh -C`; a `note` alone where there is no server."""
    if why := missing_program():
        return {"note": f"not measured: {why}"}
    with ssh_login() as command, SlowSession(ssh=with_proxy(command, rate, rtt)) as line:
        line.run(10.0)  # some seconds of pictures still wait in the line
        return press_keys(line, seconds, 1.0)


def press_keys(line: SlowLine, seconds: float, gap: float) -> dict[str, Any]:
    """What comes of keys that are pressed `gap` seconds, and a little, after each other."""
    begun, bytes_before = time.monotonic(), line.bytes
    taken: list[float] = []
    keys_lost = 0
    while time.monotonic() < begun + seconds or len(taken) < _MIN_KEYS:
        line.press("m")
        took = line.until(_turned("muted" in line.lines[0], line), _LOST_KEY_SECONDS)
        keys_lost += took is None
        taken.append(_LOST_KEY_SECONDS if took is None else took)
        line.run(gap + (len(taken) * 0.137) % 0.4)
    passed = time.monotonic() - begun
    half = len(taken) // 2
    return {
        "key_p50_ms": _ms(statistics.median(taken)),
        "key_p95_ms": _ms(_p95(taken)),
        "key_p95_ms_halves": [_ms(_p95(taken[:half])), _ms(_p95(taken[half:]))],
        "keys": len(taken),
        "keys_lost": keys_lost,
        "fps": round(sum(at >= begun for at in line.pictures) / passed, 1),
        "bytes_per_s": round((line.bytes - bytes_before) / passed),
        "seconds": passed,
    }


def measure_freeze(*flags: str) -> dict[str, Any]:
    """The terminal takes nothing for ten seconds: whether the looks at the clock go on."""
    with tempfile.TemporaryDirectory() as folder:
        looks = Path(folder, "looks.json")
        with SlowSession("--looks", str(looks), *flags) as line:
            line.run(6.0)
            line.is_frozen = True
            line.run(_FREEZE_SECONDS)
            thawed = time.monotonic()
            before = line.bytes
            line.is_frozen = False
            line.until(lambda: time.monotonic() > thawed + 0.5, 2.0)
            backlog = line.bytes - before
            line.press("q")
            line.run(1.0)
            line.press("q")
            line.run(1.0)
            line.press("q")
            line.until(lambda: False, 4.0)
        moments: list[float] = json.loads(looks.read_text(encoding="utf-8"))
    gaps = [
        later - sooner
        for sooner, later in pairwise(moments)
        if sooner < thawed and later > thawed - _FREEZE_SECONDS
    ]
    return {
        "gap_ms": _ms(max(gaps)),
        "looks": len(gaps),
        "bytes_half_a_second_after": backlog,
    }


def _turned(was: bool, line: SlowLine) -> Callable[[], bool]:  # noqa: FBT001 - a state
    return lambda: ("muted" in line.lines[0]) is not was


class SlowSession(SlowLine):
    """The app in a session that has begun."""

    def __init__(
        self, *flags: str, rate: float = 0.0, rtt: float = 0.0, ssh: tuple[str, ...] = ()
    ) -> None:
        """Open the app in a data folder of its own, on the far side of `ssh` if there is one."""
        self._folder = tempfile.TemporaryDirectory()
        settings = {
            "FOOTCOACH_DATA_DIR": self._folder.name,
            "FOOTCOACH_CONFIG": str(Path(self._folder.name, "config.toml")),
        }
        os.environ.update(settings)
        command = (sys.executable, "-m", "bench.lines", "--child", *flags)
        if ssh:
            command = (*ssh, remote_command(command, settings | {"LC_ALL": "C.UTF-8"}))
        super().__init__([*command], rate=rate, rtt=rtt)

    def __enter__(self) -> Self:
        """Start the session."""
        self._see("Press space to start.")
        self.run(1.0)
        self.press(" ")
        self._see("GET READY")
        return self

    def __exit__(self, *_: object) -> None:
        """End the app, and forget all about it."""
        self.close()
        self._folder.cleanup()

    def _see(self, words: str) -> None:
        if self.until(lambda: words in "\n".join(self.lines), 60.0) is None:
            raise SystemExit(f"never seen: {words}\n" + "\n".join(self.lines))


def run_app(looks: str, *, is_stock: bool) -> None:
    """Be the app; write down at the end when it looked at its clock, or take away its questions."""
    from footcoach_tui.terminal.environment import prepare_environment  # noqa: PLC0415 - before Textual

    if is_stock:
        os.environ["TEXTUAL_DRIVER"] = "textual.drivers.linux_driver:LinuxDriver"
    prepare_environment(os.environ, has_all_colours=False)
    from footcoach_tui.app.screens.play import PlayScreen  # noqa: PLC0415 - the same
    from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - the same

    if looks:
        moments: list[float] = []
        look = PlayScreen.tick

        def noted(screen: PlayScreen) -> None:
            moments.append(time.monotonic())
            look(screen)

        PlayScreen.tick = noted  # type: ignore[method-assign,assignment] # to measure it
        atexit.register(lambda: Path(looks).write_text(json.dumps(moments), encoding="utf-8"))
    sys.exit(open_app(_ROUTINE))


def _cpu(pid: int) -> float:
    """Seconds of CPU a process has used, from /proc (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--stock", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--looks", default="", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="of each line")
    parser.add_argument("--only", choices=_LIMITS, default="")
    parser.add_argument("--no-stock", action="store_true", help="without the yardstick")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    chosen = parser.parse_args()
    if chosen.child:
        run_app(chosen.looks, is_stock=chosen.stock)
    found = measure(chosen.seconds, chosen.only, with_stock=not chosen.no_stock)
    for name, figures in found.items():
        print(f"{name:7}", json.dumps(figures))
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
