"""How footcoach looks on a terminal: colours, themes, signs, and what a poor one gets."""
