"""The parts of screens: each shows what it is handed, and holds no clock."""
