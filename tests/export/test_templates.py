"""Templates: a person's own words around a quote, inert whatever the quote holds."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from store.errors import ExportError
from store.export import FORMATS, Options
from store.export.templates import NAMES, TEMPLATES, Template
from store.harmless import one_line
from tests.export.export_samples import FOREIGN, ROWS, row_with


def test_a_template_is_filled_with_what_is_known():
    filled = Template("{speaker}{office:, *} in {place}, {date}: {text} {{{id}}}").fill(ROWS[1])
    assert filled == (
        "Aino Virtanen, Foreign Minister of Finland in Helsinki, 3–4 May 2024: We will keep our word. {12.2}"
    )


def test_what_is_unknown_goes_away_with_its_frame():
    assert Template("{speaker}{office:, *}{place: (*)}").fill(ROWS[3]) == "both sides (Helsinki)"


@pytest.mark.parametrize(
    "wrong",
    ["{colour}", "{text!r}", "{text.upper}", "{text[0]}", "{}", "{0}", "{text", "text}", "{office:,}"],
)
def test_a_wrong_template_says_what_is_wrong(wrong):
    with pytest.raises(ExportError) as told:
        Template(wrong)
    assert len(str(told.value).splitlines()) == 1


def test_every_field_can_be_filled():
    for name in NAMES:
        assert isinstance(Template(f"{{{name}}}").fill(ROWS[0]), str)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_built_in_templates_hold_quote_and_speaker(name):
    document = FORMATS["text"].write(ROWS, Options(template=TEMPLATES[name])).decode()
    assert "We will keep our word." in document
    assert document.count("Aino Virtanen") == 2


def test_values_are_escaped_for_the_format_and_the_template_is_not():
    row = row_with("<b>*stars*</b>")
    options = Options(template="*{text}*")
    assert "*\\<b\\>\\*stars\\*\\</b\\>*[^q12-1]" in FORMATS["markdown"].write([row], options).decode()
    assert "*&lt;b&gt;*stars*&lt;/b&gt;*" in FORMATS["html"].write([row], options).decode()
    assert FORMATS["text"].write([row], options).decode() == "*<b>*stars*</b>*\n"


def test_a_value_with_braces_is_not_a_template():
    assert Template("{text:[*]}").fill(row_with("{speaker} * {0}")) == "[{speaker} * {0}]"


def test_a_footnote_stands_where_the_template_wants_it():
    document = FORMATS["markdown"].write(ROWS[:1], Options(template="{footnote} {text}")).decode()
    assert "\n[^q12-1] the new rail line" in document
    assert document.count("[^q12-1]") == 2


@given(FOREIGN, FOREIGN)
@example("*", ")(")
@example("!", "&copy;_a_")
def test_hostile_values_stay_in_their_place_in_a_markdown_template(text, tail):
    row = row_with(f"x{text}")
    row = replace(row, source_label=replace(row.source_label, url=f"https://a.example/{tail}"))
    document = FORMATS["markdown"].write([row], Options(template="- **{text}** ([{text}]({url}))")).decode()
    tokens = MarkdownIt("commonmark").parse(document.split("\n\n")[1])
    assert [token.type for token in tokens if token.type.endswith("open")] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    children = next(token.children for token in tokens if token.type == "inline")
    kinds = [child.type for child in children if child.content or child.nesting]
    assert kinds == ["strong_open", "text", "strong_close", "text", "link_open", "text", "link_close", "text"]
    shown = next(child.content for child in children if child.type == "text" and child.content)
    assert shown == one_line(f"x{text}")
