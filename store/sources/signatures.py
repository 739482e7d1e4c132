"""Kinds of file that hold no text to read, known by their first bytes.

Signatures from the formats' own specifications, as the file(1) database lists them.
"""

from __future__ import annotations

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (save it as DOCX first)"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound file (Ogg)"),
)


def kind_of(data: bytes) -> str | None:
    """Return what ``data`` is when it is no text: the name of its format, ``"a binary file"``, or ``None`` for text.

    A NUL byte tells binary, except after the byte order mark of UTF-16 or UTF-32.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None
    return "a binary file" if b"\x00" in data else None
