import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Source
from store.reading import read
from store.reading.entities import decoded
from store.reading.header import KEYS, NO_HEADER, header

BLOCK = "Title: Talks in Beijing\nPublisher: Example\nPublished: 2023-11-21\n\nThe body: it starts here.\n"


def test_fields_and_the_place_where_the_body_begins():
    found = header(BLOCK)
    assert found.fields == {"Title": "Talks in Beijing", "Publisher": "Example", "Published": "2023-11-21"}
    assert BLOCK[found.end :] == "The body: it starts here.\n"


def test_windows_line_ends_and_a_byte_order_mark():
    text = "\ufeff" + BLOCK.replace("\n", "\r\n")
    found = header(text)
    assert found.fields["Publisher"] == "Example"
    assert text[found.end :].startswith("The body")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Publisher: only one\n\nBody",
        "Title:\n\nBody",
        "Title: and no body\n\n",
        "Title: and no blank line\nBody",
        "Title: a\nSpeaker: unknown key\n\nBody",
        "Title: a\nTitle: twice\n\nBody",
        "A body that mentions\nTitle: x\nURL: y\n\n",
    ],
)
def test_what_is_not_a_header(text):
    assert header(text) == NO_HEADER


def test_a_title_may_stand_alone():
    text = "Title: Talks in Beijing\n\nThe body."
    found = header(text)
    assert (found.fields, text[found.end :]) == ({"Title": "Talks in Beijing"}, "The body.")


def test_a_header_without_a_body_ends_with_the_text():
    text = "Title: a\nURL: https://example.org/x"
    assert header(text).end == len(text)


@given(st.text())
def test_any_text_is_answered(text):
    found = header(text)
    assert 0 <= found.end <= len(text)
    assert set(found.fields) <= KEYS


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Talks &#8211; day two", "Talks – day two"),
        ("Ch&acirc;teau &amp; park &#x2019;24", "Château & park ’24"),
        ("AT&T, Q&A & &notes; &copy", "AT&T, Q&A & &notes; &copy"),
        ("one&#10;line&nbsp;only", "one line only"),
    ],
)
def test_references_in_a_title_are_the_signs_they_stand_for(written, read_as):
    assert decoded(written) == read_as
    assert header(f"Title: {written}\nURL: x\n\nBody").fields["Title"] == read_as


@pytest.mark.parametrize("heading", ["Title: Talks &#8211; day two\n\n", "Talks &#8211; day two\n\n"])
def test_the_text_of_a_decoded_title_stays_as_it_is(heading):
    text = f"{heading}OSLO, 3 May 2024 - Wang Yi said &#8220;peace&#8221; is near.\n"
    source = Source.of(text)
    reading = read(source)
    assert reading.meeting.title == "Talks – day two"
    assert source.text == text
    assert all(quote.text == text[quote.start : quote.end] for quote in reading.quotes)
