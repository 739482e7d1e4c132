"""Two who met in Vienna, for sentences that tell what they said."""

from store.model import Source
from store.reading import read

ANA, TOMAS = "Ana Keller", "Tomas Rivera"
LEAD = "Foreign Minister Ana Keller of Austria met with President Tomas Rivera of Chile in Vienna on 3 May 2021.\n\n"


def reading(sentences, lead=LEAD):
    """Read sentences that follow the lead."""
    return read(Source.of("Talks in Vienna\n\n" + lead + sentences))


def said(sentences, lead=LEAD):
    """Return speaker, cue and text of what is found in sentences that follow the lead."""
    return [(quote.speaker, quote.cue, quote.text) for quote in reading(sentences, lead).quotes]
