"""Keys that are typed at random, and how they are made fewer."""

import random

import pytest

from bench import keys
from bench.key_presses import all_keys, random_keys, sequence
from bench.key_terminal import Answers
from footcoach_tui.app.commands.table import KEY_COMMANDS


def test_each_key_of_the_table_is_typed_and_none_of_those_left_out() -> None:
    typed = set(random_keys(random.Random(1), 20_000, without={"d"}))  # noqa: S311 - repeatable
    of_table = {key for command in KEY_COMMANDS for key in command.keys}
    assert of_table - {"d"} <= typed
    assert "d" not in typed


def test_a_key_is_a_character_or_an_escape_sequence() -> None:
    assert all(len(sent) == 1 or sent.startswith("\x1b") for sent in map(sequence, all_keys()))


def test_keys_that_fail_are_made_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object, bursts: list[tuple[str, ...]]) -> bool:
        return any("x" in burst and "y" in burst for burst in bursts)

    monkeypatch.setattr(keys, "fails", fails)
    bursts = (("a", "b"), ("c", "x", "d", "e", "y", "f", "g"), ("h",))
    shrunk = keys.shrink(keys.Failure((), Answers.LATE, bursts, "exit 70\nKeyError"))
    assert shrunk.bursts == (("x", "y"),)
    assert str(shrunk).endswith("answers late; bursts:\n    x y")
