"""Files of drafts: what one wrote by hand stays."""

from pathlib import Path

import pytest
from disk_errors import failing_disk
from drafts import CONTENT, FILES, draft_of, problems_of

from footcoach_tui.authoring.draft import DraftError, RoutineDraft
from footcoach_tui.authoring.draft_fields import adjusted, fields_of
from footcoach_tui.authoring.draft_file import DraftFile
from footcoach_tui.authoring.files import AuthoringError, ChangedOutsideError
from footcoach_tui.authoring.names import NewName
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.paths import PathError

BY_HAND = """\
#:schema ./routine.schema.json

# My lunch break. Do not forget the tea.

id = "lunch"
title = "Lunch"  # short
summary = "Two minutes."
context = ["desk"]
frequency = "Daily"
level = 4  # I know better
effort = [1, 7]
source_status = "footcoach"

# first the toes
[[steps]]
exercise = "toe-yoga"
reps = 5  # five is enough

# then the calves
[[steps]]
exercise = "pogo-double"
source_note = "From my coach."

[steps.gate]  # only when
pain_max = 1  # hardly any

[steps.swap]
exercise = "heel-raise-double"

# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lunch.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def more_reps(draft: RoutineDraft, place: int) -> RoutineDraft:
    step = draft.steps[place]
    field = fields_of(step, CONTENT)[0]
    return draft.with_step(place, adjusted(step, field, 1, CONTENT))


def test_a_file_that_is_not_changed_is_written_as_it_is(path: Path) -> None:
    file = DraftFile.read(path)
    assert file.written(file.draft(), CONTENT) == BY_HAND


def test_comments_and_keys_that_the_composer_does_not_know_stay(path: Path) -> None:
    file = DraftFile.read(path)
    draft = more_reps(file.draft(), 0).with_moved(1, 0).with_added(2, "ankle-pumps")
    text = file.written(draft, CONTENT)
    head, steps = BY_HAND.split("# first the toes\n")
    toes, hops = steps.removesuffix("\n# the end\n").split("\n# then the calves\n")
    toes = toes.replace("reps = 5", "reps = 6")
    added = '[[steps]]\nexercise = "ankle-pumps"\n'
    assert text == (
        f"{head}# then the calves\n{hops}\n# first the toes\n{toes}\n{added}\n# the end\n"
    )


def test_what_is_deleted_takes_its_comments_along_and_undo_brings_them_back(path: Path) -> None:
    file = DraftFile.read(path)
    text = file.written(file.draft().with_deleted(1), CONTENT)
    assert "then the calves" not in text
    assert "hardly any" not in text
    assert "# first the toes" in text
    assert file.written(file.draft(), CONTENT) == BY_HAND


def test_level_and_effort_stay_where_they_were_written_by_hand(path: Path) -> None:
    file = DraftFile.read(path)
    text = file.written(file.draft().with_deleted(1), CONTENT)
    assert "level = 4  # I know better" not in text, "it was that of the hops"
    assert "effort = [1, 7]" in text, "it is not that of the steps"
    path.write_text(BY_HAND.replace("level = 4", "level = 3"), encoding="utf-8")
    file = DraftFile.read(path)
    assert "level = 3  # I know better" in file.written(file.draft().with_deleted(1), CONTENT)


def test_a_routine_that_is_saved_twice_has_every_change(tmp_path: Path) -> None:
    file = DraftFile.new().named(NewName.of("Evening feet"), FILES)
    path = tmp_path / "evening-feet.toml"
    assert file.path == FILES.folder / path.name
    file = DraftFile(file.text, path)
    draft = draft_of("toe-yoga", "ankle-circles")
    file = file.saved(draft, CONTENT, force=False)
    first = path.read_text(encoding="utf-8")
    assert 'title = "Evening feet"' in first
    assert "footcoach edit evening-feet" in first
    assert problems_of(first, tmp_path) == []
    file = file.saved(draft.with_moved(1, 0), CONTENT, force=False)
    steps = path.read_text(encoding="utf-8").split("[[steps]]\n")[1:]
    assert [step.split('"')[1] for step in steps] == ["ankle-circles", "toe-yoga"]


def test_a_file_that_another_program_has_written_is_not_written_over(path: Path) -> None:
    file = DraftFile.read(path)
    path.write_text(BY_HAND.replace("tea", "coffee"), encoding="utf-8")
    with pytest.raises(ChangedOutsideError, match="has been changed by another program"):
        file.saved(file.draft(), CONTENT, force=False)
    assert "coffee" in path.read_text(encoding="utf-8")
    file.saved(file.draft(), CONTENT, force=True)
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_a_routine_without_steps_is_not_written() -> None:
    file = DraftFile.new()
    with pytest.raises(DraftError, match="needs a step"):
        file.written(file.draft(), CONTENT)


def test_steps_in_brackets_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "inline.toml"
    head = BY_HAND.split("# first", maxsplit=1)[0]
    path.write_text(head + 'steps = [{ exercise = "toe-yoga" }]\n', encoding="utf-8")
    with pytest.raises(AuthoringError, match="write each as"):
        DraftFile.read(path).draft()


def test_a_disk_that_fails_at_any_moment_leaves_the_old_file_or_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DraftFile.read(path)
    draft = file.draft().with_added(2, "ankle-pumps")
    new = file.written(draft, CONTENT)
    failures = 0
    for nth in range(1, 100):
        path.write_text(BY_HAND, encoding="utf-8")
        with failing_disk(monkeypatch, nth, for_good=True) as calls:
            try:
                file.saved(draft, CONTENT, force=False)
            except (ChangedOutsideError, WriteError, PathError):  # or it could not be read
                failures += 1
        assert path.read_text(encoding="utf-8") in (BY_HAND, new)
        if len(calls) < nth:
            break
    assert failures > 3
    assert path.read_text(encoding="utf-8") == new
