"""CSV: read back by other readers, and inert in a spreadsheet."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from store.export import FORMATS
from store.export.tables import COLUMNS, guarded, unguarded
from store.harmless import one_line
from tests.export.export_samples import ROWS, row_with

SIGNS = st.text(alphabet="=+-@'\";,\t\r\n ab1＝＋", max_size=12) | st.text(max_size=20)


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def test_each_quote_is_a_row_that_stands_alone():
    records = read(FORMATS["csv"].write(ROWS))
    assert [record["text"] for record in records] == [unguarded_text(row) for row in ROWS]
    assert {len(record) for record in records} == {len(COLUMNS)}
    first = records[0]
    assert (first["meeting_id"], first["number"], first["speaker"]) == ("12", "1", "Aino Virtanen")
    assert (first["start"], first["end"], first["accessed"]) == ("161", "204", "2024-05-06")
    assert first["sha256"] == ROWS[0].source_label.sha256


def unguarded_text(row):
    text = one_line(row.quote.text)
    return f"'{text}" if text.startswith("=") else text


@given(SIGNS)
def test_every_text_comes_back(text):
    (record,) = read(FORMATS["csv"].write([row_with(text, speaker=text, tags=(text,), note=text)]))
    for name in ("text", "speaker", "tags", "note"):
        assert unguarded(record[name]) == one_line(text)


@given(SIGNS)
@example("'=1")
@example(";=1")
@example(';"=1')
@example("\t'=")
def test_no_cell_begins_a_formula_by_commas_semicolons_or_tabs(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(["x", cell, "y"])
    for separator in ",;\t":
        if separator == ",":
            cells = next(csv.reader(io.StringIO(line.getvalue(), newline="")))
        else:
            # What a lenient spreadsheet sees: it cuts at its own separator and takes quotation marks away.
            cells = [part.strip('"') for part in cell.replace('"', '""').split(separator)]
        assert not [part for part in cells if part[:1] in tuple("=+-@\t\r＝＋－＠")]


def test_excel_gets_the_same_behind_a_byte_order_mark():
    assert FORMATS["csv-excel"].write(ROWS) == b"\xef\xbb\xbf" + FORMATS["csv"].write(ROWS)


def test_no_rows_leave_the_head():
    assert FORMATS["csv"].write([]).decode().split("\r\n")[1:] == [""]
    assert next(csv.reader([FORMATS["csv"].write([]).decode()])) == list(COLUMNS)
