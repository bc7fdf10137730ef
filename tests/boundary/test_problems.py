from footcoach_tui.boundary.problems import Problem, closest_match, suggestion


def test_a_problem_is_one_line_with_file_line_and_key() -> None:
    problem = Problem("warm-up.toml", 12, "steps[3].reps", "must be at least 1, not -2")
    assert str(problem) == "warm-up.toml:12: steps[3].reps: must be at least 1, not -2"


def test_parts_it_has_not_are_left_out() -> None:
    assert str(Problem("a.toml", 3, "", "is not TOML")) == "a.toml:3: is not TOML"
    assert str(Problem("a.toml", 0, "", "does not exist")) == "a.toml: does not exist"


def test_problems_stand_in_the_order_of_their_lines() -> None:
    late, early = Problem("a.toml", 10, "b", "x"), Problem("a.toml", 9, "c", "x")
    assert sorted([late, early]) == [early, late]


def test_nothing_hostile_gets_through_any_part() -> None:
    problem = Problem("\x1b[2J.toml", 1, "ke\u202ey", "has\x07 \x9b[1m")
    assert str(problem) == "[2J.toml:1: key: has [1m"
    assert problem.file == "[2J.toml"


def test_a_problem_is_never_endless() -> None:
    assert len(str(Problem("f" * 9999, 1, "k" * 9999, "s" * 9999))) < 1800


def test_a_misspelt_word_finds_the_known_one() -> None:
    assert suggestion("rep", ["reps", "rest"]) == "did you mean “reps”?"
    assert closest_match("exercize", ["exercise", "sets"]) == "exercise"


def test_a_strange_word_finds_nothing() -> None:
    assert suggestion("zzz", ["reps", "rest"]) == ""
    assert suggestion("reps" * 100_000, ["reps"]) == ""
