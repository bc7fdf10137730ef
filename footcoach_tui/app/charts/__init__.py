"""Charts of characters: plots, bars, and the window of a calendar."""
