"""The agreements that a document's clauses tell of: which words call it, what status, dates and parties the clause gives.

Shared by the extractors ``agreements`` and ``signatories``. A noun phrase alone is no agreement: a verb of signing, ending, being in
force or proposing, a noun of such a deed ("the signing of"), a predicate ("is under negotiation"), or a place in a list that was
announced as signed must speak of it. Names of agreements count wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.data import words as lists
from kg.extract import _papers_parties as who
from kg.extract import _papers_time as time
from kg.extract._papers_clause import Deed, deeds
from kg.extract._papers_words import subjects, weak
from kg.extract._syntax import Syntax
from kg.types import Document, Mention, PartialDate, Sentence, Span, Token

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
    """The agreements of a document in text order."""
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
                    paper, status=top.status, signed=paper.signed or top.signed, event=paper.event or top.event, place=paper.place or top.place,
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
        if mention.features.get("det") in _REFUSED:
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
    parties = _parties(syntax, token, clauses, until)
    main = next((d for d in clauses if d.verb is not None and d.base == "signed"), None)
    signed_on = None
    near = frozenset([token.i, *(m.token for m in parties), *(t.i for t in syntax.children(token, "prep"))])
    for deed in clauses:
        if deed.verb is not None and deed.base == "signed" and signed_on is None:
            happening = time.event(syntax, deed.verb)
            signed_on = time.signed(syntax, deed.verb, dates, near | ({happening.token} if happening is not None else frozenset()))
        if deed.base == "bound" and signed_on is None:
            signed_on = next((d.date.period.start for d in dates if d.date.role == "since"), None)
    signed_on = signed_on or _year(syntax, mention, dates)
    start, end = _validity(syntax, mention, others, dates)
    if status in ("proposed", "denied"):
        signed_on = None
    return Paper(
        mention, "" if _refers(mention) else kind_of(doc, mention), status, tuple(parties), _evidence(syntax, sentence, clauses, others),
        clauses[0].reason if clauses else "an agreement called by name", signed_on, start, end, subject_of(syntax, token),
        time.event(syntax, main.verb) if main is not None and main.verb is not None else None,
        time.place(syntax, main.verb) if main is not None and main.verb is not None else None,
    )  # fmt: skip


def _refers(mention: Mention) -> bool:
    """Whether the words only point back ("it", "the document")."""
    return mention.form == "pronoun" or mention.form == "nominal" and mention.features.get("generic") == "1" and mention.definite


def _weak(mention: Mention) -> bool:
    return mention.features.get("noun", mention.name).lower() in weak()


def _until(syntax: Syntax, mention: Mention, sentence: Sentence, others: list[Mention]) -> int:
    """The token where the next agreement of the sentence begins to speak, or the sentence's end."""
    later = [m.token for m in others if m.token > mention.token and m.kind == "Agreement"]
    return min(later, default=sentence.last)


def _parties(syntax: Syntax, token: Token, clauses: list[Deed], until: int) -> list[Mention]:
    found: list[Mention] = []
    for prep in syntax.doc.tokens[token.i + 1 : until]:
        if prep.text.lower() in ("between", "among") and prep.pos == "ADP" and _reaches(syntax, prep, token, clauses):
            found.extend(who.between(syntax, prep, until))
            break
    if not found:
        stop = next((t.i for t in syntax.doc.tokens[token.i + 1 : until] if _new_clause(syntax, t, clauses)), until)
        found.extend(who.partners(syntax, token.i + 1, stop, "with"))
    if found or any(d.parties for d in clauses):
        for owner in syntax.children(token, "poss"):
            found.extend(_owner(syntax, owner, clauses))
    if len(found) < 2 or any(d.base == "signed" for d in clauses):
        for deed in clauses:
            found.extend(deed.parties)
    return who.unique(found)


def _owner(syntax: Syntax, owner: Token, clauses: list[Deed]) -> list[Mention]:
    """Whose agreement it is: a name, or for "its" the subject of the clause, else the pronoun itself."""
    own = syntax.mention(owner)
    if own is None or own.form != "pronoun":
        return who.party(syntax, owner, pronouns=False)
    if own.name != "its":
        return []
    for deed in clauses:
        subject = syntax.subject(deed.verb) if deed.verb is not None else None
        if subject is not None and subject.i < owner.i and len(syntax.conjuncts(subject)) == 1:
            return who.party(syntax, subject)
    return [own]


def _reaches(syntax: Syntax, prep: Token, token: Token, clauses: list[Deed]) -> bool:
    """Whether "between" belongs to the agreement: it hangs on it or on the deed's verb, or on nothing but nouns below it."""
    verbs = {d.verb.i for d in clauses if d.verb is not None}
    for above in syntax.ancestors(prep):
        if above.i == token.i or above.i in verbs:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _new_clause(syntax: Syntax, token: Token, clauses: list[Deed]) -> bool:
    return token.pos in ("VERB", "AUX") and token.dep in ("conj", "advcl", "relcl", "ROOT", "ccomp", "parataxis", "xcomp") and not any(
        d.verb is not None and (d.verb.i == token.i or token.head == d.verb.i and token.pos == "AUX") for d in clauses
    )


def _year(syntax: Syntax, mention: Mention, dates: list[time.Placed]) -> PartialDate | None:
    """ "its 2014 agreement", "the Agreement of 2023"."""
    for item in dates:
        if item.date.grain != "year" or time.single(item.date) is None:
            continue
        top = item.path[0]
        if mention.span.covers(item.date.span) and top.dep in ("nummod", "compound", "amod"):
            return time.single(item.date)
        head = item.path[1] if len(item.path) > 1 and " to " not in mention.name else None
        if head is not None and head.text.lower() == "of" and head.head == mention.token and head.i == mention.token + 1:
            return time.single(item.date)
    return None


def _validity(syntax: Syntax, mention: Mention, others: list[Mention], dates: list[time.Placed]) -> tuple[PartialDate | None, PartialDate | None]:
    start = end = None
    ranges = [d for d in dates if d.date.role == "range"]
    for item in dates:
        if item.date.role == "range" and len(ranges) > 1:
            continue
        before = [m for m in others if m.start < item.date.start]
        owner = before[-1] if before else others[0]
        if owner is not mention or mention.span.covers(item.date.span):
            continue
        first, last = time.valid(syntax, item)
        start, end = start or first, end or last
    return start, end


def _evidence(syntax: Syntax, sentence: Sentence, clauses: list[Deed], others: list[Mention]) -> Span:
    """The sentence; where it tells of several agreements, the clause of the one."""
    verb = next((d.verb for d in clauses if d.verb is not None), None)
    if len(others) < 2 or verb is None:
        return sentence.span
    joined = {t.i for t in syntax.children(verb, "conj") if syntax.children(t, "nsubj", "nsubjpass")}
    return syntax.span(verb, lambda t: t.i in joined)


def kind_of(doc: Document, mention: Mention) -> str:
    """The kind that the words give; a mere "agreement" takes that of its subject ("on cooperation in …")."""
    text = (doc.aliases.get(mention.name) or mention.features.get("alias") or mention.name).lower()
    noun = mention.features.get("noun", "").lower()
    record = None
    if mention.form in ("name", "acronym"):
        fits = [n for n in lists.agreement_nouns() if len(n) > 2 and f" {n} " in f" {text} "]
        record = lists.agreement_nouns()[max(fits, key=len)] if fits else None
    record = record or lists.agreement_nouns().get(noun) or lists.agreement_nouns().get(text)
    kind = record.kind if record is not None else "Deal"
    if kind != "Deal":
        return kind
    token = doc.tokens[mention.token]
    words = text.split() if mention.form in ("name", "acronym") else mention.text.lower().replace("-", " ").split()
    told = [subjects()[w] for w in words if w in subjects()]
    if told:
        return told[-1]
    for prep in (t for t in doc.tokens[token.i + 1 : token.i + 4] if t.text.lower() in ("on", "for", "of") and t.head == token.i):
        first = next((t for t in doc.tokens[prep.i + 1 : prep.i + 5] if t.head == prep.i and t.dep == "pobj"), None)
        if first is not None and first.lemma.lower() in subjects():
            return subjects()[first.lemma.lower()]
    return kind


def subject_of(syntax: Syntax, token: Token) -> str:
    """What an agreement is on: the words behind its "on"."""
    doc = syntax.doc
    heads = [token, *(t for _, t in syntax.prepositions(token, "of") if t.text.lower() in ("understanding", "intent", "cooperation", "agreement"))]
    for head in heads:
        for prep in syntax.children(head, "prep"):
            if prep.text.lower() not in ("on", "regarding", "concerning") or not syntax.children(prep, "pobj", "pcomp"):
                continue
            inside = syntax.subtree(prep, lambda t: t.dep in ("relcl", "acl", "advcl", "npadvmod", "advmod") or t.text.lower() in ("with", "between", "worth") or t.text in (",", ";"))
            run = [t for k, t in enumerate(inside) if t.i - inside[0].i == k and t.i > prep.i]
            if run:
                return " ".join(doc.text[run[0].start : run[-1].end].split())
    return ""


def _listed(doc: Document, sentence: Sentence) -> bool:
    head = doc.text[sentence.start : sentence.start + 8].lstrip()
    return doc.article.blocks[sentence.block].role == "item" or head[:1] in "•-–*(" or head[:2].rstrip(".)").isdigit()


def _told_singly(doc: Document, sentence: Sentence, paper: Paper) -> bool:
    """Whether the papers of a plural may be told one by one after it: nobody is said to be bound, and the text goes on."""
    return not paper.parties or "following" in paper.mention.text.lower() or _listed(doc, doc.sentences[min(sentence.i + 1, len(doc.sentences) - 1)])


def _inherits(syntax: Syntax, paper: Paper, sentence: Sentence, announced: _Announced, chain: int, listed: bool) -> bool:
    doc = syntax.doc
    if listed:
        return chain >= sentence.i - 1 and not paper.mention.definite or chain >= sentence.i - 1 and paper.mention.form == "name"
    if sentence.i - announced.sentence > _REACH:
        return False
    token = doc.tokens[paper.mention.token]
    under = token.dep == "pobj" and doc.tokens[token.head].text.lower() == "under"
    return not paper.mention.definite and (under or token.dep == "attr")


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
    return not _weak(mention) and len(paper.parties) > 1
