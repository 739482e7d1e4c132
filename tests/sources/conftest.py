"""What reads documents, pages and feeds in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.errors import SourceError
from store.model import Source
from store.sources import Loader
from store.sources.raw import Raw

TALKS = "The ministers of both countries met in Oslo on Monday and spoke about fish."


@pytest.fixture(scope="package")
def loader() -> Iterator[Loader]:
    """One process that reads, for all that is read here."""
    with Loader() as loader:
        yield loader


@pytest.fixture
def read(loader: Loader):
    """Read bytes under a name."""

    def read(data: bytes, where: str) -> Source:
        made = loader.read(Raw(where, data))
        assert isinstance(made, Source)
        return made

    return read


@pytest.fixture
def refusal(read):
    """Say why bytes under a name are refused."""

    def refusal(data: bytes, where: str) -> str:
        with pytest.raises(SourceError) as caught:
            read(data, where)
        message = str(caught.value)
        assert message.startswith(f"{where}: ")
        assert "\n" not in message
        return message.removeprefix(f"{where}: ")

    return refusal
