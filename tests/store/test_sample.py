import re

import pytest

from store.sample import sample_folder, sample_sources

QUOTATION_MARKS = re.compile('["“”„«»]')
KEYS = {"Title", "Publisher", "URL", "Published", "Note"}
OWN_WORDS = "Summary written for diplo-tui in its own words."

with sample_folder() as folder:
    TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}


def parts(text: str) -> tuple[dict[str, str], str]:
    head, body = text.split("\n\n", 1)
    return dict(line.split(": ", 1) for line in head.splitlines()), body


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_names_where_it_comes_from(name: str):
    head, body = parts(TEXTS[name])
    assert set(head) <= KEYS
    assert head["Title"] and head["Publisher"].startswith("Summary after ")
    assert head["URL"].startswith(("https://", "http://"))
    assert head["Note"].startswith(OWN_WORDS)
    assert re.fullmatch(r"20(19|2[0-4])-\d\d-\d\d", head.get("Published", name[:10]))
    assert head.get("Published", name[:10]) >= name[:10], "published before the meeting"
    assert 80 <= len(body.split()) <= 220


@pytest.mark.parametrize("name", TEXTS)
def test_nobodys_words_are_put_in_quotation_marks(name: str):
    assert not QUOTATION_MARKS.search(parts(TEXTS[name])[1])


def test_the_sample_is_varied():
    places = {name.split("-")[3] for name in TEXTS}
    assert len(TEXTS) >= 14
    assert len(places) >= 10
    assert {name[:4] for name in TEXTS} == {"2019", "2020", "2021", "2022", "2023", "2024"}


def test_sources_carry_what_the_header_says():
    sources = sample_sources()
    assert len(sources) == len(TEXTS)
    for source, text in zip(sources, TEXTS.values(), strict=True):
        head, _ = parts(text)
        assert source.text == text
        assert (source.title, source.publisher, source.url, source.published) == (
            head["Title"],
            head["Publisher"],
            head["URL"],
            head.get("Published"),
        )
