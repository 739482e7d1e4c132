"""PDF, Word, mail and Markdown, as real programs write them and as nobody should."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from store.errors import SourceError
from store.model import Source
from store.sources import Loader
from store.sources.raw import Raw

DOCUMENTS = Path(__file__).parent / "documents"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TALKS = "The ministers of both countries met in Oslo on Monday and spoke about fish."


@pytest.fixture(scope="module")
def loader() -> Iterator[Loader]:
    with Loader() as loader:
        yield loader


@pytest.fixture
def read(loader: Loader):
    def read(data: bytes, where: str) -> Source:
        made = loader.read(Raw(where, data))
        assert isinstance(made, Source)
        return made

    return read


@pytest.fixture
def refusal(read):
    def refusal(data: bytes, where: str) -> str:
        with pytest.raises(SourceError) as caught:
            read(data, where)
        message = str(caught.value)
        assert message.startswith(f"{where}: ")
        assert "\n" not in message
        return message.removeprefix(f"{where}: ")

    return refusal


@pytest.mark.parametrize(
    "name", ["libreoffice.pdf", "chromium.pdf", "chromium_columns.pdf", "libreoffice.docx"]
)
def test_one_text_whatever_wrote_it(read, name: str) -> None:
    source = read((DOCUMENTS / name).read_bytes(), name)
    paragraphs = source.text.split("\n\n")
    assert source.title == paragraphs[0] == "Minister Ruhl receives Minister Diallo"
    assert paragraphs[1].startswith(
        "On 4 June 2024, Minister for Foreign Affairs Tomas Ruhl received in Haldenberg"
    )
    assert paragraphs[3] == (
        "“We have never regarded this commitment as an act of charity,” he said. “It is an investment in a"
        " neighbourhood that we share.”"
    )
    assert paragraphs.count(paragraphs[3]) == 2
    # A sentence over the end of a page, the running head and foot gone, a broken line mended, a ligature spelled out.
    assert (
        "Minister Ruhl reiterated his country’s candidature for the Council and thanked Sabara" in source.text
    )
    assert not any(word in source.text for word in ("112/2024", "Page ", "file://", "11/23/26"))
    assert "intergovernmental commission on fisheries" in source.text


def printed(pages: list[list[str]], *, head: str = "", size: int = 11) -> bytes:
    """Print lines from the top, one page after another; an empty line leaves a gap."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A5)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Times-Roman", size)
        if head:
            canvas.drawString(40, 570, f"{head} {number}")
            canvas.drawString(200, 20, f"- {number} -")
        for row, line in enumerate(lines):
            canvas.drawString(40, 540 - row * size * 1.2, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_hyphens_at_the_end_of_lines(read) -> None:
    lines = [
        "The ministers welcomed the long-standing coop-",
        "eration of both navies and praised the long-",
        "standing ties, the Franco-",
        "German brigade and the inter-",
        "parliamentary and non-",
        "binding agreements on cooperation.",
    ]
    assert read(printed([lines]), "a.pdf").text == (
        "The ministers welcomed the long-standing cooperation of both navies and praised the long-standing ties,"
        " the Franco-German brigade and the inter-parliamentary and non-binding agreements on cooperation."
    )


def test_a_paragraph_goes_on_over_the_page(read) -> None:
    pages = [["The first page ends with ministers who"], ["agreed on everything.", "", "They left at noon."]]
    text = read(printed(pages, head="Press release"), "a.pdf").text
    assert text == "The first page ends with ministers who agreed on everything.\n\nThey left at noon."


def test_encrypted(refusal) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(printed([[TALKS]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    assert refusal(target.getvalue(), "a.pdf").startswith("is encrypted")


def test_encrypted_for_nobody_is_read(read) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(printed([[TALKS]]))))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    assert read(target.getvalue(), "a.pdf").text == TALKS


def test_a_scan(refusal) -> None:
    assert refusal(printed([[], []]), "a.pdf").startswith("has no text in it; a scan")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\nnot a pdf at all\n%%EOF", printed([[TALKS]])[:700]]
)
def test_damaged_pdf(refusal, data: bytes) -> None:
    assert "damaged" in refusal(data, "a.pdf")


def test_a_page_called_pdf_is_named_for_what_it_is(refusal) -> None:
    assert "damaged" in refusal(b"<html><body>404</body></html>", "a.pdf")


def test_a_pdf_of_very_many_objects(read, refusal) -> None:
    objects = b"".join(b"%d 0 obj\n<<>>\nendobj\n" % number for number in range(5, 50_000))
    try:
        assert TALKS in read(printed([[TALKS]]) + objects, "a.pdf").text
    except SourceError as error:
        assert str(error).startswith("a.pdf: ")


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


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    fields = {"Subject": "Readout: Talks in Oslo", "From": "Press Office <press@ministry.example>"}
    for name, value in {**fields, "Date": "Tue, 21 Nov 2023 10:00:00 +0000", **headers}.items():
        message[name] = value
    return message


def test_mail(read) -> None:
    message = letter()
    message.set_content(f"{TALKS}\n\nShe said: “We agree.”\n\n-- \nPress Office\nTel. 555\n")
    message.add_alternative("<p>Another form of it</p>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    source = read(message.as_bytes(), "a.eml")
    assert source.text == f"{TALKS}\n\nShe said: “We agree.”\n"
    assert (source.title, source.publisher, source.published) == (
        "Readout: Talks in Oslo",
        "Press Office",
        "2023-11-21",
    )


def test_mail_that_is_only_a_page(read) -> None:
    message = letter()
    message.set_content(
        f"<html><body><article><p>{TALKS}</p><p>{TALKS[::-1]}</p></article></body></html>", subtype="html"
    )
    assert read(message.as_bytes(), "a.eml").text.startswith(TALKS)


def test_a_page_saved_as_one_file(read) -> None:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://ministry.example/talks"
    message["Subject"] = "Talks in Oslo"
    page = f"<html lang='en'><body><article><p>{TALKS}</p><p>They left at noon.</p></article></body></html>"
    message.attach(MIMEText(page, "html", "utf-8"))
    source = read(message.as_bytes(), "a.mhtml")
    assert (source.title, source.url, source.language) == (
        "Talks in Oslo",
        "https://ministry.example/talks",
        "en",
    )
    assert source.text == f"{TALKS}\n\nThey left at noon."


def test_mail_broken_to_be_sent_is_mended(read) -> None:
    body = "The ministers met in \nOslo.\n\nThey left.\n"
    data = (
        b"Subject: Talks\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        + body.encode()
    )
    assert read(data, "a.eml").text == "The ministers met in Oslo.\n\nThey left.\n"


def test_mail_without_text(refusal) -> None:
    message = letter()
    message.set_content("\n")
    assert refusal(message.as_bytes(), "a.eml") == "is a mail without text"


def test_mail_nested_a_thousand_times_is_one_sentence(refusal) -> None:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_000))
    assert refusal(b"MIME-Version: 1.0\n" + head + b"\nhello", "a.eml")


def test_markdown_reads_as_it_looks(read) -> None:
    written = (
        "---\ntitle: 'Talks in Oslo'\ndate: 2023-11-21T10:00:00\nsource: https://ministry.example/a\n---\n"
        "# Talks in Oslo\n\nThe **ministers** met\nin [Oslo](https://example.org/oslo), ![](a.png)they said.\n\n"
        "> “We *agree*.”\n\n- fish\n- grain\n"
    )
    source = read(written.encode(), "a.md")
    assert (
        source.text
        == "Talks in Oslo\n\nThe ministers met in Oslo, they said.\n\n“We agree.”\n\nfish\n\ngrain"
    )
    assert (source.title, source.published, source.url) == (
        "Talks in Oslo",
        "2023-11-21",
        "https://ministry.example/a",
    )


def test_markdown_with_a_header_block(read) -> None:
    source = read(b"Title: Talks\nPublisher: Ministry\n\n# Talks in Oslo\n\nThey *met*.\n", "a.md")
    assert (source.title, source.publisher, source.text) == (
        "Talks",
        "Ministry",
        "Talks in Oslo\n\nThey met.",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From Oslo the ministers flew to Bergen.", "text"),
        ("Received: wisdom is not always wise, the minister said.", "talks.txt"),
        ("PK was how the minister signed.", "text"),
        ("%PDF is not how a text begins, he said.", "text"),
    ],
)
def test_texts_that_look_like_something_else(read, text: str, name: str) -> None:
    assert read(text.encode(), name).text == text


def test_mail_without_a_name_is_known_by_its_head(read) -> None:
    message = letter()
    message.set_content(f"{TALKS}\n")
    data = b"Received: from mail.example by host; Tue, 21 Nov 2023 10:00:00 +0000\n" + message.as_bytes()
    assert read(data, "standard input").text == f"{TALKS}\n"


def test_a_plain_text_in_the_encoding_its_server_declares(loader: Loader) -> None:
    made = loader.read(Raw("a", "שר החוץ".encode("cp1255"), media_type="text/plain", charset="windows-1255"))
    assert isinstance(made, Source)
    assert made.text == "שר החוץ"


def test_a_document_that_needs_too_much_memory_is_one_sentence_and_the_next_is_read(read, refusal) -> None:
    hostile = b"Subject: " + b"=?utf-8?q?=41?= " * 60_000 + b"\n\nhello"
    assert refusal(hostile, "a.eml") == "needs too much memory to be read"
    assert read(TALKS.encode(), "a.md").text == TALKS


def test_what_is_called_text_is_read_as_text_whatever_it_looks_like(read) -> None:
    page = "<html><body>hello</body></html>"
    assert read(page.encode(), "a.txt").text == page
