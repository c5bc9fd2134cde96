from __future__ import annotations

from kg.data import rows
from kg.data.gazetteer import COUNTRY_COLUMNS, places
from kg.data.positions import _lines, position


def test_every_line_is_a_position_or_a_countrys_number() -> None:
    for geonames in _lines():
        found = position(geonames)
        assert found is not None and (found.point or found.numeric)
        if found.point:
            longitude, latitude = found.point
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert not found.numeric or (len(found.numeric) == 3 and found.numeric.isdigit())


def test_every_country_of_the_list_has_a_number_of_its_own() -> None:
    numbers = []
    for _, cells in rows("places/countries.tsv", COUNTRY_COLUMNS):
        found = position(cells[8])
        assert found is not None and found.numeric, cells[0]
        numbers.append(found.numeric)
    assert len(set(numbers)) == len(numbers)


def test_every_city_of_the_gazetteer_has_a_point() -> None:
    for name in ("Hanoi", "Tokyo", "Saint Petersburg", "Batam", "Kumasi"):
        best = places().lookup(name)[0]
        found = position(best.geonames)
        assert found is not None and found.point, name


def test_an_unknown_id_has_none() -> None:
    assert position("") is None and position("1") is None and position("x") is None
