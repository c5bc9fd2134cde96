"""Namesakes apart and spellings together, each with its reason, whatever the order of the articles."""

from __future__ import annotations

from itertools import permutations

import pytest

from fixtures.reading import reading
from kg.extract import kinds
from kg.resolve import Member, apart, resolve, settle
from kg.resolve.context import Context
from kg.resolve.names import INITIAL, JOINED, LEFT_OUT, ORDER, SPELLING, block, fits
from kg.resolve.persons import APART, SEVERAL
from kg.resolve.reading import LocalEntity

GHANA = ("minister", "agency:ghana-ministry-trade", "GH")
KENYA = ("minister", "agency:kenya-ministry-trade", "KE")


def person(article: str, name: str, *posts: tuple[str, str, str], **around: object) -> Member:
    entity = LocalEntity(0, "Person", name, ((name, 1),), "", "", "", True, "", "", (), ())
    return Member(article, entity, Context(posts=posts, **around))  # type: ignore[arg-type]


def keys(*members: Member) -> dict[str, str]:
    """Article -> key, the same in every order."""
    found = {m.article: s.key for m, s in zip(members, settle("person:x", members), strict=True)}
    for order in list(permutations(members))[:24]:
        assert {m.article: s.key for m, s in zip(order, settle("person:x", order), strict=True)} == found
    return found


def whys(*members: Member) -> dict[str, str]:
    return {m.article: s.why for m, s in zip(members, settle("person:x", members), strict=True)}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("k asante", "kofi asante", INITIAL),
        ("kofi m asante", "kofi mensah asante", INITIAL),
        ("kofi m asante", "kofi asante", LEFT_OUT),
        ("kofi mensah asante", "kofi asante", LEFT_OUT),
        ("k asante", "kofi mensah asante", INITIAL),
        ("tran van nam", "tran nam", LEFT_OUT),
        ("mohammed ali", "muhammad ali", SPELLING),
        ("yousef haddad", "yusuf haddad", SPELLING),
        ("volodymyr zelenskyy", "volodymyr zelensky", SPELLING),
        ("jinping xi", "xi jinping", ORDER),
        ("xi jin ping", "xi jinping", JOINED),
        ("kofi asante", "kwame asante", ""),
        ("kofi asante", "kofi mensah", ""),
        ("kofi mensah asante", "kofi yaw asante", ""),
        ("k asante", "yaw asante", ""),
        ("asante", "kofi asante", ""),
        ("ronaldo", "ronaldo", ""),
    ],
)
def test_names_that_may_be_one(one: str, other: str, why: str) -> None:
    first, second = one.split(), other.split()
    assert fits(first, second) == fits(second, first) == why
    if why:
        assert block(first) == block(second)


def test_posts_of_two_states_are_two_people() -> None:
    members = (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante", KENYA), person("c", "Kofi Asante", KENYA))
    assert keys(*members) == {"a": "person:kofi-asante", "b": "person:kofi-asante-ke", "c": "person:kofi-asante-ke"}
    assert "told apart by the states of their posts (KE)" in whys(*members)["c"]


def test_the_first_article_keeps_the_plain_key_when_a_namesake_comes() -> None:
    first = person("a", "Kofi Asante", GHANA)
    assert keys(first)["a"] == keys(first, person("b", "Kofi Asante", KENYA))["a"] == "person:kofi-asante"


@pytest.mark.parametrize(
    "members",
    [
        (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante", ("mayor", "agency:tamale", "GH"))),
        (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante", ("director", "organization:acme-tea", ""))),
        (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante")),
        (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante", KENYA), person("c", "Kofi Asante", GHANA, KENYA)),
        (person("a", "Kofi Asante", GHANA, home="GH"), person("b", "Kofi Asante", KENYA, home="GH")),
        (
            person("a", "Kofi Asante", GHANA, ("member", "agency:imf", "")),
            person("b", "Kofi Asante", KENYA, ("member", "agency:imf", "")),
        ),
    ],
)  # fmt: skip
def test_what_contradicts_nothing_is_one(members: tuple[Member, ...]) -> None:
    assert set(keys(*members).values()) == {"person:kofi-asante"}


def test_who_has_no_post_goes_to_the_only_one_that_fits() -> None:
    two = (person("a", "Kofi Asante", GHANA), person("b", "Kofi Asante", KENYA))
    others = (
        person("c", "Kofi Asante", home="KE"),
        person("d", "Kofi Asante", home="GH", bodies=(KENYA[1],)),
        person("e", "Kofi Asante", home="PE"),
        person("f", "Kofi Asante", bodies=(GHANA[1], KENYA[1])),
    )
    found = keys(*two, *others)
    assert found["c"] == "person:kofi-asante-ke"
    assert found["d"] == "person:kofi-asante-ke"
    assert len({found["a"], found["b"], found["e"], found["f"]}) == 4
    told = whys(*two, *others)
    assert told["e"] == told["f"] == APART
    assert "a body that the article names" in told["d"] and "article's country" in told["c"]


def test_initials_need_the_same_post() -> None:
    full = person("a", "Kofi Asante", GHANA)
    assert keys(full, person("b", "K. Asante", GHANA))["b"] == "person:kofi-asante"
    assert keys(full, person("b", "K. Asante", ("adviser", GHANA[1], "GH")))["b"] == "person:k-asante"
    assert keys(full, person("b", "K. Asante", bodies=(GHANA[1],)))["b"] == "person:k-asante"
    assert (
        keys(person("a", "Kofi Asante", things=("event:x-y",)), person("b", "K. Asante", things=("event:x-y",)))["b"]
        == "person:kofi-asante"
    )


def test_an_initial_of_two_people_belongs_to_neither() -> None:
    members = (person("a", "Kofi Asante", GHANA), person("b", "Kwame Asante", GHANA), person("c", "K. Asante", GHANA))
    assert len(set(keys(*members).values())) == 3
    assert whys(*members)["c"] == SEVERAL and whys(*members)["a"] == ""


def test_other_spellings_need_a_post_or_body() -> None:
    one = person("a", "Mohammed Hassan", GHANA)
    assert keys(one, person("b", "Muhammad Hasan", ("mayor", GHANA[1], "GH")))["b"] == "person:mohammed-hassan"
    assert keys(one, person("b", "Muhammad Hasan", bodies=(GHANA[1],)))["b"] == "person:mohammed-hassan"
    assert keys(one, person("b", "Muhammad Hasan"))["b"] == "person:muhammad-hasan"
    assert keys(one, person("b", "Muhammad Hasan", KENYA))["b"] == "person:muhammad-hasan"
    assert "another spelling of the same name" in whys(one, person("b", "Muhammad Hasan", GHANA))["b"]


def test_marks_keep_apart_and_a_post_tells_which() -> None:
    nam, năm = person("a", "Trần Văn Nam", GHANA), person("b", "Trần Văn Năm", KENYA)
    found = keys(nam, năm, person("c", "Tran Van Nam", KENYA), person("d", "Tran Van Nam"))
    assert found["a"] == "person:tran-van-nam" and found["b"] == found["c"] != found["a"]
    assert found["d"] not in (found["a"], found["b"])
    assert keys(person("a", "Trần Văn Năm", GHANA), person("b", "Trần Nam", GHANA))["b"] == "person:tran-nam"


def test_a_name_in_another_script_never_shares_a_key() -> None:
    assert len(set(keys(person("a", "北京"), person("b", "上海")).values())) == 2


def test_a_crowd_is_compared_by_given_name() -> None:
    crowd = [person(f"m{n:03d}", f"Kofi{chr(97 + n % 26)}{chr(97 + n // 26)} Asante", GHANA) for n in range(150)]
    found = settle("person:asante-k", [*crowd, person("z", "Kofiaa Mensah Asante", GHANA)])
    assert found[-1].key == found[0].key and len({s.key for s in found}) == 150


def test_look_alikes_say_why() -> None:
    paris = [
        Member(a, LocalEntity(0, "Place", "Paris", (("Paris", 1),), a and f"geonames:{a}", "", "", True, "", "", (), ()))
        for a in ("1", "2", "")
    ]
    told = apart("place:paris", {"place:paris": [paris[0], paris[2]], "place:paris-2": [paris[1]], "": [paris[1]]})
    assert told == (("place:paris-2", "another id (geonames:1 here, geonames:2 there)"),)
    one, other = [person("a", "Kofi Asante", GHANA)], [person("b", "K. Asante")]
    assert apart("x", {"x": one, "y": other}) == ((("y", f"{INITIAL}, and no post, body, event or agreement that both have")),)
    assert apart("x", {"x": one, "y": [person("b", "Yaw Asante", GHANA)]}) == ()


TEXTS = {
    "a": "Kofi Asante, Minister of the Ministry of Trade of Ghana, spoke in Accra, Ghana. Ghana said so.",
    "b": "Kofi Asante, Minister of the Ministry of Trade of Kenya, spoke in Nairobi, Kenya. Kenya said so.",
    "c": "K. Asante, Minister of the Ministry of Trade of Ghana, spoke in Kumasi, Ghana. Ghana said so.",
    "d": "Kofi Asante spoke in Paris, France.",
    "e": "Kenyan Ambassador to Ghana Ama Boateng spoke in Accra. The Ghanaian Trade Ministry agreed.",
    "f": "Ama Boateng, Minister of the Ministry of Trade of Ghana, spoke in Accra, Ghana. Acme Tea Ltd hired. Acme Tea grew.",
    "g": "Ola Berg, director of Acme Tea PLC, spoke. Acme Foods JSC hired Jane Roe.",
    "h": "Ola Berg, director of Acme Foods, spoke.",
}


def test_articles_through_all_stages() -> None:
    found = resolve([reading(text, name) for name, text in TEXTS.items()], kinds())
    at = {(article, e.type): e for e in found.entities for article in e.articles if e.type in ("Person", "Agency")}
    assert at[("a", "Person")] == at[("c", "Person")] and "an initial for a given name" in at[("a", "Person")].reason
    assert len({at[(article, "Person")].key for article in "abd"}) == 3
    assert at[("e", "Person")] == at[("f", "Person")]  # an ambassador serves one state in another
    assert at[("e", "Agency")] == at[("f", "Agency")] and "another order" in at[("e", "Agency")].reason
    firms = {e.key: e.articles for e in found.entities if e.type == "Organization"}
    assert firms["organization:acme-foods-jsc"] == ("g", "h")
    assert {"organization:acme-tea-ltd", "organization:acme-tea-plc"} <= firms.keys()
