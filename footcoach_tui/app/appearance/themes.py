"""footcoach's own themes for Textual, and the variables of its stylesheets."""

from collections.abc import Mapping

from textual.theme import Theme

from footcoach_tui.app.appearance.palettes import (
    ANSI_DARK_THEME,
    ANSI_LIGHT_THEME,
    PALETTES,
    Palette,
)

_DEFAULT = "ansi_default"
_UNCOLOURED_VARIABLES = (
    "ansi-background",
    "ansi-foreground",
    "text-muted",
    "text-disabled",
    "panel",
    "surface",
    "chosen",
    "chosen-away",
    "field",
    "faint",
    "here",
    "frame",
    "thumb",
    "border-blurred",
    "scrollbar-background",
)


def _palette_theme(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        primary=palette.primary,
        secondary=palette.secondary,
        accent=palette.accent,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        success=palette.success,
        warning=palette.warning,
        error=palette.error,
        dark=palette.is_dark,
        variables={
            "text-muted": palette.muted,
            "text-disabled": palette.muted,
            "rest-band": palette.rest,
            "chosen": palette.chosen,
            "chosen-away": palette.chosen_away,
            "field": palette.chosen,
            "frame": palette.frame or palette.panel,
            "footer-key-foreground": palette.accent,
            "footer-description-foreground": palette.foreground,
        },
    )


def _ansi_theme(name: str, colours: Mapping[str, str], on_band: str, *, is_dark: bool) -> Theme:
    """Theme in the terminal's own colours, on its own background.

    These cannot be mixed, so text that other themes tint is reversed here: it is legible wherever
    plain text is.
    """
    primary, accent = colours["primary"], colours["accent"]
    return Theme(
        name=name,
        ansi=True,
        dark=is_dark,
        foreground=_DEFAULT,
        background=_DEFAULT,
        surface=_DEFAULT,
        panel=_DEFAULT,
        boost=_DEFAULT,
        secondary=_DEFAULT,
        primary=primary,
        accent=accent,
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        variables={
            **dict.fromkeys(_UNCOLOURED_VARIABLES, _DEFAULT),
            "chosen-away-style": "bold",
            "rest-band": primary,
            "on-band": on_band,
            "on-rest": on_band,
            "figure-near": colours["near"],
            "figure-far": "ansi_bright_black",
            "figure-seam": colours["seam"],
            "figure-far-on-band": "ansi_bright_black",
            "figure-seam-on-band": "ansi_bright_black",
            "figure-lit-on-band": colours["lit"],
            "level-1": primary,
            "level-2": primary,
            "edge": accent,
            "footer-key-foreground": accent,
            "block-cursor-background": accent,
            "block-cursor-foreground": on_band,
            "input-selection-background": primary,
            "input-selection-foreground": on_band,
            "screen-selection-background": primary,
            "screen-selection-foreground": on_band,
        },
    )


OWN_THEMES = (
    *map(_palette_theme, PALETTES),
    _ansi_theme(
        ANSI_DARK_THEME,
        {
            "primary": "ansi_cyan",
            "accent": "ansi_yellow",
            "success": "ansi_green",
            "warning": "ansi_bright_yellow",
            "error": "ansi_bright_red",
            "near": "ansi_white",
            "seam": "ansi_black",
            "lit": "ansi_bright_white",
        },
        on_band="ansi_black",
        is_dark=True,
    ),
    _ansi_theme(
        ANSI_LIGHT_THEME,
        {
            "primary": "ansi_blue",
            "accent": "ansi_magenta",
            "success": "ansi_blue",
            "warning": "ansi_red",
            "error": "ansi_red",
            "near": "ansi_black",
            "seam": "ansi_white",
            "lit": "ansi_black",
        },
        on_band="ansi_bright_white",
        is_dark=False,
    ),
)


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Variables of our stylesheets for a theme that does not define them."""
    colours = theme.to_color_system().generate()
    accent, secondary = colours["accent"], colours["secondary"]
    return {
        "on-band": colours["background"],
        "rest-band": f"{colours['primary']} 50%",
        "on-rest": colours["foreground"],
        "chosen": f"{accent} 22%",
        "chosen-away": f"{colours['panel']} 60%",
        "chosen-away-style": "none",
        "field": f"{accent} 22%",
        "faint": f"{secondary} 50%",
        "edge": f"{accent} 60%",
        "here": f"{accent} 40%",
        "frame": colours["panel"],
        "level-1": f"{colours['primary']} 55%",
        "level-2": f"{colours['primary']} 75%",
        "thumb": colours["panel"],
        "figure-near": colours["foreground"],
        "figure-far": f"{colours['foreground']} 45%",
        "figure-seam": f"{colours['foreground']} 60%",
        "figure-far-on-band": f"{colours['background']} 50%",
        "figure-seam-on-band": f"{colours['background']} 65%",
        "figure-lit-on-band": colours["foreground"],
    }
