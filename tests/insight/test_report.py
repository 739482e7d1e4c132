"""The overview as an HTML page."""

from html.parser import HTMLParser

import pytest

from store.insight.charts import columns, months_between
from store.insight.overview import by_month
from store.insight.page import page
from store.insight.report import make_report
from store.library import Library
from tui.cli import main

from .shelf import Shelf, met, said

HOSTILE = "<script>alert('x')</script>\x1b[31m & \"quoted\" ]]> <img src=http://example.org/x>"


class Seen(HTMLParser):
    """Collects what a browser would act on, and checks that tags are closed in order."""

    VOID = ("meta", "rect", "line", "br")

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.links, self.open = [], [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        self.tags.append(tag)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        assert not any(name.startswith("on") or name == "src" for name in known)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def html(shelf, **known):
    report = make_report(shelf, shelf.meetings(), title=known.get("title", "Title"), today="2024-01-10")
    return b"".join(page(report)).decode()


@pytest.fixture
def library(folder):
    with Library.open(folder) as opened:
        yield opened


def test_every_number_leads_to_what_it_counts(library):
    seen = Seen(html(library))
    inner = [link[1:] for link in seen.links if link.startswith("#")]
    assert len(inner) > 20
    assert set(inner) <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.tags.count("svg") == 6


def test_it_lists_quotes_with_their_places_and_the_filter_for_the_rest(library):
    made = html(library)
    assert "students should get visas faster" in made
    assert "characters" in made
    assert "diplo-tui list place:Moscow" in made
    assert "<td>Wang Yi</td><td>food</td><td>5 of 5 meetings</td>" in made


def test_nothing_is_loaded_and_nothing_runs(library):
    seen = Seen(html(library))
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(seen.tags)
    assert "default-src 'none'" in html(library).replace("&#x27;", "'")


def test_imported_text_is_inert_wherever_it_stands():
    shelf = Shelf()
    for number in range(1, 8):
        shelf.put(
            met(number, f"2023-{number:02d}-01", place=HOSTILE, title=HOSTILE),
            said(f"{HOSTILE} grain corridor open", tags=(HOSTILE,)),
        )
    made = html(shelf, title=HOSTILE)
    assert not {"script", "img"} & set(Seen(made).tags)
    assert "\x1b" not in made


def test_an_empty_library_has_a_page_too():
    made = html(Shelf(people=()))
    assert "There are no meetings here to count." in made
    assert Seen(made).tags.count("svg") == 0


def test_months_without_meetings_leave_a_gap():
    assert months_between("2023-11", "2024-02") == ["2023-11", "2023-12", "2024-01", "2024-02"]
    table = by_month([met(1, "2023-11-05"), met(2, "2024-02-01"), met(3, None)])
    drawn = columns(table, lambda cell: None)
    assert drawn.count('class="bar"') == 2
    assert "2024-02: 1" in drawn and "2024-01" not in drawn


def test_the_verb_writes_the_page_to_a_file_or_to_standard_output(folder, tmp_path, capfdbinary):
    to_file = ["--library", str(folder), "report", "--today", "2024-01-10"]
    assert main([*to_file, "-o", str(tmp_path / "page.html")]) == 0
    assert main(to_file) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "page.html").read_bytes()
