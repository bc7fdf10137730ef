"""Bundled catalogue, read only once, for it takes longer than most tests."""

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue

CATALOGUE = load_catalogue(bundled_routines_folder())
