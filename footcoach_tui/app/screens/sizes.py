"""The sizes at which screens are laid out otherwise: classes that a screen has from a size on."""

HORIZONTAL = [(0, "-narrow"), (60, "-medium"), (80, "-roomy"), (100, "-wide"), (120, "-ample")]
"""By columns."""
VERTICAL = [(0, "-short"), (20, "-tall"), (30, "-high")]
"""By rows."""
