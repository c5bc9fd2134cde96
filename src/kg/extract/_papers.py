"""The agreements that a document's clauses tell of: which words call it, what status, dates and parties the clause gives.

Shared by the extractors ``agreements`` and ``signatories``. A noun phrase alone is no agreement: a verb of signing, ending, being in
force or proposing, a noun of such a deed ("the signing of"), a predicate ("is under negotiation"), or a place in a list that was
announced as signed must speak of it. Names of agreements count wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.data import words as lists
from kg.data.gazetteer import fold
from kg.extract import _papers_facts as facts
from kg.extract import _papers_time as time
from kg.extract._papers_clause import TERMS, Deed, deeds
from kg.extract._papers_mood import denied
from kg.extract._papers_words import weak
from kg.extract._syntax import Syntax
from kg.types import Document, Mention, PartialDate, Sentence, Span

_REFUSED = frozenset(("any", "every", "each", "some", "what", "whatever", "which", "another's", "many", "several", "few"))
_REACH = 15  # sentences from "two papers were signed" to where each is told
_ORDER = ("", "proposed", "planned", "signed", "in-force", "denied", "terminated")


@dataclass(frozen=True, slots=True)
class Paper:
    """One agreement as one clause tells it. ``status`` is "" where the clause tells none."""

    mention: Mention
    kind: str
    status: str
    parties: tuple[Mention, ...]
    evidence: Span
    reason: str
    signed: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    subject: str = ""
    event: Mention | None = None
    place: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Announced:
    """Several papers told at once ("two documents were signed"): what the ones told singly after it take from it."""

    paper: Paper
    sentence: int


def papers(doc: Document) -> Iterator[Paper]:
    """The agreements of a document in text order; one called by name of which nothing else is told is in force."""
    found = list(_told(doc))
    settled = {_name(doc, p.mention) for p in found if p.status}
    for paper in found:
        mention = paper.mention
        standing = mention.form in ("name", "acronym") and mention.name.lower() not in lists.agreement_nouns()
        if standing and not paper.status and _name(doc, mention) not in settled:
            yield replace(paper, status="in-force", reason="an agreement called by name")
        else:
            yield paper


def _name(doc: Document, mention: Mention) -> str:
    return fold(doc.aliases.get(mention.name) or mention.features.get("alias") or mention.name)


def _told(doc: Document) -> Iterator[Paper]:
    syntax = Syntax(doc)
    announced: _Announced | None = None
    chain = -2
    for sentence in doc.sentences:
        found = _sentence(syntax, sentence)
        listed = _listed(doc, sentence)
        for paper in found:
            many = paper.mention.features.get("plural") == "1"
            if many and paper.status in ("signed", "planned") and _told_singly(doc, sentence, paper):
                announced, chain = _Announced(paper, sentence.i), sentence.i
                continue
            if not many and not paper.status and announced is not None and _inherits(syntax, paper, sentence, announced, chain, listed):
                top = announced.paper
                paper = replace(
                    paper, status=top.status, signed=paper.signed or top.signed,
                    event=paper.event or top.event, place=paper.place or top.place,
                    reason="one of the papers announced before",
                )  # fmt: skip
                chain = sentence.i
            if _tells(syntax, paper):
                yield paper
        if listed and chain == sentence.i - 1:
            chain = sentence.i


def _sentence(syntax: Syntax, sentence: Sentence) -> list[Paper]:
    doc = syntax.doc
    mentions = [m for m in doc.within(sentence) if _candidate(syntax, m)]
    told: list[tuple[Mention, list[Deed]]] = [(m, deeds(syntax, m)) for m in mentions]
    told = [(m, d) for m, d in told if m.kind == "Agreement" or d]
    dates = time.placed(syntax, sentence.first, sentence.last)
    found = []
    for mention, clauses in told:
        paper = _paper(syntax, sentence, mention, clauses, [m for m, _ in told], dates)
        if paper is not None:
            found.append(paper)
    return found


def _candidate(syntax: Syntax, mention: Mention) -> bool:
    doc = syntax.doc
    if mention.form == "pronoun":
        return mention.name in ("it", "its")
    if mention.kind != "Agreement" or mention.form not in ("name", "acronym", "nominal"):
        return False
    token = doc.tokens[mention.token]
    behind = doc.text[mention.end : mention.end + 2]
    if mention.form == "acronym" and doc.text[mention.start - 1 : mention.start] == "(" and token.dep == "appos":
        head = syntax.mention(doc.tokens[token.head])
        return head is None or head.kind != "Agreement"
    if mention.form == "nominal":
        if mention.features.get("det") in _REFUSED and not denied(syntax, token):
            return False
        if mention.name == "understanding" and doc.text[: mention.start].rstrip().lower().endswith("of"):
            return False  # the second half of "memorandum of understanding"
        if behind == " (" and any(m.kind == "Agreement" and m.form == "acronym" and m.start == mention.end + 2 for m in doc.mentions):
            return False  # the tail of a name that stands before its acronym
    return True


def _paper(
    syntax: Syntax, sentence: Sentence, mention: Mention, clauses: list[Deed], others: list[Mention], dates: list[time.Placed]
) -> Paper | None:
    doc = syntax.doc
    token = doc.tokens[mention.token]
    statuses = [d.status for d in clauses if d.status]
    status = max(statuses, key=_ORDER.index) if statuses else ""
    if mention.features.get("det") == "no" and status not in ("denied",):
        return None
    if mention.form == "nominal" and _weak(mention) and not any(d.firm for d in clauses):
        return None
    until = _until(syntax, mention, sentence, others)
    parties = facts.parties(syntax, token, clauses, until)
    main = next((d for d in clauses if d.verb is not None and d.base == "signed"), None)
    signed_on = None
    near = frozenset([token.i, *(m.token for m in parties), *(t.i for t in syntax.children(token, "prep"))])
    for deed in clauses:
        if deed.verb is not None and deed.base == "signed" and signed_on is None:
            happening = time.event(syntax, deed.verb)
            signed_on = time.signed(syntax, deed.verb, dates, near | ({happening.token} if happening is not None else frozenset()))
        if deed.base == "bound" and signed_on is None:
            signed_on = next((d.date.period.start for d in dates if d.date.role == "since"), None)
    signed_on = signed_on or facts.year(syntax, mention, dates)
    start, end = facts.period(syntax, mention, others, dates)
    if status in ("proposed", "denied"):
        signed_on = None
    if status == "in-force" and start is not None and facts.later(start, doc.article.published):
        status = ""  # "takes effect on July 1", written before
    if status == "terminated" and end is None and any(d.base == "terminated" for d in clauses):
        start, end = None, start  # "terminated with effect from"
    return Paper(
        mention, "" if _refers(mention) else facts.kind_of(doc, mention), status, tuple(parties),
        _evidence(syntax, sentence, clauses, others),
        clauses[0].reason if clauses else "an agreement called by name", signed_on, start, end, facts.subject_of(syntax, token),
        time.event(syntax, main.verb) if main is not None and main.verb is not None else None,
        time.place(syntax, main.verb) if main is not None and main.verb is not None else None,
    )  # fmt: skip


def _refers(mention: Mention) -> bool:
    """Whether the words only point back ("it", "the document")."""
    return mention.form == "pronoun" or (mention.form == "nominal" and mention.features.get("generic") == "1" and mention.definite)


def _weak(mention: Mention) -> bool:
    return mention.features.get("noun", mention.name).lower() in weak()


def _until(syntax: Syntax, mention: Mention, sentence: Sentence, others: list[Mention]) -> int:
    """The token where the next agreement of the sentence begins to speak, or the sentence's end."""
    later = [m.token for m in others if m.token > mention.token and m.kind == "Agreement"]
    return min(later, default=sentence.last)


def _evidence(syntax: Syntax, sentence: Sentence, clauses: list[Deed], others: list[Mention]) -> Span:
    """The sentence; where it tells of several agreements, the clause of the one."""
    verb = next((d.verb for d in clauses if d.verb is not None), None)
    if len(others) < 2 or verb is None:
        return sentence.span
    joined = {t.i for t in syntax.children(verb, "conj") if syntax.children(t, "nsubj", "nsubjpass")}
    return syntax.span(verb, lambda t: t.i in joined)


def _listed(doc: Document, sentence: Sentence) -> bool:
    head = doc.text[sentence.start : sentence.start + 8].lstrip()
    return doc.article.blocks[sentence.block].role == "item" or head[:1] in "•-–*(" or head[:2].rstrip(".)").isdigit()


def _told_singly(doc: Document, sentence: Sentence, paper: Paper) -> bool:
    """Whether the papers of a plural may be told one by one after it: nobody is said to be bound, and the text goes on."""
    return (
        not paper.parties
        or "following" in paper.mention.text.lower()
        or _listed(doc, doc.sentences[min(sentence.i + 1, len(doc.sentences) - 1)])
    )


def _inherits(syntax: Syntax, paper: Paper, sentence: Sentence, announced: _Announced, chain: int, listed: bool) -> bool:
    doc = syntax.doc
    if listed:
        return (chain >= sentence.i - 1 and not paper.mention.definite) or (chain >= sentence.i - 1 and paper.mention.form == "name")
    if sentence.i - announced.sentence > _REACH or _was_listed(doc, announced):
        return False
    token = doc.tokens[paper.mention.token]
    if paper.mention.definite:
        return False
    if token.dep == "attr":  # "The second document is a contract"
        subject = syntax.child(doc.tokens[token.head], "nsubj")
        other = syntax.mention(subject, "nominal") if subject is not None else None
        one = subject is not None and subject.text.lower() in ("one", "other", "another", "first", "second", "third", "last")
        return one or (other is not None and other.kind == "Agreement" and other.definite)
    return token.dep == "pobj" and doc.tokens[token.head].text.lower() == "under"


def _was_listed(doc: Document, announced: _Announced) -> bool:
    """Whether a list follows the announcement, so that nothing outside the list is meant."""
    return announced.sentence + 1 < len(doc.sentences) and _listed(doc, doc.sentences[announced.sentence + 1])


def _tells(syntax: Syntax, paper: Paper) -> bool:
    """Whether the clause says enough of a particular agreement."""
    mention = paper.mention
    plural = mention.features.get("plural") == "1"
    if mention.form in ("name", "acronym"):
        return not plural
    dated = paper.start is not None or paper.end is not None
    if mention.form == "pronoun":
        return bool(paper.status) or dated
    if plural:
        return paper.status in ("signed", "planned") and bool(paper.parties) and bool(mention.features.get("number"))
    if mention.features.get("generic") == "1" and not mention.definite and paper.status != "signed":
        return False
    if paper.status:
        return True
    if mention.definite and dated:
        return True
    return not _weak(mention) and len(paper.parties) > 1 and (mention.definite or paper.reason == TERMS)
