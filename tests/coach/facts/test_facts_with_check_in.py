"""Facts with a check-in of today that is not in the log yet, as if it was in the log."""

from typing import Any

from coach_logs import DAILY, L3, RULES, day, log, loose, seen, session
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.facts.across_sessions import lasting_hint, x2_sites
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.flags import impact_barred_until, open_flags
from footcoach_tui.coach.log import LooseCheckIn
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side

TODAY = day(33)
SORE = st.builds(
    Sore, st.sampled_from([Site.HEEL, Site.ARCH]), st.just(Side.LEFT), st.integers(1, 8)
)
CHECK_INS = st.builds(
    CheckIn,
    sore=st.none() | st.lists(SORE, max_size=2).map(tuple),
    flags=st.sampled_from([None, (), ("snap",), ("night",)]),
)
DAYS = st.integers(0, 33)
ENTRIES = st.lists(
    st.one_of(
        st.builds(session, DAYS, st.sampled_from([L3, DAILY]), pain=st.none() | st.integers(0, 7)),
        st.builds(loose, DAYS, SORE),
        st.builds(seen, DAYS, st.sampled_from(["snap", "night", "twice-red"])),
    ),
    max_size=8,
)


def answers(facts: Facts) -> list[Any]:
    days = [facts.day(each) for each in facts.days]
    return [
        facts.days,
        facts.red_days,
        open_flags(facts),
        impact_barred_until(facts),
        x2_sites(facts),
        lasting_hint(facts),
        [(each.top_score, each.is_known, dict(each.scores)) for each in days],
        [session.is_morning_worse for each in days for session in each.sessions],
    ]


@given(entries=ENTRIES, check_in=CHECK_INS)
def test_it_counts_as_one_of_the_log(entries: list[Any], check_in: CheckIn) -> None:
    known = log(*entries)
    written = known._replace(check_ins=(*known.check_ins, LooseCheckIn(TODAY, check_in)))
    before = Facts(known, RULES, TODAY)
    old = answers(before)

    assert answers(before.with_check_in(check_in)) == answers(Facts(written, RULES, TODAY))
    assert answers(before) == old
