"""Screens of the app, one module each. Read base, three_panes, live and play first."""
