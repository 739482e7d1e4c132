"""Made-up meetings and a shelf to export from: what the tests of every format share."""

from dataclasses import replace

from hypothesis import strategies as st

from store.export import row_of
from store.model import Meeting, Participant, Quote, Source, SourceLabel

TALKS_TEXT = (
    "Talks on grain and rail\n\nHELSINKI, 3 May 2024 - Aino Virtanen, Foreign Minister of Finland, met Omar Haddad, "
    "Minister of Trade of Jordan. Virtanen stressed that the new rail line should open\nbefore winter. "
    'She added: "We will keep our word." Haddad thanked Finland for its patience with the "slow but steady" work. '
    "Both sides agreed to meet again in Amman.\n"
)
CALL_TEXT = (
    "Omar Haddad told Aino Virtanen by telephone that =grain* [prices](http://a.b) had <b>fallen</b> by 5%.\n"
)


def label_of(source, **changes):
    return SourceLabel(
        source.id,
        source.sha256,
        source.title,
        source.publisher,
        source.url,
        source.published,
        source.author,
        source.retrieved,
    )


def quote_of(source, meeting, number, words, speaker, kind="indirect", cue="", **more):
    start = source.text.index(words)
    return Quote(meeting, number, source.id, start, start + len(words), words, speaker, kind, cue, **more)


TALKS_SOURCE = replace(
    Source.of(TALKS_TEXT),
    id=1,
    title="Talks on grain & rail_lines",
    publisher="Ministry for Foreign Affairs",
    author="Press Office",
    url="https://example.org/news/talks?id=7&lang=en",
    published="2024-05-03",
    retrieved="2024-05-06T10:00:00",
    language="en",
)
CALL_SOURCE = replace(Source.of(CALL_TEXT), id=2, url="https://jordan.example/a(b)")
VIRTANEN = Participant(1, "Aino Virtanen", "Foreign Minister of Finland", "Finland", "Finland")
HADDAD = Participant(2, "Omar Haddad", "Minister of Trade", "Jordan", "Jordan")
TALKS = Meeting(
    "Talks on grain & rail_lines",
    "2024-05-03",
    "2024-05-04",
    "Helsinki",
    "talks",
    (VIRTANEN, HADDAD),
    sources=(label_of(TALKS_SOURCE),),
    quotes=4,
    id=12,
)
CALL = Meeting(
    "# Call", "2023-11", None, None, "call", (HADDAD,), sources=(label_of(CALL_SOURCE),), quotes=1, id=3
)

QUOTES = (
    quote_of(
        TALKS_SOURCE, 12, 1, "the new rail line should open\nbefore winter", "Aino Virtanen", "indirect", "stressed",
        officials=(1,), tags=("rail", "winter"), note="Said twice.\nCheck.",
    ),
    quote_of(TALKS_SOURCE, 12, 2, "We will keep our word.", "Aino Virtanen", "direct", "added", officials=(1,)),
    quote_of(
        TALKS_SOURCE, 12, 3, 'Finland for its patience with the "slow but steady" work', "Omar Haddad", "mixed",
        "thanked", officials=(2,), tags=("rail",), status="checked",
    ),
    quote_of(TALKS_SOURCE, 12, 4, "to meet again in Amman", "both sides", "indirect", "agreed"),
    quote_of(
        CALL_SOURCE, 3, 1, "=grain* [prices](http://a.b) had <b>fallen</b> by 5%", "Omar Haddad", "indirect", "told",
        officials=(2,), status="missing",
    ),
)  # fmt: skip


def meeting_of(quote):
    return TALKS if quote.meeting == TALKS.id else CALL


ROWS = [row_of(meeting_of(quote), quote) for quote in QUOTES]


def row_with(text, row=ROWS[0], **changes):
    """A row whose quote reads ``text``."""
    return replace(row, quote=replace(row.quote, text=text, **changes))


class FakeShelf:
    """A library that holds the two meetings, as far as exports look into one."""

    def source(self, id):
        return {1: TALKS_SOURCE, 2: CALL_SOURCE}[id]

    def record(self, meeting_id):
        meeting, source = {12: (TALKS, TALKS_SOURCE), 3: (CALL, CALL_SOURCE)}[meeting_id]
        return {
            "meeting": {"title": meeting.title},
            "sources": [{"text": source.text}],
            "quotes": [],
            "tags": [],
        }


class Found:
    """What a search yields."""

    def __init__(self, quote):
        self.quote = quote
        self.meeting = meeting_of(quote)


FOUND = [Found(quote) for quote in QUOTES]

# Pieces that mean something somewhere, and enough else to lie between them.
PIECES = [
        *"\\`*_[]<>&#~|^$@{}=-+:%!\"'().,;/0a1i \n\t\r\x00\u202e\u2028\ud800\xa0é中",
        *("\x1b[31m", "&amp;", "&#35;", "<!--", "-->", "<b>", "http://a.bc/d", "www.a.bc", "a@b.cd", "[^1]"),
        *("[^q12-1]", "![", "](", "```", "~~", "==", "%%", "---", "1. ", "12) ", "(a) ", "iv. ", "- ", "+ "),
        *("# ", "> ", "| a |", "$x$", "[[", "]]", "| - |", "U.S.", "gov.uk", "//localhost", "    ", "[a]: b"),
]  # fmt: skip
FOREIGN = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30)
