"""Measures of speed and cost, each figure beside a yardstick measured in the same run."""
