"""Interrupted sessions are reported where the user is not asked: once, in one sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Finish, Leave, Next

Footcoach = Callable[..., Any]
Begin = Callable[[], LiveSession]
PLAY = ("play", "desk-break-3min", "--plain", "--ready", "--speed", "1000")
WAYS = (("history",), (), ("history", "desk"), PLAY)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_mentioned_in_one_sentence(
    footcoach: Footcoach, begin_session: Begin, way: tuple[str, ...]
) -> None:
    begin_session().suspend()
    begin_session().suspend()
    (told,) = footcoach(*way).err.splitlines()
    assert told.startswith("footcoach: Desk break was interrupted on 20")
    assert told.endswith("; footcoach play --resume continues it")


@pytest.mark.parametrize("way", [("history", "--json"), ("due",)])
def test_programs_and_prompts_are_not_told(
    footcoach: Footcoach, begin_session: Begin, way: tuple[str, ...]
) -> None:
    begin_session().suspend()
    assert footcoach(*way).err == ""


@pytest.mark.parametrize("way", WAYS)
def test_one_that_is_played_or_ended_or_saved_is_not_cut_off(
    footcoach: Footcoach, begin_session: Begin, way: tuple[str, ...]
) -> None:
    ended = begin_session()
    ended.send(Leave())
    ended.suspend()
    saved = begin_session()
    saved.send(Next())
    record = saved.record()
    assert record
    wiring.open_history().add(record)
    saved.suspend()
    live = begin_session()
    told = footcoach(*way).err
    live.suspend()
    assert "cut off" not in told


@pytest.mark.parametrize("end", [Leave, Finish, None])
@pytest.mark.parametrize("way", [("history",), ()])
def test_of_one_that_had_ended_that_is_said(
    footcoach: Footcoach, begin_session: Begin, way: tuple[str, ...], end: Callable[[], Any] | None
) -> None:
    ended = begin_session()
    while end is None and not ended.player.is_over:
        ended.send(Next())
    if end:
        ended.send(end())
    ended.suspend()
    (told,) = footcoach(*way).err.splitlines()
    assert told.startswith("footcoach: Desk break ended on 20")
    assert " and is not in the history yet; the app, or the next footcoach play," in told

    assert "Desk break of 20" in footcoach(*PLAY).err, "so it was"
    assert footcoach(*way).err == ""


@pytest.mark.parametrize("title", ["\x1b[2J\u202eevil", 7, None])
def test_whatever_its_title_the_sentence_is_safe(
    footcoach: Footcoach, begin_session: Begin, state: Path, title: object
) -> None:
    begin_session().suspend()
    (path,) = (state / "running").iterdir()
    head, _, rest = path.read_text().partition("\n")
    changed = json.loads(head)
    changed["routine"] = changed["routine"] | {"title": title} if title else title
    path.write_text(f"{json.dumps(changed)}\n{rest}")
    (told,) = footcoach("history").err.splitlines()
    assert told.isprintable()
    assert ("[2Jevil" if isinstance(title, str) else "a session") in told
