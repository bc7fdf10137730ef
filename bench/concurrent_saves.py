"""Concurrent saves: eight threads run `footcoach log` fifty times each; all 400 must be saved.

python -m bench.concurrent_saves                 8 x 50 processes
python -m bench.concurrent_saves --rounds 5      8 x 5
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.folders import settings_below

FOOTCOACH = [sys.executable, "-m", "footcoach_tui"]
THREADS = 8


def main() -> None:
    """Save and count; exit with 1 unless each save has an id in the history and no error."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | settings_below(Path(folder))

        def save(_: int) -> list[subprocess.CompletedProcess[str]]:
            return [run_footcoach(["log", "desk-break-3min"], environ) for _ in range(rounds)]

        with ThreadPoolExecutor(THREADS) as pool:
            saves = [process for batch in pool.map(save, range(THREADS)) for process in batch]
        history = run_footcoach(["history", "--json", "--limit", "0"], environ)
    ids = {process.stdout.strip() for process in saves}
    saved = {session["id"] for session in json.loads(history.stdout)["sessions"]}
    errors = [run.stderr for run in (*saves, history) if run.stderr or run.returncode]
    print(f"{len(saves)} saved, {len(ids)} ids, {len(saved)} in the history, {len(errors)} errors")
    sys.exit(not (len(saves) == len(ids) and ids == saved and not errors))


def run_footcoach(
    arguments: list[str], environ: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FOOTCOACH, *arguments], env=environ, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    main()
