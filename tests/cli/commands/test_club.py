"""`footcoach club`: shown before it is sent, sent on request, seen by the coach, taken back."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postgres
import pytest
from hub_world import Hub

from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.migrate import migrate

Footcoach = Callable[..., Any]


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.PostgresServer]:
    if postgres.programs() is None:
        pytest.skip(postgres.NOT_INSTALLED)
    with postgres.running_server() as running:
        yield running


class Club:
    """A member and a coach; commands run as one of them."""

    def __init__(self, hub: Hub, footcoach: Footcoach) -> None:
        self.hub, self._footcoach = hub, footcoach
        self.member, self.coach = hub.person(), hub.person(is_coach=True)

    def run(self, person: str, *arguments: str) -> Any:
        config = self.hub.folder / "config.toml"
        config.write_text(f'[sync]\nhub = "{self.hub.conninfo(person)}"\n')
        return self._footcoach(*arguments)

    def rows(self) -> int:
        return int(self.hub.admin("select count(*) from footcoach.shared")[0][0])


@pytest.fixture
def club(server: postgres.PostgresServer, tmp_path: Path, footcoach: Footcoach) -> Club:
    hub = Hub(server, server.new_database(), tmp_path)
    with connect(hub.conninfo()) as connection:
        migrate(connection)
    club = Club(hub, footcoach)
    club.run(club.member, "log", "desk-break-3min", "--pain", "7", "--note", "=1+1")
    return club


def test_it_is_shown_and_nothing_is_sent(club: Club) -> None:
    shown = club.run(club.member, "club", "share", club.coach, "--scores", "--preview")
    assert shown.code == 0
    assert "desk-break" in shown.out.casefold().replace(" ", "-")
    assert "effort and pain; no notes" in shown.out
    asked = club.run(club.member, "club", "share", club.coach)
    assert asked.code == 1
    assert "--yes" in asked.err
    assert club.rows() == 0


def test_shared_seen_kept_up_to_date_and_taken_back(club: Club) -> None:
    assert club.run(club.coach, "club", "list").code == 1
    done = club.run(club.member, "club", "share", club.coach, "--scores", "--yes")
    assert done.code == 0
    assert f"{club.coach} sees" in club.run(club.member, "club", "shared").out
    members = json.loads(club.run(club.coach, "club", "list", "--json").out)["members"]
    assert [(each["name"], each["sessions"], each["pain"]) for each in members] == [
        (club.member, 1, 7)
    ]
    assert "may need a word" in club.run(club.coach, "club", "list").out
    club.run(club.member, "log", "desk-break-3min")
    club.run(club.member, "sync")
    sessions = json.loads(club.run(club.coach, "club", "show", club.member, "--json").out)
    assert len(sessions["sessions"]) == 2
    assert {each["note"] for each in sessions["sessions"]} == {None}
    assert club.run(club.member, "club", "unshare", club.coach).code == 0
    assert club.run(club.member, "club", "unshare", club.coach).code == 1
    club.run(club.member, "sync")
    assert club.rows() == 0
    assert club.run(club.coach, "club", "show", club.member).code == 2
    assert club.run(club.member, "club", "shared").code == 1


def test_a_note_is_no_formula_in_a_spreadsheet(club: Club) -> None:
    club.run(club.member, "club", "share", club.coach, "--notes", "--yes")
    text = club.run(club.coach, "club", "show", club.member, "--csv").out
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["note"] == "'=1+1"
    assert row["pain"] == ""
    rows = list(csv.DictReader(io.StringIO(club.run(club.coach, "club", "list", "--csv").out)))
    assert [each["name"] for each in rows] == [club.member]


def test_a_coach_who_is_not_there_is_named_with_those_who_are(club: Club) -> None:
    done = club.run(club.member, "club", "share", "nobody", "--yes")
    assert done.code == 2
    assert club.coach in done.err
