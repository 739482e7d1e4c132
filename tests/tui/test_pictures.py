import pytest

from tests.tui.driving import driving
from tests.tui.pictures import same_as_kept
from tests.tui.shelf import Shelf
from tui.settings import Settings


@pytest.mark.parametrize(
    ("name", "size", "theme", "keys"),
    [
        ("stacked-dark", (60, 20), "lamplight", ("enter", "space")),
        ("narrow-light", (80, 24), "paper", ("down", "space")),
        ("wide-dark", (160, 50), "lamplight", ("down", "down")),
        ("wide-plain", (120, 30), "plain", ("enter", "j")),
    ],
)
async def test_the_screen_looks_as_it_did(
    name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]
) -> None:
    async with driving(size=size, settings=Settings(theme=theme)) as drive:
        await drive.press(*keys)
        assert same_as_kept(drive.app, name)


async def test_the_welcome_looks_as_it_did() -> None:
    async with driving(Shelf([]), size=(60, 20)) as drive:
        assert same_as_kept(drive.app, "welcome")
