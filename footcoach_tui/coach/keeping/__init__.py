"""Keeping at it: sessions kept of those planned, lighter weeks, milestones."""
