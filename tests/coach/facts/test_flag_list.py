"""Red-flag list of the check-in: when it is asked, and what it lists (Q6)."""

import pytest
from bundled import CATALOGUE
from check_ins import TODAY, MakeRecord, asked, begin, loose, played, typed

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.rules.red_flags import Urgency
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side

SORE_HEEL = Sore(Site.HEEL, Side.LEFT, 2)
NOT_NEW = (loose("2026-02-20", SORE_HEEL),)


@pytest.mark.parametrize(
    ("keys", "check_ins", "is_asked"),
    [
        pytest.param("yhl3n", NOT_NEW, True, id="3 or more"),
        pytest.param("yhl2n", NOT_NEW, False, id="2 where it was sore before"),
        pytest.param("yfl1n", (), True, id="1 at the forefoot"),
        pytest.param("ysl1n", (), True, id="1 at the shin"),
        pytest.param("yhl2n", (), True, id="2 at a new site"),
        pytest.param("yhl1n", (), False, id="1 at a new site"),
        pytest.param("yhl2n", (loose("2026-02-13", SORE_HEEL),), False, id="new: 28 days, in"),
        pytest.param("yhl2n", (loose("2026-02-12", SORE_HEEL),), True, id="new: 28 days, out"),
        pytest.param(
            "yhl1n", (loose("2026-02-26", SORE_HEEL), loose("2026-03-05", SORE_HEEL)), True,
            id="third check-in with it, within 14 days",
        ),
        pytest.param(
            "yhl1n", (loose("2026-02-25", SORE_HEEL), loose("2026-03-05", SORE_HEEL)), False,
            id="third check-in with it, in 15 days",
        ),
        pytest.param(
            "yhl1n", (loose("2026-03-04", SORE_HEEL), loose("2026-03-05")), False,
            id="not at both check-ins before",
        ),
        pytest.param(
            "yhl3n", (loose("2026-03-06", Sore(Site.HEEL, Side.LEFT, 3), flags=()),), False,
            id="shown 6 days ago, not worse",
        ),
        pytest.param(
            "yhl3n", (loose("2026-03-05", Sore(Site.HEEL, Side.LEFT, 3), flags=()),), True,
            id="shown 7 days ago",
        ),
        pytest.param(
            "yhl4n", (loose("2026-03-06", Sore(Site.HEEL, Side.LEFT, 3), flags=()),), True,
            id="shown 6 days ago, worse",
        ),
        pytest.param(
            "yhl3n", (loose("2026-03-06", Sore(Site.ARCH, Side.LEFT, 3), flags=()),), True,
            id="shown for another site",
        ),
        pytest.param(
            "yhl6n", (loose("2026-03-11", Sore(Site.HEEL, Side.LEFT, 8), flags=()),), True,
            id="red always asks",
        ),
    ],
)  # fmt: skip
def test_q6_triggers(keys: str, check_ins: tuple[LooseCheckIn, ...], *, is_asked: bool) -> None:
    flow = typed(begin(TrainingLog(check_ins=check_ins)), list(keys))
    assert asked(flow) == ("flags" if is_asked else "start")


@pytest.mark.parametrize("question", ["bone", "numb", "tendon-drug"])
@pytest.mark.parametrize(("answer", "is_asked"), [("yes", True), ("unknown", True), ("no", False)])
def test_q6_trigger_of_the_profile(question: str, answer: str, *, is_asked: bool) -> None:
    log = TrainingLog(profiles=(Profile(TODAY, {question: answer}),))
    assert asked(typed(begin(log), ["n"])) == ("flags" if is_asked else "start")
    shown = log._replace(check_ins=(loose("2026-03-11", flags=()),))
    assert asked(typed(begin(shown), ["n"])) == "start"


def test_q6_reads_the_check_ins_of_sessions(make_record: MakeRecord) -> None:
    checkin = CheckIn(sore=(SORE_HEEL,)).document()
    sessions = tuple(
        played(make_record, f"2026-03-0{day}", checkin=checkin, morning={}) for day in (6, 8)
    )
    assert asked(typed(begin(TrainingLog(sessions=sessions)), list("yhl1n"))) == "flags"
    fast = tuple(session._replace(speed=9.0) for session in sessions)
    assert asked(typed(begin(TrainingLog(sessions=fast)), list("yhl1n"))) == "start"


def test_q6_lists_what_is_asked_the_most_urgent_first() -> None:
    flow = typed(begin(), list("yhl3n"))
    assert flow.question
    by_text = {flag.question: flag for flag in CATALOGUE.flags}
    flags = [by_text[label] for _, label in flow.question.answers[1:]]
    urgencies = [list(Urgency).index(flag.urgency) for flag in flags]
    assert urgencies == sorted(urgencies)
    assert not any(flag.is_derived for flag in flags)
    assert flow.question.keys == ("n", *(str(number) for number in range(1, len(flags) + 1)))
    for number, flag in enumerate(flags, 1):
        assert flow.answer(str(number)).check_in.flags is None  # it is asked once more
        assert flow.answer(str(number)).answer("y").check_in.flags == (flag.id,)
    assert flow.answer("n").check_in.flags == ()
    assert flow.answer("0") is flow
    assert flow.answer(str(len(flags) + 1)) is flow
