"""Figures in files: an impossible one is reported, with the line of its pose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.figure.poses import AbovePose
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.check import check

Put = Callable[[str, str], Path]

HEAD = """\
id = "rise"
name = "Rise"
purpose = "Lifts the heels."
why = "Strong calves push off."
how = ["Stand.", "Rise.", "Come down."]
cues = ["Tall", "Slow"]
errors = ["Rushing."]
stop_if = ["Sharp pain."]
position = "standing"
equipment = []
level = 2
source_status = "footcoach"
evidence = "None known."
"""
DOSE = """\
[dose]
mode = "reps"
reps = 5
[[dose.phases]]
name = "up"
seconds = 2
kind = "move"
poses = ["low", "high"]
lit = ["calf"]
[[dose_sources]]
text = "Ours."
grade = "F"
"""
FIGURE = """\
[figure]
views = ["body"]
"""
LOW = "[poses.low.body]\npitch = 0\ndf = 0\nknee = 0\nhip = 0\ntrunk = 0\n"
HIGH = "[poses.high.body]\npitch = 40\ndf = -40\nknee = 0\nhip = 0\ntrunk = 0\n"


def problems(put: Put, text: str) -> list[str]:
    report = check([put("rise.toml", text)], bundled=bundled_routines_folder())
    return [f"{problem.line}: {problem.key}: {problem.sentence}" for problem in report.problems]


def test_a_sound_figure_is_in_the_catalogue(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "rise.toml").write_text(HEAD + DOSE + FIGURE + LOW + HIGH)
    catalogue = load_catalogue(bundled_routines_folder(), tmp_path)

    assert [pose.name for pose in catalogue.figures["rise"].poses] == ["low", "high"]
    assert not catalogue.broken


@pytest.mark.parametrize(
    ("pose", "message"),
    [
        (HIGH.replace("trunk = 0", "trunk = 30"), "the two must be the same"),
        (HIGH.replace("knee = 0", "knee = 190").replace("hip = 0", "hip = 190"), "knee"),
        (HIGH.replace("df = -40", "df = -70").replace("hip = 0", "hip = 30"), "df"),
        (HIGH + "root = [0, -10]\n", "floor"),
    ],
    ids=["broken sum", "knee", "ankle", "foot through the floor"],
)
def test_a_pose_that_cannot_be_is_reported_at_its_table(
    put_file: Put, pose: str, message: str
) -> None:
    lines = problems(put_file, HEAD + DOSE + FIGURE + LOW + pose)
    number = (HEAD + DOSE + FIGURE + LOW).count("\n") + 1

    assert lines
    assert all(line.startswith(f"{number}: poses.high: ") for line in lines)
    assert any(message in line for line in lines)


def test_a_phase_that_names_no_pose_is_reported_with_what_was_meant(put_file: Put) -> None:
    (problem,) = problems(put_file, HEAD + DOSE.replace('"high"]', '"hihg"]') + FIGURE + LOW + HIGH)

    assert problem == ("21: dose.phases[1].poses[2]: there is no pose “hihg”; did you mean “high”?")


def test_a_view_that_no_pose_has_is_reported(put_file: Put) -> None:
    (problem,) = problems(put_file, HEAD + DOSE + FIGURE.replace("body", "foot") + LOW + HIGH)

    assert problem.endswith("figure.views[1]: no pose has a table called foot")


def test_poses_without_a_figure_are_reported(put_file: Put) -> None:
    (problem,) = problems(put_file, HEAD + DOSE + LOW + HIGH)

    assert problem.endswith("poses: are not drawn without a [figure] that names its views")


ABOVE = "[poses.{}.above]\nturn = {}\ntied = 40\n"
VIEW_ABOVE = FIGURE.replace("body", "above") + 'props = ["band"]\n'


def test_a_foot_from_above_is_in_the_catalogue(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    poses = ABOVE.format("low", 0) + ABOVE.format("high", 20)
    (folder / "rise.toml").write_text(HEAD + DOSE + VIEW_ABOVE + "wall = 30\n" + poses)
    catalogue = load_catalogue(bundled_routines_folder(), tmp_path)

    figure = catalogue.figures["rise"]
    assert [pose.above for pose in figure.poses] == [
        AbovePose(0, tied=40),
        AbovePose(20, tied=40),
    ]
    assert figure.wall == 30


@pytest.mark.parametrize(
    ("view", "low", "high", "message"),
    [
        ("above", "turn = 0\n", "turn = 90\n", "it can be -45 to 45 degrees"),
        ("above", "turn = 0\n", "curl = 9\n", "unknown key"),
        ("above", "tied = 40\n", "tied = 40\npair = 40\n", "give one of them"),
        ("above", "roller = [0, 0]\n", "roller = [0, 2]\n", "it can be 0 to 1"),
        ("front", "tilt = 0\n", "tilt = 80\n", "it can be -45 to 45 degrees"),
        ("front", "pair = 62\n", "pair = 62\nbeside = 62\n", "give one of them"),
        ("foot", "stone = [97, 5]\n", "stone = [97, -5]\n", "it can be 0 to 80 units"),
        ("foot", "arch = 8\n", "stones = 4\n", "unknown key"),
    ],
    ids=[
        "turn",
        "unknown",
        "two bands",
        "roller",
        "tilt",
        "two other feet",
        "stone",
        "unknown in a foot",
    ],
)
def test_a_close_up_that_cannot_be_is_reported(
    *, put_file: Put, view: str, low: str, high: str, message: str
) -> None:
    figure = FIGURE.replace("body", view)
    text = f"[poses.low.{view}]\n{low}[poses.high.{view}]\n{high}"
    (problem,) = problems(put_file, HEAD + DOSE + figure + text)

    assert "poses.high" in problem
    assert message in problem


def test_a_ghost_is_one_of_the_poses(put_file: Put) -> None:
    figure = FIGURE + 'ghost = "lo"\n'
    (problem,) = problems(put_file, HEAD + DOSE + figure + LOW + HIGH)

    assert "figure.ghost: there is no pose “lo”; did you mean “low”?" in problem
    assert problems(put_file, HEAD + DOSE + figure.replace('"lo"', '"low"') + LOW + HIGH) == []


def test_an_arrow_has_a_tail_and_a_tip(put_file: Put) -> None:
    (problem,) = problems(put_file, HEAD + DOSE + FIGURE + LOW + HIGH + "arrow = [1, 2, 3]\n")

    assert "poses.high.body.arrow" in problem
    assert problems(put_file, HEAD + DOSE + FIGURE + LOW + HIGH + "arrow = [0, 2, 0, 20]\n") == []


def test_a_sway_no_body_can_do_is_reported(put_file: Put) -> None:
    (problem,) = problems(put_file, HEAD + DOSE + FIGURE + LOW + HIGH + "sway = 60\n")

    assert problem.endswith("body: sway is 60; it can be -30 to 30 degrees")


def test_words_of_the_figure_are_checked_like_all_others(put_file: Put) -> None:
    text = DOSE.replace('lit = ["calf"]', 'lit = ["calves"]')
    (problem,) = problems(put_file, HEAD + text + FIGURE + LOW + HIGH)

    assert "must be one of sole, arch, calf" in problem
    assert "did you mean “calf”?" in problem
