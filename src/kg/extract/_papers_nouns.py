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


def announced(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """ "the signature, on 21 May, of an A between B and C, and of a D": the deed's noun read in line, over what stands between."""
    doc = syntax.doc
    sentence = doc.sentences[token.sentence]
    at = next((t.i for t in doc.tokens[sentence.first : token.i + 1] if t.start >= mention.start), token.i) - 1
    while at > sentence.first and doc.tokens[at].pos in ("DET", "ADJ", "NUM"):
        at -= 1
    if at <= sentence.first or doc.tokens[at].text.lower() != "of" or doc.tokens[at - 1].text.lower() not in (",", "and", ";"):
        return
    for other in reversed(doc.tokens[sentence.first : at]):
        record = deed_nouns().get(other.lemma.lower()) if other.pos == "NOUN" else None
        if record is not None and "of" in record[1]:
            yield from noun_deeds(syntax, mention, other, record[0])
            return
        if other.pos in ("VERB", "AUX"):
            return
