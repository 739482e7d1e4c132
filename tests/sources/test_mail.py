"""Mails, and pages saved as one."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from tests.sources.conftest import TALKS


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


def test_mail_without_a_name_is_known_by_its_head(read) -> None:
    message = letter()
    message.set_content(f"{TALKS}\n")
    data = b"Received: from mail.example by host; Tue, 21 Nov 2023 10:00:00 +0000\n" + message.as_bytes()
    assert read(data, "standard input").text == f"{TALKS}\n"
