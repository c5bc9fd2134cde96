"""Articles put together: keys that stay, order that does not matter, facts once with all their evidence."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from fixtures.reading import reading, resolution
from kg.extract import kinds
from kg.resolve import resolve
from kg.resolve.across import digest, slug
from kg.types import Resolution

TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024. Asante said trade would grow.",
    "b": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa. KPB said traffic rose.",
    "c": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024. The minister said so.",
    "d": "Peru and Fiji signed a memorandum of understanding on fisheries in Lima on 4 May 2024. The Ministry of Trade of Peru said so.",
}


def together(*names: str) -> Resolution:
    return resolve([reading(TEXTS[n], n) for n in names], kinds())


def test_the_order_of_articles_does_not_matter() -> None:
    first = together("a", "b", "c", "d")
    for order in permutations("abcd"):
        assert together(*order) == first


def test_everything_is_sorted_by_key() -> None:
    found = together("a", "b", "c", "d")
    assert [e.key for e in found.entities] == sorted(e.key for e in found.entities)
    assert [(f.kind, f.key) for f in found.facts] == sorted((f.kind, f.key) for f in found.facts)
    assert [a.id for a in found.articles] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("added", ["b", "c", "d"])
def test_adding_an_article_keeps_the_keys(added: str) -> None:
    before = together("a")
    after = together("a", added)
    assert {e.key for e in before.entities} <= {e.key for e in after.entities}
    assert {f.key for f in before.facts} <= {f.key for f in after.facts}


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("Vietnam said Hà Nội grew.", ("Vietnam said Hanoi grew. Hanoi hired.",)),
        ("Mr Tran Van Nam spoke.", ("Mr Trần Văn Nam spoke.", "Mr Trần Văn Năm spoke.")),
        ("Mr Trần Văn Nam spoke.", ("Mr Trần Văn Năm spoke.", "Mr Tran Van Nam spoke.")),
        ("The Ministry of Trade met in Lima, Peru.", ("The Ministry of Trade met in Suva, Fiji.",)),
        ("Chile hosted a summit in Santiago.", ("Chile hosted a summit in Santiago. Chile hosted a fair in Valparaiso.",)),
        ("The IMF said growth slowed.", ("The International Monetary Fund said growth rose.",)),
    ],
)
def test_keys_do_not_depend_on_other_articles(first: str, others: tuple[str, ...]) -> None:
    before = {e.key for e in resolution(first).entities}
    assert before <= {e.key for e in resolution(first, *others).entities}


def test_one_fact_of_two_articles_has_both_evidences() -> None:
    found = together("b", "c")
    (tie,) = [f for f in found.facts if f.kind == "tie"]
    assert [(e.article, e.quote) for e in tie.evidence] == [("b", "Chile exports copper to Oman."), ("c", "Chile exports copper to Oman.")]


def test_the_same_article_twice_under_two_names_adds_evidence_only() -> None:
    once = resolution(TEXTS["a"], ids=["x"])
    twice = resolution(TEXTS["a"], TEXTS["a"], ids=["x", "y"])
    assert [f.key for f in once.facts] == [f.key for f in twice.facts]
    assert all({e.article for e in f.evidence} == {"x", "y"} for f in twice.facts)


def test_roles_and_within_point_at_entities_that_are_there() -> None:
    found = together("a", "b", "c", "d")
    keys = {e.key for e in found.entities}
    assert len(keys) == len(found.entities)
    assert {key for f in found.facts for _, key in f.roles} <= keys
    assert {e.within for e in found.entities if e.within} <= keys
    assert len({f.key for f in found.facts}) == len(found.facts)


def test_keys_are_readable_and_safe_in_iris() -> None:
    for entity in together("a", "b", "c", "d").entities:
        assert re.fullmatch(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*", entity.key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đà Nẵng", "da-nang"),
        ("A & B Co.", "a-b-co"),
        ("北京", "u5317u4eac"),
        ("Мaria", "u43caria"),
        ("!?", "unnamed"),
        ("", "unnamed"),
        ("x" * 80, "x" * 80),
        ("x" * 200, "x" * 71 + "-" + digest("x" * 200)),
        ("--a--", "a"),
        ("Łódź", "lodz"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_nothing_in_nothing_out() -> None:
    assert resolve([], kinds()) == Resolution((), (), (), ())


def test_refusals_of_all_stages_come_along_in_order() -> None:
    found = resolution('They praised Qorvalath yesterday.\n\nHe said "yes.', "The minister said trade would grow.")
    assert [r.article for r in found.refusals] == sorted(r.article for r in found.refusals)
    assert {(r.article, r.stage) for r in found.refusals} >= {("a", "annotate"), ("b", "resolve")}


def test_a_post_left_in_a_newer_article_is_left() -> None:
    texts = {
        "new": "Accra, 3 May 2024 - Kofi Asante, former mayor of Tamale, spoke.",
        "old": "Accra, 3 May 2021 - Kofi Asante, mayor of Tamale, spoke.",
    }
    found = resolve([reading(text, name) for name, text in texts.items()], kinds())
    (post,) = [f for f in found.facts if f.kind == "post"]
    assert post.status == "former" and len(post.evidence) == 2
