"""Cues that the parse of a long sentence tears apart, read from the words alone: "…, the Ministry of Trade (MoT) said on Monday."

Only where the rules over the parse find nothing in a sentence. Three shapes, after the patterns of Krestel, Bergler and Witte (LREC 2008):
the cue at the end ("A, X told reporters."), the cue turned round ("“A,” joked X, mayor of Y."), and a verb before "that" which the tagger
took for a noun ("The bank on Monday forecast that A"). A name or a known noun phrase stands beside the verb; nothing else is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.data.words import reporting
from kg.extract._speakers import fits
from kg.extract._speech_content import bare
from kg.extract._speech_cues import Told, quoted
from kg.extract._spoken import spoken
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence, Span, Token

_TAIL = 22  # tokens behind the verb of a cue at the end
_HEARERS = frozenset(("reporters", "journalists", "media", "press", "lawmakers", "delegates", "participants", "newsmen"))
_DAY = frozenset(("on", "earlier", "late", "today", "yesterday", "also", "here", "this", "last", "in", "at", "has", "had", "have"))
_ADVERBS = frozenset(("also", "has", "had", "have", "further", "later", "then", "today", "yesterday", "meanwhile", "recently"))
_INNER = re.compile(r"\([^()\n]{1,30}\)$")
_DAYS = re.compile(r"(?: on| late| early)? [A-Z][a-z]+day$| (?:yesterday|today|also)$")
_CLOSE = ('"', "”", "’", "'", "»", ",")
_SURE = frozenset(("say", "tell"))  # verbs of a cue at the end that need no more proof
_FORMS = frozenset(
    (
        *(
            "add",
            "announce",
            "argue",
            "assure",
            "caution",
            "claim",
            "complain",
            "confirm",
            "explain",
            "insist",
            "note",
            "observe",
            "recall",
        ),
        *("remark", "report", "reveal", "state", "stress", "warn", "write"),
    )
)


def scan(syntax: Syntax, taken: Sequence[Told]) -> Iterator[Told]:
    """What the words of sentences tell that ``taken`` leaves without a statement."""
    doc = syntax.doc
    told = {one.sentence for one in taken}
    for sentence in doc.sentences:
        if sentence.i in told or doc.article.blocks[sentence.block].role in ("title", "heading"):
            continue
        found = next((one for t in doc.words(sentence) if _spoken(t) and (one := _cue(syntax, sentence, t)) is not None), None)
        if found is not None:
            yield found


def _spoken(token: Token) -> bool:
    """Whether a word is the past or present of a verb of saying, whatever the tagger took it for."""
    return _lemma(token) != "" and token.text.islower() and token.tag not in ("VB", "VBG")


def _lemma(token: Token) -> str:
    low = token.text.lower()
    table = reporting()
    for lemma in (token.lemma.lower(), low, low[:-1], low[:-2]):
        if lemma in table and table[lemma].kind == "say" and (low != lemma or low == "forecast"):
            return lemma
    return ""


def _cue(syntax: Syntax, sentence: Sentence, token: Token) -> Told | None:
    if quoted(syntax, token):
        return None
    return _at_the_end(syntax, sentence, token) or _turned(syntax, sentence, token) or _before_that(syntax, sentence, token)


def _at_the_end(syntax: Syntax, sentence: Sentence, token: Token) -> Told | None:
    """ "A, X said on Monday.", "A, X, who chairs Y, told the forum." """
    if _lemma(token) not in _SURE and not (_lemma(token) in _FORMS and token.tag in ("VBD", "VBZ")):
        return None
    doc = syntax.doc
    behind = doc.tokens[token.i + 1 : sentence.last]
    finite = [t for t in behind if t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep != "relcl"]
    if len(behind) > _TAIL or finite or any(t.text.lower() in ("that", ":") or t.text in '"“”' for t in behind):
        return None
    if behind and not (
        behind[0].text.lower() in _DAY | _HEARERS | {"a", "the", "an", "its", "his", "her", "their", ".", ","} or _lemma(token) == "tell"
    ):
        return None
    who = _before(syntax, sentence, token.start)
    if who is None:
        return None
    mention, start = who
    head = doc.text[sentence.start : start].rstrip()
    if not head.endswith(_CLOSE):
        return None
    end = sentence.start + len(head)
    words = [t for t in doc.words(sentence) if t.end <= end]
    opens = words[0] if words else token
    if len(words) < 4 or opens.dep in ("mark", "advcl") or opens.tag in ("VBG", "WRB", "VBN") or _lemma(opens):
        return None  # "Asked about it, …", "When it opens, …", "After the talks ended, …"
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return None
    return Told(mention, (_plain(syntax, sentence.start, end),), sentence.i, token.i, "the speaker's verb at the end")


def _before(syntax: Syntax, sentence: Sentence, at: int) -> tuple[Mention, int] | None:
    """Who ends right before ``at``, and where the phrase begins; a clause or apposition in commas may stand between."""
    text = syntax.doc.text
    left = text[sentence.start : at].rstrip()
    while left.split()[-1:] and left.split()[-1] in _ADVERBS:
        left = left[: -len(left.split()[-1])].rstrip()
    for _ in range(2):
        if inner := _INNER.search(left):
            left = left[: inner.start()].rstrip()
        end = sentence.start + len(left)
        near = [m for m in syntax.doc.within(sentence) if m.end == end and fits(m) and (m.form != "pronoun" or m.name in ("he", "she"))]
        if near:
            mention = min(near, key=lambda m: (m.form != "name", m.form != "acronym", m.start))
            return mention, _begins(text, sentence.start, mention.start)
        if not left.endswith(","):
            return None
        opened = left.rfind(", ", 0, len(left) - 1)
        inside = left[opened + 2 : -1] if opened > 0 else ""
        if not inside or len(inside.split()) > 14:
            return None
        for m in syntax.doc.within(sentence):  # "the director in the ministry, Ana Souza, said"
            if m.kind == "Person" and m.form == "name" and m.end == end - 1 and inside.endswith(m.text):
                start = _begins(text, sentence.start, m.start)
                return (m, start) if start <= end - 1 - len(inside) else None
        left = left[:opened].rstrip()
    return None


def _begins(text: str, first: int, start: int) -> int:
    """Back over a title or article before the name, to a comma or closing mark."""
    comma = max(text.rfind(mark, first, start) for mark in (", ", '" ', "” ", "’ ", "» "))
    base = comma + 2 if comma >= first else first
    words = text[base:start].split()
    return base if len(words) <= 8 and all(w[:1].isupper() or w in _TITLE for w in words) else start


_TITLE = frozenset(
    ("the", "of", "and", "for", "its", "a", "on", "to", "agency", "spokesman", "spokeswoman", "spokesperson", "chief", "head", "promotion")
)


def _turned(syntax: Syntax, sentence: Sentence, token: Token) -> Told | None:
    """ "“A,” joked X, president of Y." """
    doc = syntax.doc
    if token.i == sentence.first or doc.tokens[token.i - 1].text not in ('"', "”", "»", "’", "'", ","):
        return None
    after = [m for m in doc.within(sentence) if m.start >= token.end and m.form == "name" and m.kind == "Person"]
    if not after or any(not (w[:1].isupper() or w in _TITLE) for w in doc.text[token.end : after[0].start].split()):
        return None
    quote = next((q for q in spoken(doc, sentence.start, sentence.end) if q.end <= token.start + 1), None)
    if quote is None and doc.tokens[token.i - 1].text != ",":
        return None
    before = doc.tokens[token.i - 1]
    start = quote.start + 1 if quote is not None else sentence.start
    end = before.start if quote is None else quote.end - 1
    words = [t for t in doc.words(sentence) if start <= t.start and t.end <= end]
    if quote is None and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return None
    return Told(after[0], (_plain(syntax, start, end),), sentence.i, token.i, "the speaker behind the verb")


def _before_that(syntax: Syntax, sentence: Sentence, token: Token) -> Told | None:
    """ "The bank on Monday forecast that A", where the verb was taken for a noun."""
    doc = syntax.doc
    behind = doc.tokens[token.i + 1] if token.i + 1 < sentence.last else token
    if token.tag in ("VBD", "VBZ") and token.pos == "VERB":
        return _after_comma(syntax, sentence, token)
    forecast = token.text == "forecast" and behind.tag in ("NN", "NNS", "JJ", "DT", "CD")
    if behind.text.lower() != "that" and not forecast:
        return None
    left = _DAYS.sub("", doc.text[sentence.start : token.start].rstrip())
    who = _before(syntax, sentence, sentence.start + len(left.rstrip()))
    if who is None or (doc.text[sentence.start : who[1]].strip(" ,") and not doc.text[sentence.start : who[1]].rstrip().endswith(",")):
        return None
    span = Span(token.start if forecast and behind.text != "that" else behind.start, sentence.end)
    return Told(who[0], (bare(syntax, span),), sentence.i, token.i, "a verb before that")


def _after_comma(syntax: Syntax, sentence: Sentence, token: Token) -> Told | None:
    """ "The director in the ministry, Ana Souza, said A": a name between commas right before the verb, its title perhaps before it."""
    doc = syntax.doc
    who = _before(syntax, sentence, token.start)
    if _lemma(token) not in _SURE | _FORMS or who is None or who[0].kind != "Person" or who[0].form != "name":
        return None
    left = doc.text[sentence.start : who[1]].rstrip()
    behind = [t for t in doc.tokens[token.i + 1 : sentence.last] if t.tag in ("VBD", "VBZ", "VBP", "MD")]
    if not left.endswith(",") or doc.text[who[0].end : token.start].strip(" ") != "," or not behind:
        return None
    return Told(who[0], (_plain(syntax, token.end, sentence.end),), sentence.i, token.i, "a name in commas before the verb")


def _plain(syntax: Syntax, start: int, end: int) -> Span:
    return bare(syntax, Span(start, end))
