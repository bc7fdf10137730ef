"""An index that is kept up to date, whatever happens to the files, answers as a new one."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from history_answers import answers_of, history_in_memory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_folders import folders_of

from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


def device(folder: Path, name: str, hours: int) -> History:
    now = datetime(2026, 3, 20, tzinfo=UTC) + timedelta(hours=hours)
    return History(folders_of(folder), name, now=lambda: now)


steps = st.tuples(
    st.sampled_from(["add", "note", "delete", "lose", "back", "copy"]),
    st.sampled_from(["here-1", "other-2"]),
    st.integers(0, 3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(steps, max_size=12))
def test_an_index_kept_up_to_date_answers_as_a_new_one(
    tmp_path_factory: pytest.TempPathFactory,
    make_session: Make,
    done: list[tuple[str, str, int]],
) -> None:
    folder = tmp_path_factory.mktemp("history") / "data"
    moments = ["2026-03-04", "2026-03-05", "2026-02-01", "2026-03-31"]
    made = [
        make_session(f"{day}T07:00:00+01:00", id=f"01KK01Z2ZG8Q2N5V0J5C8W7R4{number}")
        for number, day in enumerate(moments)
    ]
    reader = History(folders_of(folder), "here-1")
    lost: dict[Path, bytes] = {}
    for hours, (what, name, number) in enumerate(done):
        history = device(folder, name, hours)
        record = made[number]
        files = sorted((folder / "history" / name).glob("*.json*"))
        if what == "add":
            history.add(record._replace(note=f"{name} {hours}"))
        elif history.get(record.id) and what == "note":
            history.update(record._replace(note=f"{name} {hours}"))
        elif history.get(record.id) and what == "delete":
            history.delete(record.id)
        elif files and what in ("lose", "copy"):
            path = files[number % len(files)]
            if what == "copy":
                shutil.copy(path, path.with_name(f"{path.name[:7]} (copy {hours}).json"))
            else:
                lost[path] = path.read_bytes()
                path.unlink()
        elif lost and what == "back":
            path, content = lost.popitem()
            path.write_bytes(content)
        history.index.close()
        assert answers_of(reader) == answers_of(history_in_memory(folder))
    reader.index.close()
