"""`footcoach new`."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bundled import CATALOGUE

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
PutRoutine = Callable[[str, str], Path]


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def assert_clean(footcoach: Footcoach, path: Path) -> None:
    for command in (["check", str(path)], ["check"], ["fmt", "--check"]):
        done = footcoach(*command)
        assert (done.code, done.out, done.err) == (0, "", "")


def test_a_new_routine_passes_the_check_and_can_be_played(footcoach: Footcoach, data: Path) -> None:
    done = footcoach("new", "Evening feet")
    path = data / "routines" / "evening-feet.toml"
    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        f"Evening feet is in {path}",
        "  footcoach edit evening-feet    opens it in your editor, and says what is wrong",
        "  footcoach play evening-feet    plays it",
    ]
    assert table(path)["title"] == "Evening feet"
    assert path.read_text().startswith("#:schema ./routine.schema.json\n")
    assert_clean(footcoach, path)
    played = footcoach("play", "evening-feet", "--plain", "--ready", "--speed", "1000")
    assert "Finished" in played.out


def test_a_new_exercise_passes_the_check_and_moves(footcoach: Footcoach, data: Path) -> None:
    done = footcoach("new", "toe-fan", "--exercise")
    path = data / "routines" / "exercises" / "toe-fan.toml"
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == f"Toe fan is in {path}"
    assert path.read_text().startswith("#:schema ./exercise.schema.json\n")
    assert_clean(footcoach, path)
    stills = footcoach("show", "toe-fan", "--still").out.split("\n\n")
    assert len({still.partition("\n")[2] for still in stills}) == 2, "two poses"


def test_the_schemas_beside_it_complete_own_exercises_and_are_no_routines(
    footcoach: Footcoach, data: Path
) -> None:
    footcoach("new", "mine")
    footcoach("new", "toe-fan", "--exercise")
    schema = json.loads((data / "routines" / "routine.schema.json").read_text())
    ids = schema["$defs"]["StepTable"]["properties"]["exercise"]["enum"]
    assert {"toe-fan", "ball-roll"} <= set(ids)
    assert (data / "routines" / "exercises" / "exercise.schema.json").exists()
    listed = json.loads(footcoach("list", "--json").out)
    assert listed["broken"] == []
    assert len(listed["routines"]) == len(CATALOGUE.routines) + 1


@pytest.mark.parametrize("name", CATALOGUE.routines)
def test_a_copy_of_any_routine_passes_and_lasts_as_long(
    footcoach: Footcoach, data: Path, name: str
) -> None:
    done = footcoach("new", "copied", "--from", name)
    assert (done.code, done.err) == (0, "")
    path = data / "routines" / "copied.toml"
    assert_clean(footcoach, path)
    own, usual = (json.loads(footcoach("show", id_, "--json").out) for id_ in ("copied", name))
    steps = [[step["dose"] for step in shown["routine"]["steps"]] for shown in (own, usual)]
    assert steps[0] == steps[1]
    assert table(path)["source_status"] != "published"
    assert not {"rank", "weeks", "previous", "next"} & table(path).keys()
    assert own["routine"]["gates"] == usual["routine"]["gates"]
    assert all("sets" in step for step in table(path)["steps"])


@pytest.mark.parametrize("name", ["toe-yoga", "heel-raise-test", "pogo-single", "ball-roll"])
def test_a_copy_of_an_exercise_passes(footcoach: Footcoach, data: Path, name: str) -> None:
    done = footcoach("new", "Copied one", "--exercise", "--from", name)
    assert (done.code, done.err) == (0, "")
    path = data / "routines" / "exercises" / "copied-one.toml"
    assert_clean(footcoach, path)
    assert table(path)["name"] == "Copied one"
    assert CATALOGUE.exercises[name].tags == tuple(table(path)["tags"])


def test_a_copy_of_an_own_routine_keeps_its_comments(
    footcoach: Footcoach, put_routine: PutRoutine, routine_text: Callable[..., str], data: Path
) -> None:
    put_routine("old.toml", routine_text("old", 'exercise = "toe-yoga"  # my favourite'))
    assert footcoach("new", "newer", "--from", "old").code == 0
    text = (data / "routines" / "newer.toml").read_text()
    assert 'exercise = "toe-yoga"  # my favourite' in text
    assert "tempo = [1, 1, 1, 1]  # seconds: big toes up, hold, swap: small toes up, hold" in text


@pytest.mark.parametrize(
    ("name", "id_", "title"),
    [
        ("evening-feet", "evening-feet", "Evening feet"),
        ("Runner's feet!", "runners-feet", "Runner's feet!"),
        ("Füße & Zehen", "fusse-zehen", "Füße & Zehen"),
        ('Say "ouch" \U0001f9b6', "say-ouch", 'Say "ouch" \U0001f9b6'),
        ("[bold]x[b]}{$id", "bold-x-b-id", "[bold]x[b]}{$id"),
        ("a\n\tb", "a-b", "a b"),
        ("mine.toml", "mine", "Mine"),
        ("  2 x 3  ", "2-x-3", "2 x 3"),
        ("a" * 80, "a" * 60, "a" * 80),
        ("CON", "con", "CON"),
    ],
)
def test_a_title_becomes_an_id(
    footcoach: Footcoach, data: Path, name: str, id_: str, title: str
) -> None:
    done = footcoach("new", name)
    assert (done.code, done.err) == (0, "")
    path = data / "routines" / f"{id_}.toml"
    assert (table(path)["id"], table(path)["title"]) == (id_, title)
    assert_clean(footcoach, path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "give a name, such as “Evening feet”"),
        (" \t ", "give a name, such as “Evening feet”"),
        ("../../etc/passwd", "“../../etc/passwd” is a path"),
        ("a\\b", "“a\\b” is a path"),
        ("\x1b[2J", "a name cannot have the character U+001B ESCAPE"),
        ("a\u202eb", "a name cannot have the character U+202E"),
        ("a\ud800", "a name cannot have the character U+D800"),
        ("\u8db3", "“\u8db3” has no letter from a to z for an id"),
        ("?!", "“?!” has no letter from a to z for an id"),
        ("x" * 300, "a name can have at most 200 characters"),
        ("sources", "sources is the name of a file of another kind"),
        ("Safety.toml", "safety is the name of a file of another kind"),
        ("hops-next", "“hops-next” comes with footcoach; take another name, or copy it"),
        ("toe-yoga", "“toe-yoga” comes with footcoach"),
    ],
)
def test_a_name_of_which_nothing_can_be_made_is_refused(
    run_refused: Refused, data: Path, name: str, reason: str
) -> None:
    assert run_refused("new", name).startswith(reason)
    assert not data.exists()


def test_what_exists_is_not_written_over(
    footcoach: Footcoach, run_refused: Refused, put_routine: PutRoutine, data: Path
) -> None:
    footcoach("new", "mine")
    path = data / "routines" / "mine.toml"
    before = path.read_text()
    taken = "has the id “mine” already; take another name, or change it: footcoach edit mine"
    assert run_refused("new", "Mine") == f"{path}: {taken}"
    assert run_refused("new", "mine", "--exercise") == f"{path}: {taken}"
    assert path.read_text() == before

    broken = put_routine("broken.toml", "not toml")
    assert run_refused("new", "broken").startswith(f"{broken}: has the id")
    link = data / "routines" / "link.toml"
    link.symlink_to(data / "nowhere")
    assert run_refused("new", "link").startswith(f"{link}: has the id")
    assert not (data / "nowhere").exists()


def test_a_source_that_cannot_be_copied_is_a_sentence(
    run_refused: Refused, put_routine: PutRoutine
) -> None:
    assert run_refused("new", "a", "--from", "nope") == "no routine is called “nope”"
    assert run_refused("new", "a", "--from", "toe-yoga") == (
        "“toe-yoga” is an exercise; add --exercise to copy it"
    )
    assert run_refused("new", "a", "--exercise", "--from", "hops-next") == (
        "“hops-next” is no exercise"
    )
    path = put_routine("bad.toml", 'id = "bad"\ntitle = 5\n')
    assert run_refused("new", "a", "--from", "bad") == (
        f"{path}: has problems; footcoach check lists them"
    )


def test_a_folder_that_cannot_be_made_is_a_sentence(run_refused: Refused, data: Path) -> None:
    data.write_text("a file")
    assert str(data) in run_refused("new", "mine")


def test_a_routine_is_built_with_its_reasons_and_the_same_again(
    footcoach: Footcoach, data: Path
) -> None:
    options = ("--minutes", "8", "--for", "desk", "--sore", "achilles", "--seed", "3")
    done = footcoach("new", "Eight", *options)
    assert (done.code, done.err) == (0, "")
    path = data / "routines" / "eight.toml"
    assert_clean(footcoach, path)
    made = table(path)
    assert made["context"] == ["desk"]
    names = [CATALOGUE.exercises[step["exercise"]].name for step in made["steps"]]
    assert len(names) > 2
    assert all(f"{number}. {name} (" in done.out for number, name in enumerate(names, 1))
    assert "Left out for what is sore" in done.out
    footcoach("new", "Again", *options)
    assert table(data / "routines" / "again.toml")["steps"] == made["steps"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--minutes", "ten"), "minutes: “ten” is no number from 1 to 45"),
        (("--sore", "hart"), "sore: “hart” is none of heel"),
        (("--positions", "lying"), "Nothing fits all that you asked for."),
        (("--seed", "2", "--exercise"), "--seed builds a routine; leave out --from and --exercise"),
    ],
)
def test_what_cannot_be_built_is_a_sentence_and_no_file(
    run_refused: Refused, data: Path, options: tuple[str, ...], sentence: str
) -> None:
    assert sentence in run_refused("new", "Built", *options)
    assert not (data / "routines" / "built.toml").exists()
