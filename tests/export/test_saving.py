"""Files: there as a whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from store.errors import ExportError
from store.export.saving import save


def broken():
    yield b"half"
    raise RuntimeError("no more")


def test_a_file_is_written_and_replaced_with_its_mode_kept(tmp_path):
    path = tmp_path / "quotes.md"
    assert save(path, [b"one", b"two"]) == 6
    assert path.read_bytes() == b"onetwo"
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask()
    path.chmod(0o640)
    save(path, [b"new"])
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [left.name for left in tmp_path.iterdir()] == ["quotes.md"]


def umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_writing_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "quotes.md"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        save(path, broken())
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["quotes.md"]


def test_a_link_keeps_pointing_to_the_new_content(tmp_path):
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to():
    assert save(Path(os.devnull), [b"gone"]) == 4


@pytest.mark.parametrize("name", ["missing/quotes.md", ".", "file.md/quotes.md"])
def test_what_cannot_be_written_is_named_in_one_sentence(tmp_path, name):
    (tmp_path / "file.md").touch()
    with pytest.raises(ExportError) as told:
        save(tmp_path / name, [b"x"])
    assert str(tmp_path) in str(told.value)
    assert len(str(told.value).splitlines()) == 1


def test_a_long_name_is_no_obstacle(tmp_path):
    path = tmp_path / ("q" * 240 + ".md")
    save(path, [b"x"])
    assert path.read_bytes() == b"x"
