"""`footcoach show --figure --watch`: the board, the frames, and both on a real terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.cli.figure_board import KEYS, FigureBoard
from footcoach_tui.cli.figure_watch import FrameWriter
from footcoach_tui.figure.cells import PictureFormat

BUNDLED = bundled_routines_folder()
RAISE = (BUNDLED / "exercises" / "heel-raise-double.toml").read_text(encoding="utf-8")
Refused = Callable[..., str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> OwnFiles:
    """All bundled files, and none of one's own."""
    return OwnFiles(BUNDLED, tmp_path_factory.mktemp("own"))


@pytest.fixture
def board() -> FigureBoard:
    """Board without colours."""
    style = Appearance().figure
    return FigureBoard(lambda columns, rows: PictureFormat(columns, rows, style, is_coloured=False))


@pytest.fixture
def save(tmp_path: Path, files: OwnFiles, board: FigureBoard) -> Callable[[str], None]:
    """Save an exercise file elsewhere, and show it on the board."""

    def write(text: str) -> None:
        path = tmp_path / "raise.toml"
        path.write_text(text, encoding="utf-8")
        board.show(files.read_exercise(path))

    return write


def picture(lines: list[str]) -> list[str]:
    return [line[:60].rstrip() for line in lines[1:-1]]


def test_the_figure_moves_and_a_saved_change_is_drawn(
    save: Callable[[str], None], board: FigureBoard
) -> None:
    save(RAISE)
    first = board.lines(120, 20, 0.1)
    assert first[0] == "Heel raise, both feet · moving"
    assert first[-1] == KEYS
    assert any(picture(first))
    assert picture(board.lines(120, 20, 1.5)) != picture(first)
    save(RAISE.replace('props = ["wall"]', "props = []"))
    assert picture(board.lines(120, 20, 0.1)) != picture(first)


def test_a_faulty_file_leaves_the_figure_and_says_what_is_wrong(
    save: Callable[[str], None], board: FigureBoard
) -> None:
    save(RAISE)
    before = picture(board.lines(120, 20, 0.1))
    save(RAISE.replace("trunk = ", "trunk = 4", 1))
    lines = board.lines(120, 20, 0.1)
    assert picture(lines) == before
    beside = " ".join(line[62:].strip() for line in lines)
    assert "raise.toml:" in beside
    assert "body: trunk is" in beside
    assert "The figure is the last one without problems." in beside

    narrow = board.lines(50, 24, 0.1)
    assert max(map(len, narrow)) <= 50
    assert "trunk is" in " ".join(narrow)

    save("id = [")
    assert "raise.toml:1" in " ".join(line[62:] for line in board.lines(120, 20, 0.1))
    save(RAISE)
    assert "problems" not in " ".join(board.lines(120, 20, 0.1))


def test_key_poses_one_by_one_and_the_other_side(
    save: Callable[[str], None], board: FigureBoard
) -> None:
    save(RAISE)
    heads, pictures = [], []
    for _ in range(3):
        board.press("n")
        lines = board.lines(120, 20, 0.1)
        heads.append(lines[0])
        pictures.append(picture(lines))
    count = len({head.partition(": ")[2] for head in heads})
    assert heads[0].startswith("Heel raise, both feet · pose 1 of ")
    assert count > 1
    assert pictures[0] != pictures[1]
    assert picture(board.lines(120, 20, 2.5)) == pictures[-1]
    board.press("s")
    lines = board.lines(120, 20, 0.1)
    assert lines[0].endswith(" · other side")
    assert picture(lines) != pictures[-1]
    board.press("s")
    board.press("b")
    assert picture(board.lines(120, 20, 0.1)) == pictures[-2]
    board.press("m")
    assert "moving" in board.lines(120, 20, 0.1)[0]


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (20, 6), (59, 10), (90, 12), (300, 80)])
def test_any_size_is_kept_within(
    save: Callable[[str], None], board: FigureBoard, size: tuple[int, int]
) -> None:
    columns, rows = size
    save(RAISE)
    save(RAISE.replace("trunk = ", "trunk = 4", 1))
    lines = board.lines(columns, rows, 0.1)
    assert len(lines) <= rows
    assert all(len(line) <= max(columns, 10) for line in lines)


def test_what_is_no_exercise_or_has_no_figure_is_said(
    save: Callable[[str], None], board: FigureBoard
) -> None:
    save((BUNDLED / "rw-essential-three.toml").read_text(encoding="utf-8"))
    assert "raise.toml is no exercise" in board.lines(60, 10, 0)
    save(RAISE.partition("[figure]")[0].replace("poses", "#"))
    assert board.lines(60, 10, 0)[0] == "no figure yet"


def test_only_changed_lines_are_written_and_never_two_frames_on_the_way() -> None:
    writer = FrameWriter()
    first = writer.frame((10, 3), lambda: ["a", "b", "c"], 0.0)
    assert first == "\x1b[2J\x1b[1;1Ha\x1b[K\x1b[2;1Hb\x1b[K\x1b[3;1Hc\x1b[K\x1b[5n"
    assert writer.frame((10, 3), lambda: ["a", "x", "c"], 0.1) == ""
    assert writer.keys("n\x1b[0ns") == "ns"
    assert (
        writer.frame((10, 3), lambda: ["a", "x"], 0.2) == "\x1b[2;1Hx\x1b[K\x1b[3;1H\x1b[J\x1b[5n"
    )
    assert writer.frame((10, 3), lambda: ["a"], 1.9) == ""
    assert writer.frame((10, 3), lambda: ["a"], 2.3) == "\x1b[2;1H\x1b[J\x1b[5n"
    writer.keys("\x1b[0n")
    assert writer.frame((10, 3), lambda: ["a"], 2.4) == ""
    assert writer.frame((9, 3), lambda: ["a"], 2.5).startswith("\x1b[2J\x1b[1;1Ha")


def test_without_a_terminal_or_a_figure_it_is_refused(run_refused: Refused) -> None:
    assert "needs a terminal" in run_refused("show", "toe-spread", "--figure", "--watch")
    assert "use it with --figure" in run_refused("show", "toe-spread", "--watch")
    assert "is no exercise" in run_refused("show", "rw-essential-three", "--figure", "--watch")
    assert "there is no file" in run_refused("show", "gone.toml", "--figure", "--watch")
    assert "heel-raise-double" in run_refused("show", "heel-rise-double", "--figure", "--watch")
