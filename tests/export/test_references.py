"""BibTeX and CSL-JSON: a strict parser of our own reads every file, and pandoc where it is there."""

import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.export import FORMATS
from store.export.bibtex import MACROS, MONTHS, tex
from store.export.references import citation_key, references
from store.harmless import one_line
from tests.export.export_samples import ROWS, row_with

HOSTILE = st.text(alphabet="\\{}#$%&_~^<>|\"'`,-?! @=\n\tab", max_size=15) | st.text(max_size=20)
NAMED = {
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    **{macro: sign for sign, macro in MACROS.items()},
}


def bibtex_entries(text):
    """Read BibTeX strictly: braces counted as BibTeX does, fields separated by commas, nothing between entries."""
    at, entries = 0, []
    while at < len(text):
        head = re.compile(r"@([a-z]+)\{([a-z0-9-]+),\n").match(text, at)
        assert head, text[at : at + 40]
        at, fields = head.end(), {"type": head[1], "key": head[2]}
        while not text.startswith("}\n\n", at):
            name = re.compile(r"  ([a-z0-9]+) = ").match(text, at)
            assert name, text[at : at + 40]
            fields[name[1]], at = value(text, name.end())
            assert text.startswith(",\n", at)
            at += 2
        at += 3
        entries.append(fields)
    return entries


def value(text, at):
    """Return the value at an offset and the offset behind it."""
    if text[at] != "{":
        word = re.compile("[a-z]+").match(text, at)
        assert word[0] in MONTHS
        return word[0], word.end()
    depth, start = 1, at + 1
    while depth:
        at += 1
        depth += (text[at] == "{") - (text[at] == "}")
    return text[start:at], at + 1


def printed(latex):
    """What LaTeX prints: macros resolved, empty groups and grouping braces gone."""
    macro = "|".join(re.escape(known) for known in sorted(NAMED, key=len, reverse=True))
    return re.sub(f"({macro})|[{{}}]", lambda found: NAMED.get(found[1], ""), latex)


@given(HOSTILE)
@example("{")
@example("}{")
@example("?` and !`")
@example("a{b}c --- ``x''")
def test_latex_prints_what_was_said(text):
    assert printed(tex(text)) == one_line(text)
    assert not re.search(r"--|''|``|,,|[?!]`", tex(text))


@given(HOSTILE)
def test_bibtex_of_foreign_text_parses_and_reads_back(text):
    row = row_with(text, tags=(text,))
    row = replace(
        row, source_label=replace(row.source_label, title=text, author=text, publisher=text, published=text)
    )
    (entry,) = bibtex_entries(FORMATS["bibtex"].write([row]).decode())
    assert printed(entry.get("author", "")) == one_line(text)
    assert f"“{one_line(text)}”" in printed(entry["annote"])
    assert printed(entry["title"]) == (one_line(text) or row.meeting.title)


def test_an_entry_a_source_with_its_day_of_access_hash_and_quotes():
    first, second = bibtex_entries(FORMATS["bibtex"].write(ROWS).decode())
    assert (first["type"], first["date"], first["month"], first["urldate"]) == (
        "online",
        "2024-05-03",
        "may",
        "2024-05-06",
    )
    assert first["url"] == ROWS[0].source_label.url
    assert first["sha256"] == ROWS[0].source_label.sha256
    assert first["annote"].count("characters ") == 4
    assert "urldate" not in second
    assert "characters 49–101" in second["annote"]


def test_keys_stay_the_same_and_differ():
    keys = [reference.key for reference in references(ROWS)]
    assert keys == ["ministry-for-foreign-affairs2024-d58cf8", "jordan-example-ef46f4"]
    assert [reference.key for reference in references(ROWS[::-1])] == keys[::-1]
    chinese = replace(ROWS[0].source_label, publisher="新华社", url=None)
    assert citation_key(chinese) == "source2024-d58cf8"
    twin = replace(ROWS[0].source_label, id=9, sha256="d58cf8" + "0" * 58)
    assert (
        len({reference.key for reference in references([ROWS[0], replace(ROWS[0], source_label=twin)])}) == 2
    )


@given(HOSTILE)
@settings(max_examples=50)
def test_csl_json_holds_foreign_text_as_it_is(text):
    data = FORMATS["csl-json"].write([row_with(text)])
    (item,) = json.loads(data)
    assert item["custom"]["quotes"][0]["text"] == text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", data.decode())


def test_csl_json_says_what_a_citation_needs():
    first, second = json.loads(FORMATS["csl-json"].write(ROWS))
    assert (first["type"], first["container-title"]) == ("webpage", "Ministry for Foreign Affairs")
    assert first["issued"] == {"date-parts": [[2024, 5, 3]]}
    assert first["accessed"] == {"date-parts": [[2024, 5, 6]]}
    assert first["custom"]["quotes"][0]["start"] == 161
    assert "issued" not in second


@pytest.fixture
def read_by_pandoc():
    """The items pandoc reads from a bibliography; where it is not installed, the same by our own parser."""

    def items(name, data):
        if shutil.which("pandoc"):
            command = ["pandoc", "-f", {"bibtex": "biblatex", "csl-json": "csljson"}[name], "-t", "csljson"]
            return json.loads(subprocess.run(command, input=data, capture_output=True, check=True).stdout)
        if name == "csl-json":
            return json.loads(data)
        return [
            {
                "title": printed(entry["title"]),
                "URL": entry["url"],
                "id": entry["key"],
                "annote": printed(entry["annote"]),
            }
            for entry in bibtex_entries(data.decode())
        ]

    return items


@pytest.mark.parametrize("name", ["bibtex", "csl-json"])
def test_another_program_reads_the_bibliography(name, read_by_pandoc):
    words = "100% of {the} rail_lines & $5 ~ ^ # <b> | \\x"
    first, second = read_by_pandoc(name, FORMATS[name].write([row_with(words), ROWS[4]]))
    assert first["title"] == "Talks on grain & rail_lines"
    assert first["URL"] == "https://example.org/news/talks?id=7&lang=en"
    assert [first["id"], second["id"]] == [reference.key for reference in references([ROWS[0], ROWS[4]])]
    assert name != "bibtex" or words in first["annote"]


def test_a_citation_processor_cites_the_sources(tmp_path):
    path = tmp_path / "sources.json"
    path.write_bytes(FORMATS["csl-json"].write(ROWS))
    cited = path.read_text()
    if shutil.which("pandoc"):
        command = ["pandoc", "--citeproc", "--bibliography", str(path), "--wrap=none", "-t", "plain"]
        done = subprocess.run(command, input=b'---\nnocite: "@*"\n---\n', capture_output=True, check=True)
        cited = done.stdout.decode()
        assert "Press Office. 2024." in cited
    assert "https://example.org/news/talks?id=7&lang=en" in cited
    assert "https://jordan.example/a(b)" in cited
