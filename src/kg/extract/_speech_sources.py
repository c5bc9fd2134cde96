"""Sources named beside a clause: "according to X", "in X's view", "as X stated …, A", "for X, A", "X data show"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract._speakers import fits, paper, speaker, speakers
from kg.extract._speech_content import inner
from kg.extract._speech_cues import Told, quoted
from kg.extract._speech_words import nouns, verb_of
from kg.extract._spoken import spoken
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Sentence, Span, Token

_SHOW = frozenset(("show", "indicate", "reveal", "suggest", "say", "state", "report", "find", "estimate", "forecast", "project", "put"))

_LIKE_NOUNS = frozenset(("show", "shows", "forecasts", "reports", "estimates", "projects", "notes", "states"))
_NEAR = 6  # tokens from a paper's noun to the body that it is from


def sources(syntax: Syntax) -> Iterator[Told]:
    """What each source phrase covers, in text order."""
    for sentence in syntax.doc.sentences:
        if syntax.doc.article.blocks[sentence.block].role in ("title", "heading"):
            continue
        yield from _colon(syntax, sentence)
        for token in syntax.doc.words(sentence):
            if quoted(syntax, token):
                continue
            for mention, phrase, reason in (
                *_according(syntax, token),
                *_view(syntax, token),
                *_as(syntax, token),
                *_for(syntax, token, sentence),
                *_paper(syntax, token),
            ):
                yield Told(mention, _rest(syntax, sentence, phrase), sentence.i, token.i, reason)


def _rest(syntax: Syntax, sentence: Sentence, phrase: Span) -> tuple[Span, ...]:
    """The sentence without the phrase that names the source."""
    text = syntax.doc.text
    pieces = []
    for start, end in ((sentence.start, phrase.start), (phrase.end, sentence.end)):
        while start < end and text[start] in " \n,;:.–—":
            start += 1
        start += 5 if text[start : start + 5] == "that " else 0
        while end > start and text[end - 1] in " \n,;:.–—":
            end -= 1
        if any(c.isalpha() for c in text[start:end]):
            pieces.append(Span(start, end))
    return tuple(pieces) or (sentence.span,)


def _colon(syntax: Syntax, sentence: Sentence) -> Iterator[Told]:
    """ "Ana Souza was blunt: “…”", "The guild's head shook his head: “…”": a person's or body's words behind a colon, whatever the verb."""
    doc = syntax.doc
    quote = next((q for q in spoken(doc, sentence.start, sentence.end) if sentence.start < q.start), None)
    if quote is None or not doc.text[sentence.start : quote.start].rstrip().endswith(":"):
        return
    words = [t for t in doc.words(sentence) if t.end <= quote.start]
    if not any(t.pos in ("VERB", "AUX") for t in words):  # "Ana Souza, mayor of Santos: “…”"
        first = next((m for m in doc.within(sentence) if m.form == "name" and m.kind == "Person" and m.end <= quote.start), None)
        title = doc.text[sentence.start : first.start].strip() if first is not None else ","
        if first is not None and "," not in title and len(title.split()) <= _NEAR:
            yield Told(first, (inner(doc.text, quote),), sentence.i, -1, "words behind a colon")
        return
    verbs = [t for t in words if t.pos in ("VERB", "AUX") and (t.dep == "ROOT" or syntax.doc.tokens[t.head].start > quote.start)]
    if len(verbs) != 1 or verb_of(syntax, verbs[0]) is not None or set(syntax.auxiliaries(verbs[0])) & {"will", "would", "may", "might"}:
        return
    subject = syntax.child(verbs[0], "nsubj")
    found = speaker(syntax, subject) if subject is not None and subject.i < verbs[0].i else None
    if found is not None and fits(found) and (found.kind == "Person" or found.form == "pronoun"):
        yield Told(found, (inner(doc.text, quote),), sentence.i, verbs[0].i, "words behind a colon")


def _according(syntax: Syntax, token: Token) -> Iterator[tuple[Mention, Span, str]]:
    if token.text.lower() != "according":
        return
    to = next((t for t in syntax.doc.tokens[token.i + 1 : token.i + 2] if t.text.lower() == "to"), None)
    if to is None:
        return
    heads = [t for t in syntax.doc.tokens[to.i + 1 : to.i + 40] if t.head in (to.i, token.i) and t.dep in ("pobj", "pcomp")]
    for head in (c for h in heads[:1] for c in syntax.conjuncts(h)):
        told = head.text.lower() in nouns("paper") or head.text.lower() in nouns("view")
        mention = _named_after(syntax, head) or speaker(syntax, head) or (paper(syntax, head) if told else None)
        if fits(mention) and mention is not None:
            end = syntax.span(head, lambda t: t.start < to.start).end
            yield mention, Span(token.start, max(end, mention.end)), "according to somebody"


def _named_after(syntax: Syntax, head: Token) -> Mention | None:
    """ "according to the governor of the bank, Ana Souza": the name behind the phrase and a comma, wherever the parser hung it."""
    post = syntax.mention(head, "nominal")
    tokens, last = syntax.doc.tokens, syntax.sentence(head).last
    end = syntax.subtree(head, lambda t: t.i < head.i)[-1].i + 1
    if post is None or post.kind != "Person" or end + 1 >= last or tokens[end].text != ",":
        return None
    name = syntax.mention(tokens[end + 1], "name")
    closed = end + 2 >= last or tokens[end + 2].text in (",", ".", ";")
    return name if name is not None and name.kind == "Person" and closed else None


def _view(syntax: Syntax, token: Token) -> Iterator[tuple[Mention, Span, str]]:
    """ "In her view", "In the opinion of X": at the start or set off by commas."""
    if token.dep != "pobj" or token.text.lower() not in nouns("view"):
        return
    above = syntax.head(token)
    if above is None or above.text.lower() not in ("in", "to"):
        return
    span = syntax.span(above)
    owner = syntax.child(token, "poss")
    said_by = next((m for _, t in syntax.prepositions(token, "of") if fits(m := syntax.mention(t, "name"))), None)
    if owner is None and said_by is not None and syntax.doc.text[said_by.end : said_by.end + 1] == ",":
        span = Span(above.start, said_by.end)  # the parser may take what follows for an apposition
    elif not _set_off(syntax, span, above):
        return
    found = syntax.mention(owner) if owner is not None else next((speaker(syntax, t) for _, t in syntax.prepositions(token, "of")), None)
    if found is not None and (fits(found) or (found.form == "pronoun" and found.name in ("his", "her"))):
        yield found, span, "in somebody's view"


def _set_off(syntax: Syntax, span: Span, first: Token) -> bool:
    sentence, text = syntax.sentence(first), syntax.doc.text
    opens = span.start == sentence.start or text[sentence.start : span.start].rstrip().endswith((",", ";", "and", "but"))
    return opens and (text[span.end : span.end + 1] in (",", ".", ""))


def _as(syntax: Syntax, token: Token) -> Iterator[tuple[Mention, Span, str]]:
    """ "As X stated at a briefing, A": a clause under "as" whose verb speaks and has no content of its own."""
    if token.dep != "advcl" or not any(t.text.lower() == "as" for t in syntax.children(token, "mark", "advmod")):
        return
    verb = verb_of(syntax, token)
    plain = {"say", "state", "note", "point out", "explain", "announce", "report", "stress", "put", "tell", "write", "recall", "confirm"}
    own = any(t.i > token.i for t in syntax.children(token, "ccomp", "xcomp"))
    if verb is None or verb.entry not in plain or own or syntax.child(token, "neg") or syntax.child(token, *SUBJECTS) is None:
        return
    span = syntax.span(token)
    if not _set_off(syntax, span, token):
        return
    for mention in speakers(syntax, token):
        yield mention, span, "as somebody said"


def _for(syntax: Syntax, token: Token, sentence: Sentence) -> Iterator[tuple[Mention, Span, str]]:
    """ "For X, A": a person by name at the start, in a sentence about something else in the present tense."""
    if token.i != sentence.first or token.text != "For":
        return
    head = syntax.child(token, "pobj")
    mention = speaker(syntax, head) if head is not None else None
    if mention is None or mention.kind != "Person" or mention.form != "name" or head is None:
        return
    span = syntax.span(token)
    main = syntax.head(token)
    subject = syntax.child(main, *SUBJECTS) if main is not None else None
    if syntax.doc.text[span.end : span.end + 1] != "," or main is None or subject is None or subject.pos == "PRON":
        return
    if main.tag in ("VBZ", "VBP", "VB"):
        yield mention, span, "for somebody, something is so"


def _paper(syntax: Syntax, token: Token) -> Iterator[tuple[Mention, Span, str]]:
    """ "X data show that A" and "A, figures from the ministry show": a body's paper speaks for it."""
    if token.tag in ("NN", "NNS") and token.text.lower() in _LIKE_NOUNS:
        yield from _noun_like(syntax, token)
        return
    if token.lemma.lower() not in _SHOW or token.pos != "VERB" or token.tag in ("VB", "VBG", "VBN"):
        return
    subject = syntax.child(token, "nsubj")
    if subject is None or subject.text.lower() not in nouns("paper"):
        return
    owner = paper(syntax, subject)
    if owner is None or not fits(owner):
        return
    phrase = syntax.span(subject, lambda t: t.i == token.i)
    clause = next((t for t in syntax.children(token, "ccomp", "dobj") if t.i > token.i), None)
    if clause is None and not syntax.doc.text[: phrase.start].rstrip().endswith((",", "”", '"')):
        return
    yield owner, Span(phrase.start, token.end), "a body's paper"


def _noun_like(syntax: Syntax, token: Token) -> Iterator[tuple[Mention, Span, str]]:
    """ "A, X data show.", "figures from X show that A" and "A, the X forecasts." where the parser takes the verb for a noun.

    A name stands right before (or before its paper's noun), the clause's end or "that" after, the start or a comma before it all.
    """
    tokens, sentence = syntax.doc.tokens, syntax.sentence(token)
    papers = nouns("paper")
    at = token.i - 1
    if at > sentence.first and tokens[at].text.lower() in papers:
        at -= 1
    owner = syntax.mention(tokens[at], "name", "acronym") if at >= sentence.first else None
    follows = tokens[token.i + 1].text if token.i + 1 < sentence.last else "."
    if owner is None or not fits(owner) or follows not in (",", ".", ";", "that"):
        return
    start = owner.start - 4 if syntax.doc.text[owner.start - 4 : owner.start].lower() == "the " else owner.start
    if at == token.i - 1 and token.text.lower() == "show":
        before = [t for t in tokens[max(sentence.first, at - _NEAR) : at] if t.text.lower() in papers]
        if not before or any(t.pos == "VERB" and t.tag != "VBN" for t in tokens[before[-1].i : at]):
            return
        start = min(before[-1].start, syntax.span(before[-1], lambda t: t.i > before[-1].i or t.dep == "punct").start)
    left = syntax.doc.text[sentence.start : start].rstrip()
    if left.endswith(",") or (not left and follows == "that"):
        yield owner, Span(start, token.end), "a body's paper"
