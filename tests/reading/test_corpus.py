"""The annotated texts are well formed: what a score is worth depends on them."""

import json
import re
from pathlib import Path

import pytest

from store.model import GROUPS, MEETING_KINDS, QUOTE_KINDS

HERE = Path(__file__).parent / "texts"
HELD_BACK = "3580"
TEXTS = sorted(HERE.glob("*/*.txt"))
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def load(path: Path) -> tuple[str, dict]:
    return path.read_bytes().decode("utf-8"), json.loads(path.with_suffix(".gold.json").read_text("utf-8"))


def people(meeting: dict) -> list[dict]:
    return [*meeting["participants"], *meeting.get("other_speakers", [])]


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


each = pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])


def test_there_are_enough_and_the_number_alone_decides_the_set():
    assert len(TEXTS) >= 30
    for path in TEXTS:
        number = path.stem.split("-")[0]
        assert path.parent.name == ("held" if number[-1] in HELD_BACK else "dev")


def test_every_text_is_told_of_in_the_readme():
    readme = (HERE / "README.md").read_text("utf-8")
    table = re.findall(r"^\| (\d+-\S+) \| (\w+) \| [^|]+ \|$", readme, re.M)
    assert sorted(table) == sorted((path.stem, path.parent.name) for path in TEXTS)


@each
def test_spans_are_slices_in_order_and_do_not_overlap(path: Path):
    text, gold = load(path)
    assert gold["id"] == path.stem
    last = 0
    for statement in gold["statements"]:
        start, end = statement["start"], statement["end"]
        assert statement["text"] == text[start:end] != ""
        assert statement["text"] == statement["text"].strip()
        if not statement.get("nested"):
            assert start >= last
            last = end


@each
def test_kinds_agree_with_the_marks(path: Path):
    _, gold = load(path)
    for statement in gold["statements"]:
        assert statement["kind"] in QUOTE_KINDS
        if statement["kind"] == "mixed":
            assert re.search("[\"“”„«»'‘’]", statement["text"])
        if statement["kind"] == "indirect":
            assert not re.search(r"[a-z]{3}\.$", statement["text"]), "a full stop does not belong to it"


@each
def test_speakers_are_people_listed_groups_or_bodies(path: Path):
    _, gold = load(path)
    names = {person["name"] for person in people(gold["meeting"])}
    surnames = {name.split()[-1] for name in names}
    for statement in gold["statements"]:
        for speaker in statement["speaker"].split("; "):
            assert speaker in names or speaker in GROUPS or speaker.split()[-1] not in surnames


@each
def test_cues_and_aliases_stand_in_the_text(path: Path):
    text, gold = load(path)
    plain = folded(text)
    for statement in gold["statements"]:
        assert folded(statement["cue"]) in plain
    for person in people(gold["meeting"]):
        assert set(person) == {"name", "aliases", "office", "country"}
        for alias in person["aliases"]:
            assert folded(alias) in plain


@each
def test_the_meeting_is_filled_in(path: Path):
    _, gold = load(path)
    meeting = gold["meeting"]
    if meeting.get("note") == "no meeting":
        assert not meeting["participants"]
        return
    assert meeting["kind"] in MEETING_KINDS
    assert meeting["participants"]
    if meeting["date"]:
        assert DAY.fullmatch(meeting["date"]) and meeting["date_basis"] in ("text", "published")
    if days := meeting.get("date_range"):
        assert days[-1] == meeting["date"] and days == sorted(days)
