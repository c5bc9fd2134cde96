"""Countries and places: who is called what, looked up by folded name.

Read once per process and never changed. Countries come from ``places/countries.tsv``, everything else from ``places/places.tsv.gz``;
``tools/make_places.py`` makes both from open data (``SOURCES.md``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from kg.data import DataError, many, read_text, rows

COUNTRY_COLUMNS = ("iso2", "iso3", "name", "other_names", "demonyms", "capital", "currency", "wikidata", "geonames")
PLACE_COLUMNS = ("name", "other_names", "type", "country", "admin1", "population", "geonames")
PLACE_TYPES = ("city", "capital", "region", "area", "water", "landform")

# letters that no decomposition takes apart, and the marks that stand for an apostrophe or a hyphen
_LETTERS = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | dict.fromkeys("’‘ʻʼ", "'")
    | dict.fromkeys("‑–", "-")
)


@dataclass(frozen=True, slots=True)
class CountryRecord:
    """One country or territory of ISO 3166-1 (and Kosovo, ``XK``). ``wikidata`` and ``geonames`` are "" where unknown."""

    iso2: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    currency: str
    wikidata: str
    geonames: str


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place that is no country; ``country`` is an ISO 3166-1 code or "", ``geonames`` "" where it has none here."""

    name: str
    other_names: tuple[str, ...]
    type: str  # city capital region area water landform
    country: str
    admin1: str
    population: int
    geonames: str


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """``name`` for comparing: case folded, diacritics gone, "đ" as "d", apostrophes and spaces alike (``Hà Nội`` -> ``ha noi``)."""
    if name.isascii():
        return " ".join(name.lower().split())
    # first without the type that letters are set in: a bold or full-width capital has no small letter of its own
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


class Gazetteer:
    """Places by folded name. Records are built when they are first asked for, so that loading stays cheap."""

    def __init__(self, text: str, path: str = "places/places.tsv.gz") -> None:
        """Index ``text`` (TSV with PLACE_COLUMNS); raises DataError with ``path`` and line where it is malformed."""
        self._path = path
        self._lines: list[str] = []
        self._numbers: list[int] = []
        self._index: dict[str, int | tuple[int, ...]] = {}
        self._ids: dict[str, int] = {}  # made when it is first asked for
        for number, line in enumerate(text.split("\n"), 1):
            if not line or line.startswith("#"):
                continue
            self._lines.append(line)
            self._numbers.append(number)
        if not self._lines or tuple(self._lines[0].split("\t")) != PLACE_COLUMNS:
            raise DataError(path, self._numbers[0] if self._numbers else 0, f"the columns should be {list(PLACE_COLUMNS)}")
        for at in range(1, len(self._lines)):
            cells = self._lines[at].split("\t", 2)
            if len(cells) != 3:
                raise DataError(path, self._numbers[at], "too few cells")
            self._add(cells[0], at)
            if cells[1]:
                for other in cells[1].split("|"):
                    self._add(other, at)

    def _add(self, name: str, at: int) -> None:
        key = name.lower() if name.isascii() else fold.__wrapped__(name)
        known = self._index.get(key)
        if known is None:
            self._index[key] = at
        elif isinstance(known, int):
            if known != at:
                self._index[key] = (known, at)
        elif at not in known:
            self._index[key] = (*known, at)

    def __len__(self) -> int:
        return len(self._lines) - 1

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._index

    def _record(self, at: int) -> PlaceRecord:
        cells = self._lines[at].split("\t")
        if len(cells) != len(PLACE_COLUMNS):
            raise DataError(self._path, self._numbers[at], f"{len(cells)} cells, expected {len(PLACE_COLUMNS)}")
        name, others, kind, country, admin1, population, geonames = cells
        if kind not in PLACE_TYPES or not population.isdigit():
            raise DataError(self._path, self._numbers[at], f"type {kind!r}, population {population!r}")
        return PlaceRecord(name, many(others), kind, country, admin1, int(population), geonames)

    def lookup(self, name: str) -> tuple[PlaceRecord, ...]:
        """Every place called ``name``, the most populous first (ties: name, country, id); empty where there is none."""
        found = self._index.get(fold(name))
        if found is None:
            return ()
        records = [self._record(at) for at in ((found,) if isinstance(found, int) else found)]
        return tuple(sorted(records, key=lambda r: (-r.population, r.name, r.country, r.geonames)))

    def by_id(self, geonames: str) -> PlaceRecord | None:
        """The place of a GeoNames id; None where there is none."""
        if not self._ids:
            self._ids = {line.rsplit("\t", 1)[-1]: at for at, line in enumerate(self._lines) if at and not line.endswith("\t")}
        at = self._ids.get(geonames)
        return None if at is None else self._record(at)

    def names(self) -> Iterable[str]:
        """Every name that ``lookup`` knows, folded."""
        return self._index.keys()

    def records(self) -> tuple[PlaceRecord, ...]:
        """Every place, in the file's order."""
        return tuple(self._record(at) for at in range(1, len(self._lines)))


@cache
def places() -> Gazetteer:
    """The gazetteer that comes with kg."""
    return Gazetteer(read_text("places/places.tsv.gz"))


@cache
def countries() -> Mapping[str, CountryRecord]:
    """Countries by ISO 3166-1 alpha-2 code, in the order of the codes."""
    path = "places/countries.tsv"
    found: dict[str, CountryRecord] = {}
    for line, c in rows(path, COUNTRY_COLUMNS):
        if c[0] in found:
            raise DataError(path, line, f"{c[0]!r} stands here twice")
        found[c[0]] = CountryRecord(c[0], c[1], c[2], many(c[3]), many(c[4]), c[5], c[6], c[7], c[8])
    return MappingProxyType(found)


# names of so many capitals at most ("US", "UAE") are known only as written: "us" is a pronoun
_AS_WRITTEN = 4
_NO_PLURAL = ("s", "sh", "ch", "ese", "man", "men")


@dataclass(frozen=True, slots=True)
class _Names:
    folded: Mapping[str, CountryRecord]
    as_written: Mapping[str, CountryRecord]
    demonyms: Mapping[str, CountryRecord]


@cache
def _names() -> _Names:
    folded: dict[str, CountryRecord] = {}
    as_written: dict[str, CountryRecord] = {}
    demonyms: dict[str, CountryRecord] = {}
    for record in countries().values():
        for name in (record.name, *record.other_names):
            acronym = name.isupper() and len(name.replace(".", "")) <= _AS_WRITTEN
            target, key = (as_written, name) if acronym else (folded, fold(name))
            if target.setdefault(key, record) is not record:
                raise DataError("places/countries.tsv", 0, f"{name!r} names {target[key].iso2} and {record.iso2}")
        for word in record.demonyms:
            for form in (word,) if word.endswith(_NO_PLURAL) else (word, word + "s"):
                if demonyms.setdefault(fold(form), record) is not record:
                    raise DataError("places/countries.tsv", 0, f"{form!r} is of {demonyms[fold(form)].iso2} and {record.iso2}")
    return _Names(MappingProxyType(folded), MappingProxyType(as_written), MappingProxyType(demonyms))


def country_names() -> Iterable[str]:
    """Every name, acronym, adjective and people that ``country_of`` knows, without the article."""
    names = _names()
    return (*names.as_written, *names.folded, *names.demonyms)


def country_of(name: str) -> CountryRecord | None:
    """The country that ``name`` names, or whose adjective or people it is; acronyms ("US", "UAE") only in capitals, else None.

    A leading "the" is ignored. "Georgia" and "Jordan" give the country: whether a state or a person is meant the caller must tell.
    """
    text = " ".join(name.split())
    text = text[4:] if text[:4].lower() == "the " else text
    names = _names()
    return names.as_written.get(text) or names.folded.get(fold(text)) or names.demonyms.get(fold(text))
