"""What is imported or pasted never reaches the terminal as a command, and never as markup."""

from rich.segment import Segment
from textual.color import Color

from store.library import Library
from tests.tui.driving import driving
from tui.barrier import Barrier

EVIL = "a\x1b[31mb\x9b31mc\u202ed\x1b]0;own\x07"


def test_the_barrier_takes_out_what_commands_and_keeps_the_rest() -> None:
    plain = [Segment("Zhao\u3000Leji é\n")]
    assert Barrier().apply(plain, Color(0, 0, 0)) == plain
    (segment,) = Barrier().apply([Segment(EVIL)], Color(0, 0, 0))
    assert segment.text == "a[31mb31mcd]0;own"


async def test_a_message_shows_what_would_command_the_terminal() -> None:
    async with driving(toasts=True) as drive:
        drive.app.notify(f"Undone: Added [bold]{EVIL}[/x]")
        await drive.settled()
        assert "␛[31mb�31mc�d␛]0;own" in drive.text().replace("\n", "") and "[bold]" in drive.text()


async def test_pasted_text_commands_nothing() -> None:
    async with driving() as drive:
        await drive.press("p")
        await drive.paste(EVIL)
        assert "a[31mb31mcd]0;own" in drive.text()
        strips = drive.app.screen._compositor.render_strips()
        assert not any(
            sign in segment.text for strip in strips for segment in strip for sign in "\x1b\x9b\u202e\x07"
        )


async def test_a_saved_filter_is_no_markup_in_the_palette(library: Library) -> None:
    async with driving(library) as drive:
        drive.browser.memory.filters += [("[red]n[/red]", '"[/x]"'), ("a[/foo]b", "zhao")]
        await drive.press("ctrl+p")
        await drive.type("filter: ")
        await drive.until(lambda: "a[/foo]b" in drive.text())
        assert "[red]n[/red]" in drive.text() and '"[/x]"' in drive.text()
