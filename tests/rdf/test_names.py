from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.rdf.names import NameCollisionError, Names, checked_base, local_name


@pytest.mark.parametrize(
    ("key", "name"),
    [("jane-roe", "jane-roe"), ("000_efbe57ab225cc1b7", "000_efbe57ab225cc1b7"), ("a.b", "a.b"), ("3-nations", "3-nations")],
)
def test_plain_keys_stay(key: str, name: str) -> None:
    assert local_name(key) == name


@pytest.mark.parametrize("key", ["a b", "a/b", "-a", "a.", "Hà Nội", "#3", "", "a" * 300, "日本", "\ud800"])
def test_other_keys_become_safe_and_stay_apart(key: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", local_name(key))
    assert local_name(key) != local_name(key + "x")


@given(st.text(), st.text())
def test_local_names_never_need_an_escape_and_do_not_collide(one: str, two: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", local_name(one))
    assert (local_name(one) == local_name(two)) == (one == two)


def test_keys_become_iris() -> None:
    names = Names("https://data.example.org/x")
    assert names.key("person:jane-roe").value == "https://data.example.org/x/person/jane-roe"
    assert names.article("a1").value == "https://data.example.org/x/article/a1"
    assert names.article_graph("a1").value == "https://data.example.org/x/graph/article-a1"
    assert names.evidence("a1", 3, 9).value == "https://data.example.org/x/article/a1#char=3,9"
    assert names.facts.value == "https://data.example.org/x/graph/facts"


@pytest.mark.parametrize("key", ["jane", ":jane", "person:", "Per son:jane", ""])
def test_keys_without_form(key: str) -> None:
    with pytest.raises(ValueError, match="prefix:name"):
        Names().key(key)


def test_the_graph_of_facts_belongs_to_nobody_else() -> None:
    with pytest.raises(NameCollisionError):
        Names().key("graph:facts")


@pytest.mark.parametrize("base", ["https://x.example/", "http://x.example/a/b/", "urn:news:kg:"])
def test_bases(base: str) -> None:
    assert checked_base(base) == base


@pytest.mark.parametrize(
    "base",
    ["", "x", "file:///etc/", "https://", "https://x.example/a b", "https://x.example/#", "https://x.example/?q=", "javascript:alert(1)"],
)
def test_what_is_no_base(base: str) -> None:
    with pytest.raises(KgError, match="no base IRI"):
        checked_base(base)
