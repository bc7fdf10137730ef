"""Eight processes that save fifty sessions each, at once: 400 ids, 400 sessions, no error shown.

python bench/concurrent_saves.py                 8 x 50 `footcoach log`, each a process of its own
python bench/concurrent_saves.py --rounds 5      fewer
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

FOOTCOACH = [sys.executable, "-m", "footcoach_tui"]
PROCESSES = 8


def main() -> None:
    """Save, and count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {"FOOTCOACH_DATA_DIR": folder}

        def save(_: int) -> list[subprocess.CompletedProcess[str]]:
            return [run_footcoach(["log", "desk-break-3min"], environ) for _ in range(rounds)]

        with ThreadPoolExecutor(PROCESSES) as crowd:
            done = [one for each in crowd.map(save, range(PROCESSES)) for one in each]
        history = run_footcoach(["history", "--json", "--limit", "0"], environ)
    ids = {one.stdout.strip() for one in done}
    there = {one["id"] for one in json.loads(history.stdout)["sessions"]}
    errors = [one.stderr for one in (*done, history) if one.stderr or one.returncode]
    print(f"{len(done)} saved, {len(ids)} ids, {len(there)} in the history, {len(errors)} errors")
    sys.exit(not (len(done) == len(ids) == len(there) and ids == there and not errors))


def run_footcoach(
    arguments: list[str], environ: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run footcoach."""
    return subprocess.run(
        [*FOOTCOACH, *arguments], env=environ, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    main()
