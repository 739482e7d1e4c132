from textual._compositor import Compositor
from textual.geometry import Region

from tests.tui.driving import driving

CROPS = [Region(0, 5, 40, 2), Region(60, 3, 30, 1), Region(0, 0, 100, 30), Region(10, 12, 80, 9)]


def drawn(compositor: Compositor, crop: Region) -> list[str]:
    """Return the text that an update of this part of the screen sends, cut by cut."""
    chops = compositor._render_chops(crop, lambda y: crop.y <= y < crop.bottom)
    return [
        strip.text
        for y in crop.line_range
        for (cut, strip), end in zip(chops[y].items(), compositor.cuts[y][1:], strict=True)
        if cut < crop.right and end > crop.x
    ]


async def test_a_part_of_the_screen_is_drawn_as_from_the_whole_of_it() -> None:
    async with driving(size=(100, 30)) as drive:
        ours = drive.browser._compositor
        for crop in CROPS:
            found = drawn(ours, crop)
            ours._get_renders = lambda part: Compositor._get_renders(ours, part)  # type: ignore[method-assign, assignment, misc]
            assert found == drawn(ours, crop) and any(text.strip() for text in found)
            del ours._get_renders
