"""Deeds told by nouns: "the signing of a protocol", "talks on a treaty", also over what stands between, read in line."""

from __future__ import annotations

from collections.abc import Iterator

from kg.data import words as lists
from kg.extract import _papers_parties as who
from kg.extract._papers_mood import Mood, mood, stronger
from kg.extract._papers_verbs import Deed, status_of
from kg.extract._papers_words import deeds as deed_nouns
from kg.extract._papers_words import of_class, states
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_SIGNED = frozenset(("sign", "ink", "exchange", "conclude", "adopt", "seal", "initial", "finalise", "finalize"))
_INCLUDING = frozenset(("include", "comprise", "be", "feature", "cover"))


def noun_deeds(syntax: Syntax, mention: Mention, noun: Token, base: str) -> Iterator[Deed]:
    """ "the signing of a protocol": the status of the noun, as sure as the clause that it stands in."""
    verb = next((t for t in syntax.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    told: Mood = "fact"
    if verb is not None and base == "proposed" and noun.dep == "nsubj" and {verb.lemma.lower(), syntax.particle(verb)} & of_class("ending"):
        return  # "talks on a deal collapsed"
    if verb is not None:
        told = mood(syntax, verb)
        after = syntax.head(noun)
        phrase = f"{verb.lemma.lower()} {after.text.lower()}" if noun.dep == "pobj" and after is not None else ""
        verbs = lists.agreement_verbs()
        governed = verbs.get(phrase) or verbs.get(syntax.particle(verb)) or verbs.get(verb.lemma.lower())
        if noun.dep == "nsubj" and any(
            states().get(t.text.lower(), ("",))[0] == "proposed" for t in (verb, *syntax.children(verb, "acomp", "xcomp"))
        ):
            told = stronger(told, "none" if noun.lemma.lower() == "ratification" else "planned")  # "the signing is pending"
        if noun.dep in ("dobj", "nsubjpass", "pobj", "nsubj"):
            if governed is not None and governed.status in ("planned", "proposed"):
                told = stronger(told, "planned" if governed.status == "planned" else "proposed")
            elif verb.lemma.lower() in of_class("awaiting"):
                told = stronger(told, "planned")
            elif (noun.dep in ("dobj", "nsubjpass") and governed is not None and governed.status in ("terminated", "denied")) or {
                verb.lemma.lower(),
                syntax.particle(verb),
            } & of_class("delaying"):
                told = "planned"
    if told == "none":
        return
    definite = mention.definite or mention.form in ("name", "acronym", "pronoun")
    status = status_of(base, told, definite)
    parties = who.several(syntax, [t for _, t in syntax.prepositions(noun, "by")], pronouns=False)
    if base == "proposed" and verb is not None and noun.dep == "dobj":
        subject = syntax.subject(verb)
        joined = who.several(syntax, syntax.conjuncts(subject)) if subject is not None else []
        if len(joined) > 1 or (joined and (joined[0].features.get("number") or syntax.prepositions(noun, "with"))):
            parties.extend(
                [*joined, *who.several(syntax, [t for x in (noun, verb) for _, t in syntax.prepositions(x, "with")], pronouns=False)]
            )
    yield Deed(base, status, verb, tuple(parties), True, f'the noun "{noun.lemma.lower()}"', noun)


def _row(syntax: Syntax, mention: Mention, at: int) -> bool:
    """Whether another paper, right behind the "of" of a deed's noun, opens the row that a joint at ``at`` goes on."""
    doc = syntax.doc
    if mention.features.get("det") not in ("a", "an"):
        return False
    first = next((m for m in doc.within(syntax.sentence(doc.tokens[at])) if m.kind == "Agreement" and m.form == "nominal"), mention)
    opening = next((t.i for t in doc.tokens[: first.token + 1][-6:] if t.start >= first.start), first.token)
    return first.end < mention.start and opening > 1 and doc.tokens[opening - 1].text.lower() == "of"


def included(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """ "The agreements signed on Monday include a treaty and a protocol", "Among the papers signed was an MoU": what a row belongs to."""
    doc = syntax.doc
    sentence = doc.sentences[token.sentence]
    if mention.form != "nominal" or mention.features.get("det") not in ("a", "an") or mention.features.get("plural") == "1":
        return
    top = next(
        (m for m in doc.within(sentence) if m.kind == "Agreement" and m.features.get("plural") == "1" and m.end < mention.start), None
    )
    if top is None:
        return
    part = next((t for t in doc.tokens[top.token + 1 : top.token + 5] if t.tag in ("VBN", "VBD") and t.lemma.lower() in _SIGNED), None)
    main = next((t for t in doc.tokens[top.token + 1 : token.i] if t.lemma.lower() in _INCLUDING and t.tag != "VB" and t is not part), None)
    if part is None or main is None or part.i > main.i or doc.tokens[part.i - 1].lemma.lower() in ("have", "not"):
        return
    if any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") for t in doc.tokens[main.i + 1 : token.i]) or syntax.child(main, "neg"):
        return
    planned = doc.tokens[part.i - 1].text.lower() == "be"
    parties = who.several(syntax, syntax.agents(part))
    yield Deed("signed", "planned" if planned else "signed", part, tuple(parties), True, "a paper of those signed")


def announced(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """ "the signature, on 21 May, of an A between B and C, and of a D": the deed's noun read in line, over what stands between."""
    doc = syntax.doc
    sentence = doc.sentences[token.sentence]
    at = next((t.i for t in doc.tokens[sentence.first : token.i + 1] if t.start >= mention.start), token.i) - 1
    while at > sentence.first and doc.tokens[at].pos in ("DET", "ADJ", "NUM"):
        at -= 1
    if at <= sentence.first:
        return
    again = doc.tokens[at].text.lower() == "of" and doc.tokens[at - 1].text.lower() in (",", "and", ";")
    if not again and not (doc.tokens[at].text.lower() in (",", "and") and _row(syntax, mention, at)):
        return
    for other in reversed(doc.tokens[sentence.first : at]):
        record = deed_nouns().get(other.lemma.lower()) if other.pos == "NOUN" else None
        if record is not None and "of" in record[1]:
            yield from noun_deeds(syntax, mention, other, record[0])
            return
        if other.pos in ("VERB", "AUX"):
            return
