"""Corrections: one entity, two entities, another name, left out; told with line and value where they make no sense."""

from __future__ import annotations

import pytest

from fixtures.reading import reading
from kg.errors import InputError
from kg.extract import kinds
from kg.resolve import Corrections, read_corrections, resolve
from kg.types import Resolution

BASE = "https://kg.example/"
TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, said trade would grow. Chile exports copper to Oman.",
    "b": "Kofi Asante, Director of the Ghana Ports Board, said ports would grow.",
    "c": "K. Asante, mayor of Kumasi, said roads would grow. Ghana said so.",
}


def corrected(*lines: str) -> Resolution:
    found = read_corrections("action,entity,other\n" + "\n".join(lines), "corrections.csv", BASE)
    return resolve([reading(text, name) for name, text in TEXTS.items()], kinds(), found)


def people(resolution: Resolution) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {e.key: (e.name, e.articles) for e in resolution.entities if e.type == "Person"}


def test_without_any() -> None:
    assert people(corrected())["person:kofi-asante"] == ("Kofi Asante", ("a", "b"))


@pytest.mark.parametrize("second", ["person:k-asante", BASE + "person/k-asante"])
def test_same(second: str) -> None:
    found = people(corrected(f"same,person:kofi-asante,{second}"))
    assert found == {"person:kofi-asante": ("Kofi Asante", ("a", "b", "c"))}
    entity = next(e for e in corrected(f"same,person:kofi-asante,{second}").entities if e.type == "Person")
    assert "K. Asante" in entity.other_names and "corrections.csv" in entity.reason


def test_different() -> None:
    resolution = corrected("different,person:kofi-asante,b")
    found = people(resolution)
    (other,) = [key for key in found if key.startswith("person:kofi-asante-")]
    assert found["person:kofi-asante"][1] == ("a",) and found[other][1] == ("b",)
    posts = {(f.role("person"), f.role("organization")) for f in resolution.facts if f.kind == "post"}
    assert (other, "agency:ghana-ports-board") in posts or (other, "organization:ghana-ports-board") in posts


def test_rename_keeps_the_other_names() -> None:
    entity = next(e for e in corrected("rename,person:kofi-asante,Kofi Mensah Asante").entities if e.key == "person:kofi-asante")
    assert entity.name == "Kofi Mensah Asante" and "Kofi Asante" in entity.other_names


def test_drop_takes_the_facts_that_need_it() -> None:
    before, after = corrected(), corrected("drop,country:chile")
    assert [f for f in before.facts if f.kind == "tie"] and not [f for f in after.facts if f.kind == "tie"]
    assert "country:chile" not in {e.key for e in after.entities}
    keys = {e.key for e in after.entities}
    assert {key for f in after.facts for _, key in f.roles} <= keys


def test_a_tie_of_what_became_one_is_none() -> None:
    found = corrected("same,country:chile,country:oman")
    assert not [f for f in found.facts if f.kind == "tie"]


def test_the_order_of_the_lines_of_same_does_not_matter() -> None:
    lines = ("same,person:a,person:b", "same,person:b,person:c")
    keys = [read_corrections("\n".join(order), "x").key("person:c", "") for order in (lines, lines[::-1])]
    assert keys == ["person:a", "person:a"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("join,person:a,person:b", "line 2: 'join' is no action; use one of same, different, rename, drop"),
        ("same,person:a", "line 2: '' is no entity; give a key such as person:jane-roe"),
        ("same,Kofi Asante,person:b", "'Kofi Asante' is no entity"),
        ("same,https://other.example/person/a,person:b", "is no entity"),
        ("same,person:a,country:b", "person:a and country:b are of different types"),
        ("different,person:a,", "names no article"),
        ("rename,person:a,", "has no name"),
    ],
)
def test_what_makes_no_sense_is_told(line: str, words: str) -> None:
    with pytest.raises(InputError, match=r"corrections\.csv") as caught:
        corrected(line)
    assert words in str(caught.value)


def test_comments_empty_lines_and_a_byte_order_mark_are_no_lines() -> None:
    assert read_corrections("\ufeff# mine\n\naction,entity,other\ndrop,person:a\n", "x").dropped == {"person:a"}
    assert Corrections().key("person:a", "x") == "person:a"
