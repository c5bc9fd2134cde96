from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import pytest

from kg.data import DataError, read_text, rows, words
from kg.data.gazetteer import fold
from kg.data.records import AGREEMENT_KINDS, EVENT_KINDS, RELATIONS
from kg.data.tables import choice, flag, table

LOADERS: list[Callable[[], Mapping[str, Any]]] = [
    words.titles,
    words.title_modifiers,
    words.bodies,
    words.known_bodies,
    words.reporting,
    words.event_nouns,
    words.event_verbs,
    words.agreement_nouns,
    words.agreement_verbs,
    words.indicators,
    words.relations,
    words.surnames,
    words.honorifics,
]
LISTS = sorted(
    f"{folder}/{path.name}"
    for folder in ("words", "names", "places", "same")
    for path in files("kg.data").joinpath(folder).iterdir()
    if path.name.endswith((".tsv", ".txt", ".gz"))
)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_every_list_parses_once(loader: Callable[[], Mapping[str, Any]]) -> None:
    found = loader()
    assert len(found) > 50
    assert isinstance(found, MappingProxyType)
    assert loader() is found
    assert all(key and key == key.strip() for key in found)


def test_every_words_file_has_a_loader() -> None:
    loaded = {f"words/{loader.__name__}.tsv" for loader in LOADERS} | {f"names/{loader.__name__}.tsv" for loader in LOADERS}
    assert [name for name in LISTS if name.startswith(("words", "names")) and name not in loaded] == ["names/given.txt"]


@pytest.mark.parametrize("name", LISTS)
def test_files_are_sorted_headed_and_clean(name: str) -> None:
    lines = read_text(name).split("\n")
    assert lines[0].startswith("# ")
    assert any("To extend" in line for line in lines[:10])
    assert lines[-1] == ""
    body = [line for line in lines[:-1] if not line.startswith("#")]
    assert not [line for line in body if not line or line != line.strip(" ") or "  " in line or " \t" in line or "\t " in line]
    entries = body if name.endswith(".txt") else body[1:]
    assert len(entries) == len(set(entries))
    if not name.startswith("places/places"):  # sorted by country first: see test_gazetteer
        assert [line.split("\t") for line in entries] == sorted(line.split("\t") for line in entries)


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("prime minister", "government", "country"),
        ("Deputy Ministers", "ministry", "body"),
        ("chargé d'affaires", "diplomat", "country"),
        ("Governor", "local", "place"),
        ("directors-general", "body", "body"),
        ("CEO", "company", "body"),
        ("MPs", "state", "body"),
        ("emir", "monarch", "country"),
        ("party secretary", "party", "body"),
    ],
)
def test_titles(text: str, kind: str, of: str) -> None:
    found = words.titles()[text.lower()]
    assert (found.kind, found.of) == (kind, of)


@pytest.mark.parametrize("text", ["", "visit", "hanoi", "acting", "mr", "ministry"])
def test_no_titles(text: str) -> None:
    assert text not in words.titles()


def test_plurals_give_the_singular() -> None:
    assert words.titles()["vice chairmen"].title == "vice chairman"
    assert words.titles()["ministers of state"].title == "minister of state"
    assert words.bodies()["ministries"].noun == "ministry"
    assert words.event_nouns()["fairs"].noun == "fair"
    assert words.agreement_nouns()["memoranda of understanding"].noun == "memorandum of understanding"


@pytest.mark.parametrize(
    ("word", "effect"),
    [
        ("acting", "title"),
        ("deputy", "title"),
        ("former", "former"),
        ("ex-", "former"),
        ("newly appointed", "appointed"),
        ("current", "ignore"),
    ],
)
def test_title_modifiers(word: str, effect: str) -> None:
    assert words.title_modifiers()[word].effect == effect


@pytest.mark.parametrize(
    ("noun", "kind", "sure"),
    [
        ("ministry", "Agency", True),
        ("people's committee", "Agency", True),
        ("embassy", "Agency", True),
        ("committee", "Agency", False),
        ("association", "Organization", True),
        ("university", "Organization", True),
        ("Ltd", "Organization", True),
        ("LTD", "Organization", True),
        ("industrial park", "Place", True),
        ("border gate", "Place", True),
        ("center", "Place", False),
    ],
)
def test_bodies(noun: str, kind: str, sure: bool) -> None:
    found = words.bodies()[noun]
    assert (found.type, found.sure) == (kind, sure)


@pytest.mark.parametrize("noun", ["as", "se", "ag", "co", "minister", "meeting", "hanoi"])
def test_no_bodies(noun: str) -> None:
    assert noun not in words.bodies()


def test_known_bodies() -> None:
    known = words.known_bodies()
    assert known["ASEAN"].name == "Association of Southeast Asian Nations"
    assert known["asian development bank"] is known["ADB"]
    assert known["JICA"].type == "Agency"
    assert known["EU"].wikidata == "Q458"
    assert "who" not in known and "WHO" in known
    assert all(not r.wikidata or r.wikidata[1:].isdigit() for r in known.values())


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("say", "say"),
        ("stress", "say"),
        ("urge", "urge"),
        ("express", "express"),
        ("according to", "source"),
        ("thank", "deed"),
        ("deny", "deny"),
        ("call", "call"),
    ],
)
def test_reporting(lemma: str, kind: str) -> None:
    assert words.reporting()[lemma].kind == kind


@pytest.mark.parametrize("lemma", ["visit", "sign", "said", "increase"])
def test_not_reporting(lemma: str) -> None:
    assert lemma not in words.reporting()


def test_events() -> None:
    nouns, verbs = words.event_nouns(), words.event_verbs()
    assert {r.kind for r in nouns.values()} == set(EVENT_KINDS)
    assert nouns["workshop"].kind == "Seminar"
    assert nouns["talks"].kind == "Meeting"
    assert nouns["trip"].kind == "Visit"
    assert nouns["banquet"].kind == "Event" and not nouns["banquet"].generic
    assert nouns["occasion"].generic
    assert "agreement" not in nouns and "ministry" not in nouns
    assert (verbs["organise"].role, verbs["attend"].role, verbs["chair"].role) == ("organizer", "attendee", "chair")
    assert verbs["visit"].makes == "Visit" and verbs["receive"].makes == "Meeting"
    assert verbs["postpone"].status == "postponed"


def test_agreements() -> None:
    nouns, verbs = words.agreement_nouns(), words.agreement_verbs()
    assert {r.kind for r in nouns.values()} == set(AGREEMENT_KINDS)
    assert nouns["mou"].kind == "MemorandumOfUnderstanding"
    assert nouns["free trade agreement"].kind == "TradeAgreement"
    assert nouns["loan agreements"].kind == "FinancingAgreement"
    assert nouns["lease"].kind == "Contract"
    assert nouns["document"].generic and not nouns["pact"].generic
    assert "meeting" not in nouns
    assert (verbs["sign"].status, verbs["expire"].status, verbs["expire"].use) == ("signed", "terminated", "intransitive")
    assert verbs["enter into force"].status == "in-force"


def test_indicators_and_relations() -> None:
    found = words.indicators()
    assert found["two-way trade"].name == "bilateral trade" and found["two-way trade"].partner == "with"
    assert found["exports"].partner == "to" and found["imports"].partner == "from"
    assert found["cpi"].kind == "index"
    assert "hanoi" not in found
    ties = words.relations()
    assert {r.relation for records in ties.values() for r in records} == set(RELATIONS)
    assert ties["invest"][0].preposition == "in"
    assert {r.preposition for r in ties["donor"]} == {"to", "of"}
    assert "sign" not in ties


def test_names() -> None:
    surnames = words.surnames()
    assert {r.custom for r in surnames["kim"]} >= {"korean", "vietnamese"}
    assert surnames[fold("Nguyễn")][0].order == "family-first"
    assert surnames["bin"][0].role == "particle"
    assert "smith" not in surnames
    given = words.given_names()
    assert {"john", "mary", "mohammed", "narendra", "kwame"} <= given
    assert not {"march", "hanoi", "the", "minister"} & given
    assert {"bernd", "olzhas", "sanna"} <= given
    assert 30_000 < len(given) < 40_000
    assert all(fold(name) == name for name in given)


@pytest.mark.parametrize(
    ("honorific", "gender"),
    [("Mr", "m"), ("Mr.", "m"), ("Mrs", "f"), ("Dr.", ""), ("H.E.", ""), ("Datuk Seri", "m"), ("Sheikha", "f"), ("Lt. Gen.", "")],
)
def test_honorifics(honorific: str, gender: str) -> None:
    assert words.honorifics()[honorific].gender == gender


@pytest.mark.parametrize("text", ["he", "He", "president", "President", "Minister", "mr"])
def test_no_honorifics(text: str) -> None:
    assert text not in words.honorifics()


def test_errors_name_file_and_line() -> None:
    with pytest.raises(DataError, match=r"kg/data/a.tsv, line 2: the columns are"):
        list(rows("a.tsv", ("x",), "# note\ny\n"))
    with pytest.raises(DataError, match=r"a.tsv, line 3: 1 cells, expected 2"):
        list(rows("a.tsv", ("x", "y"), "x\ty\n\nlonely\n"))
    with pytest.raises(DataError, match="no line of column names"):
        list(rows("a.tsv", ("x",), "# only a note\n"))
    with pytest.raises(DataError, match="cannot be read"):
        read_text("words/none.tsv")
    with pytest.raises(DataError, match="line 4: 'maybe' should be yes or no"):
        flag("a.tsv", 4, "maybe")
    with pytest.raises(DataError, match="line 4: 'x' is none of 'a', 'b'"):
        choice("a.tsv", 4, "x", ("a", "b"))


BROKEN = {
    "titles": ("title\tkind\tof\tplural\nking\tstate\tcountry\t\nking\tstate\tcountry\t\n", "stands here twice"),
    "title_modifiers": ("word\teffect\n\ttitle\n", "first cell is empty"),
    "known_bodies": ("name\tacronyms\tother_names\ttype\twikidata\nA\t\t\tAgency\t12\n", "no Wikidata id"),
    "relations": ("word\tpos\trelation\tpreposition\tdirection\n" + 2 * "a\tverb\texports_to\tto\tforward\n", "stands here twice"),
    "surnames": ("name\tcustom\torder\trole\n" + 2 * "Le\tvietnamese\tfamily-first\tsurname\n", "stands here twice"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_lists(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, problem = BROKEN[name]
    monkeypatch.setattr("kg.data.read_text", lambda path: text)
    with pytest.raises(DataError, match=problem):
        getattr(words, name).__wrapped__()


def test_table_by_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.data.read_text", lambda path: "a\tb\nx\ty\n")
    assert dict(table("t.tsv", ("a", "b"), lambda line, c: tuple(c), lambda r: r)) == {"x": ("x", "y"), "y": ("x", "y")}
