"""Which indicator a number belongs to: by "of", "at" or a colon, by its verb, or by the noun behind ("$3 million in exports").

A number that hangs on anything else is left alone: sums of contracts, prices and audiences are no figures of an area.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.data import words as lists
from kg.extract._figures import Anchor, climb, head_of, noun, phrases, tokens_of, verb
from kg.extract._figures_actors import subject
from kg.types import Document, Quantity, Sentence, Token

_FILL = frozenset(("ADV", "DET", "ADJ", "SYM", "NUM", "X"))
_FILLERS = frozenset(
    (
        "combined",
        "about",
        "some",
        "around",
        "over",
        "nearly",
        "almost",
        "just",
        "roughly",
        "total",
        "than",
        "more",
        "at",
        "least",
        "another",
        "between",
        "up",
        "approximately",
        "an",
        "a",
        "$",
        "additional",
        "record",
        "net",
    )
)
_WORTH = frozenset(("worth", "valued", "totalling", "totaling"))


def clause_start(doc: Document, sentence: Sentence, token: int) -> int:
    """The first token of the clause in which ``token`` stands: behind ";", "while", "whereas", or "but"."""
    for i in range(token - 1, sentence.first - 1, -1):
        if doc.tokens[i].text.lower() in (";", "while", "whereas", "though", "although"):
            return i + 1
    return sentence.first


def status(doc: Document, first: int, last: int) -> str:
    """The status that the words of tokens ``first:last`` give a figure; "unreal" where it is none."""
    # a project is a thing where it is a noun
    words = (
        "will" if t.text.lower() == "would" and shifted(doc, t) else t.text.lower()
        for t in doc.tokens[first:last]
        if t.text != "May" or t.pos == "AUX"  # the month
        if t.pos != "NOUN" or t.lemma.lower() != "project"
    )
    text = f" {' '.join(words)} "
    found = {kind for phrase, kind in phrases("status") if f" {phrase} " in text}
    return next((kind for kind in ("unreal", "target", "forecast", "estimate") if kind in found), "reported")


def shifted(doc: Document, token: Token) -> bool:
    """Whether a "would" is the "will" of what somebody said ("told them that output would grow"), and no condition."""
    clause = doc.tokens[token.head]
    while clause.dep == "conj":
        clause = doc.tokens[clause.head]
    if any(c.dep == "mark" and c.text.lower() in ("if", "unless") for c in doc.children(clause)):
        return False
    above = doc.tokens[clause.head]
    return clause.dep == "ccomp" and above.pos == "VERB" and (above.tag in ("VBD", "VBN") or above.lemma.lower() in _FORESEE)


_FORESEE = frozenset(("forecast", "project", "predict", "expect", "estimate", "foresee"))


def _says(doc: Document, token: Token) -> bool:
    """Whether a verb only says whose words these are, between commas ("output, the minister said, had grown")."""
    rest = [t for t in doc.tokens[token.i + 1 : token.i + 3] if t.dep != "prt"]
    following = rest[0] if rest else token
    said = token.lemma.lower() in lists.reporting() or f"{token.lemma.lower()} {doc.tokens[token.i + 1].text.lower()}" in lists.reporting()
    return following.text == "," and said and any(c.dep == "nsubj" for c in doc.children(token))


def linked(doc: Document, sentence: Sentence, anchors: Sequence[Anchor], quantity: Quantity, eager: bool = False) -> Anchor | None:
    """The indicator that a number is a figure of, or None."""
    first, last = tokens_of(doc, sentence, quantity.start, quantity.end)
    behind = _behind(doc, sentence, anchors, last) or _fronted(doc, sentence, anchors, first, last)
    if behind is not None and quantity.kind == "money":
        return behind
    before = [a for a in anchors if a.last <= first and not aside(doc, a)]
    goods = next((a for a in reversed(before) if a.kind == "goods"), None)
    before = [a for a in before if a.kind != "goods"]
    if goods is not None and (not before or goods.first >= before[-1].last) and _fits(doc, sentence, goods, first, False, eager):
        return goods
    for strict, anchor in enumerate(reversed(before)):
        if any(o is not anchor and _inside(doc, anchor, o) for o in before):
            continue
        if strict and quantity.kind == "money" and _has_own(doc, sentence, anchor, before[-1]):
            break  # "exports stood at $6 billion and imports from it at": the nearer one's, or nobody's
        if _fits(doc, sentence, anchor, first, strict > 0, eager):
            return anchor
        if strict >= 2:
            break
    return None


def _has_own(doc: Document, sentence: Sentence, anchor: Anchor, nearer: Anchor) -> bool:
    """Whether a sum stands between an indicator and a nearer one of its own clause that is named."""
    low, high = doc.tokens[anchor.last - 1].end, doc.tokens[nearer.first].start
    return nearer.kind in ("flow", "stock") and any(q.kind == "money" and low <= q.start < high for q in doc.quantities_in(sentence))


def _behind(doc: Document, sentence: Sentence, anchors: Sequence[Anchor], last: int) -> Anchor | None:
    """ "$1.6 billion in foreign direct investment"."""
    if last >= sentence.last or doc.tokens[last].text.lower() not in ("in", "of", "from", "on"):
        return None
    if doc.tokens[last].text.lower() == "on" and not any(
        t.lemma.lower() == "spend" for t in doc.tokens[max(sentence.first, last - 9) : last]
    ):
        return None
    for anchor in anchors:
        if (
            anchor.kind not in ("anaphor", "sector", "rate", "index", "goods")
            and last < anchor.last
            and anchor.first <= last + 3
            and anchor.first > last
        ):
            between = doc.tokens[last + 1 : anchor.first]
            if all(t.pos in ("ADJ", "DET", "NOUN", "NUM") and t.text.lower() not in ("the",) for t in between):
                return anchor
    return None


def _fronted(doc: Document, sentence: Sentence, anchors: Sequence[Anchor], first: int, last: int) -> Anchor | None:
    """ "At $500 million, Kenya's exports were"; "$188 million corresponded to Peruvian exports"."""
    lead = [t for t in doc.tokens[sentence.first : first] if t.pos not in ("ADV", "SYM") and t.text.lower() not in _FILLERS - {"at"}]
    if last < sentence.last and doc.tokens[last].text == "," and [t.text.lower() for t in lead] == ["at"]:
        subjects = [a for a in anchors if a.first > last and doc.tokens[a.head].dep in ("nsubj", "nsubjpass")]
        return subjects[0] if subjects and subjects[0].kind in ("flow", "stock") else None
    for i in range(last, min(last + 6, sentence.last)):
        token = doc.tokens[i]
        if token.lemma.lower() in ("correspond", "relate", "pertain") and i + 1 < sentence.last and doc.tokens[i + 1].text.lower() == "to":
            return next((a for a in anchors if i < a.first <= i + 5 and a.kind in ("flow", "stock")), None)
        if token.pos in ("VERB", "AUX") and token.lemma.lower() not in ("be", "have"):
            return None
    return None


def aside(doc: Document, anchor: Anchor) -> bool:
    """Whether an indicator stands in a remark ("including sales from …"), or is what a share is a part of ("3% of its imports")."""
    begin = doc.sentences[doc.tokens[anchor.first].sentence].first
    before = [t.text.lower() for t in doc.tokens[max(begin, anchor.first - 7) : anchor.first]]
    share = "of" in before and _SHARE.search(" ".join(before)) is not None
    if share and doc.tokens[anchor.first - 1].pos not in ("VERB", "PUNCT"):
        return True
    for token in climb(doc, doc.tokens[anchor.head]):
        if token.text.lower() in ("including", "excluding", "like", "regarding", "despite", "without") and token.i < anchor.first:
            return True
        if token.pos in ("VERB", "AUX") and token.dep != "prep":
            return False
    return False


def _inside(doc: Document, inner: Anchor, outer: Anchor) -> bool:
    """Whether one indicator stands in the noun phrase of an earlier one ("spending on imports")."""
    if outer.last > inner.first or outer.kind == "anaphor":
        return False
    for token in climb(doc, doc.tokens[inner.head]):
        if outer.first <= token.i < outer.last:
            return True
        if token.dep not in ("pobj", "prep", "compound") and token.i != inner.head:
            return False
        if token.i == inner.head and token.dep != "pobj":
            return False
    return False


def _fits(doc: Document, sentence: Sentence, anchor: Anchor, first: int, strict: bool, eager: bool) -> bool:
    between = list(doc.tokens[anchor.last : first])
    if clause_start(doc, sentence, first) > anchor.first:
        return False
    verbs = [
        t
        for t in between
        if t.pos in ("VERB", "AUX")
        and t.dep not in ("prep", "amod", "compound")
        and not (t.dep == "acl" and t.tag == "VBG" and not _over(doc, t, first))
        and not ((_embedded(doc, anchor, t) and not _over(doc, t, first)) or _says(doc, t))
    ]
    if not verbs:
        return not strict and _joined(doc, anchor, between, eager)
    link = verbs[-1]
    passive = verb(link, "cause") and any(t.dep == "auxpass" for t in doc.children(link))
    number = next((q for q in doc.quantities_in(sentence) if q.end > doc.tokens[first].start), None)
    moved = number is not None and number.change and _MOVE.search(doc.text, anchor_end(doc, anchor), number.start) is not None
    if not (verb(link, "level") or verb(link, "change") or passive or moved):
        return False
    apart = link.dep == "advcl" and link.tag == "VBG" and not any(t.dep == "nsubj" for t in doc.children(link))
    for other in verbs[:-1]:
        if apart and any(t.i == other.i for t in climb(doc, link)):
            continue  # "exports bucked the trend, rising 3 percent to"
        known = other.pos == "AUX" or verb(other, "level") or verb(other, "change") or verb(other, "cause")
        if not known and status(doc, other.i, other.i + 1) == "reported":
            return False
    if any(t.dep == "neg" for t in doc.children(link)):
        return False
    who = subject(doc, link)
    if who is not None and who.i > anchor.last and _says(doc, doc.tokens[who.head]):
        return not strict  # "debt, he said, stood at": joined to the verb of saying by the parser
    if who is None:
        return not strict and all(t.dep not in ("nsubj", "nsubjpass") or t.pos == "PRON" for t in between)
    if anchor.first <= who.i < anchor.last:
        return True
    if who.i < anchor.first and doc.tokens[anchor.head].dep == "conj" and doc.tokens[anchor.head].head == who.i and not strict:
        low, high = doc.tokens[who.i].end, doc.tokens[anchor.first].start
        if any(low <= q.start < high and q.kind in ("money", "percent") for q in doc.quantities_in(sentence)):
            return True  # "exports to top $2 billion and imports to reach": each has its own sum
    if who.i < anchor.first and who.pos in ("NOUN", "PROPN"):
        return any(t.i == who.i for t in climb(doc, doc.tokens[anchor.head])) and not strict and who.lemma.lower() in _MEASURES
    return who.i >= anchor.last and (who.tag in ("WDT",) or who.i in range(anchor.first, anchor.last)) and not strict


_SHARE = re.compile(  # no half or quarter of a year
    r"(?:%|\b(?:cent|percent|thirds?|half|quarters?)) of(?! (?:this|last|the(?: \w+)?) year\b)(?! (?:19|20)\d\d\b)(?: [^\s,;]+)*$"
)
_MOVE = re.compile(
    r"\b(?:with|by|after|showing|recording|posting|registering|seeing|saw|to) an? (?:[\w-]+ ){0,2}"
    r"(?:rise|gain|increase|jump|growth|drop|fall|decline|decrease|loss|plus|minus|climb|surge|slump) of (?:[\w-]+ ){0,2}$"
)


def anchor_end(doc: Document, anchor: Anchor) -> int:
    """Where the words of an indicator end."""
    return doc.tokens[anchor.last - 1].end


_MEASURES = frozenset(("number", "value", "volume", "amount", "level", "stock", "inflow", "total", "sum", "rate", "size", "flow", "share"))


def _over(doc: Document, token: Token, number: int) -> bool:
    """Whether a number stands in the clause of a verb ("inflation, which was 9 percent in July, would ease")."""
    return any(t.i == token.i for t in climb(doc, doc.tokens[number]))


def _embedded(doc: Document, anchor: Anchor, token: Token) -> bool:
    """Whether a verb stands in a relative clause on the indicator ("exports of services, which are reported separately, …")."""
    for other in climb(doc, token):
        if other.dep in ("relcl", "acl") and other.i > anchor.head:
            head = doc.tokens[other.head]
            following = [t for t in doc.words(doc.sentences[token.sentence]) if t.i > other.i and t.head == head.i]
            return anchor.first <= head.i < anchor.last and head.dep in ("nsubj", "nsubjpass") and bool(following or head.head > other.i)
    return False


def _joined(doc: Document, anchor: Anchor, between: Sequence[Token], eager: bool) -> bool:
    """Without a verb: "exports of", "exports: ", "put exports at", "raise exports to"."""
    rest = list(between)
    if [t.text.lower() for t in between[:2]] == ["to", "top"]:
        return True  # a verb that the tagger takes for an adjective
    while rest and (
        rest[-1].text.lower() in _FILLERS
        or rest[-1].pos in ("ADV", "DET", "SYM")
        or (rest[-1].pos == "ADJ" and rest[-1].text.lower() not in _WORTH)
    ):
        if rest[-1].text.lower() == "at" and rest[-1].pos == "ADP":
            break
        rest.pop()
    if not rest:  # "exports were $5 billion and imports $7 billion", "with imports down 3%"
        return (eager and not between) or any(t.text.lower() in ("up", "down") for t in between)
    last = rest[-1].text.lower()
    if anchor.kind == "goods" and (last == "of" or last in _WORTH):
        return False  # "a contract for rice worth"
    head = doc.tokens[anchor.head]
    governor = doc.tokens[head.head]
    if last == "to" and anchor.kind == "anaphor" and len(between) > 2 and between[0].text.lower() in ("to", "from", "with"):
        return True  # "and those to Latvia to 220 million"
    if last in (":", "–", "—", "-"):
        return True
    if eager and last in ("for", "to", "at") and len(rest) == 1 and anchor.kind == "flow":
        return True  # "exports accounted for $3 million, imports for $2 million"
    if last == "(":
        return len(rest) == 1 and anchor.kind != "sector"
    if last in ("of",) or last in _WORTH:
        return all(t.pos in ("PUNCT", "PROPN", "ADP", "DET", "NUM", "X") or t.text.lower() in _WORTH or t.text.isupper() for t in rest)
    if last == "to" and len(rest) > 1 and rest[-2].text.lower() in ("amount", "amounts", "close", "total"):
        return True  # a verb that the tagger took for a noun
    if last == "to" and len(rest) > 1 and rest[-2].text in ("–", "—", "-"):
        return True  # "imports from Georgia – to $3 million"
    if last in ("at", "to") and eager and " ".join(t.text.lower() for t in rest[:-1]) in ("from it", "to it", "from there", "from them"):
        return True  # "exports to Peru stood at $6 million and imports from it at $4 million"
    if last == "at" and len(rest) > 1 and rest[-2].text == "," and all(t.pos in ("ADP", "DET", "PROPN", "NOUN", "ADJ") for t in rest[:-2]):
        return True  # "exports to Uganda, at $3 million, were 2% higher"
    if last == "at" and len(rest) > 1 and all(_timed(doc, t) for t in rest[:-1]):
        return True  # "imports in March at $3 billion were 2% lower"
    if last in ("at", "to"):
        caused = head.dep in ("dobj", "nsubjpass", "nsubj") and governor.pos == "VERB" and verb(governor, "cause")
        return caused or (last == "at" and len(rest) == 1)
    return False


def _timed(doc: Document, token: Token) -> bool:
    """Whether a token is of a time expression or what joins one."""
    if token.pos in ("ADP", "DET", "PUNCT", "NUM") or token.lemma.lower() in ("month", "period", "quarter", "half", "year"):
        return True
    return any(d.start <= token.start < d.end for d in doc.dates)


def nominal(doc: Document, sentence: Sentence, quantity: Quantity) -> Token:
    """The head token of a number."""
    first, last = tokens_of(doc, sentence, quantity.start, quantity.end)
    return head_of(doc, first, last)


def plan_noun(doc: Document, anchor: Anchor) -> bool:
    """Whether an indicator is told as a plan ("export target")."""
    return noun(doc.tokens[anchor.head], "plan")
