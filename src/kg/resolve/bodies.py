"""Names of bodies taken apart: "People's Committee of Sơn La Province" and "Sơn La People's Committee" are one body of one place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.data.gazetteer import country_of, fold, places

_OF = re.compile(r"^(?P<core>.+) (?:of|in) (?:the )?(?P<place>[^\W\d_a-z].*)$")
_DESIGNATION = re.compile(r"\s+(?:province|city|district|prefecture|region|county|state|municipality|oblast)$", re.I)
_LEVEL = re.compile(r"^(?:provincial|municipal|city|prefectural|state|regional|national|federal|district)\s+", re.I)
_LOCAL = re.compile(r"^(?:provincial|municipal|city|prefectural|regional|district)\s+", re.I)
_ARTICLE = re.compile(r"^the\s+", re.I)


@dataclass(frozen=True, slots=True)
class Form:
    """A body's name as ``core`` ("people's committee", folded) and the folded place it is of ("son la", "" where unsaid)."""

    core: str
    place: str


def is_place(text: str, known: frozenset[str]) -> bool:
    """Whether a stretch of a name names a place: of this article, a country or its adjective, or the gazetteer's."""
    key = fold(_DESIGNATION.sub("", text))
    return key in known or country_of(text) is not None or bool(places().lookup(_DESIGNATION.sub("", text)))


def place_key(text: str) -> str:
    """A place's key inside an article: a country's code, else the folded name without "Province" and the like."""
    country = country_of(text)
    return country.iso2 if country is not None else fold(_DESIGNATION.sub("", text))


def form(name: str, known: frozenset[str]) -> Form:
    """The form of a body's name. ``known``: folded names of the article's places."""
    text = _ARTICLE.sub("", name)
    words = text.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        front = " ".join(words[:size]).rstrip("'’")
        front = re.sub(r"['’]s$", "", front)
        if is_place(front, known):
            rest = _LEVEL.sub("", " ".join(words[size:]))
            if rest and not rest[0].islower():
                rest = re.sub(r"^(?:Province|City|District|State|Prefecture|Municipality)\s+(?=\S+\s)", "", rest)
                return Form(fold(rest), place_key(front))
    match = _OF.match(text)
    if match is not None and is_place(match["place"], known):
        return Form(fold(_LEVEL.sub("", match["core"])), place_key(match["place"]))
    return Form(fold(_LEVEL.sub("", text)), "")


def full(name: str, owner: str) -> str:
    """A body's name with its owner made explicit: a place before it, a country behind it."""
    bare = _LEVEL.sub("", name)
    if country_of(owner) is not None:
        if name[:1].isupper() and not _LOCAL.match(name):
            bare = name  # "National Fisheries Authority of Fiji"
        return f"{bare} of {country_of(owner).name}"  # type: ignore[union-attr]
    return f"{_DESIGNATION.sub('', owner)} {bare}"
