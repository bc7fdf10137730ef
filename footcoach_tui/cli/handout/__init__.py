"""Handouts: a routine as a page to print, and the movement of an exercise as an animated SVG."""
