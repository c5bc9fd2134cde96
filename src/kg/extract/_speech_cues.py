"""Verbs that report: "X said that A", ""A," said X", "A, she noted, B", "X stressed the need for A", "X urged firms to A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract._mood import beyond
from kg.extract._speakers import fits, speaker, speakers
from kg.extract._speech_content import around, clause, far_clause, quotation
from kg.extract._speech_frames import framed
from kg.extract._speech_words import Verb, verb_of
from kg.extract._spoken import spoken
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Span, Token

_MODALS = frozenset(("will", "would", "could", "can", "may", "might", "must", "should", "shall", "'ll", "’ll", "'d", "’d", "wo", "ca"))
_FLOORS = frozenset(("floor", "podium", "opportunity", "occasion", "chance", "speech", "address", "remarks", "stage"))
_TOGETHER = frozenset(("agree", "discuss"))  # what several do together is no speech of each


@dataclass(frozen=True, slots=True)
class Told:
    """One reported clause: who said it, the pieces of text that were said, its sentence, the verb's token (-1 for none), the rule."""

    speaker: Mention
    said: tuple[Span, ...]
    sentence: int
    verb: int
    reason: str


def cues(syntax: Syntax) -> Iterator[Told]:
    """Everything that verbs report, sentence by sentence; a report inside another's words is left to the outer speaker."""
    doc = syntax.doc
    for sentence in doc.sentences:
        if doc.article.blocks[sentence.block].role in ("title", "heading"):
            continue
        within: list[Span] = []
        for token in sorted(doc.words(sentence), key=lambda t: (sum(1 for _ in syntax.ancestors(t)), t.i)):
            if any(span.start <= token.start < span.end for span in within):
                continue
            found = _told(syntax, token)
            if found is None:
                continue
            people, said, reason = found
            within.extend(span for span in said if not span.start <= token.start < span.end)
            for person in people:
                yield Told(person, said, sentence.i, token.i, reason)


def quoted(syntax: Syntax, token: Token) -> bool:
    """Whether the token stands inside direct speech."""
    return any(q.start < token.start and token.end < q.end for q in spoken(syntax.doc, token.start, token.end))


def _told(syntax: Syntax, token: Token) -> tuple[list[Mention], tuple[Span, ...], str] | None:
    verb = verb_of(syntax, token)
    if verb is None or quoted(syntax, token) or not _tells(syntax, token):
        return None
    if syntax.child(token, "auxpass") is not None:
        return _passive(syntax, token, verb)
    people = speakers(syntax, token)
    if not people or (verb.entry in _TOGETHER and len(people) > 1):
        return None
    content = _content(syntax, token, verb, people)
    return (people, *content) if content is not None else None


def _tells(syntax: Syntax, token: Token) -> bool:
    """Whether it was said indeed: no infinitive, modal, negation or condition, and no passive participle."""
    auxiliaries, above = syntax.auxiliaries(token), syntax.head(token)
    if beyond(syntax, token) in ("denied", "undone", "asked"):
        return False
    if token.tag == "VB" and token.dep == "ccomp" and above is not None and above.lemma.lower() == "hear" and not auxiliaries:
        return above.tag in ("VBD", "VBZ")  # "The seminar heard Minister X stress that"
    if "to" in auxiliaries:
        return above is not None and token.dep in ("xcomp", "advcl", "relcl", "acl") and _takes_the_floor(syntax, above)
    if token.dep == "amod":  # "…, confirmed chair Ana Souza.": past tense, whatever the parser says
        after = syntax.doc.tokens[token.head + 1 : token.head + 2]
        before = syntax.doc.tokens[max(token.i - 1, 0)].text
        return before in (",", "”", '"') and bool(after) and after[0].text in (",", ".", "on", "in", "at")
    emphatic = bool({"did", "do", "does"} & set(auxiliaries))  # "the bank did confirm"
    if any(c.text.lower() == "neither" for s in syntax.children(token, *SUBJECTS) for c in syntax.children(s)):
        return False
    if _MODALS & set(auxiliaries) or (token.tag == "VB" and not emphatic) or syntax.child(token, "neg") is not None:
        return False
    if token.i == syntax.sentence(token).first and token.dep == "advcl" and syntax.child(token, *SUBJECTS) is None:
        return token.tag == "VBG"  # "Told that the port would close, …"
    if any(m.text.lower() in ("if", "unless", "whether", "should") for m in syntax.children(token, "mark")):
        return False
    bare = token.tag == "VBN" and not auxiliaries and syntax.child(token, *SUBJECTS) is None and not _only_verb(syntax, token)
    return not (bare and token.dep in ("acl", "advcl", "relcl", "pcomp"))


def _only_verb(syntax: Syntax, token: Token) -> bool:
    """Whether the parser took the past tense of a sentence for a participle: "Ana Souza, mayor of Santos, called the plan late."."""
    above = syntax.head(token)
    before = syntax.doc.tokens[token.i - 1].text
    return token.dep == "acl" and above is not None and above.dep == "ROOT" and above.pos in ("NOUN", "PROPN") and before == ","


def _takes_the_floor(syntax: Syntax, verb: Token) -> bool:
    """ "went on to say", "took the floor to say": the infinitive was said indeed."""
    lemma = verb.lemma.lower()
    if lemma in ("go", "continue", "proceed", "hasten"):
        return verb.tag in ("VBD", "VBZ", "VBP")
    if lemma in ("wish", "like", "beg"):  # "The ministry wishes to make clear that", "would like to stress that"
        return verb.tag in ("VBD", "VBZ", "VBP") or (lemma == "like" and "would" in syntax.auxiliaries(verb))
    if lemma == "take" and verb.tag in ("VBD", "VBZ", "VBP") and any(p.i == verb.i + 1 for p, _ in syntax.prepositions(verb, "to")):
        return True  # "took to Facebook to say"
    return lemma in ("take", "use") and any(t.text.lower() in _FLOORS for t in syntax.children(verb, "dobj"))


def _passive(syntax: Syntax, token: Token, verb: Verb) -> tuple[list[Mention], tuple[Span, ...], str] | None:
    """ "was described by X as": the agent speaks; "was quoted as saying": the subject does."""
    sentence = syntax.sentence(token)
    if token.lemma in ("quote", "cite"):
        saying = next((t for t in syntax.subtree(token) if t.text.lower() == "saying" and t.i > token.i), None)
        people = speakers(syntax, token)
        if saying is None or not people:
            return None
        said = quotation(syntax, saying) or tuple(s for s in (clause(syntax, saying),) if s is not None)
        return (people, said or (sentence.span,), "was quoted as saying")
    people = [m for agent in syntax.agents(token) if (m := speaker(syntax, agent)) is not None and fits(m)]
    if not people:
        return None
    found = clause(syntax, token, verb)
    if found is None and not verb.frame("figure") and not (verb.frame("judgement") and syntax.child(token, "oprd", "prep")):
        return None
    return (people, (found or sentence.span,), "passive with the speaker as its agent")


def _content(syntax: Syntax, token: Token, verb: Verb, people: list[Mention]) -> tuple[tuple[Span, ...], str] | None:
    """What was said, and by which rule. Urging and judging are read by their own frames first, all others by clause and quotation."""
    body = any(m.kind != "Person" and m.name not in ("he", "she") for m in people)
    own = framed(syntax, token, verb, body)
    if own is not None and verb.kind in ("urge", "call"):
        return own
    if verb.clauses:
        spoken = quotation(syntax, token)
        reported = clause(syntax, token, verb)
        if reported is not None and verb.kind == "deny":
            return (
                Span(token.start, reported.end),
            ), "verb of denial with a clause"  # without its verb a denial would read as its opposite
        if reported is not None and not any(s.start <= reported.start < s.end for s in spoken):
            return (reported,), "verb of speech with a clause"
        if verb.kind == "ask" and any(syntax.doc.text[s.end - 1] == "?" for s in spoken):
            return None
        if spoken:
            return spoken, "verb of speech with a quotation"
        far = far_clause(syntax, token, verb)
        if far is not None:
            return (Span(token.start, far.end) if verb.kind == "deny" else far,), "verb of speech with a clause"
        rest = around(syntax, token, verb, people)
        if rest:
            return rest, "verb of speech set off by commas"
    return own
