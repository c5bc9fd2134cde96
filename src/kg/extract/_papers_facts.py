"""What a mention of an agreement and its clauses tell besides the status: kind, subject, year, validity, parties."""

from __future__ import annotations

from kg.data import words as lists
from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract import _papers_row as row
from kg.extract import _papers_time as time
from kg.extract._papers_verbs import Deed
from kg.extract._papers_words import known, subjects, weekdays
from kg.extract._syntax import Syntax
from kg.types import Document, Mention, PartialDate, Token


def later(date: PartialDate, published: PartialDate | None) -> bool:
    if published is None or date.year is None or published.year is None:
        return False
    return [x for x in (date.year, date.month, date.day) if x] > [x for x in (published.year, published.month, published.day) if x]


def parties(syntax: Syntax, token: Token, clauses: list[Deed], until: int) -> list[Mention]:
    found: list[Mention] = []
    for prep in syntax.doc.tokens[token.i + 1 : until]:
        if prep.text.lower() in ("between", "among") and prep.pos == "ADP" and _reaches(syntax, prep, token, clauses):
            found.extend(line.between(syntax, prep, until))
            break
    if not found:
        stop = next((t.i for t in syntax.doc.tokens[token.i + 1 : until] if _new_clause(syntax, t, clauses)), until)
        found.extend(line.partners(syntax, token.i + 1, stop, "with"))
        with_ = next((t for t in syntax.doc.tokens[token.i + 1 : stop] if t.text.lower() == "with" and t.pos == "ADP"), None)
        if with_ is not None and with_.i + 1 < stop:
            others = row.read(syntax, with_.i + 1, row.stop(syntax, with_.i + 1, stop, "with"))
            if all(m.kind in ("Agency", "Organization") for m in others if m not in found):
                found = row.fuller(found, others)
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
        for verb in (deed.verb, *who.reporting(syntax, deed.verb)) if deed.verb is not None else ():
            subject = syntax.subject(verb)
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
    return (
        token.pos in ("VERB", "AUX")
        and token.dep in ("conj", "advcl", "relcl", "ROOT", "ccomp", "parataxis", "xcomp")
        and not any(d.verb is not None and (d.verb.i == token.i or (token.head == d.verb.i and token.pos == "AUX")) for d in clauses)
    )


def year(syntax: Syntax, mention: Mention, dates: list[time.Placed]) -> PartialDate | None:
    """ "its 2014 agreement", "the Agreement of 2023", "the old one dates from 2004"."""
    for item in dates:
        if _dates(syntax, mention, item):
            return item.date.period.start
        if item.date.grain != "year" or time.single(item.date) is None:
            continue
        top = item.path[0]
        if mention.span.covers(item.date.span) and top.dep in ("nummod", "compound", "amod"):
            return time.single(item.date)
        head = item.path[1] if len(item.path) > 1 and " to " not in mention.name else None
        if head is not None and head.text.lower() == "of" and head.head == mention.token and head.i == mention.token + 1:
            return time.single(item.date)
    return None


def _dates(syntax: Syntax, mention: Mention, item: time.Placed) -> bool:
    """ "the agreement dates from 2004", "a treaty dated 3 May 1998"."""
    verb = item.verb
    if verb is None or verb.lemma.lower() != "date" or item.date.role == "range":
        return False
    if verb.dep in ("acl", "amod", "conj") and verb.head == mention.token:
        return True
    subject = syntax.subject(verb)
    return subject is not None and subject.i == mention.token


def period(
    syntax: Syntax, mention: Mention, others: list[Mention], dates: list[time.Placed]
) -> tuple[PartialDate | None, PartialDate | None]:
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
        start, end = start or first, end or last or (time.lasting(syntax, item) if first is not None else None)
    return start, end


def kind_of(doc: Document, mention: Mention) -> str:
    """The kind that the words give; a mere "agreement" takes that of its subject ("on cooperation in …")."""
    text = (doc.aliases.get(mention.name) or mention.features.get("alias") or mention.name).lower()
    noun = mention.features.get("noun", "").lower()
    record = None
    if mention.form in ("name", "acronym"):
        told = known().get(text) or known().get(mention.name.lower())
        if told:
            return told
        fits = [n for n in lists.agreement_nouns() if len(n) > 2 and f" {n} " in f" {text} "]
        record = lists.agreement_nouns()[max(fits, key=len)] if fits else None
    record = record or lists.agreement_nouns().get(noun) or lists.agreement_nouns().get(text)
    kind = record.kind if record is not None else "Deal"
    if kind != "Deal":
        return kind
    token = doc.tokens[mention.token]
    words = text.split() if mention.form in ("name", "acronym") else mention.text.lower().replace("-", " ").split()
    fitting = [subjects()[w] for w in words if w in subjects()]
    if fitting:
        return fitting[-1]
    for prep in (t for t in doc.tokens[token.i + 1 : token.i + 4] if t.text.lower() in ("on", "for", "of") and t.head == token.i):
        first = next((t for t in doc.tokens[prep.i + 1 : prep.i + 5] if t.head == prep.i and t.dep == "pobj"), None)
        if first is not None and first.lemma.lower() in subjects():
            return subjects()[first.lemma.lower()]
    return kind


def _without_place(syntax: Syntax, run: list[Token]) -> list[Token]:
    """The words without an "in Hanoi" that stands before the day of signing ("on rice trading in Hanoi on November 1")."""
    if len(run) < 3 or run[-2].text.lower() not in ("in", "at"):
        return run
    place = syntax.mention(run[-1], "name")
    dated = any(0 < d.start - run[-1].end <= 4 for d in syntax.doc.dates)
    return run[:-2] if place is not None and place.kind == "Place" and dated else run


def subject_of(syntax: Syntax, token: Token) -> str:
    """What an agreement is on: the words behind its "on"."""
    doc = syntax.doc
    heads = [
        token,
        *(t for _, t in syntax.prepositions(token, "of") if t.text.lower() in ("understanding", "intent", "cooperation", "agreement")),
    ]
    for head in heads:
        for prep in syntax.children(head, "prep"):
            if prep.text.lower() not in ("on", "regarding", "concerning") or not syntax.children(prep, "pobj", "pcomp"):
                continue
            inside = syntax.subtree(
                prep,
                lambda t: (
                    t.dep in ("relcl", "acl", "advcl", "advmod")
                    or (t.dep == "npadvmod" and doc.text[t.end : t.end + 1] != "-")
                    or t.text.lower() in ("with", "between", "worth")
                    or t.text in (",", ";")
                ),
            )
            run = [t for k, t in enumerate(inside) if t.i - inside[0].i == k and t.i > prep.i]
            run = [] if len(run) == 1 and run[0].text in weekdays() else _without_place(syntax, run)
            if run and any(d.start <= run[0].start < d.end for d in doc.dates_in(syntax.sentence(token))):
                continue  # "signed an agreement on May 29"
            if run:
                return " ".join(doc.text[run[0].start : run[-1].end].split())
    return ""
