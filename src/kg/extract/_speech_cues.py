"""Verbs that report: "X said that A", ""A," said X", "A, she noted, B", "X stressed the need for A", "X urged firms to A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract._speakers import speakers
from kg.extract._speech_words import Frame, Verb, nouns, verb_of
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Span, Token

_MODALS = frozenset(("will", "would", "could", "can", "may", "might", "must", "should", "shall", "'ll", "’ll", "'d", "’d", "to"))
_OPEN, _CLOSE = "\"“«„'‘", "\"”»'’“"
_REACH = 14  # tokens between the verb and a clause that the parser hung elsewhere


@dataclass(frozen=True, slots=True)
class Told:
    """One reported clause: who said it, the pieces of text that were said, the verb's token, the rule."""

    speaker: Mention
    said: tuple[Span, ...]
    sentence: int
    verb: int
    reason: str


def cues(syntax: Syntax) -> Iterator[Told]:
    """Everything that verbs report, in text order; a report inside another's words is left to the outer speaker."""
    doc = syntax.doc
    for sentence in doc.sentences:
        if doc.article.blocks[sentence.block].role in ("title", "heading"):
            continue
        inner: list[tuple[Span, frozenset[Mention]]] = []
        for token in sorted(doc.words(sentence), key=lambda t: (_depth(syntax, t), t.i)):
            found = _told(syntax, token)
            if found is None or any(span.start <= token.start < span.end for span, _ in inner):
                continue
            people, said, reason = found
            if len(said) == 1 and said[0].start > token.start:
                inner.append((said[0], frozenset(people)))
            for person in people:
                yield Told(person, said, sentence.i, token.i, reason)


def _depth(syntax: Syntax, token: Token) -> int:
    return sum(1 for _ in syntax.ancestors(token))


def quoted(syntax: Syntax, token: Token) -> bool:
    """Whether the token stands inside direct speech."""
    return any(q.start < token.start and token.end < q.end for q in syntax.doc.quotes)


def _told(syntax: Syntax, token: Token) -> tuple[list[Mention], tuple[Span, ...], str] | None:
    verb = verb_of(syntax, token)
    if verb is None or quoted(syntax, token) or not _tells(syntax, token):
        return None
    passive = syntax.child(token, "auxpass") is not None
    if passive:
        return _passive(syntax, token, verb)
    people = speakers(syntax, token)
    if not people or (verb.entry in ("agree", "discuss") and len(people) > 1):
        return None
    content = _content(syntax, token, verb, people)
    return (people, *content) if content is not None else None


def _tells(syntax: Syntax, token: Token) -> bool:
    """A finite verb or participle that says the thing was said: no infinitive, no modal, no negation, no condition, no passive participle."""
    auxiliaries = syntax.auxiliaries(token)
    above = syntax.head(token)
    if "to" in auxiliaries:
        return above is not None and token.dep == "xcomp" and above.lemma.lower() in ("go", "continue", "proceed") and _tells(syntax, above)
    if _MODALS & set(auxiliaries) and "like" not in [t.lemma for t in syntax.children(token, "xcomp")]:
        return False
    if syntax.child(token, "neg") is not None:
        return False
    if any(m.text.lower() in ("if", "unless", "whether", "should") for m in syntax.children(token, "mark")):
        return False
    if token.tag == "VB":
        return False
    # a participle without an auxiliary is passive ("asked about …, he"), unless the parse has a subject for it: then it is a past tense
    bare = token.tag == "VBN" and not auxiliaries and syntax.child(token, *SUBJECTS) is None
    return not (bare and token.dep in ("acl", "advcl", "amod", "relcl", "pcomp"))


def _passive(syntax: Syntax, token: Token, verb: Verb) -> tuple[list[Mention], tuple[Span, ...], str] | None:
    """ "was described by X as": the agent speaks; "was quoted as saying": the subject does."""
    sentence = syntax.sentence(token)
    if token.lemma in ("quote", "cite"):
        saying = next((t for t in syntax.subtree(token) if t.text.lower() == "saying" and t.i > token.i), None)
        people = speakers(syntax, token)
        if saying is None or not people:
            return None
        clause = _clause(syntax, saying)
        return (people, (clause or sentence.span,), "was quoted as saying")
    if not (verb.frame("judgement") or verb.frame("figure") or verb.entry in ("say", "announce", "confirm", "reveal")):
        return None
    from kg.extract._speakers import fits, speaker

    people = [m for agent in syntax.agents(token) if (m := speaker(syntax, agent)) is not None and fits(m)]
    if not people:
        return None
    clause = _clause(syntax, token)
    if clause is None and not (verb.frame("judgement") and syntax.child(token, "oprd", "prep") or verb.frame("figure")):
        return None
    return (people, (clause or sentence.span,), "passive with the speaker as its agent")


def _content(syntax: Syntax, token: Token, verb: Verb, people: list[Mention]) -> tuple[tuple[Span, ...], str] | None:
    if verb.clauses:
        clause = _clause(syntax, token, verb)
        if clause is not None:
            return (clause,), "verb of speech with a clause"
        spoken = _quotation(syntax, token)
        if spoken:
            return spoken, "verb of speech with a quotation"
        rest = _around(syntax, token, verb, people)
        if rest:
            return rest, "verb of speech set off by commas"
    body = any(m.kind != "Person" and m.name not in ("he", "she") for m in people)
    for frame in verb.frames:
        if frame.person and body:
            continue
        span = _framed(syntax, token, verb, frame)
        if span is not None:
            return (span,), f"verb of speech with {_READS[frame.frame]}"
    return None


_READS = {
    "object": "a noun phrase",
    "own": "an infinitive of the speaker's own",
    "other": "somebody asked to do something",
    "gerund": "a gerund",
    "preposition": "a preposition",
    "attribute": "a cause",
    "judgement": "a judgement",
    "figure": "a figure",
}


def _clause(syntax: Syntax, token: Token, verb: Verb | None = None) -> Span | None:
    """The clause to the right: the parser's, or one that opens with "that" and hangs elsewhere."""
    tokens = syntax.doc.tokens
    entry = verb.entry if verb is not None else ""
    for clause in syntax.children(token, "ccomp", "acomp", "advcl"):
        span = syntax.span(clause, lambda t: t.i < token.i)
        if clause.i < token.i or span.start < token.start or clause.dep in ("acomp",):
            continue
        first = next(t for t in syntax.subtree(clause) if t.start == span.start)
        if clause.dep == "advcl" and not (entry in ("tell",) and syntax.child(clause, *SUBJECTS) and syntax.child(clause, "mark") is None):
            continue
        if (
            clause.tag == "VBG"
            and syntax.child(clause, "aux") is None
            or clause.pos not in ("VERB", "AUX")
            and not syntax.child(clause, "nsubj")
        ):
            continue
        if "to" in syntax.auxiliaries(clause) and not syntax.child(clause, "nsubj"):
            continue
        if entry == "ask" and (first.tag.startswith("W") or first.text.lower() in ("whether", "if", "how")):
            continue
        if entry == "call" or (verb is not None and verb.kind == "express"):
            continue
        return _bare(syntax, span)
    sentence = syntax.sentence(token)
    for other in tokens[token.i + 1 : min(sentence.last, token.i + _REACH)]:
        if (
            other.text.lower() == "that"
            and other.dep == "mark"
            and tokens[other.head].i > other.i
            and verb is not None
            and verb.kind != "express"
        ):
            if any(t.pos == "VERB" and t.i != token.i for t in tokens[token.i + 1 : other.i]) or tokens[other.head].dep == "relcl":
                return None
            return _bare(syntax, syntax.span(tokens[other.head], lambda t: t.i < other.i))
    return None


def _bare(syntax: Syntax, span: Span) -> Span:
    """Without "that", a comma or marks at the ends."""
    text = syntax.doc.text
    start, end = span.start, span.end
    if text[start : start + 5].lower() == "that ":
        start += 5
    while end > start and text[end - 1] in " \n.,;:":
        end -= 1
    while start < end and text[start] in " \n,;:":
        start += 1
    return Span(start, end)


def _quotation(syntax: Syntax, token: Token) -> tuple[Span, ...]:
    """The quotations that the verb introduces or follows: beside its clause, with only the speaker and a comma or colon between."""
    doc, sentence = syntax.doc, syntax.sentence(token)
    found = [q for q in doc.quotes if q.start < sentence.end and sentence.start < q.end]
    if not found:
        return ()
    before = [q for q in found if q.end <= token.start]
    after = [q for q in found if q.start >= token.end]
    text = doc.text
    kept: list[Span] = []
    if before and (
        before[-1].start <= sentence.start + 1 or text[before[-1].end - 2] in ",.!?" or text[before[-1].end : before[-1].end + 1] == ","
    ):
        kept.append(before[-1])
    if after:
        left = text[token.end : after[0].start].rstrip()
        if left.endswith((":", ",")) or not left or after[0].start == sentence.start:
            kept.append(after[0])
        elif not kept and syntax.child(token, "ccomp") is None and len(left.split()) <= 2:
            kept.append(after[0])
    return tuple(Span(q.start + 1, q.end - 1 if text[q.end - 1] in _CLOSE else q.end) for q in kept)


def _around(syntax: Syntax, token: Token, verb: Verb, people: list[Mention]) -> tuple[Span, ...]:
    """ "A, she noted, B" and "A, said Ana Souza, mayor of Santos": the rest of the sentence, the cue with its apposition and adverbs left out."""
    if verb.kind != "say" or token.tag == "VBG" or token.dep in ("relcl", "acl", "xcomp", "pcomp"):
        return ()
    doc, sentence = syntax.doc, syntax.sentence(token)
    text = doc.text
    subject = syntax.child(token, *SUBJECTS) or next((doc.tokens[m.token] for m in people if m.start > token.start), None)
    if subject is None:
        return ()
    phrase = syntax.span(subject, lambda t: t.i == token.i)
    left = min(phrase.start, token.start) if phrase.start < token.start else token.start
    if any(t.i > token.i and t.i != subject.i for t in syntax.children(token, "dobj", "xcomp", "acomp", "attr")) and verb.entry not in (
        "tell",
        "go on",
    ):
        return ()
    before = text[sentence.start : left].rstrip()
    if not before.endswith((",", "”", '"', "’", "»", "?", "!")) or not any(c.isalpha() for c in before):
        return ()
    head = text[sentence.start : left].rstrip(" ,\n")
    right = _after(syntax, token, phrase)
    pieces = [Span(sentence.start, sentence.start + len(head))]
    if right is not None:
        pieces.append(right)
    whole = " ".join(text[p.start : p.end] for p in pieces)
    # without a verb in what is left there is no clause that was said ("In Geneva on Monday, he said.")
    inside = [t for t in doc.words(sentence) if any(p.start <= t.start < p.end for p in pieces)]
    if not any(t.pos in ("VERB", "AUX") for t in inside) or len(whole.split()) < 3:
        return ()
    return tuple(_trim(text, p) for p in pieces)


def _after(syntax: Syntax, token: Token, phrase: Span) -> Span | None:
    """What goes on after the cue: behind a comma that follows verb or name at once; an apposition and adverbs belong to the cue."""
    sentence, text = syntax.sentence(token), syntax.doc.text
    at = max(token.end, phrase.end if phrase.start > token.start else token.end)
    rest = text[at : sentence.end]
    if not rest.startswith(",") or phrase.start > token.start:
        return None
    span = Span(at + 1, sentence.end)
    words = [t for t in syntax.doc.words(sentence) if t.start >= span.start]
    if words and words[0].tag == "VBG" and words[0].i != token.i:  # ", adding that …" is the speaker's next statement
        return None
    return span if len(words) > 1 else None


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in '"“”,'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"“”,.'):
        end -= 1
    return Span(start, end)


def _framed(syntax: Syntax, token: Token, verb: Verb, frame: Frame) -> Span | None:
    """What the verb takes by one of its frames, None where the sentence doesn't have it."""
    right = [t for t in syntax.children(token) if t.i > token.i]
    objects = [t for t in right if t.dep in ("dobj", "attr", "oprd")]
    span: Span | None = None
    match frame.frame:
        case "object":
            reached = objects or [
                t for p, t in syntax.prepositions(token, *verb.entry.split()[1:]) if p.i == token.i + 1 and " " in verb.entry
            ]
            span = _object(syntax, token, verb, frame, reached)
        case "own":
            clause = next((t for t in right if t.dep == "xcomp" and "to" in syntax.auxiliaries(t)), None)
            span = syntax.span(clause) if clause is not None and not objects else None
        case "other":
            clause = next((t for t in right if t.dep in ("xcomp", "ccomp", "advcl") and "to" in syntax.auxiliaries(t)), None)
            if clause is None and objects:
                clause = next((t for o in objects for t in syntax.children(o, "acl", "relcl") if "to" in syntax.auxiliaries(t)), None)
            person = bool(objects) or (clause is not None and syntax.child(clause, "nsubj") is not None) or " " in verb.entry
            span = Span(min(t.start for t in right), syntax.span(clause).end) if clause is not None and person else None
        case "gerund":
            clause = next((t for t in right if t.dep in ("xcomp", "ccomp", "pcomp") and t.tag == "VBG"), None)
            span = syntax.span(clause) if clause is not None else None
        case "preposition":
            reached = [t for p, t in syntax.prepositions(token, frame.words) if p.i > token.i]
            pcomp = [t for p in syntax.children(token, "prep") if p.text.lower() == frame.words for t in syntax.children(p, "pcomp")]
            chosen = next(iter([*reached, *pcomp]), None)
            span = syntax.span(chosen) if chosen is not None else None
        case "attribute":
            far = frame.words == "any" or any(p.i > token.i for o in (token, *objects) for p, _ in syntax.prepositions(o, frame.words))
            span = Span(syntax.span(objects[0]).start, syntax.span(token).end) if objects and far else None
        case "judgement":
            span = _judgement(syntax, token, right, frame)
        case "figure":
            at = [t for o in (token, *objects) for p, t in syntax.prepositions(o, "at") if p.i > token.i]
            numbers = any(t.pos == "NUM" for p in at for t in syntax.subtree(p))
            span = Span(syntax.span(objects[0]).start, max(syntax.span(t).end for t in at)) if objects and numbers else None
    return _bare(syntax, span) if span is not None else None


def _object(syntax: Syntax, token: Token, verb: Verb, frame: Frame, objects: list[Token]) -> Span | None:
    if not objects or objects[0].pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB", "SYM"):
        return None
    head = objects[0]
    mention = syntax.mention(head, "name", "acronym", "nominal", "pronoun")
    if mention is not None and mention.kind in ("Person", "Agency", "Organization") or head.pos == "PRON":
        return None  # "praised the minister", "dismissed her": people are treated so, not told
    if frame.words in ("feeling", "claim", "topic", "move", "promise", "reason"):
        words = {t.text.lower() for t in syntax.conjuncts(head)} | {t.text.lower() for t in syntax.children(head, "conj")}
        if not words & nouns(frame.words):
            return None
    if verb.entry == "discuss" and syntax.prepositions(token, "with"):
        return None
    if verb.entry == "report" and any(t.tag == "VBN" for t in syntax.children(head, "amod")):
        return None
    return Span(syntax.span(head).start, syntax.span(head).end)


def _judgement(syntax: Syntax, token: Token, right: list[Token], frame: Frame) -> Span | None:
    parts = [t for t in right if t.dep in ("dobj", "npadvmod", "dative", "oprd", "attr", "acomp", "ccomp", "xcomp")]
    if not parts or syntax.child(token, "prt") is not None:
        return None
    whole = Span(min(syntax.span(t).start for t in parts), max(syntax.span(t).end for t in parts))
    if frame.words == "as":
        as_ = [p for t in (token, *parts) for p, _ in syntax.prepositions(t, "as") if p.i > token.i]
        as_ += [p for t in (token, *parts) for p in syntax.children(t, "prep") if p.text.lower() == "as" and p.i > token.i]
        return Span(whole.start, max(whole.end, max(syntax.span(p).end for p in as_))) if as_ else None
    small = [
        t
        for t in parts
        if t.dep in ("ccomp", "xcomp") and syntax.child(t, "nsubj") is not None and t.pos in ("NOUN", "ADJ", "PROPN", "AUX")
    ]
    marks = [q for q in syntax.doc.quotes if whole.start < q.start and q.end <= whole.end + 1]
    if len(parts) > 1 or small or marks:
        return whole
    return None
