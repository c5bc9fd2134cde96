"""Papers announced together ("signed three memoranda:", "the following documents were signed:") and then told one by one.

A paper told singly takes the status, day, event and place of the announcement; an item that names only the other side ("with A, for a
mill") is a paper of the announced noun and adds the announcement's parties. Read in line, as list items are no clauses for a parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from kg.data import words as lists
from kg.extract import _papers_facts as facts
from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract import _papers_time as time
from kg.extract._papers_clause import TERMS
from kg.extract._papers_counted import counted
from kg.extract._papers_model import Announced, Paper
from kg.extract._papers_words import of_class, subjects, weak
from kg.extract._syntax import Syntax
from kg.types import Document, Mention, Sentence, Span, Token

_REACH = 15  # sentences from "two papers were signed" to where each is told
_LEAD = 10  # tokens of a line that only leads in a list
_ONE = "one of the papers announced before"


class Announcements:
    """Goes over a document's sentences and gives each paper what the announcement before it says of all."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.announced: Announced | None = None
        self.chain = -2  # the last sentence of the announcement's list

    def read(self, sentence: Sentence, found: list[Paper]) -> Iterator[Paper]:
        """The papers of one sentence; call it for the sentences in order."""
        syntax = self.syntax
        listed = is_item(syntax.doc, sentence) or (self.chain == sentence.i - 1 and bool(_starts(syntax, sentence.first, sentence.last)))
        follows = listed and self.chain >= sentence.i - 1 and self.announced is not None
        told = False
        for paper in found:
            many = paper.mention.features.get("plural") == "1"
            if many and paper.status and _told_singly(syntax, sentence, paper):
                self.announced, self.chain, told = Announced(paper, sentence.i), sentence.i, True
                yield from _items(syntax, paper, paper.mention.token + 1, sentence.last, sentence, within=True)
                continue
            if not many and not paper.status and self.announced is not None and self._inherits(paper, sentence, listed):
                paper = _inherited(paper, self.announced.paper, listed)
                self.chain = sentence.i
            told = told or not (paper.mention.form == "pronoun" or many)
            yield paper
        if follows and not told and self.announced is not None:
            yield from _items(syntax, self.announced.paper, sentence.first, sentence.last, sentence, within=False)
        if follows or (self.chain == sentence.i - 1 and not found and _leads_in(syntax.doc, sentence)):
            self.chain = sentence.i
        elif self.announced is not None and 0 < sentence.i - self.announced.sentence <= _REACH:
            top = self.announced.paper
            for head, end, parties in counted(syntax, sentence, top):
                if not any(p.mention.token >= head.i and p.mention.token < end and p.parties for p in found):
                    yield _item(syntax, top, sentence, head, end, parties, within=True)

    def _inherits(self, paper: Paper, sentence: Sentence, listed: bool) -> bool:
        doc, announced = self.syntax.doc, self.announced
        if listed:
            return self.chain >= sentence.i - 1 and (not paper.mention.definite or paper.mention.form == "name")
        if announced is None or sentence.i - announced.sentence > _REACH or _was_listed(doc, announced):
            return False
        token = doc.tokens[paper.mention.token]
        if paper.mention.definite:
            return False
        if token.dep == "attr":  # "The second document is a contract"
            subject = self.syntax.child(doc.tokens[token.head], "nsubj")
            other = self.syntax.mention(subject, "nominal") if subject is not None else None
            one = subject is not None and (subject.text.lower() in of_class("counter") or subject.text.lower() == "last")
            return one or (other is not None and other.kind == "Agreement" and other.definite)
        return token.dep == "pobj" and doc.tokens[token.head].text.lower() == "under"


def tells(paper: Paper) -> bool:
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
        return bool(paper.status and paper.subject) and any(w in of_class("counter") for w in mention.text.lower().split())
    if paper.status:
        return True
    if mention.definite and dated:
        return True
    return not _weak(mention) and (len(paper.parties) > 1 or _group(paper)) and (mention.definite or paper.reason == TERMS)


def _group(paper: Paper) -> bool:
    return any(m.features.get("number") for m in paper.parties)


def _weak(mention: Mention) -> bool:
    return mention.features.get("noun", mention.name).lower() in weak()


def is_item(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list: by its block, a bullet, a number or a letter in brackets."""
    head = doc.text[sentence.start : sentence.start + 8].lstrip()
    return doc.article.blocks[sentence.block].role == "item" or head[:1] in "•-–—*(" or head[:2].rstrip(".)").isdigit()


def _told_singly(syntax: Syntax, sentence: Sentence, paper: Paper) -> bool:
    """Whether the papers of a plural may be told one by one after it: nobody is said to be bound, or a list of them goes on."""
    doc = syntax.doc
    after = doc.sentences[min(sentence.i + 1, len(doc.sentences) - 1)]
    ends = doc.text[sentence.start : sentence.end].rstrip().endswith(":")
    listed = (
        "following" in paper.mention.text.lower()
        or is_item(doc, after)
        or _leads_in(doc, after)
        or bool(ends and _starts(syntax, after.first, after.last))
        or len(_starts(syntax, paper.mention.token + 1, sentence.last)) > 1
    )
    return listed or (not paper.parties and paper.status in ("signed", "planned"))


def _leads_in(doc: Document, sentence: Sentence) -> bool:
    """ "They include:", "The documents are as follows:": a short line before the items of a list."""
    after = sentence.i + 1
    short = sentence.last - sentence.first <= _LEAD and doc.text[sentence.start : sentence.end].rstrip().endswith(":")
    return short and after < len(doc.sentences) and is_item(doc, doc.sentences[after])


def _was_listed(doc: Document, announced: Announced) -> bool:
    """Whether a list follows the announcement, so that nothing outside the list is meant."""
    return announced.sentence + 1 < len(doc.sentences) and is_item(doc, doc.sentences[announced.sentence + 1])


def _inherited(paper: Paper, top: Paper, listed: bool) -> Paper:
    parties = paper.parties
    if (listed and len(parties) < 2 and not _group(paper)) or not parties:
        parties = tuple(who.unique([*top.parties, *parties]))
    return replace(
        paper, status=top.status, signed=paper.signed or top.signed, event=paper.event or top.event, place=paper.place or top.place,
        parties=parties, reason=_ONE,
    )  # fmt: skip


def _starts(syntax: Syntax, first: int, last: int) -> list[Token]:
    """Where the items of a list begin that tell the other side: "with" or "between" behind a colon, semicolon, bullet or counting word."""
    found = []
    for token in syntax.doc.tokens[first:last]:
        if token.text.lower() not in ("with", "between", "on"):
            continue
        before = syntax.doc.tokens[token.i - 1] if token.i > first else None
        if before is not None and before.text.lower() == "and" and before.i > first:
            before = syntax.doc.tokens[before.i - 1]
            if before.text not in ";,":
                continue
        if (
            before is None
            or before.text in ":;•-–—*)."
            or before.text.lower() in of_class("counter")
            or not any(c.isalnum() for c in before.text)
        ):
            found.append(token)
    return found


def _items(syntax: Syntax, top: Paper, first: int, last: int, sentence: Sentence, within: bool) -> Iterator[Paper]:
    """The papers of a list read in line. ``within``: the list stands in the announcing sentence itself."""
    starts = [t for t in _starts(syntax, first, last) if t.text.lower() != "on" or len(top.parties) > 1 or _group(top)]
    if within and starts:
        top = replace(top, parties=tuple(m for m in top.parties if m.token < starts[0].i))
    if within and (len(starts) < 2 or any(syntax.doc.tokens[t.i - 1].text == "," for t in starts)):
        return
    if not starts and not within:
        paper = _titled(syntax, top, first, last, sentence) or _body_item(syntax, top, first, last, sentence)
        if paper is not None:
            yield paper
        return
    for k, start in enumerate(starts if within else starts[:1]):
        end = starts[k + 1].i if within and k + 1 < len(starts) else last
        if start.text.lower() == "between":
            parties = line.between(syntax, start, end)
        else:
            parties = who.unique([*top.parties, *(line.run(syntax, start.i + 1, end) if start.text.lower() == "with" else ())])
        if len(parties) > (len(top.parties) if start.text.lower() == "with" else 1) or start.text.lower() == "on":
            yield _item(syntax, top, sentence, start, end, parties, within)


def _titled(syntax: Syntax, top: Paper, first: int, last: int, sentence: Sentence) -> Paper | None:
    """ "– Programme of cultural exchange between A and B": a title whose noun is none of the list."""
    tokens = [t for t in syntax.doc.tokens[first:last] if t.text[:1].isalnum()]
    between = next((t for t in tokens if t.text.lower() == "between"), None)
    if between is None or any(t.pos in ("VERB", "AUX") for t in tokens if t.i < between.i):
        return None
    parties = line.between(syntax, between, last)
    if len(parties) < 2:
        return None
    paper = _item(syntax, top, sentence, between, last, parties, False)
    text = " ".join(syntax.doc.text[tokens[0].start : syntax.doc.tokens[between.i - 1].end].rstrip(" ,").split())
    kinds = [subjects()[t.lemma.lower()] for t in tokens if t.i < between.i and t.lemma.lower() in subjects()]
    mention = replace(paper.mention, start=tokens[0].start, text=text)
    return replace(paper, mention=mention, kind=kinds[-1] if kinds else top.kind or "Deal")


def _body_item(syntax: Syntax, top: Paper, first: int, last: int, sentence: Sentence) -> Paper | None:
    """ "… signed contracts with: – Hansung Steel, for a mill": an item that begins with the other side."""
    doc = syntax.doc
    above = doc.sentences[doc.tokens[top.mention.token].sentence]
    if not doc.text[above.start : above.end].rstrip(" :").endswith("with") or not top.parties:
        return None
    start = next((t for t in doc.tokens[first:last] if t.text[:1].isalpha()), None)
    others = line.run(syntax, start.i, last) if start is not None else []
    if start is None or not others:
        return None
    return _item(syntax, top, sentence, start, last, who.unique([*top.parties, *others]), False)


def _item(syntax: Syntax, top: Paper, sentence: Sentence, start: Token, end: int, parties: list[Mention], within: bool) -> Paper:
    doc = syntax.doc
    noun = top.mention.features.get("noun", "agreement")
    record = lists.agreement_nouns().get(noun)
    name = noun if record is None or not record.generic else "agreement"
    if top.kind == "MemorandumOfUnderstanding" and name == "memorandum":
        name = "memorandum of understanding"
    others = [m for m in parties if start.start <= m.start]
    subject = line.subject(syntax, max((m.token + 1 for m in others), default=start.i), end)
    text = name if subject or not others else f"{name} with {others[0].text}" if start.text.lower() != "between" else name
    stop = max((m.end for m in others), default=start.end)
    features = MappingProxyType({"det": "a", "noun": noun, "generic": ""})
    opening = doc.tokens[start.i - 1] if start.i > sentence.first and doc.tokens[start.i - 1].text[:1].isalnum() else start
    mention = Mention(opening.start, max(stop, start.end), text, "Agreement", "nominal", noun, start.i, False, features)
    dates = time.placed(syntax, start.i, end)
    valid_from, until = facts.period(syntax, mention, [mention], dates)
    evidence = Span(opening.start, doc.tokens[end - 1].end) if within else sentence.span
    return Paper(
        mention, top.kind, top.status, tuple(parties), evidence, _ONE, top.signed, valid_from, until, subject, top.event, top.place
    )  # fmt: skip
