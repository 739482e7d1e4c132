"""TinyDB's public behaviour, the same over its own storage and over the log."""

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as put
from tinydb.table import Document

from store.log import LogDB


@pytest.fixture(params=["TinyDB's own file", "the log"])
def db(request, tmp_path):
    made = TinyDB(tmp_path / "db.json") if request.param == "TinyDB's own file" else LogDB(tmp_path / "db")
    with made as opened:
        yield opened


@pytest.fixture
def rows(db):
    db.insert_multiple({"n": n, "even": n % 2 == 0} for n in (1, 2, 3))
    return db


def numbers(documents):
    return [document["n"] for document in documents]


def test_insert_gives_ascending_ids_from_one(db):
    assert [db.insert({"n": n}) for n in (1, 2, 3)] == [1, 2, 3]
    assert db.insert_multiple([{"n": 4}, {"n": 5}]) == [4, 5]


def test_what_was_inserted_comes_back_in_order(rows):
    assert numbers(rows.all()) == [1, 2, 3]
    assert numbers(rows) == [1, 2, 3]
    assert len(rows) == 3
    assert [document.doc_id for document in rows.all()] == [1, 2, 3]


def test_a_changed_document_keeps_its_place(rows):
    rows.update({"n": 10}, doc_ids=[1])
    assert numbers(rows.all()) == [10, 2, 3]


def test_a_document_brings_its_own_id(db):
    assert db.insert(Document({"n": 7}, doc_id=7)) == 7
    assert db.insert({"n": 8}) == 8
    assert db.get(doc_id=7) == {"n": 7}


def test_an_id_is_not_given_twice(rows):
    with pytest.raises(ValueError, match="already exists"):
        rows.insert(Document({"n": 9}, doc_id=2))
    with pytest.raises(ValueError, match="already exists"):
        rows.insert_multiple([Document({"n": 9}, doc_id=3)])
    assert numbers(rows.all()) == [1, 2, 3]


def test_the_id_of_a_removed_document_is_not_given_again(rows):
    rows.remove(doc_ids=[3])
    assert rows.insert({"n": 4}) == 4


@pytest.mark.parametrize("wrong", [[1, 2], "text", 3, None])
def test_only_mappings_are_documents(db, wrong):
    with pytest.raises(ValueError, match="not a Mapping"):
        db.insert(wrong)
    with pytest.raises(ValueError, match="not a Mapping"):
        db.insert_multiple([wrong])
    assert len(db) == 0


def test_what_comes_out_is_a_copy(rows):
    rows.all()[0]["n"] = 99
    rows.get(doc_id=1)["n"] = 99
    assert numbers(rows.all()) == [1, 2, 3]


def test_what_went_in_is_a_copy(db):
    given = {"n": 1, "deep": {"m": 1}}
    db.insert(given)
    given["n"] = 2
    assert db.get(doc_id=1)["n"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (where("n") == 2, [2]),
        (where("n") > 1, [2, 3]),
        ((where("n") > 1) & (where("even") == True), [2]),  # noqa: E712
        ((where("n") == 1) | (where("n") == 3), [1, 3]),
        (~(where("n") == 2), [1, 3]),
        (where("n").test(lambda n: n % 3 == 0), [3]),
        (where("n").one_of([1, 9]), [1]),
        (where("absent").exists(), []),
        (Query().fragment({"n": 2, "even": True}), [2]),
        (Query().noop(), [1, 2, 3]),
    ],
)
def test_search(rows, query, found):
    assert numbers(rows.search(query)) == found
    assert rows.count(query) == len(found)
    assert rows.contains(query) is bool(found)


def test_search_into_nested_documents_and_lists(db):
    db.insert_multiple(
        [{"who": {"name": "Zhao"}, "tags": ["a", "b"]}, {"who": {"name": "Volodin"}, "tags": []}]
    )
    assert db.count(where("who")["name"] == "Zhao") == 1
    assert db.count(Query().who.name.matches("^V")) == 1
    assert db.count(where("tags").any(["b", "c"])) == 1
    assert db.count(where("tags").all(["a", "b"])) == 1


def test_search_sees_each_change(rows):
    assert rows.count(where("even") == True) == 1  # noqa: E712
    rows.update({"even": True})
    assert rows.count(where("even") == True) == 3  # noqa: E712
    rows.remove(doc_ids=[1])
    assert rows.count(where("even") == True) == 2  # noqa: E712


def test_get(rows):
    assert rows.get(where("n") == 2).doc_id == 2
    assert rows.get(doc_id=3) == {"n": 3, "even": False}
    assert rows.get(where("n") == 9) is None
    assert rows.get(doc_id=9) is None
    assert numbers(rows.get(doc_ids=[3, 1, 9])) == [1, 3]
    with pytest.raises(RuntimeError):
        rows.get()


def test_contains(rows):
    assert rows.contains(doc_id=1)
    assert not rows.contains(doc_id=9)
    with pytest.raises(RuntimeError):
        rows.contains()


def test_update_by_condition_by_ids_and_all(rows):
    assert rows.update({"x": 1}, where("n") > 1) == [2, 3]
    assert rows.update({"x": 2}, doc_ids=[1, 9]) == [1]
    assert [document["x"] for document in rows.all()] == [2, 1, 1]
    assert rows.update({"x": 0}) == [1, 2, 3]
    assert {document["x"] for document in rows.all()} == {0}


@pytest.mark.parametrize(
    ("operation", "after"),
    [
        (increment("n"), [2, 3, 4]),
        (decrement("n"), [0, 1, 2]),
        (add("n", 10), [11, 12, 13]),
        (subtract("n", 1), [0, 1, 2]),
        (put("n", 5), [5, 5, 5]),
    ],
)
def test_update_by_operation(rows, operation, after):
    rows.update(operation)
    assert numbers(rows.all()) == after


def test_update_can_take_a_field_away(rows):
    rows.update(delete("even"), where("n") == 2)
    assert rows.get(doc_id=2) == {"n": 2}


def test_update_multiple(rows):
    rows.update_multiple([({"x": 1}, where("n") == 1), (increment("n"), where("n") == 3)])
    assert rows.all() == [{"n": 1, "even": False, "x": 1}, {"n": 2, "even": True}, {"n": 4, "even": False}]


def test_an_update_that_fails_changes_nothing(rows):
    def careless(document):
        document["n"] = 0
        if document.get("even"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rows.update(careless)
    assert numbers(rows.all()) == [1, 2, 3]


def test_upsert(rows):
    assert rows.upsert({"n": 2, "x": 1}, where("n") == 2) == [2]
    assert rows.upsert({"n": 9}, where("n") == 9) == [4]
    assert rows.upsert(Document({"x": 5}, doc_id=1)) == [1]
    assert rows.get(doc_id=1) == {"n": 1, "even": False, "x": 5}
    with pytest.raises(ValueError, match="doc_id"):
        rows.upsert({"n": 1})


def test_remove(rows):
    assert rows.remove(where("even") == True) == [2]  # noqa: E712
    assert rows.remove(doc_ids=[3, 9]) == [3]
    assert numbers(rows.all()) == [1]
    with pytest.raises(RuntimeError):
        rows.remove()


def test_truncate(rows):
    rows.truncate()
    assert rows.all() == []
    assert len(rows) == 0
    rows.insert({"n": 1})
    assert len(rows) == 1


def test_tables_stand_apart(db):
    db.table("one").insert({"n": 1})
    db.table("two").insert_multiple([{"n": 2}, {"n": 3}])
    db.insert({"n": 4})
    assert db.tables() == {"one", "two", "_default"}
    assert numbers(db.table("one")) == [1]
    assert numbers(db.table("two")) == [2, 3]
    assert numbers(db) == [4]


def test_a_table_that_is_only_looked_at_is_not_made(db):
    assert db.table("one").all() == []
    assert db.tables() == set()
    db.table("two", persist_empty=True)
    assert db.tables() == {"two"}


def test_dropping_tables(db):
    for name in ("one", "two", "three"):
        db.table(name).insert({"n": 1})
    db.drop_table("one")
    db.drop_table("no such table")
    assert db.tables() == {"two", "three"}
    assert db.table("one").all() == []
    db.drop_tables()
    assert db.tables() == set()
    assert db.table("two").insert({"n": 1}) == 1


def test_any_json_comes_back_as_it_was(db):
    given = {
        "text": "“Zhao”\n\t\\ \u0000 \U0001f600 中文 ",
        "half": "\ud800",
        "numbers": [0, -1, 2**70, 1.5, 1e300],
        "none": None,
        "deep": {"": {"a": [[], {}, [None, True, False]]}},
        ',"step":1,"was":null': '","step":7,"sum":"00000000"}\n',
    }
    db.insert(given)
    assert db.all() == [given]


def test_a_new_database_on_the_same_place_holds_the_same(db, tmp_path):
    db.insert_multiple([{"n": 1}, {"n": 2}])
    db.table("other").insert({"n": 3})
    db.remove(doc_ids=[1])
    again = LogDB(tmp_path / "db") if isinstance(db, LogDB) else TinyDB(tmp_path / "db.json")
    with again as opened:
        assert opened.tables() == {"_default", "other"}
        assert opened.all() == [{"n": 2}]
        assert opened.insert({"n": 4}) == 3
