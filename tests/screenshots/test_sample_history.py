from datetime import UTC, datetime

from app_fixture import NOW
from bundled import CATALOGUE
from sample_history import sample_sessions


def test_a_made_up_history_is_the_same_each_time_and_has_what_pictures_need() -> None:
    built = tuple(sample_sessions(CATALOGUE, NOW))
    assert built == tuple(sample_sessions(CATALOGUE, NOW))
    assert len({record.id for record in built}) == len(built) > 250
    assert all(record.started <= datetime(2026, 3, 12, 7, 30, tzinfo=UTC) for record in built)
    assert {record.pain for record in built} >= {0, 1, 3, 6}
    assert sum(record.is_partial for record in built) > 50
