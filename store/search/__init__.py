"""The disposable full-text index: never the truth, always catching up with it.

It answers exactly as `store.finding.matching` defines, from an SQLite FTS5 table in the cache folder. Deleted,
corrupt, of another version or behind, it makes itself good; until then it says that it is not complete.
"""

from store.search.index import Index
from store.search.place import index_path
from store.search.slots import Hit

__all__ = ["Hit", "Index", "index_path"]
