"""The app over slow lines: time from key to screen, frames a second, a terminal that freezes.

    python -m bench.lines                 a table
    python -m bench.lines --json FILE     the figures in a file as well
    python -m bench.lines --only 9600     one line alone

The app plays a session with a moving figure in a real pty. Its output reaches the terminal over a
line of so many bytes a second, with a buffer of 64 kB before it as in sshd. The yardstick is the
same app with Textual's own driver. `ssh` is a session through `ssh -C` to a server on this
machine, with the line between the two.
"""

import argparse
import atexit
import json
import os
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from bench.folders import settings_below
from bench.measures import p95
from bench.slow_line import SlowLine
from bench.ssh import missing_program, remote_command, ssh_login, with_proxy

_ROUTINE = "rw-essential-three"
_SECONDS = 60.0
_FREEZE_SECONDS = 10.0
_MIN_KEYS = 8
"""Keys that are pressed even where the line is so slow that the time is up before."""
_LOST_KEY_SECONDS = 20.0
"""Seconds after which a key counts as lost; its time counts as this long."""
_LIMITS = {
    "9600": {"key_p95_ms": 250.0, "fps_least": 8.0},
    "2400": {"key_p95_ms": 1500.0},
    "ssh": {"key_p95_ms": 500.0},
    "fast": {"key_p95_ms": 15.0, "bytes_per_s": 8000.0},
    "frozen": {"gap_ms": 100.0},
}
"""Limits by line and figure: upper ones, except `fps_least`."""
_LINES: dict[str, tuple[float, float]] = {
    "fast": (0.0, 0.0),
    "9600": (9600.0, 0.1),
    "2400": (2400.0, 0.1),
}
"""Bytes a second (0: no limit) and seconds of round trip."""


def measure(
    seconds: float = _SECONDS, only: str = "", *, with_stock: bool = True
) -> dict[str, Any]:
    """Figures by line; those below `stock` are with Textual's own driver."""
    results: dict[str, Any] = {}
    for name, (rate, rtt) in _LINES.items():
        if not only or only == name:
            results[name] = measure_line(rate, rtt, seconds) | {"limits": _LIMITS[name]}
            if with_stock and rate:
                results[name]["stock"] = measure_line(rate, rtt, seconds, "--stock")
    if not only or only == "ssh":
        results["ssh"] = measure_ssh(*_LINES["2400"], seconds) | {"limits": _LIMITS["ssh"]}
    if not only or only == "frozen":
        results["frozen"] = measure_freeze() | {"limits": _LIMITS["frozen"]}
        if with_stock:
            results["frozen"]["stock"] = measure_freeze("--stock")
    return results


def measure_line(rate: float, rtt: float, seconds: float, *flags: str) -> dict[str, Any]:
    """Figures of one line, with CPU in percent of a core, while the figure moves."""
    with SlowSession(*flags, rate=rate, rtt=rtt) as line:
        line.run(3.0)  # from here on the figure moves
        cpu_before = _cpu(line.program.pid)
        figures = press_keys(line, seconds, 1.0 if rate in (0.0, 9600.0) else 3.0)
        cpu = _cpu(line.program.pid) - cpu_before
        return figures | {"cpu_percent": round(100 * cpu / figures["seconds"], 2)}


def measure_ssh(rate: float, rtt: float, seconds: float) -> dict[str, Any]:
    """Figures of a session through `ssh -C`, or a `note` alone where there is no server."""
    if reason := missing_program():
        return {"note": f"not measured: {reason}"}
    with ssh_login() as command, SlowSession(ssh=with_proxy(command, rate, rtt)) as line:
        line.run(10.0)  # some seconds of pictures still wait in the line
        return press_keys(line, seconds, 1.0)


def press_keys(line: SlowLine, seconds: float, gap: float) -> dict[str, Any]:
    """Press `m` for so many seconds, each time `gap` seconds and a little after its effect."""
    start, bytes_before = time.monotonic(), line.bytes
    key_times: list[float] = []
    keys_lost = 0
    while time.monotonic() < start + seconds or len(key_times) < _MIN_KEYS:
        is_muted = _is_muted(line)
        line.press("m")
        key_time = line.until(lambda: _is_muted(line) is not is_muted, _LOST_KEY_SECONDS)  # noqa: B023 - called at once
        keys_lost += key_time is None
        key_times.append(_LOST_KEY_SECONDS if key_time is None else key_time)
        # Gaps of changing length, so that keys do not fall in step with the frames.
        line.run(gap + (len(key_times) * 0.137) % 0.4)
    passed = time.monotonic() - start
    half = len(key_times) // 2
    return {
        "key_p50_ms": _ms(statistics.median(key_times)),
        "key_p95_ms": _ms(p95(key_times)),
        "key_p95_ms_halves": [_ms(p95(key_times[:half])), _ms(p95(key_times[half:]))],
        "keys": len(key_times),
        "keys_lost": keys_lost,
        "fps": round(sum(moment >= start for moment in line.pictures) / passed, 1),
        "bytes_per_s": round((line.bytes - bytes_before) / passed),
        "seconds": passed,
    }


def measure_freeze(*flags: str) -> dict[str, Any]:
    """The largest gap between ticks of the session while the terminal reads nothing for 10 s."""
    with tempfile.TemporaryDirectory() as folder:
        ticks = Path(folder, "ticks.json")
        with SlowSession("--ticks", str(ticks), *flags) as line:
            line.run(6.0)
            line.is_frozen = True
            line.run(_FREEZE_SECONDS)
            thawed = time.monotonic()
            before = line.bytes
            line.is_frozen = False
            line.until(lambda: time.monotonic() > thawed + 0.5, 2.0)
            backlog = line.bytes - before
            for seconds in (1.0, 1.0, 4.0):  # out of the session, the summary and the app
                line.press("q")
                line.run(seconds)
        moments: list[float] = json.loads(ticks.read_text(encoding="utf-8"))
    gaps = [
        later - sooner
        for sooner, later in pairwise(moments)
        if sooner < thawed and later > thawed - _FREEZE_SECONDS
    ]
    return {
        "gap_ms": _ms(max(gaps)),
        "ticks": len(gaps),
        "bytes_half_a_second_after": backlog,
    }


def _is_muted(line: SlowLine) -> bool:
    return "muted" in line.lines[0]


class SlowSession(SlowLine):
    """The app in a running session, with a data folder of its own; over `ssh` if there is one."""

    def __init__(
        self, *flags: str, rate: float = 0.0, rtt: float = 0.0, ssh: tuple[str, ...] = ()
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        settings = settings_below(Path(self._folder.name))
        os.environ.update(settings)
        command = (sys.executable, "-m", "bench.lines", "--child", *flags)
        if ssh:
            command = (*ssh, remote_command(command, settings | {"LC_ALL": "C.UTF-8"}))
        super().__init__([*command], rate=rate, rtt=rtt)

    def __enter__(self) -> Self:
        self._wait_for("Press space to start.")
        self.run(1.0)
        self.press(" ")
        self._wait_for("GET READY")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._folder.cleanup()

    def _wait_for(self, words: str) -> None:
        if self.until(lambda: words in "\n".join(self.lines), 60.0) is None:
            raise SystemExit(f"not shown: {words}\n" + "\n".join(self.lines))


def run_app(ticks: str, *, is_stock: bool) -> None:
    """Run the app, and write the moments of its ticks to the file `ticks` at its end."""
    from footcoach_tui.terminal.environment import prepare_environment  # noqa: PLC0415 - only in the child

    if is_stock:
        os.environ["TEXTUAL_DRIVER"] = "textual.drivers.linux_driver:LinuxDriver"
    prepare_environment(os.environ, has_all_colours=False)
    from footcoach_tui.app.screens.play import PlayScreen  # noqa: PLC0415 - after the environment is set
    from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - after the environment is set

    if ticks:
        moments: list[float] = []
        stock_tick = PlayScreen.tick

        def timed_tick(screen: PlayScreen) -> None:
            moments.append(time.monotonic())
            stock_tick(screen)

        PlayScreen.tick = timed_tick  # type: ignore[method-assign,assignment] # to measure it
        atexit.register(lambda: Path(ticks).write_text(json.dumps(moments), encoding="utf-8"))
    sys.exit(open_app(_ROUTINE, has_check_in=False))


def _cpu(pid: int) -> float:
    """Seconds of CPU a process has used, from /proc (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--stock", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--ticks", default="", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="for each line")
    parser.add_argument("--only", choices=_LIMITS, default="")
    parser.add_argument("--no-stock", action="store_true", help="without the yardstick")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    options = parser.parse_args()
    if options.child:
        run_app(options.ticks, is_stock=options.stock)
    results = measure(options.seconds, options.only, with_stock=not options.no_stock)
    for name, figures in results.items():
        print(f"{name:7}", json.dumps(figures))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
