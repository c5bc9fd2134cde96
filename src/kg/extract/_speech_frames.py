"""What verbs of speech take besides clauses and quotations: "stressed the need", "urged firms to", "called it late", "put sales at"."""

from __future__ import annotations

from kg.extract._speech_content import bare, next_statement
from kg.extract._speech_words import Frame, Verb, nouns
from kg.extract._syntax import Syntax
from kg.types import Span, Token

_READS = {
    "judgement": "a judgement",
    "figure": "a figure",
    "attribute": "a cause",
    "other": "somebody asked to do something",
    "own": "an infinitive of the speaker's own",
    "gerund": "a gerund",
    "object": "a noun phrase",
    "preposition": "a preposition",
}
_ORDER = tuple(_READS)  # the fuller reading first
_PARTS = ("dobj", "npadvmod", "dative", "oprd", "attr", "acomp", "ccomp", "xcomp")


def framed(syntax: Syntax, token: Token, verb: Verb, body: bool) -> tuple[tuple[Span, ...], str] | None:
    """What was said by the first of the verb's frames that the sentence has, verb included ("urged firms to wait"), and the rule.

    ``body``: the speaker is no person.
    """
    for frame in sorted(verb.frames, key=lambda f: _ORDER.index(f.frame)):
        if frame.person and body:
            continue
        span = _span(syntax, token, verb, frame)
        if span is not None:
            return (Span(token.start, bare(syntax, span).end),), f"verb of speech with {_READS[frame.frame]}"
    return None


def _span(syntax: Syntax, token: Token, verb: Verb, frame: Frame) -> Span | None:
    right = [t for t in syntax.children(token) if t.i > token.i]
    objects = [t for t in right if t.dep in ("dobj", "attr", "oprd")]
    match frame.frame:
        case "object":
            return _object(syntax, token, verb, frame, objects or _reached(syntax, token, verb))
        case "own":
            clause = next((t for t in right if t.dep == "xcomp" and "to" in syntax.auxiliaries(t)), None)
            return syntax.span(clause) if clause is not None and not objects else None
        case "other":
            return _other(syntax, right, objects, _reached(syntax, token, verb))
        case "gerund":
            clause = next((t for t in right if t.dep in ("xcomp", "ccomp", "pcomp") and t.tag == "VBG"), None)
            return syntax.span(clause) if clause is not None else None
        case "preposition":
            found = [t for p, t in syntax.prepositions(token, frame.words) if p.i > token.i]
            found += [t for p in syntax.children(token, "prep") if p.text.lower() == frame.words for t in syntax.children(p, "pcomp")]
            return syntax.span(found[0]) if found else None
        case "attribute":
            below = [t for r in right for t in syntax.subtree(r)]
            far = frame.words == "any" or any(t.dep in ("prep", "dative") and t.text.lower() == frame.words for t in below)
            return Span(syntax.span(objects[0]).start, syntax.span(token, lambda t: _joined(token, t)).end) if objects and far else None
        case "figure":
            at = [t for o in (token, *objects) for p, t in syntax.prepositions(o, "at") if p.i > token.i]
            numbers = any(t.pos == "NUM" for p in at for t in syntax.subtree(p))
            return Span(syntax.span(objects[0]).start, max(syntax.span(t).end for t in at)) if objects and numbers else None
        case _:
            return _judgement(syntax, token, right, frame)


def _reached(syntax: Syntax, token: Token, verb: Verb) -> list[Token]:
    """The object of the preposition that belongs to the verb's entry ("call on", "speak of")."""
    return [t for p, t in syntax.prepositions(token, *verb.entry.split()[1:]) if p.i == token.i + 1] if " " in verb.entry else []


def _other(syntax: Syntax, right: list[Token], objects: list[Token], reached: list[Token]) -> Span | None:
    """Who should do what: "firms to label their goods"."""
    clause = next((t for t in right if t.dep in ("xcomp", "ccomp", "advcl") and "to" in syntax.auxiliaries(t)), None)
    if clause is None:
        clause = next((t for o in (*objects, *reached) for t in syntax.children(o, "acl", "relcl") if "to" in syntax.auxiliaries(t)), None)
    if clause is None:
        return None
    asked = [*objects, *reached]
    if not asked and not any(t.i < clause.i for t in syntax.children(clause, "nsubj")):
        return None
    end = syntax.span(clause, lambda t: next_statement(syntax, t)).end
    return Span(min(syntax.span(t).start for t in (*asked, clause)), end)


def _object(syntax: Syntax, token: Token, verb: Verb, frame: Frame, objects: list[Token]) -> Span | None:
    """A noun phrase that is spoken of; people and bodies are treated rather than told ("praised the minister", "dismissed her")."""
    if not objects:
        return None
    head = objects[0]
    mention = syntax.mention(head, "name", "acronym", "nominal", "pronoun")
    if (mention is not None and mention.kind in ("Person", "Agency", "Organization")) or head.pos == "PRON":
        return None
    if frame.words != "any" and not {t.text.lower() for t in syntax.conjuncts(head)} & nouns(frame.words):
        return None
    if any(d.start <= head.start < d.end for d in syntax.doc.dates):
        return None  # "called for 6 November"
    if verb.entry == "discuss" and _with_somebody(syntax, token):
        return None
    start = syntax.span(head).start

    def leave(below: Token) -> bool:
        return below.start < start or _joined(token, below) or next_statement(syntax, below)

    end = max(syntax.span(token, leave).end, syntax.span(head, leave).end)
    colon = syntax.doc.text.find(": ", start, end)  # "ruled out a smaller deal: the bloc …" goes on with another clause
    return Span(start, colon if colon > 0 else end)


def _joined(token: Token, below: Token) -> bool:
    """Whether ``below`` is another clause beside the verb's own."""
    return below.head == token.i and below.dep in ("conj", "cc", "advcl", "parataxis", "dep")


def _with_somebody(syntax: Syntax, token: Token) -> bool:
    """ "discussed trade with the minister" is a meeting."""
    if any(t.text.lower() == "with" for t in syntax.children(token, "prep")):
        return True
    after = [t for t in syntax.subtree(token) if t.i > token.i and t.text.lower() == "with"]
    found = [syntax.mention(p) for t in after for p in syntax.children(t, "pobj")]
    return any(m is not None and m.kind in ("Person", "Agency", "Organization", "Country") for m in found)


def _judgement(syntax: Syntax, token: Token, right: list[Token], frame: Frame) -> Span | None:
    """ "called the plan late", "described it as late"; a call of a meeting or a strike is none."""
    parts = [t for t in right if t.dep in _PARTS]
    if not parts or syntax.child(token, "prt") is not None:
        return None
    whole = Span(min(syntax.span(t).start for t in parts), max(syntax.span(t).end for t in parts))
    if frame.words == "as":
        found = [p for t in (token, *parts) for p in syntax.children(t, "prep") if p.text.lower() == "as" and p.i > token.i]
        if not found and (loose := next((t for t in syntax.subtree(token) if t.text.lower() == "as" and t.dep == "advmod"), None)):
            found = [p for p in (syntax.head(loose),) if p is not None and p.head == token.i and p.i > token.i]  # "described it as timely"
        return Span(whole.start, max(whole.end, *(syntax.span(p).end for p in found))) if found else None
    small = [
        t
        for t in parts
        if t.dep in ("ccomp", "xcomp") and syntax.child(t, "nsubj") is not None and t.pos in ("NOUN", "ADJ", "PROPN", "AUX")
    ]
    marks = [q for q in syntax.doc.quotes if whole.start < q.start and q.end <= whole.end + 1]
    return whole if len(parts) > 1 or small or marks else None
