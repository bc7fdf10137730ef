"""What the database itself refuses, asked as each role; and what an admin may put in."""

import json
from pathlib import Path

import psycopg
import pytest
from hub_sessions import session
from hub_world import Hub

from footcoach_tui.history.codec import to_document

ID = "01KE6CDTJ84QZACDX7NR2ZXW9T"
_PUT = (
    "insert into footcoach.version (owner, device, month, kind, id, written, revision, doc) "
    "values ({owner}, {device}, {month}, {kind}, {id}, {written}, {revision}, {doc})"
)
_SOUND = {
    "owner": "'{me}'",
    "device": "'laptop-aaaaaa'",
    "month": "'2026-01'",
    "kind": "'sessions'",
    "id": f"'{ID}'",
    "written": "'2026-01-05T06:20:11.120Z'",
    "revision": "1",
    "doc": f"""'{{"id":"{ID}"}}'""",
}


def put(**changes: str) -> str:
    return _PUT.format(**(_SOUND | changes))


REFUSED = [
    put(owner="'{other}'"),
    put(owner="'nobody'"),
    put(device="'../x'"),
    put(device="'Laptop'"),
    put(device="''"),
    put(device="repeat('a', 41)"),
    put(device="E'a\\x1b'"),
    put(month="'2026-13'"),
    put(month="'2026-1'"),
    put(month="'../../x'"),
    put(kind="'Sessions'"),
    put(kind="'a b'"),
    put(kind="repeat('a', 21)"),
    put(id="'short'"),
    put(id=f"'{ID.lower()}'"),
    put(id="'81ARZ3NDEKTSV4RRFFQ69G5FAV'"),
    put(written="'yesterday'"),
    put(written="'2026-01-05'"),
    put(revision="0"),
    put(revision="1000000000"),
    put(doc="'no json'"),
    put(doc="""'{{"id":"other"}}'""".replace("{{", "{").replace("}}", "}")),
    put(doc=f"""('{{"id":"{ID}","x":"' || repeat('a', 300000) || '"}}')::json"""),
    "insert into footcoach.version (owner, device, month, kind, id, written, revision, doc, tx) "
    "values ('{me}', 'a', '2026-01', 'sessions', '" + ID + "', '', 1, '{}', '1'::xid8)",
    "update footcoach.version set owner = '{other}'",
    "update footcoach.version set device = 'b'",
    "update footcoach.version set tx = '1'::xid8",
    "delete from footcoach.version",
    "truncate footcoach.version",
    "drop table footcoach.version",
    "alter table footcoach.version disable row level security",
    "alter table footcoach.version disable trigger keep_later",
    "create table footcoach.mine (x int)",
    "create function footcoach.f() returns int language sql as 'select 1'",
    "insert into footcoach.person (name, shown) values ('eve', 'Eve')",
    "update footcoach.person set is_coach = true",
    "delete from footcoach.person",
    "insert into footcoach.migration (number, name) values (99, 'x')",
    "drop schema footcoach cascade",
    "create role eve superuser",
    "set role postgres",
    "grant footcoach_member to pg_monitor",
    "select * from footcoach.version_0",
    "copy footcoach.version to '/tmp/x'",
    "select pg_read_file('/etc/passwd')",
    "create policy all_of_it on footcoach.version using (true)",
    "insert into footcoach.coaching (member, coach, since) values ('{other}', '{me}', now())",
    "insert into footcoach.coaching (member, coach, since) values ('{me}', '{other}', now())",
    "insert into footcoach.coaching (member, coach, since) values ('{me}', '{me}', now())",
    "insert into footcoach.shared values ('{other}', '{me}', '" + ID + "', now(), '', 1)",
    "insert into footcoach.shared values ('{me}', '{other}', '" + ID + "', now(), '', 1)",
    "insert into footcoach.week values ('{other}', '{me}', now(), 1, 1)",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_a_member_is_refused(hub: Hub, statement: str) -> None:
    me, other = hub.person(), hub.person()
    hub.run(me, put().replace("{me}", me))
    before = hub.admin("select owner, device, doc::text, tx::text from footcoach.version")
    words = statement.replace("{me}", me).replace("{other}", other)
    if words.startswith("insert into footcoach.version"):
        words += " on conflict do nothing"
        hub.admin("delete from footcoach.version")
        before = []
    with pytest.raises(psycopg.Error) as refused:
        hub.run(me, words)
    assert refused.value.sqlstate in ("42501", "23514", "23503", "22P02", "22021"), refused.value
    assert hub.admin("select owner, device, doc::text, tx::text from footcoach.version") == before


def test_a_sound_line_is_taken(hub: Hub) -> None:
    me = hub.person()
    hub.run(me, put().replace("{me}", me))
    assert hub.admin("select count(*) from footcoach.version") == [(1,)]


def test_a_member_sees_the_own_rows_and_coaches(hub: Hub) -> None:
    me, other, coach = hub.person(), hub.person(), hub.person(is_coach=True)
    for each in (me, other):
        hub.run(each, put().replace("{me}", each))
    assert hub.run(me, "select distinct owner from footcoach.version") == [(me,)]
    assert set(hub.run(me, "select name from footcoach.person")) == {(me,), (coach,)}
    assert hub.run(coach, "select owner from footcoach.version") == []


def test_an_older_version_never_replaces_a_later_one(hub: Hub) -> None:
    me = hub.person()
    hub.run(me, put(revision="2").replace("{me}", me))
    hub.run(me, "update footcoach.version set revision = 1")
    assert hub.admin("select revision from footcoach.version") == [(2,)]


def test_a_member_reads_one_partition_by_an_index(hub: Hub) -> None:
    me = hub.person()
    for number in range(3):
        owner = hub.person() if number else me
        hub.admin(
            "insert into footcoach.version (owner, device, month, kind, id, written, revision, doc)"
            " select %s, 'a', '2026-01', 'sessions', id, '', 1, json_build_object('id', id) from ("
            " select '0' || lpad((n + %s)::text, 25, '0') as id from generate_series(1, 2000) n) x",
            owner,
            number * 2000,
        )
    hub.admin("analyze footcoach.version")
    rows = hub.run(me, "explain select doc from footcoach.version where tx >= '900000'::xid8")
    plan = "\n".join(row[0] for row in rows)
    assert "Subplans Removed: 7" in plan or plan.count("Scan") == 1, plan
    assert "Seq Scan" not in plan


HOSTILE = [
    {"device": "../x"},
    {"device": "..", "month": "x"},
    {"device": "a/../../x"},
    {"device": "\x1b[2J"},
    {"device": "laptop-aaaaaa"},
    {"month": "../../../x"},
    {"month": "2026-01\n"},
    {"kind": "footcoach"},
    {"kind": "../x"},
    {"id": "../x"},
    {"doc": "[]"},
    {"doc": '{"id":"x"}'},
    {"doc": '{"id":1,"id":2}'},
    {"doc": '{"id":"' + ID + '","x":' + "[" * 5000 + "]" * 5000 + "}"},
    {"doc": json.dumps(to_document(session(0)) | {"id": ID, "note": "x" * 10_000_000})},
    {"doc": json.dumps(to_document(session(0)) | {"id": ID, "date": "2026-99-99"})},
    {"revision": 7},
]


@pytest.mark.parametrize("change", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_row_reaches_no_file(hub: Hub, change: dict[str, object]) -> None:
    """The admin may drop every check of the tables."""
    me = hub.person()
    laptop = hub.device(me, "laptop-aaaaaa")
    laptop.history.add(session(1))
    laptop.sync()
    before = laptop.files()
    hostile_rows(hub, me, change)
    result = laptop.sync()
    assert result.fetched == 0
    assert result.refused == (0 if change.get("device") == "laptop-aaaaaa" else 1)
    assert laptop.files() == before
    assert {path.name for path in Path(laptop.folder).iterdir()} <= {"data", "state", "cache"}


def test_escape_bytes_reach_neither_disk_nor_screen(hub: Hub) -> None:
    me = hub.person()
    laptop = hub.device(me, "laptop-aaaaaa")
    bad = "\x1b]52;c;eA==\x07\u202e"
    document = to_document(session(0)) | {"id": ID, "note": bad, bad: {bad: [bad]}}
    hostile_rows(hub, me, {"doc": json.dumps(document)})
    assert laptop.sync().fetched == 1
    content = b"".join(laptop.files().values()).decode()
    assert "\x1b" not in content
    assert "u001b" not in content
    assert "u202e" not in content
    assert laptop.history.all()[0].note == "]52;c;eA=="


def hostile_rows(hub: Hub, owner: str, change: dict[str, object]) -> None:
    """Put a row into the tables with all checks dropped."""
    hub.admin(
        "do $$ declare c record; begin for c in select conname from pg_constraint where contype"
        " = 'c' and conrelid = 'footcoach.version'::regclass loop execute format("
        "'alter table footcoach.version drop constraint %I', c.conname); end loop; end $$"
    )
    row = {
        "owner": owner,
        "device": "phone-bbbbbb",
        "month": "2026-01",
        "kind": "sessions",
        "id": ID,
        "written": "",
        "revision": 1,
        "doc": json.dumps(to_document(session(0)) | {"id": ID}),
    } | change
    hub.admin(
        "insert into footcoach.version (owner, device, month, kind, id, written, revision, doc) "
        "values (%s, %s, %s, %s, %s, %s, %s, %s)",
        *row.values(),
    )
