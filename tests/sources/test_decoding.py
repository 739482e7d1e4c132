"""Texts in the encodings of government and press, without anyone saying which."""

from __future__ import annotations

import pytest

from store.errors import SourceError
from store.sources.decoding import decode

TEXTS = {
    "cp1252": "The ministers met in São Tomé. She said: “We agree – at last.” The President’s visit went well.",
    "iso8859-1": "Le ministre a salué la fidélité de Valmont à ses engagements et a rappelé la position constante.",
    "cp1251": "Министр иностранных дел провёл переговоры с коллегой. Он подчеркнул важность сотрудничества.",
    "koi8-r": "Министр иностранных дел провёл переговоры с коллегой. Он подчеркнул важность сотрудничества.",
    "cp1250": "Ministr zahraničí jednal v Praze se svým protějškem. Zdůraznil význam spolupráce při řešení krize.",
    "cp1253": "Ο υπουργός Εξωτερικών συναντήθηκε στην Αθήνα με τον ομόλογό του. Τόνισε τη σημασία της συνεργασίας.",
    "cp1254": "Dışişleri Bakanı Ankara'da mevkidaşıyla görüştü. İşbirliğinin önemini vurguladı.",
    "cp1256": "التقى وزير الخارجية نظيره في القاهرة وأكد أهمية التعاون بين البلدين.",
    "gb18030": "外交部长在海阳与来访的外长举行会谈。双方强调合作的重要性，并就地区局势交换了意见。",
    "big5": "外交部長在海陽與來訪的外長舉行會談。雙方強調合作的重要性，並就地區局勢交換了意見。",
    "shift_jis": "外務大臣は東京で会談を行いました。両大臣は協力の重要性を確認した。",
    "euc-jp": "外務大臣は東京で会談を行いました。両大臣は協力の重要性を確認した。",
    "euc-kr": "외교부 장관은 서울에서 회담을 가졌다. 양측은 협력의 중요성을 강조했다.",
    "utf-8": "Señor Sánchez met the minister.",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_the_encoding_is_found(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding), "a.txt") == TEXTS[encoding]


def test_a_long_text_is_judged_by_its_beginning() -> None:
    text = TEXTS["gb18030"] * 5_000
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize(
    "data", ["Señor".encode("latin-1"), bytes(range(128, 256)) * 3, b"\xff" * 100], ids=len
)
def test_too_little_or_nothing_that_fits_is_refused_with_what_was_tried(data: bytes) -> None:
    with pytest.raises(
        SourceError, match=r"^a\.txt: is not UTF-8 \(byte \d+ is wrong\), nor in any .* cp1251"
    ):
        decode(data, "a.txt")
