"""How people are called by a part of their name: by country, for names as English readouts write them."""

from __future__ import annotations

from typing import Final, Literal


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


Called = Literal["family first", "own name", "last word", "whole", "father's"]
"""Which part headlines use.

``family first``: the first word. ``own name``: the first word too, whatever its length, as there is no family's name.
``last word``: without particles. ``whole``: a name of two or three short words that is not parted. ``father's``: of
two family names the first, and both where the first is so common that it tells little.
"""

_COUNTRIES: Final[dict[Called, tuple[str, ...]]] = {
    "family first": ("China", "Taiwan", "Macau", "Macao", "North Korea", "South Korea", "Republic of Korea"),
    "own name": ("Malaysia", "Indonesia", "Brunei", "Thailand", "Laos", "Ethiopia", "Eritrea"),
    "last word": ("Vietnam", "Viet Nam"),
    "whole": ("Cambodia", "Myanmar"),
    "father's": (
        *("Spain", "Mexico", "Cuba", "Dominican Republic", "Guatemala", "Honduras", "El Salvador"),
        *("Nicaragua", "Costa Rica", "Panama", "Colombia", "Venezuela", "Ecuador", "Peru", "Bolivia"),
        *("Chile", "Argentina", "Uruguay", "Paraguay", "Equatorial Guinea"),
    ),
}
CALLED: Final = {country: called for called, countries in _COUNTRIES.items() for country in countries}
"""Not here: Japan and Hungary, whose names are turned in English unless capitals say otherwise."""

THREE_WORDS_FIRST: Final = frozenset({"Singapore", "Hong Kong"})
"""Countries where a Chinese name of three words begins with the family's, and others are as in Europe."""

FAMILIES: Final = _set(
    "Bai Ban Cai Cao Chen Cheng Choi Cui Deng Ding Dong Fang Feng Gao Guo Hou Hu Huang Jia Jiang Lai Lei "
    "Li Liang Liao Lin Liu Luo Mao Meng Ouyang Pan Peng Qian Qin Qiu Shen Shi Tang Tao Tian Tsai Wang "
    "Wei Wu Xi Xia Xiao Xie Xiong Xu Xue Yan Yang Yao Yoon Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou"
)
"""Family names that begin a name even where the country is not known: none of them is a given name in Europe."""

SECOND_GIVEN: Final = _set(
    "alberto alejandra alejandro alfonso alfredo andres angel antonio armando arturo augusto beatriz "
    "carlos carmen carolina cesar cristina daniel david eduardo elena emilio enrique ernesto felipe "
    "fernanda fernando francisco gabriel gabriela gilberto gonzalo guadalupe guillermo gustavo hector "
    "hugo ignacio isabel jaime javier jesus joaquin jorge jose juan julio laura leopoldo lorenzo lucia "
    "luis manuel marcelo marcos mario marta martin mauricio mercedes miguel nicolas orlando oscar pablo "
    "patricia patricio pedro pilar rafael ramon raul ricardo roberto rodrigo rosa santiago sebastian "
    "sergio soledad teresa tomas vicente victor"
)
"""Spanish names, folded, that stand second in a name and are still given: *José Manuel Albares*."""

JAPANESE_GIVEN: Final = _set(
    "akie akihiko akira fumio hakubun hiroshige hiroshi hirokazu hirofumi ichiro itsunori jun junichiro "
    "katsuya keiichi keizo ken kenji kenta kimi koichi koichiro koji masahiko masako masato masayoshi minoru "
    "mitsuhiro naoto natsuo nobuo rui ryosei sanae seiko seiji shigeki shigeru shinichi shinjiro shintaro "
    "shinzo shunichi takako takao takashi takeo takeshi taro tatsuo tetsuro tomomi toshimitsu toshihiro "
    "yasuhiro yasukazu yasuo yasutoshi yoji yoko yoshihide yoshihiko yoshimasa yoshitaka yuji yukio yuko "
    "yuriko"
)
"""Japanese given names, folded: last in a name they tell that the family's stands first (*Kishida Fumio*)."""

KNOWN_AS: Final = {
    "lula": "Lula",
    "widodo": "Widodo",
    "yudhoyono": "Yudhoyono",
    "kyi": "Suu Kyi",
}
"""A word of the name, and how everybody calls the person against the country's custom."""

AFTER_A_NAME: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
BEFORE_A_NAME: Final = _set(
    "bin ibn al el ben abu abou aboul abul ould بن ابن آل de del della der den di du da dos la le van "
    "von ter ten"
)
TITLES: Final = frozenset(
    {"datuk", "dato", "dato'", "dato’", "seri", "sri", "tan", "tun", "haji", "u", "daw"}
)
"""Before names of Malaysia and Myanmar; not left out where it would be all there is."""
