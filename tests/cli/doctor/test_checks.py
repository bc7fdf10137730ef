"""Checks of `footcoach doctor`, one by one."""

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from footcoach_tui.cli.doctor import checks, environment, terminal
from footcoach_tui.cli.doctor.findings import Finding, Findings, FindingState, care
from footcoach_tui.cli.doctor.settings import _keys
from footcoach_tui.cli.doctor.terminal import TerminalInfo
from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.plan import CuePlan, CueSettings
from footcoach_tui.text.durations import counted

ROOT = Path(__file__).parents[3]
GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
SCREEN = TerminalInfo(interactive=True, encoding="utf-8", size=(80, 24))


def states(found: Findings) -> set[FindingState]:
    return {one.state for one in found}


def facts(found: Findings) -> dict[str, object]:
    return {name: value for one in found for name, value in one.facts.items()}


def test_the_textual_asked_for_is_the_one_the_package_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (declared,) = [one for one in project["dependencies"] if one.startswith("textual")]
    assert declared == f"textual=={environment._TEXTUAL}"


def test_a_good_terminal_has_nothing_to_tell() -> None:
    assert states(terminal.check(SCREEN, GOOD)) == {FindingState.OK}


@pytest.mark.parametrize(
    ("screen", "environ", "state", "word"),
    [
        (SCREEN, {"TERM": "dumb"}, FindingState.CARE, "TERM is dumb"),
        (SCREEN, {"TERM": ""}, FindingState.CARE, "TERM is not set"),
        (TerminalInfo(True, "ascii"), {}, FindingState.NOTE, "replaced by ASCII"),  # noqa: FBT003 - a terminal
        (TerminalInfo(False, "ascii"), {}, FindingState.NOTE, "replaced by ASCII"),  # noqa: FBT003 - none
        (TerminalInfo(False, ""), {}, FindingState.NOTE, "unknown encoding"),  # noqa: FBT003 - none
        (SCREEN, {"TERM": "linux", "COLORTERM": ""}, FindingState.NOTE, "symbols in ASCII"),
        (SCREEN, {"TERM": "xterm", "COLORTERM": ""}, FindingState.NOTE, "16 colours"),
        (TerminalInfo(True, "utf-8", (59, 24)), {}, FindingState.NOTE, "59 columns"),  # noqa: FBT003 - one
        (TerminalInfo(True, "utf-8", (80, 19)), {}, FindingState.NOTE, "19 rows"),  # noqa: FBT003 - one
        (SCREEN, {"TMUX": "/tmp/x"}, FindingState.NOTE, "inside tmux"),  # noqa: S108 - a made-up name
        (SCREEN, {"STY": "1.x"}, FindingState.NOTE, "inside screen"),
        (SCREEN, {"SSH_TTY": "/dev/pts/1"}, FindingState.NOTE, "over SSH"),
    ],
)
def test_what_a_terminal_lacks_is_told(
    screen: TerminalInfo, environ: Mapping[str, str], state: FindingState, word: str
) -> None:
    found = list(terminal.check(screen, {**GOOD, **environ}))
    assert [one.state for one in found if word in one.sentence] == [state]
    assert all(one.advice for one in found if one.state is FindingState.CARE)


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_size_that_is_forced_is_a_note(name: str) -> None:
    (forced,) = environment._screen_size({name: "abc"})
    assert (forced.state, name in forced.sentence) == (FindingState.NOTE, True)
    assert list(environment._screen_size({"HOME": "/"})) == []


@pytest.mark.parametrize("key", ["ctrl+a", "ctrl+b", "ctrl+s", "ctrl+z"])
def test_a_key_that_something_between_may_keep_is_a_note(key: str) -> None:
    (told,) = _keys({"session.next": (key, "x")})
    assert (told.state, key in told.sentence) == (FindingState.NOTE, True)


def test_the_usual_key_to_suspend_is_no_matter() -> None:
    assert list(_keys({"app.suspend": ("ctrl+z",)})) == []


@pytest.mark.parametrize(
    ("speech", "there", "state"),
    [
        ("off", (), FindingState.OK),
        ("auto", ("espeak-ng",), FindingState.OK),
        ("auto", (), FindingState.NOTE),
        ("say", ("espeak-ng",), FindingState.NOTE),
    ],
)
def test_a_program_that_is_missing_is_told_once_and_never_a_fault(
    speech: str, there: tuple[str, ...], state: FindingState
) -> None:
    here = CueEnvironment(
        {"TERM": "xterm"},
        is_terminal=True,
        which=lambda name: name if name in there else None,
        has_device=lambda: True,
    )
    found = list(checks._cue_findings(CuePlan.choose(CueSettings(speech=speech), here), {}))
    assert [one.state for one in found if one.sentence.startswith("speech")] == [state]
    assert {one.state for one in found if not one.sentence.startswith("speech")} == {
        FindingState.OK
    }
    used = facts(iter(found))
    assert used["speech"] == (there[0] if state is FindingState.OK and there else None)
    assert used["sound"] is None


def test_a_channel_that_fell_silent_is_told() -> None:
    (told,) = checks._cue_findings(CuePlan(), {"sound": "aplay: it ended with exit code 1"})
    assert (told.state, "aplay: it ended with exit code 1" in told.sentence) == (
        FindingState.NOTE,
        True,
    )


@pytest.mark.parametrize(
    ("zone", "state"),
    [
        ("", FindingState.OK),
        ("Europe/Berlin", FindingState.OK),
        (":Asia/Tokyo", FindingState.OK),
        ("CET-1CEST", FindingState.OK),
        ("/etc/localtime", FindingState.OK),
        ("Foo/Bar", FindingState.CARE),
    ],
)
def test_a_zone_that_is_none_is_a_problem(zone: str, state: FindingState) -> None:
    found = environment._clock({"TZ": zone})
    assert max(found, key=lambda one: list(FindingState).index(one.state)).state is state


def test_what_a_finding_quotes_is_clean() -> None:
    found: Finding = care("a\x1b[2J", "b\nc", path="d\x9be", paths=["f\u202eg"])
    assert (found.sentence, found.advice) == ("a[2J", "b c")
    assert found.facts == {"path": "de", "paths": ["fg"]}


def test_numbers_agree_with_their_nouns() -> None:
    assert counted(1, "file") == "1 file"
    assert counted(1200, "file") == "1,200 files"
    assert counted(0, "thing needs", "things need") == "0 things need"


NAMES = (
    *("device", "history", "history.lock", "history.index", "history.sums", "undo.jsonl"),
    *("routines", "routines/exercises", "routines/mine.toml", "running", "running/one.jsonl"),
    *("backups", "history/phone-77b0e4", "history/phone-77b0e4/2026-03.json"),
)
KINDS: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a FIFO": os.mkfifo,
    "a circle": lambda path: path.symlink_to(path.name),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link without end": lambda path: path.symlink_to("/dev/zero"),
    "nothing in it": lambda path: path.touch(),
    "NULs": lambda path: path.write_bytes(bytes(4096)),
    "brackets": lambda path: path.write_text("[" * 100_000),
}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_name_in_the_folder_is_no_check_fails(data: Path, kind: str) -> None:
    for number, name in enumerate(NAMES):
        path = data.with_name(f"data-{number}") / name
        path.parent.mkdir(parents=True)
        KINDS[kind](path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FOOTCOACH_DATA_DIR", str(data.with_name(f"data-{number}")))
            sections = checks.run_checks()
        told = [one.sentence for section in sections for one in section.findings]
        assert [one for one in told if "failed itself" in one] == [], (name, kind)
