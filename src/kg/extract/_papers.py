"""The agreements that a document's clauses tell of: which words call it, what status, dates and parties the clause gives.

Shared by the extractors ``agreements`` and ``signatories``. A noun phrase alone is no agreement: a verb of signing, ending, being in
force or proposing, a noun of such a deed ("the signing of"), a predicate ("is under negotiation"), or a place in a list that was
announced as signed must speak of it. Names of agreements count wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.data import read_text
from kg.data import words as lists
from kg.data.gazetteer import fold
from kg.extract import _papers_facts as facts
from kg.extract import _papers_terms as terms
from kg.extract import _papers_time as time
from kg.extract import _papers_where as where
from kg.extract._once import once
from kg.extract._papers_capitals import bound
from kg.extract._papers_clause import TERMS, deeds, resumed
from kg.extract._papers_days import day
from kg.extract._papers_lists import Announcements, tells
from kg.extract._papers_model import Paper
from kg.extract._papers_mood import denied
from kg.extract._papers_one import completed, lent, ones
from kg.extract._papers_verbs import Deed, none_of
from kg.extract._papers_words import of_class, weak
from kg.extract._syntax import Syntax, syntax_of
from kg.types import Document, Mention, Sentence, Span, Token

_REFUSED = frozenset(("any", "every", "each", "some", "what", "whatever", "which", "another's", "many", "several", "few"))
_ORDER = ("", "proposed", "planned", "signed", "in-force", "denied", "terminated")


_BEHIND = 90  # characters behind a name in which its clause tells that it isn't concluded


@cache
def _unfinished() -> re.Pattern[str]:
    lines = read_text("agreements/unfinished.txt").split("\n")
    return re.compile(rf"\A[^.;]*?\b(?:{'|'.join(re.escape(line) for line in lines if line and not line.startswith('#'))})\b")


@once
def papers(doc: Document) -> tuple[Paper, ...]:
    """The agreements of a document in text order; one called by name of which nothing else is told is in force."""
    found = list(_told(doc))
    settled = {_name(doc, p.mention) for p in found if p.status}
    told: list[Paper] = []
    for paper in found:
        mention = paper.mention
        standing = mention.form in ("name", "acronym") and mention.name.lower() not in lists.agreement_nouns()
        if standing and not paper.status and _name(doc, mention) not in settled:
            behind = doc.text[mention.end : min(mention.end + _BEHIND, doc.sentences[doc.tokens[mention.token].sentence].end)]
            if _unfinished().search(behind):
                paper = replace(paper, status="proposed", reason="called by name, and not concluded")
            else:
                paper = replace(paper, status="in-force", reason="an agreement called by name")
        told.append(paper)
    return tuple(told)


def _name(doc: Document, mention: Mention) -> str:
    return fold(doc.aliases.get(mention.name) or mention.features.get("alias") or mention.name)


def _told(doc: Document) -> Iterator[Paper]:
    syntax = syntax_of(doc)
    lists_ = Announcements(syntax)
    before: list[Paper] = []
    for sentence in doc.sentences:
        found = _sentence(syntax, sentence, list(ones(syntax, sentence, before)))
        for paper in lists_.read(sentence, found):
            counted = paper.mention.features.get("generic") == "1" and not paper.mention.definite and paper.status != "signed"
            unknown = paper.reason == TERMS and not paper.status and paper.mention.definite and paper.mention.form == "nominal"
            if not tells(paper) or ((counted or unknown) and not before):
                continue
            paper = completed(paper, before)
            before.append(replace(paper, parties=paper.parties or lent(syntax, paper)))
            yield before[-1]


def _sentence(syntax: Syntax, sentence: Sentence, more: list[Mention]) -> list[Paper]:
    doc = syntax.doc
    mentions = sorted([*(m for m in doc.within(sentence) if _candidate(syntax, m)), *more], key=lambda m: m.start)
    told: list[tuple[Mention, list[Deed]]] = [(m, deeds(syntax, m)) for m in mentions]
    dates = time.placed(syntax, sentence.first, sentence.last)
    told = [(m, d) for m, d in told if m.kind == "Agreement" or d or _lasts(syntax, m, dates)]
    found = []
    for mention, clauses in told:
        paper = _paper(syntax, sentence, mention, clauses, [m for m, _ in told], dates)
        if paper is not None:
            found.append(paper)
    return found


def _lasts(syntax: Syntax, pronoun: Mention, dates: list[time.Placed]) -> bool:
    """ "It runs until June 2029": whether the clause of a pronoun tells for how long something holds."""
    token = syntax.doc.tokens[pronoun.token]
    verb = syntax.head(token)
    if token.dep != "nsubj" or verb is None or pronoun.name != "it":
        return False
    return any(d.verb is not None and d.verb.i == verb.i and time.valid(syntax, d) != (None, None) for d in dates)


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
    if mention.form == "nominal" and not mention.features.get("det") and doc.text[mention.start - 1 : mention.start] == "(":
        return False  # the short form behind its full one: "(MoU)"
    if mention.form == "nominal":
        negated = mention.features.get("det") == "any" and any(none_of(syntax, mention, t) for t in syntax.ancestors(token))
        if mention.features.get("det") in _REFUSED and not negated and not denied(syntax, token):
            return False
        if doc.text[: mention.start].rstrip().lower().endswith((" such", "\nsuch")) and doc.text[mention.start : mention.start + 2] == "a ":
            return False  # one of that sort
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
    clauses = [*clauses, *resumed(syntax, sentence, token, clauses)]
    if any(d.status == "signed" and d.verb is not None and d.verb.lemma.lower() in of_class("again") for d in clauses):
        # "renewed an agreement that had lapsed": what is renewed goes on, and the end told is that of before
        clauses = [d for d in clauses if d.base != "terminated"]
        dates = [d for d in dates if d.verb is None or d.verb.lemma.lower() not in of_class("ending")]
    if any(d.base == "signed" and d.status == "planned" and d.verb is not None and _by_hand(d.verb) for d in clauses):
        # "the agreement concluded in May will be signed in July": the talks on it were concluded
        clauses = [d for d in clauses if d.status != "signed" or d.verb is None or _by_hand(d.verb)]
        dates = [d for d in dates if d.verb is None or d.verb.lemma.lower() not in of_class("agreeing")]
    statuses = [d.status for d in clauses if d.status]
    status = max(statuses, key=_ORDER.index) if statuses else ""
    if mention.features.get("det") in ("no", "any") and status != "denied":
        return None
    if mention.form == "nominal" and _weak(mention) and not any(d.firm for d in clauses):
        return None
    until = _until(syntax, mention, sentence, others)
    parties = bound(doc, terms.sides(syntax, mention, facts.parties(syntax, token, clauses, until)))
    main = next((d for d in clauses if d.verb is not None and d.base == "signed"), None)
    signed_on = None
    near = frozenset([token.i, *(m.token for m in parties), *(t.i for t in syntax.children(token, "prep"))])
    for deed in clauses:
        if deed.noun is not None and deed.base == "signed" and signed_on is None:
            signed_on = time.scheduled(syntax, deed.noun, dates)
        if deed.verb is not None and deed.verb.lemma.lower() in of_class("approving"):
            continue  # the day of a ratification is none of the signing
        put_off = deed.noun is not None and deed.verb is not None and time.put_off(syntax, deed.verb)
        if deed.verb is not None and deed.base == "signed" and signed_on is None and not put_off:
            happening = where.event(syntax, deed.verb)
            signed_on = time.signed(syntax, deed.verb, dates, near | ({happening.token} if happening is not None else frozenset()))
            if signed_on is None and happening is not None:
                signed_on = where.held(syntax, happening, dates)
            counted = day(syntax, deed.verb)
            signed_on = signed_on or (counted[1] if counted is not None else None) or time.carried(syntax, deed.verb)
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
        _evidence(syntax, sentence, mention, clauses, others),
        clauses[0].reason if clauses else TERMS if _answer(syntax, token) else "an agreement called by name",
        signed_on, start, end, facts.subject_of(syntax, token),
        _event(syntax, main.verb) if main is not None and main.verb is not None else None,
        where.place(syntax, main.verb) if main is not None and main.verb is not None else None,
    )  # fmt: skip


def _by_hand(verb: Token) -> bool:
    """Whether a verb tells the signing itself, not what comes before it."""
    return verb.lemma.lower() not in of_class("agreeing")


def _event(syntax: Syntax, verb: Token) -> Mention | None:
    told = where.event(syntax, verb)
    counted = day(syntax, verb) if told is None else None
    return counted[0] if counted is not None else told


def _answer(syntax: Syntax, token: Token) -> bool:
    """Whether a noun is all of its sentence in running text ("A new cooperation agreement between the two cities.")."""
    doc = syntax.doc
    return token.dep == "ROOT" and doc.article.blocks[doc.sentences[token.sentence].block].role == "paragraph"


def _refers(mention: Mention) -> bool:
    """Whether the words only point back ("it", "the document")."""
    return mention.form == "pronoun" or (mention.form == "nominal" and mention.features.get("generic") == "1" and mention.definite)


def _weak(mention: Mention) -> bool:
    return mention.features.get("noun", mention.name).lower() in weak()


def _until(syntax: Syntax, mention: Mention, sentence: Sentence, others: list[Mention]) -> int:
    """The token where the next agreement of the sentence begins to speak, or the sentence's end."""
    later = [m.token for m in others if m.token > mention.token and m.kind == "Agreement"]
    return min(later, default=sentence.last)


def _evidence(syntax: Syntax, sentence: Sentence, mention: Mention, clauses: list[Deed], others: list[Mention]) -> Span:
    """The sentence; where it tells of several agreements, the clause of the one."""
    verb = next((d.verb for d in clauses if d.verb is not None), None)
    if len(others) < 2 or verb is None or verb.sentence != sentence.i:
        return sentence.span
    joined = {t.i for t in syntax.children(verb, "conj") if syntax.children(t, "nsubj", "nsubjpass")}
    clause = syntax.span(verb, lambda t: t.i in joined)
    inside = sentence.start <= mention.start and mention.end <= sentence.end  # its own words belong to what tells of it
    return Span(min(clause.start, mention.start), max(clause.end, mention.end)) if inside else clause
