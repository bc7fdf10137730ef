"""`footcoach show`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]


def test_an_exercise_is_shown_whole(footcoach: Footcoach) -> None:
    done = footcoach("show", "ball-roll")
    assert (done.code, done.err) == (0, "")
    assert done.lines[:4] == ["Ball roll", "=========", "", "Purpose"]
    headings = [
        "Why",
        "How to do it",
        "Cues",
        "Common errors",
        "Stop if",
        "Dose",
        "Evidence",
        "Sources",
    ]
    places = [done.lines.index(heading) for heading in headings]
    assert places == sorted(places)
    assert done.lines[places[1] + 1].startswith("1. ")


def test_a_routine_says_where_it_comes_from_and_what_to_take_care_of(footcoach: Footcoach) -> None:
    lines = footcoach("show", "rw-essential-three").lines
    assert "5:23 min · moderate effort (2-4 of 10) · level 2" in lines
    assert "Where this comes from" in lines
    assert "Go easy" in lines
    assert lines[-3:] == ["- bear-squat-to-down-dog", "- ball-roll", "- short-foot-standing"]


def test_conditions_are_shown_with_what_rules_them_out(footcoach: Footcoach) -> None:
    out = footcoach("show", "pre-run-activation-4min").out
    assert "Pogo hops, both feet: only if all of this is true\n- You have done" in out
    assert "Pogo hops, both feet: leave out with any of these\n- pain in the heel" in out


@pytest.mark.parametrize("columns", ["1", "40", "300"])
def test_it_is_wrapped_to_the_terminal_but_links_stay_whole(
    footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = footcoach("show", "ball-roll").lines
    widest = max(24, min(88, int(columns)))
    links = [line for line in lines if "https://" in line]
    assert all(
        len(line) <= widest for line in lines if " " in line.strip("- ") and line not in links
    )
    assert any(line.endswith("/training/3-essential-foot-exercises/") for line in links)


def test_json_has_all_of_it(footcoach: Footcoach) -> None:
    exercise = json.loads(footcoach("show", "ball-roll", "--json").out)
    assert exercise["schema"] == 1
    assert exercise["exercise"]["name"] == "Ball roll"
    assert exercise["exercise"]["dose"]["sides"] == "each"
    routine = json.loads(footcoach("show", "rw-essential-three", "--json").out)
    assert routine["schema"] == 1
    assert len(routine["routine"]["steps"]) == 3


def test_an_unknown_name_brings_the_nearest_there_is(run_refused: Refused) -> None:
    assert run_refused("show", "bal-roll") == (
        "no routine or exercise is called “bal-roll”. Did you mean “ball-roll”?"
    )


def test_a_name_like_no_other_brings_where_to_look(run_refused: Refused) -> None:
    assert run_refused("show", "xyzzy") == (
        "no routine or exercise is called “xyzzy”. See footcoach list."
    )


def test_a_broken_file_is_not_called_unknown(
    run_refused: Refused, put_routine: Callable[[str, str], Any], routine_text: Callable[..., str]
) -> None:
    path = put_routine("mine.toml", routine_text("mine", 'exercise = "no-such"'))
    assert run_refused("show", "mine") == (
        f"{path} cannot be used: run footcoach check for the reasons."
    )


@pytest.mark.parametrize(
    ("name", "option", "start"),
    [
        ("desk-break-3min", "--html", "<!doctype html>\n<html lang="),
        ("toe-yoga", "--html", "<!doctype html>\n<html lang="),
        ("toe-yoga", "--svg", "<svg xmlns="),
    ],
)
def test_a_page_or_a_picture_is_printed_or_written(
    footcoach: Footcoach, tmp_path: Path, name: str, option: str, start: str
) -> None:
    printed = footcoach("show", name, option)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out.startswith(start)
    path = tmp_path / "out"
    done = footcoach("show", name, option, str(path))
    assert (done.code, done.out) == (0, f"written to {path}\n")
    assert path.read_text(encoding="utf-8") == printed.out


def test_a_page_replaces_a_file_only_by_force(
    footcoach: Footcoach, run_refused: Refused, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text("mine")
    refusal = run_refused("show", "desk-break-3min", "--html", str(path))
    assert refusal == f"{path}: already exists; --force replaces it"
    assert path.read_text() == "mine"
    assert footcoach("show", "desk-break-3min", "--html", str(path), "--force").code == 0
    assert path.read_text().startswith("<!doctype")


def test_a_picture_is_of_an_exercise_with_a_figure(run_refused: Refused, self_paced: str) -> None:
    assert run_refused("show", "massage", "--svg") == "Massage has no figure."
    assert run_refused("show", self_paced, "--svg") == (
        "Slow is a routine; only its exercises have figures: show one of them."
    )
