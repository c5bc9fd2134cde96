"""What the word lists say of a stretch of pieces: is this a title, an honorific, a body's head noun, a country, a place?

All answers are lengths in pieces or records; 0 and None mean no. Lists are read once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

from kg.annotate.words import Piece
from kg.data import gazetteer, rows
from kg.data import words as lists
from kg.data.edges import opening, openings
from kg.data.frequency import zipf
from kg.data.gazetteer import CountryRecord, PlaceRecord
from kg.data.words import BodyNoun, KnownBody

Record = TypeVar("Record")
_EVERYDAY = 2.4  # Zipf frequency of a word that everybody knows
LONGEST = 7  # pieces in the longest entry that is looked up


@cache
def _lines(name: str) -> frozenset[str]:
    text = (files("kg.data") / "text" / name).read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def opener(key: str) -> bool:
    """A word that begins sentences and is no name."""
    return key.partition("'")[0] in _lines("openers.txt")


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, (name, word) in rows("text/name_words.tsv", ("set", "word")):
        found.setdefault(name, set()).add(word)
    return {name: frozenset(words_) for name, words_ in found.items()}


def words(name: str) -> frozenset[str]:
    """A word class of ``text/name_words.tsv``."""
    return _sets()[name]


def no_name(text: str) -> bool:
    """A capitalised word or acronym that names nobody and nothing ("GDP", "Thursday"), as written."""
    return text in _lines("no_names.txt")


@cache
def _foreign() -> Mapping[str, str]:
    return {cells[0]: cells[1] for _, cells in rows("text/foreign_heads.tsv", ("noun", "type"))}


def foreign_head(piece: Piece) -> str | None:
    """The type of body that a noun of another language begins ("Banque", "Instituto"); None for other words."""
    return _foreign().get(piece.text.lower()) if piece.cap else None


def named_event(key: str) -> bool:
    """A noun that heads the names of events and is no event in small letters ("Day", "Week", "Meet")."""
    return key in _lines("named_events.txt")


def portfolio(key: str) -> bool:
    """A word of ministries' names ("trade", "planning")."""
    return key in _lines("portfolio.txt")


@cache
def everyday(key: str, least: float = _EVERYDAY) -> bool:
    """A word of the language ("fibre", "marketing", "aquatic") that is nobody's name, no place and no country."""
    if portfolio(key):
        return True
    if zipf(key) < least or given(key) or (surname(key) and key not in lists.bodies()):
        return False
    return gazetteer.country_of(key.title()) is None and not gazetteer.places().lookup(key.title())


@cache
def _parts() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for _, (part, where, says) in rows("text/name_parts.tsv", ("part", "where", "says")):
        found.setdefault((where, says), []).append(part)
    return {key: tuple(parts) for key, parts in found.items()}


@cache
def made_like(key: str, says: str) -> bool:
    """Whether the letters of a word are those of a ``person``'s family name ("-enko") or of a ``firm`` ("agro-", "-bank")."""
    if len(key) < 5 or zipf(key) >= _EVERYDAY + 1:
        return False
    ends, starts = _parts().get(("end", says), ()), _parts().get(("start", says), ())
    return any(key.endswith(e) and len(key) - len(e) > 2 for e in ends) or any(key.startswith(s) and len(key) - len(s) > 2 for s in starts)


@cache
def _particles() -> frozenset[str]:
    found = [key for key, records in lists.surnames().items() if any(s.role == "particle" for s in records)]
    return frozenset(word for key in found for word in key.split()) - _lines("openers.txt")


def particle(key: str) -> bool:
    """A small word inside names ("bin", "van", "der")."""
    return key in _particles()


def surname(key: str) -> bool:
    """A listed surname."""
    return any(s.role == "surname" for s in lists.surnames().get(key, ()))


def family_first(key: str) -> bool:
    """A surname of a custom that writes it first."""
    return any(s.role == "surname" and s.order == "family-first" for s in lists.surnames().get(key, ()))


def given(key: str) -> bool:
    """A listed given name."""
    return key in lists.given_names()


@cache
def _known_openings(kind: str) -> frozenset[str]:
    """How the entries of a list begin; few words do, so that most of a text needs no further look-up."""
    if kind == "titles":
        return openings(lists.titles())
    if kind == "modifiers":
        return openings(lists.title_modifiers())
    if kind == "honorifics":
        return openings(lists.honorifics())
    if kind == "bodies":
        return openings(lists.bodies())
    if kind == "known":
        return openings(lists.known_bodies())
    if kind == "agreements":
        return openings(_agreements())
    if kind == "countries":
        return openings(gazetteer.country_names()) | {"the"}
    return openings(gazetteer.places().names())


def _may_begin(kind: str, piece: Piece) -> bool:
    return opening(piece.text) in _known_openings(kind)


def _joined(pieces: Sequence[Piece], first: int, last: int) -> str:
    """The pieces as one lower-case string, single-spaced as the text has them ("lt. gov.", "chargé d'affaires")."""
    parts = [pieces[first].text]
    for k in range(first + 1, last):
        glue = "" if pieces[k].start == pieces[k - 1].end else " "
        parts.append(glue + pieces[k].text)
    return "".join(parts)


def longest(table: Mapping[str, Record], pieces: Sequence[Piece], first: int, last: int) -> tuple[int, Record | None]:
    """The longest entry of ``table`` at ``pieces[first]``: its length in pieces and its record."""
    for stop in range(min(last, first + LONGEST), first, -1):
        text = _joined(pieces, first, stop).replace("’", "'")
        found = table.get(text) or table.get(text.lower())
        if found is not None:
            return stop - first, found
    return 0, None


def title_at(pieces: Sequence[Piece], first: int, last: int) -> int:
    """Pieces of the title at ``first``, modifiers included ("Acting Deputy Director"); 0 if none."""
    if first >= last:
        return 0
    prefix, joint, rest = pieces[first].key.partition("-")
    if joint and prefix in ("ex", "vice", "co", "deputy") and rest in lists.titles():
        return 1
    at = first
    modifiers = lists.title_modifiers()
    while at < last:
        size = longest(modifiers, pieces, at, last)[0] if _may_begin("modifiers", pieces[at]) else 0
        nxt = longest(lists.titles(), pieces, at, last)[0] if _may_begin("titles", pieces[at]) else 0
        if nxt > size or not size:
            break
        at += size
        if at < last and pieces[at].text == "-":
            at += 1
    # a word may be modifier and title ("head of", "chief"): the last one may turn out to be the title itself
    for start in range(min(at, last - 1), first - 1, -1):
        size = longest(lists.titles(), pieces, start, last)[0] if _may_begin("titles", pieces[start]) else 0
        if size:
            return start + size - first
    return 0


def honorific_at(pieces: Sequence[Piece], first: int, last: int) -> int:
    """Pieces of the honorific at ``first``, its full stop included; 0 if none. "Sir" and the like only with a capital."""
    if not pieces[first].cap or not _may_begin("honorifics", pieces[first]):
        return 0
    size = 0
    for stop in range(min(last, first + LONGEST), first, -1):
        if _joined(pieces, first, stop) in lists.honorifics():
            size = stop - first
            break
    if size and first + size < last and pieces[first + size].text == "." and pieces[first + size].start == pieces[first + size - 1].end:
        size += 1
    return size


def honorific_gender(text: str) -> str:
    """m, f or "" for an honorific as written."""
    record = lists.honorifics().get(text) or lists.honorifics().get(text.rstrip("."))
    return record.gender if record else ""


@cache
def _small_forms() -> frozenset[str]:
    return frozenset(key for key, noun in lists.bodies().items() if noun.where == "last" and key == noun.noun and key[0].islower())


def small_form(text: str) -> bool:
    """A form of company that is written with a small letter first ("d.d.", "s.r.o.")."""
    return text in _small_forms()


def body_noun(piece: Piece) -> BodyNoun | None:
    """The record of a head noun of bodies ("Ministry", "JSC") written with a capital; plurals count."""
    if not piece.cap and not small_form(piece.text):
        return None
    return lists.bodies().get(piece.text) or lists.bodies().get(piece.text.lower())


def body_noun_at(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, BodyNoun | None]:
    """As ``body_noun`` for nouns of several words ("Opera House", "Industrial Park")."""
    if not pieces[first].cap:
        return (1, lists.bodies()[pieces[first].text]) if small_form(pieces[first].text) else (0, None)
    if not _may_begin("bodies", pieces[first]):
        return 0, None
    for stop in range(min(last, first + 4), first, -1):
        if all(p.cap or p.text in "-.,&" or p.key in ("of", "and", "'s") for p in pieces[first:stop]):
            text = _joined(pieces, first, stop)
            found = lists.bodies().get(text) or lists.bodies().get(text.lower())
            if found is not None:
                return stop - first, found
    return 0, None


def country_at(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, CountryRecord | None]:
    """The longest country name or adjective of a country at ``first``."""
    if not (pieces[first].cap or pieces[first].key == "the") or not _may_begin("countries", pieces[first]):
        return 0, None
    for stop in range(min(last, first + LONGEST), first, -1):
        if pieces[stop - 1].shape in ("cap", "num") or pieces[stop - 1].text == ".":
            found = gazetteer.country_of(_joined(pieces, first, stop))
            if found is not None:
                return stop - first, found
    return 0, None


def adjective(text: str) -> bool:
    """Whether a country's word is an adjective or a people ("Thai", "Filipinos") and no name of the country."""
    record = gazetteer.country_of(text)
    if record is None:
        return False
    key = gazetteer.fold(text)
    return key not in {gazetteer.fold(n) for n in (record.name, *record.other_names)} and text not in record.other_names


def place_at(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, tuple[PlaceRecord, ...]]:
    """The longest place of the gazetteer at ``first``, with its candidates, the most populous first."""
    if not pieces[first].cap or not _may_begin("places", pieces[first]):
        return 0, ()
    for stop in range(min(last, first + 5), first, -1):
        if pieces[stop - 1].shape in ("cap", "num") or pieces[stop - 1].text == ".":
            found = gazetteer.places().lookup(_joined(pieces, first, stop))
            if found:
                return stop - first, found
    return 0, ()


def known_body_at(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, KnownBody | None]:
    """The longest well-known body at ``first``; acronyms only as they are written."""
    if not pieces[first].cap or not _may_begin("known", pieces[first]):
        return 0, None
    for stop in range(min(last, first + LONGEST), first, -1):
        text = _joined(pieces, first, stop)
        found = lists.known_bodies().get(text) or lists.known_bodies().get(text.lower() if len(text) > 4 or " " in text else "")
        if found is not None:
            return stop - first, found
    return 0, None


@cache
def _agreements() -> Mapping[str, str]:
    found = rows("agreements/known.tsv", ("name", "acronyms", "kind"))
    return {name: cells[0] for _, cells in found for name in (cells[0], *cells[1].split("|")) if name}


def known_agreement_at(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, str]:
    """The length of the longest well-known agreement at ``first``, as it is written, and its full name."""
    if not pieces[first].cap or not _may_begin("agreements", pieces[first]):
        return 0, ""
    for stop in range(min(last, first + 10), first, -1):
        full = _agreements().get(_joined(pieces, first, stop).replace("–", "-"))
        if full:
            return stop - first, full
    return 0, ""


def acronym(text: str) -> bool:
    """Whether a word looks like an acronym: two to eight signs, capitals for the most part, starting with one."""
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return 2 <= len(text) <= 8 and len(letters) >= 2 and text[0].isupper() and upper >= 2 and upper * 2 > len(letters)
