"""One thing, one entity: people, bodies, places and countries by whatever name, inside an article and across articles."""

from __future__ import annotations

import pytest

from fixtures.reading import count, entities, facts, refusals, resolution

ONE = [
    # people: full name first, then the short form by custom
    ("Kofi Asante, mayor of Tamale, spoke. Asante left. Mr Asante slept.", "Person", ["Kofi Asante"]),
    ("Nguyen Thi Hoa, Director of the Da Nang Department of Tourism, spoke. Hoa said visitors were up.", "Person", ["Nguyen Thi Hoa"]),
    ("María José Quintana Rojas, mayor of Antofagasta, spoke. Quintana Rojas left.", "Person", ["María José Quintana Rojas"]),
    ("Mr Kofi Asante met Mrs Ama Mensah. Mrs Mensah spoke.", "Person", ["Ama Mensah", "Kofi Asante"]),
    # namesakes are two
    ("Amina Diallo, the minister of trade, met Moussa Diallo, the mayor of Segou.", "Person", ["Amina Diallo", "Moussa Diallo"]),
    # countries by name, short name, adjective
    (
        "The United Kingdom and Ivory Coast met. Britain and Côte d'Ivoire agreed. The UK and Ivorian firms left.",
        "Country",
        ["Ivory Coast", "United Kingdom"],
    ),
    ("South Korea and North Korea met.", "Country", ["North Korea", "South Korea"]),
    # places with and without marks
    ("Da Nang and Đà Nẵng are one.", "Place", ["Đà Nẵng"]),
    # bodies: with their place in front, behind, as owner, or left out
    (
        "The People's Committee of Quang Nam Province met. Quang Nam Provincial People's Committee said roads opened.",
        "Agency",
        ["People's Committee of Quang Nam Province"],
    ),
    (
        "The Hanoi Department of Industry and Trade met in Hanoi. The Department of Industry and Trade said exports rose.",
        "Agency",
        ["Hanoi Department of Industry and Trade"],
    ),
    ("The Ports Authority of Kenya met. The Kenya Ports Authority said traffic fell.", "Agency", ["Ports Authority of Kenya"]),
    ("The Kenya Ports Board (KPB) met. KPB said traffic rose.", "Agency", ["Kenya Ports Board"]),
    ("Baltic Timber Oy, a sawmill operator, grew. Baltic Timber said so.", "Organization", ["Baltic Timber Oy"]),
    ("The International Monetary Fund met. The IMF said growth slowed.", "Organization", ["International Monetary Fund"]),
    # the same department of two places is two
    (
        "The Hanoi Department of Tourism met the Da Nang Department of Tourism.",
        "Agency",
        ["Da Nang Department of Tourism", "Hanoi Department of Tourism"],
    ),
    ("The Peruvian Ministry of Trade met. The Ministry of Trade of Peru said so.", "Agency", ["Ministry of Trade of Peru"]),
]


@pytest.mark.parametrize(("text", "type_", "expected"), ONE)
def test_inside_an_article(text: str, type_: str, expected: list[str]) -> None:
    assert sorted(entities(resolution(text), type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("first", "second", "type_", "expected"),
    [
        ("Vietnam said Hà Nội grew.", "Vietnam said Hanoi grew.", "Place", 1),
        ("Đà Nẵng hosted a seminar.", "Da Nang hosted a fair.", "Place", 1),
        ("Côte d'Ivoire grew.", "Traders praised Ivory Coast.", "Country", 1),
        ("The IMF said growth slowed.", "The International Monetary Fund said growth rose.", "Organization", 1),
        ("The Ports Authority of Kenya met.", "The Kenya Ports Authority met.", "Agency", 1),
        ("Mr Trần Văn Nam spoke.", "Mr Tran Van Nam spoke.", "Person", 1),
        ("Mr Kofi Asante spoke in Accra.", "Mr Kofi Asante spoke in Tamale.", "Person", 1),
        # the same words of another state's body
        ("The Ministry of Trade met in Lima, Peru.", "The Ministry of Trade met in Suva, Fiji.", "Agency", 2),
        # marks tell people apart
        ("Mr Trần Văn Nam spoke.", "Mr Trần Văn Năm spoke.", "Person", 2),
        # a family name alone is nobody that another article knows
        ("Mr Kofi Asante spoke.", "Mr Asante spoke.", "Person", 2),
        # what an acronym stands for is known in its own article only
        ("The Kenya Ports Board (KPB) met.", "The Oslo Ports Board (KPB) met.", "Agency", 2),
        ("The Da Nang Department of Tourism met.", "The Department of Tourism of Da Nang met.", "Agency", 1),
    ],
)
def test_across_articles(first: str, second: str, type_: str, expected: int) -> None:
    assert count(resolution(first, second), type_) == expected


def test_other_names_and_evidence_of_both_articles_are_kept() -> None:
    found = resolution("Mr Trần Văn Nam spoke.", "Mr Tran Van Nam spoke in Hue.")
    (person,) = entities(found, "Person").values()
    assert {person.name, *person.other_names} == {"Trần Văn Nam", "Tran Van Nam"}
    assert person.articles == ("a", "b")
    assert [m.quote for m in person.mentions] == ["Trần Văn Nam", "Tran Van Nam"]
    assert "the same name in several articles" in person.reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hanoi grew. The city's Department of Tourism met.", "Hanoi Department of Tourism"),
        ("Tamale is a city. The municipal Department of Roads met.", "Tamale Department of Roads"),
        ("Experts praised Durban's Department of Tourism.", "Durban Department of Tourism"),
        ("Experts praised Peru's Ministry of Trade.", "Ministry of Trade of Peru"),
    ],
)
def test_an_agencys_place_is_made_explicit(text: str, name: str) -> None:
    assert name in entities(resolution(text), "Agency")


def test_an_owner_that_nobody_can_tell_leaves_the_name_alone() -> None:
    assert list(entities(resolution("The city's Department of Tourism met."), "Agency")) == ["Department of Tourism"]


def test_namesakes_by_their_short_name_are_refused() -> None:
    found = resolution("Amina Diallo, the minister of trade, met Moussa Diallo, the mayor of Segou. Diallo said exports rose.")
    assert "two people of this name" in refusals(found)
    assert not facts(found, "statement")


def test_namesakes_are_told_apart_by_title_or_honorific() -> None:
    text = "Mr Moussa Diallo met Mrs Amina Diallo. Mrs Diallo said exports rose. Mr Diallo said imports fell."
    assert facts(resolution(text), "statement") == [
        "statement: speaker=Amina Diallo text=exports rose (said)",
        "statement: speaker=Moussa Diallo text=imports fell (said)",
    ]


@pytest.mark.parametrize(
    ("text", "told", "metonym"),
    [
        ("Lisbon has nominated a new ambassador. Porto is a city.", "Porto", "Lisbon"),
        ("The debt is owed by Kinshasa to Chile.", "Chile", "Kinshasa"),
        ("Talks between Madrid and Rabat ended in Porto.", "Porto", "Madrid"),
    ],
)
def test_a_capital_that_stands_for_its_government_is_no_place(text: str, told: str, metonym: str) -> None:
    names = set(entities(resolution(text)))
    assert told in names
    assert metonym not in names


@pytest.mark.parametrize(
    "text", ["Visitors flocked to Lisbon.", "Lisbon is a port.", "A fair was held in Lisbon.", "Lisbon attracts tourists."]
)
def test_a_capital_that_is_meant_as_a_city_is_one(text: str) -> None:
    assert "Lisbon" in entities(resolution(text), "Place")


def test_links_outward() -> None:
    found = entities(resolution("Vietnam said Da Nang grew."))
    assert dict(found["Vietnam"].codes) == {"iso3166": "VN"}
    assert any(iri.startswith("http://www.wikidata.org/entity/Q") for iri in found["Vietnam"].same_as)
    assert any(iri.startswith("https://sws.geonames.org/") for iri in found["Da Nang"].same_as)
    assert found["Da Nang"].within == found["Vietnam"].key


def test_a_place_of_many_countries_is_linked_only_where_the_article_tells() -> None:
    assert entities(resolution("Traders met in Georgetown."))["Georgetown"].same_as == ()
    assert entities(resolution("Guyana said Georgetown grew."))["Georgetown"].within == "country:guyana"
