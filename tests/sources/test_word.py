"""Word files, as programs write them and as nobody should."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml

from store.errors import SourceError
from tests.sources.conftest import TALKS

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_word_file_of_python_docx(read) -> None:
    document = Document()
    document.core_properties.title = "Talks in Oslo"
    document.core_properties.language = "en-GB"
    document.add_heading("Talks", 1)
    paragraph = document.add_paragraph("She said: “We ")
    paragraph.add_run("agree").bold = True
    paragraph.add_run(".”")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Place", "Oslo"
    document.add_paragraph("Last.")
    target = io.BytesIO()
    document.save(target)
    source = read(target.getvalue(), "a.docx")
    assert source.text == "Talks\n\nShe said: “We agree.”\n\nPlace\tOslo\n\nLast."
    assert (source.title, source.language) == ("Talks in Oslo", "en")


def test_word_file_reads_with_its_changes_accepted(read) -> None:
    document = Document()
    for piece in (
        f"<w:r {W}><w:t xml:space='preserve'>The sides agreed </w:t></w:r>",
        f"<w:ins {W} w:id='1' w:author='a'><w:r><w:t>at last</w:t></w:r></w:ins>",
        f"<w:del {W} w:id='2' w:author='a'><w:r><w:delText>never</w:delText></w:r></w:del>",
    ):
        paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
        paragraph._p.append(parse_xml(piece))
    target = io.BytesIO()
    document.save(target)
    assert read(target.getvalue(), "a.docx").text == "The sides agreed at last"


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return target.getvalue()


def test_a_zip_bomb_is_refused_unopened(refusal) -> None:
    bomb = packed(**{"word/document.xml": b"\0" * 101_000_000})
    assert len(bomb) < 200_000
    assert refusal(bomb, "a.docx") == "unpacks to 101 MB; the limit is 100 MB"


def test_xml_entities_are_not_expanded(read, refusal) -> None:
    target = io.BytesIO()
    document = Document()
    document.add_paragraph(TALKS)
    document.save(target)
    lines = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    entities = f"<!DOCTYPE d [<!ENTITY a0 'ha'>{lines}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    changed = io.BytesIO()
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                text = data.decode().replace("Oslo", "&a9;&f;")
                data = text.replace("?>", f"?>{entities}", 1).encode()
            new.writestr(part, data)
    try:
        text = read(changed.getvalue(), "a.docx").text
    except SourceError as error:
        text = str(error)
    assert "haha" not in text
    assert "root:" not in text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and then nothing", "is a damaged ZIP or Word file"),
        (packed(a=b"hello"), "is a ZIP archive, but not a Word file"),
        (packed(word__document=b"<a/>"), "is a damaged Word file"),
    ],
)
def test_damaged_word_files(refusal, data: bytes, reason: str) -> None:
    assert refusal(data, "a.docx").startswith(reason)
