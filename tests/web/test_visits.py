"""Secrets in cookies, and the limit of failed sign-ins, at fixed times."""

from footcoach_tui.web.visits import SignInLimit, Visits


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_visit_is_found_by_its_secret_until_it_ends() -> None:
    clock = Clock()
    visits = Visits(clock)
    secret, other = visits.begin("ann", "hash"), visits.begin("ann", "hash")
    assert secret != other
    visit = visits.find(secret)
    assert visit
    assert (visit.name, visit.hashed) == ("ann", "hash")
    assert visits.find("") is None
    assert visits.find(secret + "x") is None
    visits.end(other)
    assert visits.find(other) is None
    clock.seconds = 12 * 3600 - 1
    assert visits.find(secret)
    clock.seconds += 1
    assert visits.find(secret) is None


def test_as_many_visits_as_a_flood_makes_do_not_fill_the_memory() -> None:
    visits = Visits(Clock())
    first = visits.begin("ann")
    rest = [visits.begin("ann") for _ in range(1000)]
    assert visits.find(first) is None
    assert all(map(visits.find, rest))


def test_a_name_waits_after_five_failures_and_no_other_does() -> None:
    clock = Clock()
    limit = SignInLimit(clock)
    for _ in range(5):
        assert not limit.is_reached("ann")
        limit.note_failure("ann")
    assert limit.is_reached("ann")
    assert not limit.is_reached("ben")
    clock.seconds = 300
    assert not limit.is_reached("ann")
    limit.note_failure("ann")
    limit.forget("ann")
    assert not limit.is_reached("ann")
