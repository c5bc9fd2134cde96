"""Ties between places told outright: invests in, donates to, exports to, imports from, cooperates with.

Found: trade and investment that a figure implies (its area and partner), nouns that tie ("is the province's largest investor"), verbs of
giving, investing and trading with places on both sides, and bonds told as existing ("the partnership between X and Y"). Refused: hopes,
proposals, negations, conditionals, signed papers alone, and companies. Method: own rules over syntax and ``words/relations.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from kg.extract._figures import by_token
from kg.extract._figures_anchors import anchors
from kg.extract._figures_model import Figure
from kg.extract._figures_read import figures_of
from kg.extract._ties_clauses import clauses
from kg.extract._ties_examples import TIES
from kg.extract._ties_model import Tie
from kg.extract._ties_trade import IN, OUT, Trade
from kg.types import Claim, Document, Kind, Mention, Sentence, Span

KIND = Kind(
    name="tie",
    node="Tie",
    prefix="tie",
    roles=MappingProxyType({"subject": "subject", "object": "object"}),
    values=MappingProxyType({"relation": "relation"}),
    key=("subject", "relation", "object"),
    short=(("subject", "@relation", "object"),),
    statuses=("reported", "planned", "denied", "ended"),
    asserted=frozenset({"reported"}),
    required=("subject", "object"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = TIES


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    measured = figures_of(doc)
    ties: list[tuple[Tie, Sentence]] = []
    trade = Trade(doc, measured)
    for sentence in doc.sentences:
        if doc.article.blocks[sentence.block].role in ("title", "heading"):
            continue
        mentions = by_token(doc, sentence)
        found = anchors(doc, sentence, mentions)
        ties += ((tie, sentence) for tie in trade.read(sentence, found, mentions))
        ties += ((tie, sentence) for tie in clauses(doc, sentence, found, mentions, trade))
    figures = [(tie, doc.sentences[f.sentence], f) for f in measured for tie in _of_figure(doc, f)]
    claims = [c for tie, sentence in ties for c in _claims(tie, sentence.span)]
    claims += [c for tie, sentence, f in figures if not _gainsaid(tie, sentence, ties) for c in _claims(tie, f.evidence)]
    seen: set[tuple[object, ...]] = set()
    for claim in sorted(claims, key=lambda c: (c.evidence, c.reason)):
        key = (claim.evidence, claim.value("relation"), *((r, m.start) for r, m in claim.roles))
        if key not in seen and not any(_cut(doc, m) for _, m in claim.roles):
            seen.add(key)
            yield claim


def _gainsaid(tie: Tie, sentence: Sentence, ties: Sequence[tuple[Tie, Sentence]]) -> bool:
    """Whether the words of the sentence tell another owner of the same trade than the figure was given, or a gift that it was taken for."""
    near = [other for other, where in ties if where.i == sentence.i]
    return any(
        (other.relation == tie.relation and set(other.objects) & set(tie.objects) and not set(other.subjects) & set(tie.subjects))
        or (other.relation == tie.relation and set(other.subjects) & set(tie.objects) and set(other.objects) & set(tie.subjects))
        or (tie.relation in (OUT, IN) and other.relation == tie.relation and set(tie.subjects) & set(other.objects))
        or (tie.relation == "invests_in" and other.relation == "donates_to" and set(other.subjects) & set(tie.subjects))
        for other in near
    )


def _of_figure(doc: Document, figure: Figure) -> Iterator[Tie]:
    """The tie that a measured figure with an area and a partner implies."""
    if figure.status not in ("reported", "estimate") or not figure.areas or not figure.partners:
        return
    if figure.flow == "exports":
        yield Tie(figure.areas, "exports_to", figure.partners, "a figure of exports")
    elif figure.flow == "imports":
        yield Tie(figure.areas, "imports_from", figure.partners, "a figure of imports")
        if figure.bought:
            yield Tie(figure.partners, "exports_to", figure.areas, "a figure of goods bought")
    elif figure.flow == "investment":
        yield Tie(figure.partners, "invests_in", figure.areas, "a figure of investment")
    elif figure.flow == "grants" and doc.text[: figure.partners[0].start].endswith((" to ", " to the ")):  # "disbursed aid to Malawi"
        yield Tie(figure.areas, "donates_to", figure.partners, "a figure of grants")
    elif figure.flow == "grants":
        yield Tie(figure.partners, "donates_to", figure.areas, "a figure of grants")


def _cut(doc: Document, place: Mention) -> bool:
    """Whether a place's name begins a longer one that nobody could read ("Chile Fruit exports grapes"): a firm's, not the place's."""
    if place.form != "name" or place.token + 1 >= len(doc.tokens):
        return False
    after = doc.tokens[place.token + 1]
    named = any(m.start <= after.start < m.end for m in doc.mentions if m.start >= place.start)
    joined = doc.text[place.end : after.start] == " " and after.sentence == doc.tokens[place.token].sentence
    return joined and after.tag in ("NNP", "NNPS") and after.text[:1].isupper() and not after.text.isupper() and not named


def _claims(tie: Tie, evidence: Span) -> list[Claim]:
    return [
        Claim("tie", evidence, (("subject", s), ("object", o)), (("relation", tie.relation),), "reported", tie.reason)
        for s in tie.subjects
        for o in tie.objects
        if s is not o or s.features.get("number") == "2"
    ]
