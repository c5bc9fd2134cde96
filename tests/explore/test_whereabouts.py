from __future__ import annotations

import pytest

from fixtures import told
from kg.explore import Explorer
from kg.explore.whereabouts import whereabouts


def test_a_country_has_its_number_and_its_capitals_point() -> None:
    assert whereabouts(["http://www.wikidata.org/entity/Q881", "https://sws.geonames.org/1562822/"]) == {
        "at": [105.84, 21.02],
        "numeric": "704",
    }


def test_a_city_has_a_point_alone() -> None:
    assert whereabouts(["http://www.geonames.org/1581130/hanoi.html"]) == {"at": [105.84, 21.02]}


@pytest.mark.parametrize(
    "links", [[], ["https://sws.geonames.org/1/"], ["https://evil.example/sws.geonames.org/1562822/"], ["https://sws.geonames.org/"]]
)
def test_nothing_else_has_a_place(links: list[str]) -> None:
    assert whereabouts(links) == {}


def test_the_overview_tells_it_where_it_is_known() -> None:
    things = {thing["name"]: thing for thing in Explorer(told.graph()).overview()["things"]}
    assert things["Hanoi"]["at"] == [105.84, 21.02] and things["Singapore"]["numeric"] == "702"
    assert "at" not in things["Tokyo"] and "at" not in things["Trade Bureau"]


def test_the_overview_tells_terms_and_the_articles_iris() -> None:
    overview = Explorer(told.graph()).overview()
    terms = {(fact["kind"], fact["term"]) for fact in overview["facts"]}
    assert {("post", "Director"), ("participant", "opener"), ("tie", "exports_to"), ("statistic", "partner"), ("statistic", "")} <= terms
    assert {article["iri"] for article in overview["articles"]} == {f"{overview['base']}article/{name}" for name in ("fair", "accord")}
