"""Whatever is done to a table, the log holds what TinyDB holds in memory, also after a restart or a compaction."""

import tempfile

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store.log import LogDB, compaction

numbers = st.integers(0, 5)
ids = st.lists(st.integers(1, 12), max_size=4, unique=True)
documents = st.fixed_dictionaries({"n": numbers, "text": st.text(max_size=5)})


class Twins(RuleBasedStateMachine):
    """The same is done to both; they must not differ."""

    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.log = LogDB(self.place.name)
        self.memory = TinyDB(storage=MemoryStorage)

    def both(self, work):
        results = []
        for base in (self.log, self.memory):
            try:
                results.append(work(base))
            except ValueError as error:
                results.append(str(error))
        assert results[0] == results[1]

    @rule(made=st.lists(documents, min_size=1, max_size=3))
    def insert(self, made):
        self.both(lambda base: base.insert_multiple(made))

    @rule(made=documents, number=st.integers(1, 12))
    def insert_with_id(self, made, number):
        # An id once given is not given again by either, but TinyDB forgets the highest when it was deleted.
        if self.log.storage.next_id("_default") <= number:
            self.both(lambda base: base.insert(Document(made, number)))

    @rule(number=numbers, value=numbers)
    def update(self, number, value):
        self.both(lambda base: base.update({"n": value}, where("n") == number))

    @rule(some=ids, value=numbers)
    def update_ids(self, some, value):
        self.both(lambda base: base.update({"n": value}, doc_ids=some))

    @rule(number=numbers, made=documents)
    def upsert(self, number, made):
        self.both(lambda base: base.upsert(made, where("n") == number))

    @rule(some=ids)
    def remove(self, some):
        kept = [one for one in some if one != self.log.storage.next_id("_default") - 1]
        self.both(lambda base: base.remove(doc_ids=kept))

    @rule(number=numbers)
    def other_table(self, number):
        self.both(lambda base: base.table("other").upsert({"n": number}, where("n") == number))

    @rule()
    def restart(self):
        self.log.close()
        self.log = LogDB(self.place.name)

    @rule(kept=st.integers(1, 5))
    def compact(self, kept):
        before, compaction.KEPT_STEPS = compaction.KEPT_STEPS, kept
        try:
            self.log.storage.compact()
        finally:
            compaction.KEPT_STEPS = before

    @invariant()
    def same(self):
        self.both(lambda base: base.all())
        self.both(lambda base: [one.doc_id for one in base])
        self.both(lambda base: base.table("other").all())
        self.both(lambda base: base.search(where("n") > 2))

    def teardown(self):
        self.log.close()
        self.place.cleanup()


Twins.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestTwins = Twins.TestCase
