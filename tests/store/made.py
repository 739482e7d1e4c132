"""Small libraries made by hand: a text, what is read in it, and everything a library says of itself."""

from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source

ZHAO = FoundOfficial("Zhao Leji", "Chairman", "China", ("Zhao",))
VOLODIN = FoundOfficial("Vyacheslav Volodin", "Chairman of the State Duma", "Russia", ("Yacheslav Volodin",))
WANG = FoundOfficial("Wang Yi", "Foreign Minister", "China")
SZIJJARTO = FoundOfficial("Péter Szijjártó", "Minister", "Hungary")
NOW = "2024-05-06T07:08:09+00:00"


def opened(folder, **known):
    """A library whose clock stands still."""
    return Library.open(folder, clock=lambda: NOW, **known)


def source(text, **known):
    return Source.of(text, **({"title": f"About {text[:12]}", "url": "https://example.org/1"} | known))


def reading(text, *said, title="Talks", date="2023-11-21", officials=(ZHAO, VOLODIN), speakers=(), **known):
    """A reading of ``text``; ``said`` are (speaker, words), the words standing in the text."""
    quotes = tuple(
        FoundQuote(text.index(words), text.index(words) + len(words), words, speaker, "indirect", "said")
        for speaker, words in said
    )
    meeting = FoundMeeting(title, date, None, "Beijing", "talks", tuple(officials), tuple(speakers), **known)
    return Reading(meeting, quotes, "en")


TEXT = (
    "Zhao Leji met Vyacheslav Volodin. Zhao stressed the importance of exchanges. Volodin reiterated support."
)
SAID = (("Zhao Leji", "the importance of exchanges"), ("Vyacheslav Volodin", "support"))


def add(library, number=1, on_duplicate="join", **known):
    """Add a meeting of its own day, with two quotes, in a text of its own."""
    text = f"{TEXT} {' '.join(f'own{number}word{place}' for place in range(20))}"
    known = {"title": f"Talks {number}", "date": f"2023-{1 + number // 28:02}-{1 + number % 28:02}"} | known
    return library.add(source(text), reading(text, *SAID, **known), on_duplicate=on_duplicate)


def state(library):
    """Everything a person can see of a library."""
    return (
        [library.record(meeting.id) for meeting in library.meetings()],
        [quote for meeting in library.meetings() for quote in library.quotes(meeting.id)],
        list(library.meetings()),
        library.officials(),
    )
