from pathlib import Path

import pytest

from tests.tui.driving import driving
from tui.settings import EXAMPLE, Settings, library_set, load, parse


def test_what_is_right_counts_and_what_is_wrong_is_named(tmp_path: Path) -> None:
    settings, wrong = parse(
        {
            "theme": "paper",
            "colour": "red",
            "editor": 3,
            "export": {"folder": str(tmp_path), "format": "docx", "template": "{nothing}"},
            "keys": {"undo": "f9"},
        }
    )
    assert settings == Settings(theme="paper", export_folder=tmp_path, keys={"undo": "f9"})
    assert len(wrong) == 4
    assert any("export.template cannot be used" in one for one in wrong)
    assert any("colour is not a setting" in one for one in wrong)
    assert any("editor has to be a text" in one for one in wrong)
    assert any("export.format has to be one of markdown" in one for one in wrong)


def test_a_key_for_no_command_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    _, wrong = parse({"keys": {"fly": "f"}, "export": {"folder": str(tmp_path / "none")}})
    assert any("'fly'" in one for one in wrong) and any("not a folder" in one for one in wrong)


def test_a_key_that_another_command_has_is_not_taken_from_it_unsaid() -> None:
    settings, (wrong,) = parse({"keys": {"undo": "q"}})
    assert settings.keys == {}
    assert "gives q to undo, but quit has it" in wrong
    assert parse({"keys": {"undo": "q", "quit": "f10"}})[1] == []
    assert parse({"keys": {"undo": "f9", "redo": "f9"}})[1] != []
    assert parse({"keys": {"undo": "j"}})[1] != []


def test_no_file_and_a_broken_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert load(file) == (Settings(), [])
    file.write_text("theme = ")
    settings, wrong = load(file)
    assert settings == Settings() and len(wrong) == 1 and str(file) in wrong[0]
    file.write_text(EXAMPLE)
    assert load(file) == (Settings(), [])
    file.write_text(
        EXAMPLE.replace("# theme", "theme").replace("# [keys]", "[keys]").replace("# undo", "undo")
    )
    assert load(file) == (Settings(theme="paper", keys={"undo": "u,ctrl+z"}), [])


def test_the_library_is_found_without_reading_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert library_set(file) is None
    for text, named in (
        ('library = "~/readouts"\n[keys]\nfly = 3', Path.home() / "readouts"),
        ("library = 3", None),
    ):
        file.write_text(text)
        assert library_set(file) == named


async def test_keys_and_theme_are_taken_from_the_settings() -> None:
    settings = Settings(theme="paper", keys={"pane.zoom": "f8"})
    async with driving(settings=settings, complaints=["settings.toml: x is not a setting."]) as drive:
        assert drive.app.theme == "paper"
        await drive.press("z")
        assert not drive.browser.state.zoomed
        await drive.press("f8")
        assert drive.browser.state.zoomed
        assert "settings.toml: x is not a setting." in drive.said()


async def test_an_unknown_theme_is_named_and_no_colour_is_plain(monkeypatch) -> None:
    async with driving(settings=Settings(theme="mauve")) as drive:
        assert drive.app.theme == "lamplight"
        assert any("mauve" in said for said in drive.said())
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving(settings=Settings(theme="paper")) as drive:
        assert drive.app.theme == "plain"
        colours = {
            (segment.style.color, segment.style.bgcolor)
            for line in drive.app.screen._compositor.render_strips()
            for segment in line
            if segment.style
        }
        assert colours and all(
            (a is None or a.is_default) and (b is None or b.is_default) for a, b in colours
        )


@pytest.mark.parametrize(("keys", "key"), [({}, "q"), ({"quit": "f10"}, "f10")])
async def test_ctrl_c_names_the_key_that_leaves(keys: dict[str, str], key: str) -> None:
    async with driving(settings=Settings(keys=keys)) as drive:
        await drive.press("ctrl+c")
        assert drive.said()[-1] == f"{key} leaves."
