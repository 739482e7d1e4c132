"""Pictures of the screen as text that a person can read in a diff: the signs, then their styles, then what those are.

A picture that differs is written beside the kept one as ``NAME.new``; looked at and found right, it takes its place.
"""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from textual.app import App

FOLDER = Path(__file__).parent / "pictures"
LETTERS = "." + ascii_lowercase + ascii_uppercase


def picture(app: App[int]) -> str:
    """Draw the app's screen: a letter stands for a style, ``.`` for the most frequent."""
    lines = [
        [(character, str(segment.style or "none")) for segment in line for character in segment.text]
        for line in app.screen._compositor.render_strips()
    ]
    styles = [style for line in lines for _, style in line]
    ranked = sorted(set(styles), key=lambda style: (-styles.count(style), style))
    letters = dict(zip(ranked, LETTERS, strict=False))
    signs = ["".join(character for character, _ in line).rstrip() for line in lines]
    drawn = ["".join(letters.get(style, "?") for _, style in line) for line in lines]
    legend = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join([*signs, "", *drawn, "", *legend, ""])


def same_as_kept(app: App[int], name: str) -> bool:
    """Compare the screen with the picture kept under a name."""
    kept, new = FOLDER / f"{name}.txt", FOLDER / f"{name}.new"
    drawn = picture(app)
    if kept.exists() and kept.read_text("utf-8") == drawn:
        new.unlink(missing_ok=True)
        return True
    FOLDER.mkdir(exist_ok=True)
    new.write_text(drawn, "utf-8")
    return False
