from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.made_up import EVIL, FACTS, RESOLUTION, A, entity, ev, kinds, shuffled
from kg.rdf import KG, PREFIXES, NameCollisionError, Names, VocabularyError, quads, vocabulary
from kg.rdf.ox import BlankNode, Literal, NamedNode, Quad
from kg.types import Evidence, Fact, PartialDate, Resolution

BASE = "https://kg.example/"


def made(resolution: Resolution = RESOLUTION, base: str = BASE) -> list[Quad]:
    return list(quads(resolution, kinds(), base))


def said(subject: str, term: str, base: str = BASE, resolution: Resolution = RESOLUTION) -> set[str]:
    return {
        q.object.value
        for q in made(resolution, base)
        if q.subject == NamedNode(base + subject)
        and q.predicate.value == (term if ":" in term else KG + term)
        and isinstance(q.object, NamedNode | Literal)
    }


def with_fact(fact: Fact) -> Resolution:
    return dataclasses.replace(RESOLUTION, facts=(*FACTS, fact))


def test_no_blank_nodes_and_no_quad_twice() -> None:
    found = made()
    assert len(found) == len(set(found))
    assert not any(isinstance(term, BlankNode) for q in found for term in (q.subject, q.object, q.graph_name))


def test_every_kind_of_fact_has_its_node() -> None:
    nodes = {
        q.object.value.removeprefix(KG) for q in made() if q.predicate.value == PREFIXES["rdf"] + "type" and isinstance(q.object, NamedNode)
    }
    assert nodes >= {kind.node for kind in kinds().values()}


def test_the_order_of_the_input_does_not_matter() -> None:
    assert made(shuffled(1)) == made(shuffled(2)) == made()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_does_not_matter(seed: str) -> None:
    tests = Path(__file__).parents[1]
    code = (
        "from fixtures.made_up import *; from kg.graph import Graph; import hashlib\n"
        "g = Graph.from_resolution(shuffled(3), kinds=kinds())\n"
        "from kg.export import FORMATS, tables\n"
        "data = b''.join(g.export(f) for f in sorted(FORMATS) if f not in ('csv', 'parquet')) + b''.join(tables(g.source).values())\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    paths = os.pathsep.join([str(tests), str(tests.parent / "src")])
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": s, "PYTHONPATH": paths},
            capture_output=True,
            check=True,
            text=True,
        )
        for s in ("7", seed)
    ]
    assert runs[0].stdout == runs[1].stdout


def test_short_triples_only_where_the_status_asserts() -> None:
    assert said("event/alba-fair", "organizedBy") == {BASE + "agency/bureau-of-trade"}
    assert said("event/talks", "organizedBy") == set()  # planned
    assert said("event/talks", "hasParticipant") == set()  # invited
    assert said("agreement/fair-deal", "signedBy") == {BASE + "organization/acme"}
    assert said("agreement/peace-treaty", "signedBy") == set()  # denied
    assert said("country/alba", "exportsTo") == {BASE + "country/borduria"}
    assert said("country/borduria", "investsIn") == set()  # denied
    assert said("tie/2", "relation") == {PREFIXES["relation"] + "invests_in"}  # but its node is there


def test_only_the_holder_of_a_tenure_is_an_official() -> None:
    rdf_type = PREFIXES["rdf"] + "type"
    assert said("person/jane-roe", rdf_type) == {KG + "Person", KG + "Official"}
    assert said("person/john-doe", rdf_type) == {KG + "Person"}
    assert said("country/alba", rdf_type) == {KG + "Country"}


def test_dates_stay_as_told_beside_their_bounds() -> None:
    assert said("agreement/fair-deal", "signedDate") == {"2024-07"}
    assert said("agreement/fair-deal", "signedDateLatest") == {"2024-07-31"}
    assert said("tenure/roe-former", "until") == {"--05-26"}
    assert said("tenure/roe-former", "untilEarliest") == set()


def test_an_empty_title_is_left_out() -> None:
    assert said("tenure/roe-former", "title") == set()


def test_numbers_are_plain_and_in_full() -> None:
    assert said("observation/1", "value") == {"1518000000"}
    assert said("observation/1", "change") == {"-6.7"}
    assert said("observation/2", "value") == {"0"}


def test_evidence_is_one_record_a_span_with_the_exact_words() -> None:
    start = A.source.index(EVIL)
    node = f"article/a1#char={start},{start + len(EVIL)}"
    assert said(node, "quote") == {EVIL}
    assert said(node, "article") == {BASE + "article/a1"}
    assert said("statement/1", "evidence") == {BASE + node}


def test_the_article_is_described() -> None:
    assert said("article/a1", "identifier") == {"a1"}
    assert said("article/a1", "headline") == {'Fair "opens" <b>'}
    assert said("article/a1", "sourceFile") == {"a1.txt"}
    assert said("article/a1", "url") == {"https://news.example/a?x=1&y=<2>"}
    assert said("article/a1", "published") == {"2024-07-29"}
    assert len(next(iter(said("article/a1", "sha256")))) == 64


def test_the_articles_graphs_together_are_the_merged_facts() -> None:
    facts = Names(BASE).facts
    merged = {q.triple for q in made() if q.graph_name == facts and q.subject != facts}
    texts = Names(BASE).texts
    assert merged == {q.triple for q in made() if q.graph_name not in (facts, texts)}


def test_a_graph_of_an_article_has_only_its_own_evidence() -> None:
    names = Names(BASE)
    for article, other in (("a1", "B bad/näme (1)#3"), ("B bad/näme (1)#3", "a1")):
        there = [q for q in made() if q.graph_name == names.article_graph(article)]
        assert there
        assert not any(q.subject == names.article(other) or q.object == names.article(other) for q in there)


def test_another_base_keeps_the_vocabulary() -> None:
    assert said("country/alba", "iso3166", base="https://data.example.org/news/") == {"AL"}


def test_every_term_that_is_used_is_declared() -> None:
    assert all(vocabulary().declares(q.predicate.value) for q in made())


def _fact(**more: object) -> Fact:
    plain = {"key": "tie:9", "kind": "tie", "roles": (), "values": (), "status": "reported", "evidence": (ev(A, "Fair"),)}
    return Fact(**{**plain, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "error", "words"),
    [
        (_fact(kind="gossip"), VocabularyError, "no extractor declares"),
        (_fact(status="rumoured"), VocabularyError, "status 'rumoured'"),
        (_fact(roles=(("lover", "country:alba"),)), VocabularyError, "declares no role 'lover'"),
        (_fact(roles=(("subject", "country:nowhere"),)), ValueError, "no entity"),
        (_fact(values=(("colour", "red"),)), VocabularyError, "declares no value 'colour'"),
        (_fact(values=(("relation", "loves"),)), VocabularyError, "no value of kg:relation"),
        (_fact(key="event:alba-fair", kind="event", status="held", values=(("start", "July"),)), VocabularyError, "cannot be 'July'"),
        (_fact(key="observation:9", kind="statistic", values=(("value", PartialDate(2024)),)), VocabularyError, "cannot be"),
        (_fact(key="tie"), ValueError, "no form prefix:name"),
    ],
)
def test_what_nobody_declared_is_refused(fact: Fact, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        made(with_fact(fact))


def test_two_keys_with_one_iri_are_refused() -> None:
    twin = dataclasses.replace(A, id=Names(BASE).article("B bad/näme (1)#3").value.removeprefix(BASE + "article/"))
    with pytest.raises(NameCollisionError, match="rename one"):
        made(dataclasses.replace(RESOLUTION, articles=(*RESOLUTION.articles, twin)))


def test_a_date_that_no_calendar_has_is_left_out() -> None:
    fact = _fact(key="event:talks", kind="event", status="planned", values=(("end", PartialDate(2023, 2, 30)),))
    assert said("event/talks", "endDate", resolution=with_fact(fact)) == set()


def test_half_surrogates_do_not_stop_a_build() -> None:
    odd = entity("person:odd", "Person", "O\ud800dd", Evidence("a1", 0, 1, "\ud800"))
    assert said(
        "person/odd", PREFIXES["rdfs"] + "label", resolution=dataclasses.replace(RESOLUTION, entities=(*RESOLUTION.entities, odd))
    ) == {"O\ufffddd"}


def test_the_articles_texts_stand_in_a_graph_of_their_own() -> None:
    read = [q for q in made() if q.predicate.value.endswith("#reading") or q.predicate.value.endswith("/reading")]
    assert read
    assert {q.graph_name for q in read} == {Names(BASE).texts}
