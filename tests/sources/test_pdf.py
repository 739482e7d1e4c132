"""PDF files, as programs write them and as nobody should."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from store.errors import SourceError
from tests.sources.conftest import TALKS


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
