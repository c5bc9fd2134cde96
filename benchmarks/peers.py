"""Open information extraction beside kg on the articles of tests/gold: articles a second, and how much of what they say is found.

``python benchmarks/peers.py [TEXTS GOLD]`` in a Python that has kg, ``textacy`` and ``triplet-extract`` (either may be missing). All run in
one process with the same spaCy model; seconds are of CPU, the least of two rounds, the model being loaded already.

The peers give triples of words in the text, kg facts of entities. So that they can be compared, kg's facts are told as triples of the names
and words that ``kg query`` shows, and one lenient measure counts for all:

- a fact of gold is *found* if some triple of its article names one end in the subject and the other behind it (or the other way round), in
  any wording: posts, organizers, participants, signatories and ties whose ends both have a name in gold, any of the names being right; and
  statements, where the subject names the speaker and half the words of gold's anchor stand behind it. Whether it happened, was denied or
  planned, which of two namesakes it is and in which role is not asked. Facts that gold calls optional need not be found.
- a triple is *of use* if it is so one of gold's facts, the optional ones too. Figures are in neither count (kg writes numbers in
  full, so that words would not match): triples with a digit are left aside.

A triple that is not of use need not be wrong: open extraction also tells what no list of facts asks for. Nor is every fact that is "found"
told well enough to be stored. It is a measure of how much a reader of the triples would get of what kg looks for, and of how much else.
kg's rules were tuned on the articles ``t*``: for a fair comparison, copy ``v*`` of texts and facts to folders of their own.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
import unicodedata
import warnings
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy

from kg.annotate import nlp
from kg.extract import kinds
from kg.graph import Graph
from kg.pipeline import inspect
from kg.read import articles
from kg.resolve import resolve
from kg.types import Article

TEXTS, GOLD = Path("tests/gold/texts"), Path("tests/gold/facts")
ROUNDS = 2
HALF = 0.5  # of the words of what was said
ENDS = {
    "posts": ("person", "organization"),
    "organizers": ("organizer", "event"),
    "participants": ("participant", "event"),
    "signatories": ("signatory", "agreement"),
    "ties": ("subject", "object"),
}
SAID = "statements"
Triple = tuple[str, str, str]


def words(text: str) -> tuple[str, ...]:
    """Folded words: no case, marks or punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in bare.replace("'s ", " ").replace("’s ", " ")).split())


def names(text: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the words of a name stand in a row."""
    return bool(name) and any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1))


class Fact:
    """A fact of gold: its two ends, each with all its names; of a statement, the second end are the words said."""

    def __init__(self, kind: str, ends: tuple[Sequence[str], Sequence[str]], optional: bool) -> None:
        self.kind, self.optional = kind, optional
        self.one, self.other = ([words(name) for name in end] for end in ends)

    def told(self, subject: tuple[str, ...], rest: tuple[str, ...]) -> bool:
        """Whether a triple tells it."""
        if self.kind == SAID:
            said = set(self.other[0])
            return any(names(subject, n) for n in self.one) and len(said & set(rest)) >= HALF * len(said)
        ways = ((self.one, self.other), (self.other, self.one))
        return any(any(names(subject, n) for n in a) and any(names(rest, n) for n in b) for a, b in ways)


def gold(folder: Path) -> dict[str, list[Fact]]:
    """The facts of every article."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        called: Mapping[str, list[str]] = {entity["id"]: entity["names"] for entity in told["entities"]}
        facts = []
        for kind, (one, other) in ENDS.items():
            for row in told.get(kind, ()):
                ends = called[row[one]], called[row[other]]
                if all(ends):
                    facts.append(Fact(kind, ends, row.get("optional", False)))
        for row in told.get(SAID, ()):
            if called[row["speaker"]]:
                facts.append(Fact(SAID, (called[row["speaker"]], [row["anchor"]]), row.get("optional", False)))
        found[told["article"]] = facts
    return found


def by_kg(found: Sequence[Article]) -> dict[str, list[Triple]]:
    """kg's facts, as the ten questions show them."""
    with Graph.from_resolution(resolve([inspect(article).reading for article in found], kinds())) as graph:
        triples: dict[str, list[Triple]] = defaultdict(list)
        shapes: dict[str, tuple[str, Callable[[dict[str, str]], str], str]] = {
            "posts": ("personName", lambda r: r["title"], "organizationName"),
            "organizers": ("organizerName", lambda r: "organizes", "eventName"),
            "participants": ("participantName", lambda r: r["role"], "eventName"),
            "signatories": ("signatoryName", lambda r: "is bound by", "agreementName"),
            "ties": ("subjectName", lambda r: r["relation"], "objectName"),
            "statements": ("speakerName", lambda r: "said", "text"),
        }
        for question, (subject, relation, target) in shapes.items():
            result = graph.query(question)
            for row in result.bindings:
                told = {name: "" if cell is None else cell.value for name, cell in zip(result.columns, row, strict=True)}
                triples[told["article"]].append((told[subject], relation(told), told[target]))
        return {article: list(dict.fromkeys(rows)) for article, rows in triples.items()}


def by_textacy(found: Sequence[Article], pipeline: spacy.Language) -> dict[str, list[Triple]]:
    """Subject, verb and object, each a list of tokens."""
    from textacy.extract import subject_verb_object_triples

    def text(tokens: Sequence[Any]) -> str:
        return " ".join(token.text for token in tokens)

    docs = pipeline.pipe(article.text for article in found)
    return {
        article.id: [(text(t.subject), text(t.verb), text(t.object)) for t in subject_verb_object_triples(doc)]
        for article, doc in zip(found, docs, strict=True)
    }


def by_triplet_extract(found: Sequence[Article], extractor: Any) -> dict[str, list[Triple]]:
    """Its default mode."""
    return {article.id: [(t.subject, t.relation, t.object) for t in extractor.extract_triplet_objects(article.text)] for article in found}


def score(triples: Mapping[str, list[Triple]], truth: Mapping[str, list[Fact]]) -> dict[str, Any]:
    """What was found of each kind, and how many triples are of use."""
    found: dict[str, int] = defaultdict(int)
    wanted: dict[str, int] = defaultdict(int)
    used = compared = 0
    for article, facts in truth.items():
        split = [(words(s), words(f"{r} {o}")) for s, r, o in triples.get(article, ())]
        for fact in facts:
            if not fact.optional:
                wanted[fact.kind] += 1
                found[fact.kind] += any(fact.told(*one) for one in split)
        for one in split:
            if not any(word.isdigit() for part in one for word in part):
                compared += 1
                used += any(fact.told(*one) for fact in facts)
    return {
        "triples": sum(map(len, triples.values())),
        "found": sum(found.values()),
        "of": sum(wanted.values()),
        "of use": used,
        "without digits": compared,
        "by kind": {kind: f"{found[kind]}/{wanted[kind]}" for kind in wanted},
    }


def main(arguments: list[str]) -> int:
    """Measure and print a line of JSON each."""
    texts, facts = map(Path, arguments) if arguments else (TEXTS, GOLD)
    found = list(articles([texts], refused=lambda problem: print(problem, file=sys.stderr)))
    truth = gold(facts)
    pipeline = spacy.load(nlp.model())
    works: dict[str, Callable[[Sequence[Article]], dict[str, list[Triple]]]] = {"kg": by_kg}
    if importlib.util.find_spec("textacy"):
        works["textacy"] = lambda some: by_textacy(some, pipeline)
    if importlib.util.find_spec("triplet_extract"):
        from triplet_extract import OpenIEExtractor

        load = spacy.load  # it asks for the model by the name of the official package
        spacy.load = lambda name, **more: load(nlp.model() if name == "en_core_web_sm" else name, **more)
        extractor = OpenIEExtractor()
        works["triplet-extract"] = lambda some: by_triplet_extract(some, extractor)
    for name, work in works.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the peers
            work(found[:1])  # lists are read once
            times = []
            for _ in range(ROUNDS):
                start = time.process_time()
                triples = work(found)
                times.append(time.process_time() - start)
        speed = {"by": name, "articles": len(found), "articles/s": round(len(found) / min(times), 2)}
        print(json.dumps(speed | score(triples, truth)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
