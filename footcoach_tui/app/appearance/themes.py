"""footcoach's own themes as Textual takes them, and the variables its stylesheets go by."""

from collections.abc import Mapping

from textual.theme import Theme

from footcoach_tui.app.appearance.palettes import (
    ANSI_DARK_THEME,
    ANSI_LIGHT_THEME,
    PALETTES,
    Palette,
)

_DEFAULT = "ansi_default"


def _mixed(palette: Palette) -> Theme:
    """A theme in colours of its own."""
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


def _of_the_terminal(name: str, colours: Mapping[str, str], on_band: str, *, dark: bool) -> Theme:
    """A theme in the terminal's own colours, on its own ground.

    They cannot be mixed, so what is tinted elsewhere is turned around here: then it can be read
    wherever its letters could.
    """
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        foreground=_DEFAULT,
        background=_DEFAULT,
        surface=_DEFAULT,
        panel=_DEFAULT,
        boost=_DEFAULT,
        primary=colours["primary"],
        secondary=_DEFAULT,
        accent=colours["accent"],
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        variables={
            "ansi-background": _DEFAULT,
            "ansi-foreground": _DEFAULT,
            "text-muted": _DEFAULT,
            "text-disabled": _DEFAULT,
            "panel": _DEFAULT,
            "surface": _DEFAULT,
            "on-band": on_band,
            "rest-band": colours["primary"],
            "on-rest": on_band,
            "chosen": _DEFAULT,
            "chosen-away": _DEFAULT,
            "chosen-away-style": "bold",
            "field": _DEFAULT,
            "faint": _DEFAULT,
            "edge": colours["accent"],
            "here": _DEFAULT,
            "frame": _DEFAULT,
            "thumb": _DEFAULT,
            "level-1": colours["primary"],
            "level-2": colours["primary"],
            "footer-key-foreground": colours["accent"],
            "border-blurred": _DEFAULT,
            "scrollbar-background": _DEFAULT,
            "block-cursor-background": colours["accent"],
            "block-cursor-foreground": on_band,
            "input-selection-background": colours["primary"],
            "input-selection-foreground": on_band,
            "screen-selection-background": colours["primary"],
            "screen-selection-foreground": on_band,
        },
    )


OWN_THEMES = (
    *map(_mixed, PALETTES),
    _of_the_terminal(
        ANSI_DARK_THEME,
        {
            "primary": "ansi_cyan",
            "accent": "ansi_yellow",
            "success": "ansi_green",
            "warning": "ansi_bright_yellow",
            "error": "ansi_bright_red",
        },
        "ansi_black",
        dark=True,
    ),
    _of_the_terminal(
        ANSI_LIGHT_THEME,
        {
            "primary": "ansi_blue",
            "accent": "ansi_magenta",
            "success": "ansi_blue",
            "warning": "ansi_red",
            "error": "ansi_red",
        },
        "ansi_bright_white",
        dark=False,
    ),
)


def variable_defaults(theme: Theme) -> dict[str, str]:
    """What our stylesheets ask for, where a theme does not say it itself."""
    said = theme.to_color_system().generate()
    accent, secondary = said["accent"], said["secondary"]
    return {
        "on-band": said["background"],
        "rest-band": f"{said['primary']} 50%",
        "on-rest": said["foreground"],
        "chosen": f"{accent} 22%",
        "chosen-away": f"{said['panel']} 60%",
        "chosen-away-style": "none",
        "field": f"{accent} 22%",
        "faint": f"{secondary} 50%",
        "edge": f"{accent} 60%",
        "here": f"{accent} 40%",
        "frame": said["panel"],
        "level-1": f"{said['primary']} 55%",
        "level-2": f"{said['primary']} 75%",
        "thumb": said["panel"],
    }
