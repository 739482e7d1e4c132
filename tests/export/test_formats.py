"""What holds for every format of the table."""

import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.export import FORMATS, Options, format_of_file, row_of, rows
from store.export.json_lines import dumps
from tests.export.export_samples import FOUND, QUOTES, ROWS, TALKS, FakeShelf

NO_ROWS = {
    "jsonl": b"",
    "bibtex": b"",
    "csl-json": b"[]\n",
    "markdown": b"# Quotes\n\nNo quotes.\n",
    "text": b"Quotes\n======\n\nNo quotes.\n",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_the_golden_ones(name, golden):
    form = FORMATS[name]
    golden(f"{name}{form.suffix}", form.write(form.rows(FakeShelf(), FOUND)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_suffix_of_a_file_names_its_format(name):
    asked = format_of_file("Letters.MINE" + FORMATS[name].suffix.upper())
    assert FORMATS[asked].suffix == FORMATS[name].suffix
    assert format_of_file("quotes.docx") is None


@pytest.mark.parametrize("name", NO_ROWS)
def test_no_rows_make_a_valid_file(name):
    assert FORMATS[name].write([]) == NO_ROWS[name]


@pytest.mark.parametrize("name", FORMATS)
def test_the_choices_stay_without_effect_on_a_second_writing(name):
    form = FORMATS[name]
    fetched = list(form.rows(FakeShelf(), FOUND))
    form.write(fetched, Options(group="topic", front_matter=True, query="rail"))
    assert form.write(fetched) == form.write(form.rows(FakeShelf(), FOUND))


def test_a_whole_library_need_not_fit_in_memory():
    """Each line is there before the next quote is looked for."""
    looked = []
    found = (looked.append(one) or one for one in FOUND)
    form = FORMATS["csv"]
    assert [len(looked) for _ in form.chunks(form.rows(FakeShelf(), found), Options())] == [0, 1, 2, 3, 4, 5]


def test_rows_know_the_office_of_the_day_and_the_source():
    made = rows(FakeShelf(), FOUND)
    assert made == ROWS
    assert (made[0].office, made[0].country) == ("Foreign Minister of Finland", "Finland")
    misspelt = replace(QUOTES[2], speaker="Omar Hadad")
    assert row_of(TALKS, misspelt).office == "Minister of Trade"
    assert row_of(TALKS, replace(misspelt, officials=())).office is None
    assert row_of(TALKS, replace(misspelt, officials=(1, 2))).country == "Finland; Jordan"
    assert (made[3].office, made[3].country) == (None, None)
    assert made[4].source_label.url == "https://jordan.example/a(b)"


def test_context_is_the_words_around_the_quote_on_one_line():
    made = rows(FakeShelf(), FOUND, context=3)
    assert made[0].before == "Virtanen stressed that"
    assert made[0].after == ". She added:"
    assert made[1].before == 'She added: "'
    assert made[4].after == "."


@given(
    st.recursive(
        st.text() | st.integers() | st.none() | st.booleans(), lambda inner: st.lists(inner, max_size=3)
    )
)
@example("\ud800 \x1b \x9b \u202e \u2028 \x7f ü")
def test_json_loses_nothing_and_steers_no_terminal(value):
    for indent in (False, True):
        text = dumps({"value": value}, indent=indent)
        assert json.loads(text) == {"value": value}
        assert not set(text.replace("\n", "")) & set(
            map(chr, [*range(32), *range(0x7F, 0xA0), 0x2028, 0x202E, 0xD800])
        )
