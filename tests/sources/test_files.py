"""One file or standard input in, a Source out; every bad file is one sentence."""

from __future__ import annotations

import codecs
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import SourceError
from store.importing.lines import records_in
from store.sources import load
from store.sources.decoding import decode
from store.sources.limits import MAX_BYTES, megabytes

TALKS = "The ministers met in Oslo.\r\n\r\nShe said: “We agree.”\n"


def refusal(where: str) -> str:
    with pytest.raises(SourceError) as caught:
        load(where)
    return str(caught.value)


def test_text_is_the_file_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(TALKS.encode())
    source = load(str(file), retrieved="2024-02-01")
    assert source.text == TALKS
    assert source.retrieved == "2024-02-01"
    assert source.title is None


def test_header_block_fills_the_fields_and_stays_in_the_text(tmp_path: Path) -> None:
    text = (
        "Title: Talks in Oslo\nPublisher: Ministry\nURL: https://example.org/a\n"
        "Published: 2023-11-21\nRetrieved: 2024-01-05\nLanguage: en\n\nThe ministers met.\n"
    )
    file = tmp_path / "talks.txt"
    file.write_text(text, encoding="utf-8")
    source = load(str(file), retrieved="2024-02-01")
    assert source.text == text
    assert (source.title, source.publisher, source.url) == (
        "Talks in Oslo",
        "Ministry",
        "https://example.org/a",
    )
    assert (source.published, source.retrieved, source.language) == ("2023-11-21", "2024-01-05", "en")


def test_standard_input() -> None:
    assert load("-", stdin=io.BytesIO(TALKS.encode())).text == TALKS


def test_no_standard_input() -> None:
    assert "standard input" in refusal("-")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_marked_encodings(tmp_path: Path, encoding: str, mark: bytes) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(mark + TALKS.encode(encoding))
    assert load(str(file)).text == TALKS


def test_a_mark_before_utf_8_counts_as_a_character_as_it_does_for_others(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(codecs.BOM_UTF8 + TALKS.encode())
    assert load(str(file)).text == file.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n....", "picture (PNG)"),
        (b"talks\x00talks", "binary file"),
        (b"\xff\xfeab\x00\xd8c\x00", "UTF-16"),
        (b"\xff\xfea", "UTF-16"),
        (bytes(range(128, 256)) * 3, "not UTF-8"),
    ],
)
def test_bad_content_is_named_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(content)
    message = refusal(str(file))
    assert message.startswith(f"{file}: ")
    assert reason in message
    assert "\n" not in message


def test_a_file_too_large_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    assert refusal(str(file)) == f"{file}: is 50 MB; the limit is {megabytes(MAX_BYTES)}"


def test_an_endless_stream_stops_at_the_limit() -> None:
    with Path("/dev/zero").open("rb") as endless, pytest.raises(SourceError, match="larger than"):
        load("-", stdin=endless)


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    """To open a pipe into which nobody writes would wait for ever."""
    for name in ("talks.txt", "talks.jsonl"):
        os.mkfifo(tmp_path / name)
    told = "is a pipe or a device, not a file; - takes what is piped in"
    assert refusal("/dev/zero") == f"/dev/zero: {told}"
    assert refusal(str(tmp_path / "talks.txt")) == f"{tmp_path / 'talks.txt'}: {told}"
    with pytest.raises(SourceError, match="not a file"):
        list(records_in(str(tmp_path / "talks.jsonl")))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "none.txt")) == f"{tmp_path / 'none.txt'}: there is no such file"
    assert refusal(str(tmp_path)) == f"{tmp_path}: is a folder, not a file"


def test_a_name_no_system_allows() -> None:
    assert "cannot be read" in refusal("a\x00b")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "mine.txt").touch()
    monkeypatch.setattr(Path, "open", denied)
    assert (
        refusal(str(tmp_path / "mine.txt")) == f"{tmp_path / 'mine.txt'}: may not be read (permission denied)"
    )


@given(st.text())
def test_whatever_is_written_as_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode(), "here") == text


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_in_one_line(data: bytes) -> None:
    try:
        decode(data, "here")
    except SourceError as error:
        assert str(error).startswith("here: is not UTF-")


def test_an_empty_name_is_no_file() -> None:
    assert "an empty name" in refusal("")
