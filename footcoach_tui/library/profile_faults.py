"""Rules about the questions of the profile: answers are possible, what they name exists."""

from collections.abc import Iterator, Mapping

from footcoach_tui.boundary.problems import with_suggestion
from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.faults import UNKNOWN, Fault, entries, missing_name
from footcoach_tui.library.kinds import TomlTable

_UNKNOWN_ANSWER = "unknown"
_YES_OR_NO = ("yes", "no", _UNKNOWN_ANSWER)

_Answers = Mapping[str, tuple[str, ...]]
"""Possible answers by question; empty where they are not known."""


def profile_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of the questions, other than those of their shape."""
    answers = dict(_answers(table))
    earlier: dict[str, tuple[str, ...]] = {}
    for index, question in entries(table, "questions"):
        at: KeyPath = ("questions", index)
        name = question.get("id", UNKNOWN)
        if name is not UNKNOWN and name in earlier:
            yield Fault((*at, "id"), f"{quote(name)} is there already")
        yield from _answer_faults(question, "asked_if", at, earlier)
        for number, effect in entries(question, "effects"):
            path = (*at, "effects", number)
            yield from _answer_faults(effect, "when", path, answers)
            yield from _effect_faults(effect, path, draft)
        if name is not UNKNOWN:
            earlier[name] = answers[name]


def _answers(table: TomlTable) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, question in entries(table, "questions"):
        name = question.get("id", UNKNOWN)
        if name is UNKNOWN:
            continue
        if "choices" not in question:
            yield name, _YES_OR_NO
            continue
        ids = [choice.get("id", UNKNOWN) for _, choice in entries(question, "choices")]
        yield name, () if UNKNOWN in ids or not ids else (*ids, _UNKNOWN_ANSWER)


def _answer_faults(table: TomlTable, key: str, at: KeyPath, known: _Answers) -> Iterator[Fault]:
    """Yield a fault for each question that is not known, and each answer that it has not."""
    wanted = table.get(key, UNKNOWN)
    if wanted is UNKNOWN:
        return
    for question, answer in wanted.items():
        path = (*at, key, question)
        yield from missing_name("question", question, known, path)
        answers = known.get(question, ())
        if answers and answer is not UNKNOWN and answer not in answers:
            message = f"must be one of {', '.join(answers)}, not {quote(answer)}"
            yield Fault(path, with_suggestion(message, answer, answers))


def _effect_faults(effect: TomlTable, at: KeyPath, draft: CatalogueDraft) -> Iterator[Fault]:
    for key in ("drop_exercises", "only"):
        for index, name in entries(effect, key):
            yield from missing_name("exercise", name, draft.exercises, (*at, key, index))
    for index, hint in entries(effect, "hints"):
        name = hint.get("exercise", UNKNOWN)
        yield from missing_name(
            "exercise", name, draft.exercises, (*at, "hints", index, "exercise")
        )
    routine = effect.get("suggests", UNKNOWN)
    yield from missing_name("routine", routine, draft.routine_ids, (*at, "suggests"))
