"""The app's own looks: lamplight for the evening, paper for the day, and one without any colour."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DEFAULT = "lamplight"
PLAIN = "plain"

LAMPLIGHT = Theme(
    name="lamplight",
    dark=True,
    primary="#8fb3d9",
    secondary="#a3b899",
    accent="#e0a458",
    warning="#e0a458",
    error="#e07a6b",
    success="#9dbf8a",
    foreground="#dcd7ca",
    background="#15171c",
    surface="#1c1e24",
    panel="#262930",
    variables={
        "quiet": "#8b8c90",
        "rule": "#3a3f4b",
        "ground-cursor": "#2d313a",
        "ground-cursor-blur": "#212429",
        "ink-hit": "#15171c",
        "ground-hit": "#e0c068",
        "ground-span": "#3d3a22",
        "ink-span": "#f4e8c8",
        "footer-key-foreground": "#e0a458",
    },
)
PAPER = Theme(
    name="paper",
    dark=False,
    primary="#235789",
    secondary="#4c6b43",
    accent="#a8480f",
    warning="#a8480f",
    error="#a62c2b",
    success="#3d6b35",
    foreground="#2a2823",
    background="#faf7f0",
    surface="#f3eee3",
    panel="#e9e2d3",
    variables={
        "quiet": "#6c675d",
        "rule": "#cfc7b6",
        "ground-cursor": "#e6dcc4",
        "ground-cursor-blur": "#f0eadc",
        "ink-hit": "#2a2823",
        "ground-hit": "#ffd65c",
        "ground-span": "#fbeab5",
        "ink-span": "#2a2823",
        "footer-key-foreground": "#a8480f",
    },
)
COLOURLESS = Theme(
    name=PLAIN,
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **{name: "ansi_default" for name in BUILTIN_THEMES["ansi-dark"].variables if "style" not in name},
        **dict.fromkeys(("quiet", "rule", "ground-cursor", "ground-cursor-blur"), "ansi_default"),
        **dict.fromkeys(("ink-hit", "ground-hit", "ground-span", "ink-span"), "ansi_default"),
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), "ansi_default"),
        **dict.fromkeys(("scrollbar-background", "scrollbar-background-hover"), "ansi_default"),
        **dict.fromkeys(("scrollbar-background-active", "scrollbar-corner-color"), "ansi_default"),
        "footer-key-foreground": "ansi_default",
    },
)
OURS = (LAMPLIGHT, PAPER, COLOURLESS)
OURS_BY_NAME = {theme.name: theme for theme in OURS}

FALLBACKS = {
    "quiet": "gray",
    "rule": "gray",
    "ground-cursor": "ansi_blue",
    "ground-cursor-blur": "gray",
    "ink-hit": "black",
    "ground-hit": "yellow",
    "ground-span": "darkgoldenrod",
    "ink-span": "white",
}
"""Our variables for themes that are not ours."""
