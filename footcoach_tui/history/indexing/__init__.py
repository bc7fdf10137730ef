"""Index of the months: a line for each and their sums, rebuilt from the month files at any time."""
