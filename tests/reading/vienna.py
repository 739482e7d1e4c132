"""Two who met in Vienna, for sentences that tell what they said."""

from store.model import Source
from store.reading import read

ANA, TOMAS = "Ana Keller", "Tomas Rivera"
LEAD = "Foreign Minister Ana Keller of Austria met with President Tomas Rivera of Chile in Vienna on 3 May 2021.\n\n"


def said(sentences, lead=LEAD):
    """Return speaker, cue and text of what is found in sentences that follow the lead."""
    found = read(Source.of("Talks in Vienna\n\n" + lead + sentences)).quotes
    return [(quote.speaker, quote.cue, quote.text) for quote in found]
