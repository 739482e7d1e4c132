"""Golden files, and the eyes of another program."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden():
    """Compare bytes with a kept file. After a wanted change, delete the file: the next run writes it and fails."""

    def compare(name, data):
        path = GOLDEN / name
        if not path.exists():
            path.write_bytes(data)
            pytest.fail(f"{path} was missing and is written: look at it, and run again.")
        assert data.decode() == path.read_bytes().decode()
        assert data == path.read_bytes()

    return compare


@pytest.fixture
def pandoc_text():
    """The words that pandoc reads in a document, or in each of its blocks of one kind.

    Where it is not installed, those of a CommonMark parser.
    """

    def words(document, dialect, kind=None):
        if not shutil.which("pandoc"):
            return plain_words(MarkdownIt("commonmark").parse(document.decode()), kind)
        command = ["pandoc", "-f", dialect, "-t", "json"]
        done = subprocess.run(command, input=document, capture_output=True, check=True)
        blocks = json.loads(done.stdout)["blocks"]
        if kind is None:
            return pandoc_words(blocks)
        return [" ".join(pandoc_words(block["c"]).split()) for block in blocks if block["t"] == kind]

    return words


@pytest.fixture
def pandoc_title():
    """The title that pandoc reads in a document's front matter, or without it a JSON and a CommonMark parser."""

    def title(document):
        if not shutil.which("pandoc"):
            line = document.decode().split("\n")[1].removeprefix("title: ")
            return plain_words(MarkdownIt("commonmark").parse(json.loads(line)), None)
        command = ["pandoc", "-f", "markdown-smart", "-t", "json"]
        done = subprocess.run(command, input=document, capture_output=True, check=True)
        return pandoc_words(json.loads(done.stdout)["meta"]["title"])

    return title


def plain_words(tokens, kind):
    """The text of all inline tokens, or of those in block quotes."""
    texts = [
        "".join(child.content for child in token.children)
        for token in tokens
        if token.type == "inline" and (kind is None or token.level > 1)
    ]
    return "".join(texts) if kind is None else texts


def pandoc_words(node):
    """All text in a part of pandoc's document, in order."""
    if isinstance(node, list):
        return "".join(map(pandoc_words, node))
    if not isinstance(node, dict):
        return ""
    if node["t"] == "Str":
        return node["c"]
    return " " if node["t"] in ("Space", "SoftBreak") else pandoc_words(node.get("c"))
