from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.data import DataError, gazetteer
from kg.data.gazetteer import COUNTRY_COLUMNS, PLACE_COLUMNS, PLACE_TYPES, Gazetteer, countries, country_of, fold, places

HEAD = "\t".join(PLACE_COLUMNS)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Hà Nội", "ha noi"),
        ("Đà  Nẵng", "da nang"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
        ("Xi’an", "xi'an"),
        ("São Tomé", "sao tome"),
        ("USA", "usa"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_fold_is_stable_and_bears_no_latin_marks(text: str) -> None:
    once = fold(text)
    assert once == " ".join(once.split())
    assert not any(unicodedata.combining(c) for c in once)


@pytest.mark.parametrize(
    ("name", "iso2"),
    [
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("Việt Nam", "VN"),
        ("Republic of Korea", "KR"),
        ("RoK", "KR"),
        ("Korea", "KR"),
        ("DPRK", "KP"),
        ("North Korean", "KP"),
        ("Korean", "KR"),
        ("Lao PDR", "LA"),
        ("Laotian", "LA"),
        ("US", "US"),
        ("U.S.", "US"),
        ("the US", "US"),
        ("the United States", "US"),
        ("The Philippines", "PH"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("British", "GB"),
        ("Britons", "GB"),
        ("UAE", "AE"),
        ("Emirati", "AE"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Democratic Republic of the Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Kosovo", "XK"),
        ("Taiwan", "TW"),
        ("Filipinos", "PH"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Timor-Leste", "TL"),
        ("Burmese", "MM"),
    ],
)
def test_country_of(name: str, iso2: str) -> None:
    found = country_of(name)
    assert found is not None
    assert found.iso2 == iso2


@pytest.mark.parametrize("name", ["us", "uk", "the us", "Congo", "Hanoi", "European", "Asian", "EU", "", "the", "Chineses", "car"])
def test_no_country(name: str) -> None:
    assert country_of(name) is None


def test_names_of_two_countries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for cells in ("Same\t\tAish", "Same\t\tBish", "Else\t\tAish"):
        first, second = "AA\tAAA\tSame\t\tAish", "BB\tBBB\t" + cells
        text = "\n".join(["\t".join(COUNTRY_COLUMNS), *(line + "\tX\tEUR\tQ1\t1" for line in (first, second))])
        monkeypatch.setattr("kg.data.read_text", lambda path, text=text: text)
        monkeypatch.setattr(gazetteer, "countries", countries.__wrapped__)
        with pytest.raises(DataError, match="AA"):
            gazetteer._names.__wrapped__()
    monkeypatch.setattr("kg.data.read_text", lambda path: "\t".join(COUNTRY_COLUMNS) + 2 * "\nAA\tAAA\tSame\t\t\t\t\t\t")
    with pytest.raises(DataError, match="stands here twice"):
        countries.__wrapped__()


def test_countries_are_whole() -> None:
    found = countries()
    assert len(found) == 250
    assert list(found) == sorted(found)
    for code, record in found.items():
        assert code == record.iso2
        assert len(code) == 2 and code.isupper()
        assert len(record.iso3) == 3 and record.iso3.isupper()
        assert record.wikidata[0] == "Q" and record.wikidata[1:].isdigit()
        assert record.geonames.isdigit()
        assert record.name and record.name not in record.other_names
    assert (
        len({r.wikidata for r in found.values()})
        == len({r.iso3 for r in found.values()})
        == len({r.geonames for r in found.values()})
        == 250
    )


@pytest.mark.parametrize(
    ("iso2", "wikidata", "geonames", "capital", "currency"),
    [
        ("VN", "Q881", "1562822", "Hanoi", "VND"),
        ("DK", "Q35", "2623032", "Copenhagen", "DKK"),
        ("NL", "Q55", "2750405", "Amsterdam", "EUR"),
        ("US", "Q30", "6252001", "Washington", "USD"),
        ("GH", "Q117", "2300660", "Accra", "GHS"),
        ("LS", "Q1013", "932692", "Maseru", "LSL"),
    ],
)
def test_country_ids(iso2: str, wikidata: str, geonames: str, capital: str, currency: str) -> None:
    record = countries()[iso2]
    assert (record.wikidata, record.geonames, record.capital, record.currency) == (wikidata, geonames, capital, currency)


@pytest.mark.parametrize(
    ("name", "first", "kind", "country"),
    [
        ("Hanoi", "Hanoi", "capital", "VN"),
        ("Hà Nội", "Hanoi", "capital", "VN"),
        ("HA NOI", "Hanoi", "capital", "VN"),
        ("HCM City", "Ho Chi Minh City", "city", "VN"),
        ("Saigon", "Ho Chi Minh City", "city", "VN"),
        ("Hai Phong", "Haiphong", "city", "VN"),
        ("Danang", "Da Nang", "city", "VN"),
        ("Kiev", "Kyiv", "capital", "UA"),
        ("Bombay", "Mumbai", "city", "IN"),
        ("St. Paul", "Saint Paul", "city", "US"),
        ("Washington", "Washington", "capital", "US"),
        ("Washington, D.C.", "Washington", "capital", "US"),
        ("New York", "New York City", "city", "US"),
        ("Georgia", "Georgia", "region", "US"),
        ("Binh Duong", "Binh Duong", "region", "VN"),
        ("Guangxi", "Guangxi", "region", "CN"),
        ("Southeast Asia", "Southeast Asia", "area", ""),
        ("South-East Asia", "Southeast Asia", "area", ""),
        ("Mekong Delta", "Mekong Delta", "region", "VN"),
        ("East Sea", "South China Sea", "water", ""),
        ("Zurich", "Zürich", "city", "CH"),
        ("Lagos", "Lagos", "city", "NG"),
    ],
)
def test_lookup(name: str, first: str, kind: str, country: str) -> None:
    found = places().lookup(name)
    assert found
    assert (found[0].name, found[0].type, found[0].country) == (first, kind, country)
    assert name in places()


@pytest.mark.parametrize("name", ["Bank", "Union", "Trade", "March", "Vietnam", "ASEAN", "EU", "", "Xyzzy City", "of"])
def test_no_place(name: str) -> None:
    assert places().lookup(name) == ()
    assert name not in places()


@pytest.mark.parametrize("name", ["Lebanon", "Cuba", "Peru"])
def test_towns_called_like_a_country_are_left_out(name: str) -> None:
    assert all(r.type != "city" for r in places().lookup(name))


def test_lookup_is_sorted_by_population() -> None:
    found = places().lookup("Victoria")
    assert [r.population for r in found] == sorted((r.population for r in found), reverse=True)
    assert {"AU", "CA"} <= {r.country for r in found}


def test_every_place_is_whole() -> None:
    records = places().records()
    assert len(records) == len(places()) > 60_000
    known = set(countries())
    ids = [r.geonames for r in records if r.geonames]
    assert len(ids) == len(set(ids))
    assert all(r.name and r.type in PLACE_TYPES and (not r.country or r.country in known) for r in records)
    assert all(not i or i.isdigit() for i in ids)
    keys = [(r.country, r.name, r.type, r.admin1, r.geonames) for r in records]
    assert keys == sorted(keys)


def test_loading_is_fast() -> None:
    from kg.data import read_text

    start = time.process_time()
    Gazetteer(read_text("places/places.tsv.gz"))
    assert time.process_time() - start < 2  # 0.15 s on one free core


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 0), ("# note\nname\n", 2), (f"{HEAD}\nHanoi\n", 2)],
)
def test_malformed_on_load(text: str, line: int) -> None:
    with pytest.raises(DataError, match=r"x\.tsv") as caught:
        Gazetteer(text, "x.tsv")
    assert caught.value.line == line


@pytest.mark.parametrize("row", ["A\t\tcity\tVN\t01\t5", "A\t\tcity\tVN\t01\tmany\t1", "A\t\ttown\tVN\t01\t5\t1"])
def test_malformed_record(row: str) -> None:
    with pytest.raises(DataError, match=r"x.tsv, line 3"):
        Gazetteer(f"# note\n{HEAD}\n{row}\n", "x.tsv").lookup("A")


def test_one_name_many_places() -> None:
    text = "\n".join([HEAD, "A\tB|B|Á\tcity\tVN\t01\t5\t1", "B\t\tcity\tLA\t01\t7\t2", "B\t\tcity\tTH\t01\t7\t3"])
    small = Gazetteer(text)
    assert [r.geonames for r in small.lookup("b")] == ["2", "3", "1"]
    assert [r.geonames for r in small.lookup("A")] == ["1"]
    assert len(small) == 3
