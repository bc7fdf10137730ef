"""How all tests are run."""

from hypothesis import HealthCheck, settings

# No test is timed: what a busy machine takes longer for is not wrong. bench/ measures.
settings.register_profile(
    "footcoach",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("footcoach"), max_examples=8)
settings.load_profile("footcoach")
