"""Posts: what the examples can't show — contexts across sentences, word lists, cases of titles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.data import read_text as read_list
from kg.data.words import titles
from kg.extract import posts
from kg.extract._post_phrases import cased
from kg.extract._post_words import heads, occupations, short_titles, verbs
from kg.read import read_text
from kg.types import Claim


def claims(text: str) -> list[Claim]:
    return list(posts.extract(annotate(read_text(text))))


def told(text: str) -> list[tuple[str, str, str, str]]:
    found = []
    for claim in claims(text):
        person, body = claim.role("person"), claim.role("organization")
        assert person is not None and body is not None
        found.append((person.text, str(claim.value("title")), body.text, claim.status))
    return found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("deputy director-general", "Deputy Director-General"),
        ("minister for trade and tourism", "Minister for Trade and Tourism"),
        ("CEO", "CEO"),
        ("VICE CHAIRMAN", "Vice Chairman"),
        ("ambassador to Viet Nam", "Ambassador to Viet Nam"),
    ],
)
def test_titles_are_written_in_title_case(title: str, expected: str) -> None:
    assert cased(title) == expected


@given(st.sampled_from(sorted(titles())))
@settings(max_examples=60, deadline=None)
def test_title_case_changes_nothing_but_case(title: str) -> None:
    assert cased(title).lower() == title.lower()
    assert cased(cased(title)) == cased(title)


@pytest.mark.parametrize("name", ["verbs.tsv", "short.tsv", "occupations.tsv", "heads.tsv"])
def test_lists_are_sorted_and_headed(name: str) -> None:
    lines = read_list(f"posts/{name}").split("\n")
    assert lines[0].startswith("# ") and any("To extend" in line for line in lines)
    body = [line for line in lines if line and not line.startswith("#")][1:]
    assert body == sorted(set(body))


def test_lists_name_known_titles() -> None:
    assert set(short_titles().values()) | occupations() <= set(titles())
    told_by_verbs = [record for records in verbs().values() for record in records]
    assert {r.use for r in told_by_verbs} == {"object", "subject", "be", "body"}
    assert {r.status for r in told_by_verbs} <= {*posts.KIND.statuses, "tense"}
    assert all(bool(r.title) == (r.use == "body") for r in told_by_verbs)


def test_a_mayor_without_place_has_the_place_of_the_article() -> None:
    text = "Bristol opened its new port on Monday. Bristol wants more ships, and Bristol will pay. Mayor Jane Brown cut the ribbon."
    assert told(text) == [("Jane Brown", "Mayor", "Bristol", "held")]


def test_two_places_told_as_often_give_no_mayor() -> None:
    text = "Bristol and Leeds opened a rail link. Leeds and Bristol will share the cost. Mayor Jane Brown cut the ribbon."
    assert told(text) == []


def test_a_governor_is_of_no_city_and_a_short_form_is_a_title() -> None:
    text = "Oregon sells timber. Oregon also sells wine. Shops in Lyon and Lyon's port buy both. Gov. Jane Brown of Oregon was glad."
    assert [t[1] for t in told(text)] == ["Governor"]
    assert [t[2] for t in told(text)] == ["Oregon"]


def test_a_minister_has_the_ministry_that_the_article_names() -> None:
    text = "Ghana raised tariffs. The Ministry of Trade and Agribusiness of Ghana said so. Trade Minister Kojo Mensah defended the step."
    assert told(text) == [("Kojo Mensah", "Trade Minister", "Ministry of Trade and Agribusiness of Ghana", "held")]


def test_a_minister_has_the_home_country_where_no_ministry_is_named() -> None:
    text = "Ghana raised tariffs. Ghana hopes for more jobs. Trade Minister Kojo Mensah defended the step."
    assert told(text) == [("Kojo Mensah", "Trade Minister", "Ghana", "held")]


def test_a_delegation_is_of_one_country() -> None:
    text = (
        "Ghana and Ghana's ports welcomed guests. The delegation included Eva Horvath, minister of energy; and Jan Kovac, ambassador of "
        "Croatia to Ghana."
    )
    assert ("Eva Horvath", "Minister of Energy", "Croatia", "held") in told(text)


def test_a_post_told_in_full_later_waits_for_its_body() -> None:
    text = "Leeds was cold. Leeds is big. Mayor Brown was glad. Jane Brown, mayor of Bristol, said Leeds would grow."
    assert told(text) == [("Jane Brown", "Mayor", "Bristol", "held")]


def test_a_ministers_representing_clause_tells_the_country() -> None:
    assert told("Minister Eva Horvath, who represented Croatia, was glad.") == [("Eva Horvath", "Minister", "Croatia", "held")]


def test_evidence_is_the_sentence() -> None:
    text = "It rained. Ana Souza is director of the Santos Port Authority. It stopped."
    (claim,) = claims(text)
    assert text[claim.evidence.start : claim.evidence.end] == "Ana Souza is director of the Santos Port Authority."


@given(st.text(alphabet="Ana Souza, deputy director of the mayor's Ghana (CEO) and.-", max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_text_is_read_without_failing(text: str) -> None:
    for claim in claims(text + "."):
        assert claim.role("person") is not None and claim.role("organization") is not None


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [
        (
            "BUSAN REGIONAL CUSTOMS",
            "Commissioner Lee Min-ho said trade would recover. Busan Regional Customs and Ulsan Customs will meet.",
            [("Lee Min-ho", "Commissioner", "Busan Regional Customs", "held")],
        ),
        (
            "EMBASSY OF THE REPUBLIC OF TUNISIA IN OSLO",
            "Ambassador Salma Haddad received guests from Norway. Tunisian oil was served.",
            [("Salma Haddad", "Ambassador", "Tunisian", "held")],
        ),
        ("Newsletter", "Ambassador Salma Haddad received guests from Norway. Tunisian oil was served.", []),
        (
            "Government of Odisha",
            "Odisha sold steel. Mr. Bijay Kumar, Minister of Industries, was glad. India buys it.",
            [("Bijay Kumar", "Minister of Industries", "Odisha", "held")],
        ),
    ],
)
def test_who_issues_a_release_heads_it(above: str, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(f"{above}\nRelease 2026/28\n\nTrade grows in the second quarter\n\n{text}") == expected


def test_heads_name_known_titles() -> None:
    known = {title.lower() for title in titles()}
    assert {title for found in heads().values() for title in found} <= known
