"""A session under way: the player, its clock, and its journal, for the screen and plain lines."""
