"""The palette and the keys: everything that can be done is in both, and what cannot be done now says why."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from store.library import Library
from store.sources import load
from tests.tui.driving import Drive, driving
from tui.cli import VERBS
from tui.commands.registry import ALL, SAVED
from tui.keys import NO_KEY
from tui.palette import Commands, Offer
from tui.settings import Settings
from tui.widgets.moves import MOVES

IN_THE_APP = {
    "read": "add", "list": "filter", "quotes": "filter", "officials": "filter", "history": "steps",
    "check": "library.check",
}  # fmt: skip
"""The commands that do what a verb does under another name; the others have the verb's own."""
NOT_IN_THE_APP = {"serve", "completion"}


def offers(drive: Drive) -> list[Offer]:
    return list(Commands(drive.app.screen)._offers())


async def test_the_palette_has_every_live_key_and_every_verb(library: Library) -> None:
    async with driving(library) as drive:
        drive.browser.memory.filters += [("Beijing", "place:beijing")]
        offered = offers(drive)
        moving = {move.id for move in MOVES}
        live = [one.binding for one in drive.browser.active_bindings.values() if one.node is drive.browser]
        named = {binding.id for binding in live if binding.id}
        assert named - moving - {SAVED} == {kind.id for kind in ALL}
        for kind in ALL:
            (offer,) = [
                one for one in offered if one.about.endswith(f"({kind.id})") or one.title == kind.title
            ]
            assert bool(offer.key) == bool(kind.keys), kind.id
        assert {IN_THE_APP.get(verb, verb) for verb in VERBS.keys() - NOT_IN_THE_APP} <= named
        assert ("Filter: Beijing", "1", "place:beijing") in [
            (one.title, one.key, one.about) for one in offered
        ]


async def test_what_cannot_be_done_now_is_found_and_says_why(library: Library) -> None:
    async with driving(library) as drive:
        offer = next(one for one in offers(drive) if one.title == "Stop adding")
        assert not offer.possible and offer.about == "Not now: Nothing is being added."


async def test_a_command_without_a_key_can_be_given_one(library: Library, tmp_path: Path) -> None:
    async with driving(library, settings=Settings(keys={"report": "f9"})) as drive:
        assert next(one for one in offers(drive) if one.title == "Write a report").key == "f9"
        await drive.press("f9")
        drive.app.screen.query_one(Input).value = str(tmp_path / "report.html")
        await drive.press("enter")
        assert drive.said()[-1].startswith("Wrote a report of 3 meetings to")
        assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
        await drive.press("question_mark")
        assert NO_KEY not in drive.text()


async def test_the_library_is_looked_over_and_an_export_verified(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        drive.browser.action_command("library.check")
        await drive.settled()
        assert drive.said()[-1] == "Nothing is wrong."
        file = tmp_path / "quotes.md"
        await drive.press("e")
        drive.app.screen.query_one(Input).value = str(file)
        await drive.press("enter")
        for changed, said in ((False, "3 quotes: 3 verified"), (True, "3 quotes: 2 verified, 1 drifted")):
            if changed:
                file.write_text(file.read_text("utf-8").replace("synergy", "symmetry"), "utf-8")
            drive.browser.action_command("verify")
            await drive.settled()
            drive.app.screen.query_one(Input).value = str(file)
            await drive.press("enter")
            assert said in drive.said()[-1]


PAGE = """<html><head><title>Talks</title></head><body><article><h1>Talks in Rome</h1>
<p>ROME, 1 June 2019. Minister Ann Poe of Peru met Minister Bo Roe of Chad in Rome on trade.</p>
<p>Poe said that {what} and that both countries would gain from it for years.</p></article></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A page on this machine: its file, and its address."""
    folder = tmp_path / "site"
    folder.mkdir()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given: object) -> None:
            super().__init__(*given, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *given: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield folder / "talks.html", f"http://127.0.0.1:{server.server_port}/talks.html"
    server.shutdown()
    server.server_close()


async def test_pages_are_fetched_again(library: Library, site: tuple[Path, str]) -> None:
    from store.reading import read

    file, address = site
    file.write_text(PAGE.format(what="trade had grown"), "utf-8")
    source = load(address)
    library.add(source, read(source))
    async with driving(library) as drive:
        await drive.press("G", "r")
        await drive.press("g")
        where = [meeting.date for meeting in drive.browser.meetings.rows].index("2019-06-01")
        drive.browser.meetings.go(where)
        await drive.settled()
        await drive.press("r")
        assert drive.said()[-1] == "Pages: 1 as before."
        file.write_text(PAGE.format(what="fish had come back"), "utf-8")
        await drive.press("r")
        assert drive.said()[-1].startswith("Pages: 1 changed, where 1 quote can no longer be found")
        file.unlink()
        await drive.press("r")
        assert "1 could not be fetched" in drive.said()[-1] and "404" in drive.said()[-1]
