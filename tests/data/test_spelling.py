"""Names as they are compared: parts by custom, one spelling for several, companies without legal forms."""

from __future__ import annotations

import pytest

from kg.data import rows
from kg.data.spelling import Parts, one_spelling, parts, without_form


@pytest.mark.parametrize(
    ("name", "family", "main", "others"),
    [
        ("kofi asante", "asante", "kofi", ()),
        ("kofi mensah asante", "asante", "kofi", ("mensah",)),
        ("tran van nam", "tran", "nam", ("van",)),
        ("xi jinping", "xi", "jinping", ()),
        ("jinping xi", "xi", "jinping", ()),
        ("abe shinzo", "abe", "shinzo", ()),
        ("shinzo abe", "abe", "shinzo", ()),
        ("volodymyr zelenskyy", "zelensky", "vladimir", ()),
    ],
)
def test_parts(name: str, family: str, main: str, others: tuple[str, ...]) -> None:
    found = parts(name.split())
    assert isinstance(found, Parts)
    assert (found.family, found.main, found.others) == (family, main, others)


def test_a_single_word_has_no_parts() -> None:
    assert parts(["lula"]) is None and parts([]) is None


def test_every_transliteration_leads_to_one_that_leads_nowhere() -> None:
    table = {c[0]: c[1] for _, c in rows("same/transliterations.tsv", ("written", "one"))}
    assert len(table) > 50
    assert not [written for written, one in table.items() if one in table or one == written]
    assert {one_spelling(word) for word in ("mohammed", "mohamed", "muhammad", "mehmet")} == {"muhammad"}


@pytest.mark.parametrize(
    ("name", "bare", "form"),
    [
        ("acme tea co ltd", "acme tea", "ltd"),
        ("acme tea company limited", "acme tea", "ltd"),
        ("acme tea joint stock company", "acme tea", "jsc"),
        ("acme tea", "acme tea", ""),
        ("limited", "limited", ""),
        ("co ltd", "co", "ltd"),
    ],
)
def test_companies_without_their_form(name: str, bare: str, form: str) -> None:
    assert without_form(name.split()) == (tuple(bare.split()), form)
