"""Mail (.eml) and pages saved as one file (.mht) to a Source: the letter's text, its subject, sender and day."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from store.errors import SourceError
from store.model import Source
from store.sources.page import from_page
from store.sources.raw import Raw
from store.sources.text import clean

_SIGNATURE = re.compile(r"^-- $.*\Z", re.M | re.S)  # RFC 3676, 4.3
_WEB = re.compile(r"https?://\S+")


def from_mail(raw: Raw) -> Source:
    """Read a mail's plain text, or else its page. Attachments are left where they are."""
    message = BytesParser(policy=policy.default).parsebytes(raw.data)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    if part is None:
        raise SourceError(f"{raw.where}: is a mail without text")
    location = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    address = location if location and _WEB.fullmatch(location) else raw.url
    if part.get_content_type() == "text/html":
        payload = part.get_payload(decode=True)
        inner = payload if isinstance(payload, bytes) else b""
        source = from_page(replace(raw, data=inner, charset=part.get_content_charset(), url=address))
    else:
        source = Source.of(_plain(part, raw.where), url=address, retrieved=raw.retrieved)
    name, sender = parseaddr(_header(message, "From") or "")
    return replace(
        source,
        title=_header(message, "Subject") or source.title,
        publisher=source.publisher or clean(name) or clean(sender),
        published=source.published or _day(_header(message, "Date")),
    )


def _plain(part: MIMEPart, where: str) -> str:
    """Return the text of a plain part: lines that were only broken to be sent are joined, the signature cut off."""
    written = part.get_content()
    assert isinstance(written, str)
    text = _SIGNATURE.sub("", written.replace("\r\n", "\n"))
    if part.get_param("format") == "flowed":
        text = re.sub(r" \n(?=\S)", " ", text)
    text = text.encode("utf-8", "replace").decode().strip()
    if not text:
        raise SourceError(f"{where}: is a mail without text")
    return text + "\n"


def _header(message: MIMEPart, name: str) -> str | None:
    try:
        return clean(str(message[name] or ""))
    except (
        ValueError,
        IndexError,
        AttributeError,
    ):  # headers that the parser of the standard library stumbles over
        return None


def _day(written: str | None) -> str | None:
    try:
        return parsedate_to_datetime(written or "").date().isoformat()
    except ValueError:
        return None
