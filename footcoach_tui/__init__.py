"""footcoach: a terminal player for guided foot-strength and mobility sessions."""

__version__ = "0.1.0"
