"""Statements: evidence, speech that goes on over sentences and blocks, interviews, press releases, word lists."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.data import words as lists
from kg.extract import statements
from kg.extract._speech_words import frames, nouns
from kg.extract._syntax import Syntax
from kg.read import read_text
from kg.types import Claim, Document


def told(text: str) -> tuple[Document, list[Claim]]:
    doc = annotate(read_text(text))
    return doc, list(statements.extract(doc))


def pairs(text: str) -> list[tuple[str, str]]:
    _, claims = told(text)
    found = []
    for claim in claims:
        speaker = claim.role("speaker")
        assert speaker is not None
        found.append((speaker.text, str(claim.value("text"))))
    return found


def test_evidence_of_a_long_quotation_holds_all_of_it() -> None:
    text = "Visitors came early. “We looked at nine ports. Only one called us back,” said Amina Diallo, director of Sahel Mills. It rained."
    doc, (claim,) = told(text)
    evidence = doc.text[claim.evidence.start : claim.evidence.end]
    assert evidence == "“We looked at nine ports. Only one called us back,” said Amina Diallo, director of Sahel Mills."
    assert claim.value("text") == "We looked at nine ports. Only one called us back"


def test_speech_in_the_blocks_after_a_line_that_names_the_speaker() -> None:
    text = (
        "Minister Ana Quispe was in Apia on Friday to talk about fish.\n\nQuotes attributable to Minister Ana Quispe:\n\n"
        '"We went in with a list. We came out with a plan."\n\n"The sea is patient."\n\nThe next meeting will be held in May.'
    )
    assert pairs(text) == [
        ("Ana Quispe", "We went in with a list. We came out with a plan."),
        ("Ana Quispe", "The sea is patient."),
    ]


def test_speech_that_a_verb_and_a_colon_announce() -> None:
    text = 'The plant opened in May.\n\nMinister Ana Quispe said: "Small is not weak. We sell more every year. Nobody will stop us."'
    assert pairs(text) == [("Ana Quispe", "Small is not weak. We sell more every year. Nobody will stop us.")]


def test_a_quotation_before_its_speaker_is_named() -> None:
    text = 'The bridge was opened on Friday.\n\n"It took nine years." Minister Paul Okello said the tolls would pay for it.'
    assert pairs(text) == [("Paul Okello", "It took nine years."), ("Paul Okello", "the tolls would pay for it")]


def test_a_quotation_that_nobody_around_it_can_have_said_is_left_out() -> None:
    text = 'The bridge was opened on Friday.\n\n"It took nine years."\n\nPaul Okello cut the ribbon.'
    assert pairs(text) == []


def test_another_name_between_ends_the_speech() -> None:
    text = 'The mill will grow, Governor Amina Diallo said. Minister Marc Petit cut the ribbon at the gate. "We are proud."'
    assert pairs(text) == [("Amina Diallo", "The mill will grow")]


def test_he_far_from_any_name_is_the_last_speaker() -> None:
    text = (
        "Governor Aziz Rahimov said the tunnel would open in May. It is four kilometres long. It crosses two rivers. "
        "Trucks pay a toll there. He also pointed out that the toll would fall."
    )
    assert pairs(text)[-1] == ("Aziz Rahimov", "the toll would fall")


INTERVIEW = (
    "Layla Mansour, undersecretary at the Ministry of Fisheries of Algeria, sat down with the Coast Gazette.\n\n"
    "Coast Gazette: Which harbours will be enlarged?\n\nLayla Mansour: We shall start with Dellys. Work begins in June.\n\n"
    "Coast Gazette: And the fishermen?\n\nMansour: They want cold stores."
)


def test_answers_under_the_speakers_name() -> None:
    assert pairs(INTERVIEW) == [
        ("Layla Mansour", "We shall start with Dellys. Work begins in June."),
        ("Mansour", "They want cold stores."),
    ]


def test_answers_to_questions_in_lines_of_their_own() -> None:
    text = (
        "Layla Mansour, undersecretary at the Ministry of Fisheries of Algeria, sat down with us.\n\nWhich harbours will be enlarged?\n\n"
        "We shall start with Dellys.\n\nAnd the fishermen?\n\nThey want cold stores.\n\nThe interview was held in Algiers."
    )
    assert pairs(text) == [("Layla Mansour", "We shall start with Dellys."), ("Layla Mansour", "They want cold stores.")]


def test_answers_under_a_title() -> None:
    text = (
        "Governor TANAKA Hiroshi of Kochi Prefecture met Vice Governor LIN Wei of Anhui Province on Monday. They talked about tea.\n\n"
        "Q. When will flights resume?\nA. (Governor) We are still negotiating.\nQ. Is an office planned?\nA. (Mayor) There is no plan."
    )
    assert [text for _, text in pairs(text)] == ["We are still negotiating."]
    assert "TANAKA" in pairs(text)[0][0]


def test_questions_of_an_article_are_no_interview() -> None:
    text = (
        "Exports fell in May.\n\nWhy did they fall?\n\nDrought came.\n\nWho gains?\n\nFarmers in Peru may gain, Minister Ana Quispe said."
    )
    assert pairs(text) == [("Ana Quispe", "Farmers in Peru may gain")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Trade grew by a tenth, data from the Central Bank of Kenya show.", ["Central Bank of Kenya"]),
        ("Figures released by the Central Bank of Kenya show that trade grew by a tenth.", ["Central Bank of Kenya"]),
        ("Trade grew by a tenth, according to a report published by the Central Bank of Kenya.", ["Central Bank of Kenya"]),
        ("Trade grew by a tenth, according to the governor of the bank, Grace Owusu.", ["Grace Owusu"]),
        ("In the opinion of Grace Owusu, the duty should go.", ["Grace Owusu"]),
        ("Yesterday, for Grace Owusu, was a long day.", []),
        ("According to plan, the bridge opened in May.", []),
        ("The levy was described by Grace Owusu as too high.", ["Grace Owusu"]),
        ("The levy was described as too high.", []),
        ("Grace Owusu used the occasion to call on farmers to plant early.", ["Grace Owusu"]),
        ("Ante Babic, mayor of Split, and Marta Rossi, mayor of Ancona, both said the ferry was needed.", ["Ante Babic", "Marta Rossi"]),
        ("Grace Owusu and Paul Okello agreed that trade should grow.", []),
        ("Grace Owusu denounced the plan, and hoped it would fail.", ["Grace Owusu", "Grace Owusu"]),
        ("Grace Owusu, who said the levy was too high, left early.", ["Grace Owusu"]),
        ("The Bank of Zambia, which expects inflation of 9 percent, kept its rate.", ["Bank of Zambia"]),
        ("The fair, said to be the largest in the region, opened on Monday.", []),
        ("Grace Owusu called for 6 November to be kept free.", []),
        (
            "Opening the fair, Grace Owusu, Vice Chairman of the Tema Port Authority, said that the fair aimed to bring banks in.",
            ["Grace Owusu"],
        ),
        ("“Three hundred families live off that agreement,” deplored Grace Owusu, president of the chamber.", ["Grace Owusu"]),
        ("Benin, which was to fill 30 stalls, pulled out at short notice, confirmed chamber chairwoman Grace Owusu.", ["Grace Owusu"]),
        ("Paul Okello held talks with Grace Owusu, head of the port, who said the road would open.", ["Grace Owusu"]),
        ("In a joint statement released on Monday, Owusu and Okello said that the delay was technical.", ["Owusu", "Okello"]),
        ("Taking the floor after Owusu, Paul Okello, mayor of Kampala, agreed with her and added that the road was late.", ["Paul Okello"]),
        ("According to Secretary of the Accra Port Authority Grace Owusu, the road is open.", ["Grace Owusu"]),
        ("Trade grew, according to the Central Bank of Kenya's forecast.", ["Central Bank of Kenya"]),
        ("Trade grew, according to an annual report on ports published by the Central Bank of Kenya.", ["Central Bank of Kenya"]),
        ("A fellow guest, Grace Owusu, deputy governor of Volta, asked that lorries be let through.", ["Grace Owusu"]),
        ("Owusu opened the seminar by highlighting the role of women in trade.", ["Owusu"]),
        (
            "Okello noted that rice, maize and beans were the items that buyers asked for most, and called on firms to print labels.",
            ["Okello"] * 2,
        ),
        ("In a speech, the two ministers said that trade would grow.", []),
        ("For Grace Owusu, the numbers hide a risk.", ["Grace Owusu"]),
        ("For her part, Grace Owusu left early.", []),
        ("As Grace Owusu put it, the road is a promise.", ["Grace Owusu"]),
        ("Kenya's exports rose, Kenya Ports Authority data show, while imports fell.", ["Kenya Ports Authority"]),
        ("The talks were opened by Grace Owusu.", []),
        ("“The road is a promise,” Grace Owusu was quoted as saying.", ["Grace Owusu"]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert [
        speaker for speaker, _ in pairs(f"Minister Grace Owusu and Mayor Paul Okello opened the market on Monday.\n\n{text}")
    ] == speakers


def test_headlines_are_no_statements() -> None:
    text = "Exports will double, says Minister Ana Quispe\n\nLIMA, 3 May 2024 - Peru's exports grew by a tenth last year. Ships are busy."
    assert pairs(text) == []


def test_every_verb_with_a_frame_is_a_verb_of_speech() -> None:
    assert set(frames()) <= set(lists.reporting())
    assert not {lemma for lemma in frames() if lists.reporting()[lemma].kind in ("deed", "source")}


def test_groups_of_nouns() -> None:
    assert "hope" in nouns("feeling")
    assert not nouns("feeling") & {"thanks", "gratitude", "condolences", "greetings"}


PIECES = st.sampled_from(
    [
        "Ana Quispe said",
        "he said",
        ",",
        '"',
        "“",
        "”",
        ":",
        "that",
        "trade grew",
        "according to",
        "the bank",
        ".",
        "?",
        "\n\n",
        "Q:",
        "A:",
        "told",
        "and",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_any_order_of_words_gives_claims_that_point_into_the_text(pieces: list[str]) -> None:
    doc, claims = told(" ".join(pieces))
    for claim in claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(doc.text)
        words = str(claim.value("text")).split()
        assert words and all(word in doc.text for word in words)


def test_syntax_of_joined_verbs() -> None:
    doc = annotate(read_text("Minister Ana Quispe came early and did not sign the paper with the bank."))
    syntax = Syntax(doc)
    sign = next(t for t in doc.tokens if t.text == "sign")
    subject = syntax.subject(sign)
    assert subject is not None and subject.text == "Ana Quispe"
    assert syntax.subject(sign, inherit=False) is None
    assert syntax.negated(sign)
    assert syntax.auxiliaries(sign) == ["did"]
    assert [t.text for t in syntax.objects(sign)] == ["paper"]
    assert syntax.prepositions(sign, "by") == []
    assert doc.text[slice(*_bounds(syntax, sign))].startswith("did not sign the paper")


def _bounds(syntax: Syntax, token: object) -> tuple[int, int]:
    span = syntax.span(token)  # type: ignore[arg-type]
    return span.start, span.end
