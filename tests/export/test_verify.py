"""Verify: an export that nobody touched is verified; every change of a word is seen, and nothing is re-attached."""

import csv
import io
import json
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import ExportError
from store.export import FORMATS, Options, row_of, rows
from store.export.claims import Claim, claims
from store.export.difference import difference
from store.export.evidence import Place
from store.export.templates import TEMPLATES
from store.export.verify import verify
from store.model import Meeting, Quote, Source, SourceLabel
from tests.export.export_samples import (
    CALL_TEXT,
    FOUND,
    QUOTES,
    ROWS,
    TALKS_SOURCE,
    TALKS_TEXT,
    FakeShelf,
    row_with,
)

TEXTS = {Source.of(text).sha256: text for text in (TALKS_TEXT, CALL_TEXT)}
CHECKED = ["markdown", "csv", "csv-excel", "csl-json", "html"]


def text_of(digest):
    return next((text for full, text in TEXTS.items() if full.startswith(digest)), None)


def outcomes(name, data, others=()):
    return [verify(claim, text_of, others).outcome for claim in claims(name, data)]


def exported(name, options=None):
    form = FORMATS[name]
    return f"quotes{form.suffix}", form.write(ROWS, options)


@pytest.mark.parametrize("name", CHECKED)
def test_an_untouched_export_is_verified(name):
    assert outcomes(*exported(name)) == ["verified"] * len(ROWS)


@pytest.mark.parametrize("group", ["meeting", "official", "topic", "date"])
def test_every_arrangement_of_markdown_is_verified(group):
    data = FORMATS["markdown"].write(
        rows(FakeShelf(), FOUND, context=5), Options(group=group, front_matter=True)
    )
    assert set(outcomes("a.md", data)) == {"verified"}


@pytest.mark.parametrize("name", sorted({"block", "list", "prose"} & set(TEMPLATES)))
def test_the_built_in_templates_are_verified(name):
    assert outcomes(*exported("markdown", Options(template=TEMPLATES[name]))) == ["verified"] * len(ROWS)


@pytest.mark.parametrize("name", CHECKED)
def test_a_changed_word_is_drifted_and_shown(name):
    file, data = exported(name)
    (verdict,) = [
        verdict
        for claim in claims(file, data.replace(b"keep our", b"break our"))
        if (verdict := verify(claim, text_of)).outcome != "verified"
    ]
    assert verdict.outcome == "drifted"
    assert verdict.difference == "We will [-keep-] {+break+} our word."
    assert verdict.claim.id == "12.2"


@pytest.mark.parametrize("name", CHECKED)
def test_an_added_refusal_is_no_quote_of_its_source(name):
    file, data = exported(name)
    assert outcomes(file, data.replace(b"to meet again", b"not to meet again")).count("drifted") == 1


@pytest.mark.parametrize("name", CHECKED)
def test_a_source_that_is_not_there_is_missing(name):
    file, data = exported(name)
    other = Source.of("another").sha256
    changed = data.replace(TALKS_SOURCE.sha256.encode(), other.encode())
    assert outcomes(file, changed).count("missing") == 4
    assert outcomes(file, changed, [TALKS_TEXT]).count("drifted") == 4


def test_whole_meetings_carry_their_own_copy():
    source = {"text": TALKS_TEXT, "sha256": TALKS_SOURCE.sha256}
    quotes = [{"source": 0, "start": quote.start, "end": quote.end} for quote in QUOTES[:4]]
    record = {"meeting": {}, "sources": [source], "quotes": quotes}
    assert outcomes("a.jsonl", json.dumps(record).encode()) == ["verified"] * 4
    source["text"] = TALKS_TEXT.replace("keep", "lose")
    assert outcomes("a.jsonl", json.dumps(record).encode()) == ["verified", "drifted", "verified", "verified"]
    quotes[0]["source"] = 7
    assert outcomes("a.jsonl", json.dumps(record).encode())[0] == "missing"


def test_the_output_of_quotes_is_checked_too():
    lines = [
        {
            "id": quote.id,
            "text": quote.text,
            "source": {"start": quote.start, "end": quote.end, "sha256": row.source_label.sha256},
        }
        for quote, row in zip(QUOTES, ROWS, strict=True)
    ]
    data = "\n".join(map(json.dumps, lines)).encode()
    assert outcomes("quotes.json", data) == ["verified"] * 5
    assert [claim.id for claim in claims("piped", data)] == [quote.id for quote in QUOTES]


# What people and programs do to a Markdown file without changing a word of a quote.


def edited(text):
    return text.encode()


DOCUMENT = FORMATS["markdown"].write(ROWS).decode()
LOOK = {
    "comments removed": "\n".join(line.split(" <!--")[0] for line in DOCUMENT.splitlines()),
    "words of the note removed": DOCUMENT.replace("characters", "chars"),
    "wrapped anew": DOCUMENT.replace("line should", "line\n> should").replace("our word", "our\nword"),
    "emphasis": DOCUMENT.replace("rail line should", "**rail line** *should*").replace("keep", "==keep=="),
    "curly": DOCUMENT.replace('"slow but steady"', "“slow but steady”"),
    "renamed": DOCUMENT.replace("[^q12-", "[^note").replace("[^q3-1]", "[^last]"),
    "moved": "Text of my own.[^9]\n\n[^9]: A note of my own.\n\n" + "\n\n".join(DOCUMENT.split("\n\n")[::-1]),
    "as a list": DOCUMENT.replace("\n> ", "\n- "),
    "in a sentence": DOCUMENT.replace(
        "> We will keep our word.", "She had “doubts”, then said, “We will keep our word.”"
    ),
    "behind a colon": DOCUMENT.replace("> We will", "Her words: We will"),
    "in marks": DOCUMENT.replace("> We will keep our word.", "> “We will keep our word.”"),
    "Windows": DOCUMENT.replace("\n", "\r\n"),
    "another note of that name": DOCUMENT + f"\n[^q12-2]: characters 1–2, sha256 {TALKS_SOURCE.sha256}\n",
    "a second reference": DOCUMENT + "\n“We will keep our word.”[^q12-2]\n",
}


@pytest.mark.parametrize("edit", LOOK)
def test_an_edit_that_changes_no_word_stays_verified(edit):
    seen = outcomes("a.md", edited(LOOK[edit]))
    assert set(seen) == {"verified"}
    assert len(seen) == len(ROWS) + (edit == "a second reference")


WRONG = {
    "an opinion in the block": (DOCUMENT.replace("> We will", "> Not true: We will"), "drifted"),
    "a denial in the block": (
        DOCUMENT.replace("> We will keep our word.", "> No “We will keep our word.”"),
        "drifted",
    ),
    "a word before": (DOCUMENT.replace("> We will", "> Today we will"), "drifted"),
    "a word after": (DOCUMENT.replace("our word.[", "our word. Maybe.["), "drifted"),
    "a word left out": (DOCUMENT.replace("the new rail", "the rail"), "drifted"),
    "a full stop": (DOCUMENT.replace("in Amman[", "in Amman.["), "drifted"),
    "marks of another": (DOCUMENT.replace("> We will keep", "He never said “We will” nor keep"), "drifted"),
    "another's note": (
        DOCUMENT.replace("We will keep our word.[^q12-2]", "We will keep our word.[^q12-4]"),
        "drifted",
    ),
    "note deleted": (
        "\n".join(line for line in DOCUMENT.splitlines() if not line.startswith("[^q12-2]")),
        "missing",
    ),
    "note rewritten": (
        DOCUMENT.replace("characters 218–240, sha256", "").replace("quote=12.2", ""),
        "missing",
    ),
    "place beyond": (DOCUMENT.replace("span=218-240", "span=218-99999"), "missing"),
    "place shifted": (DOCUMENT.replace("span=218-240", "span=217-240"), "drifted"),
}


@pytest.mark.parametrize("edit", WRONG)
def test_an_edit_that_changes_words_or_proof_is_seen(edit):
    text, outcome = WRONG[edit]
    assert sorted(outcomes("a.md", edited(text))) == sorted([outcome] + ["verified"] * 4)


def test_words_that_stand_elsewhere_are_said_to_but_not_verified():
    place = Place(TALKS_SOURCE.sha256, 0, 5)
    verdict = verify(Claim(("We will keep our word.",), place), text_of)
    assert verdict.outcome == "drifted"
    assert "characters 218–240" in verdict.reason


def test_a_source_altered_behind_its_hash_is_no_proof():
    claim = Claim(("We will keep our word.",), Place(TALKS_SOURCE.sha256, 218, 240))
    assert verify(claim, lambda digest: TALKS_TEXT + " ").outcome == "missing"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_saved_again_by_a_spreadsheet(separator):
    table = list(csv.reader(io.StringIO(exported("csv")[1].decode(), newline="")))
    again = io.StringIO()
    csv.writer(again, delimiter=separator).writerows(
        [*([row[5:] + row[:5] for row in table]), [""] * len(table[0])]
    )
    assert outcomes("a.csv", again.getvalue().encode("cp1252")) == ["verified"] * 5


@pytest.mark.parametrize("dialect", ["markdown", "gfm", "commonmark_x", "html"])
def test_what_pandoc_makes_of_an_export_is_verified(dialect):
    data = exported("markdown")[1]
    if shutil.which("pandoc"):
        command = ["pandoc", "-f", "markdown", "-t", "markdown" if dialect == "html" else dialect]
        data = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    assert outcomes("a.md", data) == ["verified"] * 5


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=30), st.text(max_size=30), st.sampled_from(CHECKED))
def test_whatever_a_source_holds_its_quote_is_verified_in_every_format(words, around, name):
    text = f"{around}{words}{around}"
    source = Source.of(text)
    label = SourceLabel(1, source.sha256, url="https://a.example/b")
    quote = Quote(7, 1, 1, len(around), len(around) + len(words), words, "A. B.", "indirect", "said")
    row = row_of(Meeting("Talks", id=7, sources=(label,)), quote)
    form = FORMATS[name]
    verdicts = [verify(claim, lambda digest: text) for claim in claims(f"a{form.suffix}", form.write([row]))]
    assert [verdict.outcome for verdict in verdicts] == ["verified"]


@settings(max_examples=60)
@given(st.text(max_size=60), st.sampled_from(["a.md", "a.csv", "a.json", "a.jsonl", "a.html", "a"]))
def test_any_file_is_read_or_refused_in_one_sentence(text, name):
    try:
        claims(name, text.encode("utf-8", "surrogatepass"))
    except ExportError as error:
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.md", b"\0\1", "not a text"),
        ("a.md", b"\x81\xff", "neither UTF-8"),
        ("a.csv", b"a,b\n1,2\n", "sha256"),
        ("a.json", b'{"a": 1}\n{', "line 2"),
        ("a.json", b"[1]", "no object"),
        ("a.json", b"[" * 100_000, "line 1"),
    ],
)
def test_a_file_that_is_no_export_says_why(name, data, told):
    with pytest.raises(ExportError, match=told):
        claims(name, data)


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("a b c", "a b c", "a b c"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        (
            "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6",
            "1 2 3 4 5 6 7 8 9 y 1 2 3 4 5 6",
            "… 6 7 8 9 [-x-] {+y+} 1 2 3 4 …",
        ),
    ],
)
def test_differences_are_shown_word_by_word(was, now, shown):
    assert difference(was, now) == shown


def test_a_huge_difference_is_cut_short():
    assert difference("a " * 5_000, "b " * 5_000).endswith(" …")


def test_a_token_proves_one_quote_of_a_page_only():
    file, data = exported("html")
    added = data.replace(b"</body>", b"<blockquote>to meet again in Amman</blockquote></body>")
    assert outcomes(file, added) == ["verified"] * 5 + ["missing"]


def test_a_quote_without_proof_is_missing():
    row = replace(row_with("words"), source_label=SourceLabel(1, ""))
    for name in CHECKED:
        form = FORMATS[name]
        assert outcomes(f"a{form.suffix}", form.write([row])) == ["missing"]
