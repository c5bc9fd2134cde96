"""What the clauses around one mention of an agreement say of it: signed, planned, proposed, in force, denied or terminated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.data import words as lists
from kg.extract import _papers_parties as who
from kg.extract._papers_mood import Mood, denied, mood, reported, stronger
from kg.extract._papers_words import deeds as deed_nouns
from kg.extract._papers_words import signing, states
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Token

_COPULAS = ("be", "remain", "stay", "become", "lie", "come")
_NO_PARTY = frozenset(("adopt", "approve", "award", "endorse", "issue", "ratify", "release", "amend", "update", "upgrade"))
_STATEMENTS = frozenset(("issue", "release", "adopt"))  # of a joint statement these are signing
_NOTHING = frozenset(("approve", "endorse", "offer", "prepare", "plan", "update", "upgrade", "launch", "end", "drop", "discuss"))
_LEAVING = frozenset(("withdraw from", "quit", "pull out of", "denounce", "walk away from"))
_DRAFTING = frozenset(("negotiate", "draft", "propose", "renegotiate", "initiate"))
_GAINING = frozenset(("win", "bag", "secure", "land", "clinch"))
_EXISTING = ("exist", "be", "sign", "strike", "conclude", "ink", "have", "reach", "make")


@dataclass(frozen=True, slots=True)
class Deed:
    """One clause's word on an agreement. ``base`` is the word's own status, ``status`` that after mood and negation ("" for none)."""

    base: str
    status: str
    verb: Token | None
    parties: tuple[Mention, ...] = ()
    firm: bool = False  # only papers take this word
    reason: str = ""


def deeds(syntax: Syntax, mention: Mention) -> list[Deed]:
    """The clauses that speak of a mention, the governing one first."""
    token = syntax.doc.tokens[mention.token]
    if mention.form == "pronoun":
        return [d for d in _pronoun(syntax, mention, token) if d.firm]
    found = list(_above(syntax, mention, _top(syntax, token)))
    found.extend(_below(syntax, mention, token))
    return found


def _top(syntax: Syntax, token: Token) -> Token:
    """The token whose place in the clause an agreement shares: the first of "an MoU and a contract", the head of "A fifth paper, a treaty,"."""
    for _ in range(6):
        head = syntax.head(token)
        if head is None:
            return token
        if token.dep == "conj" and head.pos in ("NOUN", "PROPN"):
            token = head
            continue
        other = syntax.mention(head) if token.dep == "appos" else None
        if other is not None and other.kind == "Agreement":
            token = head
            continue
        return token
    return token


def _pronoun(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    head = syntax.head(token)
    if head is None:
        return
    if mention.name == "its":
        if token.dep == "poss" and head.lemma.lower() in deed_nouns():
            yield from _noun(syntax, mention, head, deed_nouns()[head.lemma.lower()][0])
        return
    yield from _above(syntax, mention, token)


def _above(syntax: Syntax, mention: Mention, top: Token) -> Iterator[Deed]:
    head = syntax.head(top)
    if head is None:
        return
    if denied(syntax, top) and head.pos != "AUX":
        yield Deed("denied", "denied", None, (), True, "an agreement that somebody denies")
    if top.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        yield from _verb(syntax, mention, head, [*_phrases(syntax, head), head.lemma.lower()], True)
        if top.dep == "nsubjpass":
            yield from _participles(syntax, mention, head)
            yield from _raised(syntax, mention, head)
    elif top.dep in SUBJECTS:
        yield from _verb(syntax, mention, head, [*_phrases(syntax, head), head.lemma.lower()], False)
        yield from _state(syntax, mention, head)
        yield from _participles(syntax, mention, head)
        yield from _raised(syntax, mention, head)
    elif top.dep == "pobj" and head.pos == "ADP":
        yield from _prepositional(syntax, mention, head)
    elif top.dep == "attr" and syntax.child(head, "expl") is not None:
        yield from _nothing(syntax, mention, head)


def _phrases(syntax: Syntax, verb: Token) -> list[str]:
    """The longer names that a verb may have in the list: with particle, preposition and object ("enter into force", "take effect")."""
    lemma = verb.lemma.lower()
    found = [syntax.particle(verb)] if syntax.child(verb, "prt") is not None else []
    found.extend(f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "dobj", "acomp", "attr"))
    for prep in syntax.children(verb, "prep"):
        found.extend(f"{lemma} {prep.text.lower()} {t.text.lower()}" for t in syntax.children(prep, "pobj"))
        if not syntax.children(prep, "pobj"):
            found.append(f"{lemma} {prep.text.lower()}")
    found.extend(f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "advmod"))
    return found


def _verb(syntax: Syntax, mention: Mention, verb: Token, names: list[str], is_object: bool) -> Iterator[Deed]:
    record = next((lists.agreement_verbs()[n] for n in names if n in lists.agreement_verbs()), None)
    if record is None:
        if is_object and verb.lemma.lower() == "have":
            yield from _having(syntax, mention, verb)
        elif mention.features.get("det") == "no" and verb.lemma.lower() in _EXISTING:
            yield from _nothing(syntax, mention, verb)
        elif not is_object and verb.lemma.lower() in ("come", "follow"):
            yield from _coming(syntax, verb)
        return
    lemma = record.lemma
    if record.use == ("intransitive" if is_object else "transitive") and not (not is_object and _headline(syntax, verb)):
        return
    kind = lists.agreement_nouns().get(mention.features.get("noun", "").lower())
    statement = kind is not None and kind.kind == "JointStatement"
    if lemma in _NOTHING or lemma in _STATEMENTS and not statement:
        return
    if mention.features.get("det") == "no":
        yield from _nothing(syntax, mention, verb)
        return
    told = mood(syntax, verb)
    definite = mention.definite or mention.form in ("name", "acronym", "pronoun")
    status = status_of(record.status, told, definite, lemma)
    firm = lemma in signing() or record.status == "in-force" and mention.form != "pronoun" or lemma.endswith((" force", " effect", " effective")) or lemma == "expire"
    if record.status == "proposed" and definite and lemma not in _DRAFTING:
        return
    if record.status == "signed" and not firm and not mention.features.get("det") and mention.form == "nominal" and not mention.features.get("plural"):
        return  # "reached agreement"
    yield Deed(record.status, status, verb, tuple(_bound(syntax, mention, verb, lemma, record.status)), firm, f'the verb "{lemma}"')


def _raised(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "is to be signed", "is due to be signed", "is expected to enter into force": what the subject is said to undergo."""
    for part in (verb, *syntax.children(verb, "acomp", "oprd", "attr")):
        for deed in syntax.children(part, "xcomp"):
            if deed.pos in ("VERB", "AUX") and "to" in syntax.auxiliaries(deed) and not syntax.children(deed, "dobj"):
                passive = bool(syntax.children(deed, "auxpass"))
                yield from _verb(syntax, mention, deed, [*_phrases(syntax, deed), deed.lemma.lower()], passive)


def _headline(syntax: Syntax, verb: Token) -> bool:
    """ "Four agreements signed …": a participle that the parser took for a past tense."""
    sentence = syntax.doc.sentences[verb.sentence]
    return syntax.doc.article.blocks[sentence.block].role in ("title", "heading") and verb.tag in ("VBN", "VBD") and not syntax.children(verb, "dobj")


def status_of(base: str, told: Mood, definite: bool, lemma: str = "") -> str:
    """The status that a word of status ``base`` gives in a mood; "" for none."""
    if told == "none":
        return ""
    if base == "signed":
        if told == "negated":
            return "proposed" if definite and lemma in signing() else ""
        return "signed" if told == "fact" else told
    if base == "proposed":
        return "denied" if told == "denied" else "" if told == "negated" else "proposed"
    if base == "planned":
        return "planned" if told != "negated" else ""
    return base if told == "fact" else ""


def _bound(syntax: Syntax, mention: Mention, verb: Token, lemma: str, base: str) -> list[Mention]:
    if base in ("in-force",) or lemma in _NO_PARTY or base == "denied" or base == "terminated" and lemma not in _LEAVING:
        return []
    passive = bool(syntax.children(verb, "nsubjpass", "auxpass")) or verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod")
    if passive:
        found = who.several(syntax, syntax.agents(verb))
    else:
        subject = _subject(syntax, verb)
        found = who.several(syntax, syntax.conjuncts(subject)) if subject is not None else who.before(syntax, verb)
    beside = [t for _, t in syntax.prepositions(verb, "with")]
    found.extend(who.several(syntax, beside, pronouns=False))
    if lemma in _GAINING or mention.features.get("noun") in ("loan", "order"):
        token = syntax.doc.tokens[mention.token]
        found.extend(who.several(syntax, [t for x in (verb, token) for _, t in syntax.prepositions(x, "from")], pronouns=False))
    if base == "proposed" and len(found) < 2 and not any(syntax.prepositions(x, "with") for x in (verb, syntax.doc.tokens[mention.token])):
        return []
    return found


def _subject(syntax: Syntax, verb: Token) -> Token | None:
    own = syntax.subject(verb)
    if own is not None:
        return None if own.tag in ("WDT", "WP") else own
    above = syntax.head(verb)
    if verb.dep == "pcomp" and above is not None:
        clause = syntax.head(above)
        return syntax.subject(clause) if clause is not None and clause.pos in ("VERB", "AUX") else None
    return None


def _state(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "is in force", "is still under negotiation", "was not ready"."""
    if verb.lemma.lower() not in _COPULAS:
        return
    negative = syntax.child(verb, "neg") is not None
    named = [t.text.lower() for t in syntax.children(verb, "acomp", "oprd")]
    for prep in syntax.children(verb, "prep"):
        named.extend(f"{prep.text.lower()} {t.lemma.lower()}" for t in syntax.children(prep, "pobj"))
    for name in named:
        if name in states():
            yield _stated(syntax, name, mood(syntax, verb) if not negative else "negated", verb)


def _stated(syntax: Syntax, name: str, told: Mood, verb: Token | None) -> Deed:
    plain, denial = states()[name]
    status = denial if told == "negated" else plain
    if told not in ("fact", "negated") and status != "proposed":
        status = "-"
    return Deed("state", "" if status == "-" else status, verb, (), True, f'the predicate "{name}"')


def _prepositional(syntax: Syntax, mention: Mention, prep: Token) -> Iterator[Deed]:
    above = syntax.head(prep)
    if above is None:
        return
    word = prep.text.lower()
    if above.pos in ("NOUN", "PROPN") and above.lemma.lower() in deed_nouns():
        status, words = deed_nouns()[above.lemma.lower()]
        if word in words:
            yield from _noun(syntax, mention, above, status)
        return
    if above.dep == "dobj" and above.text.lower() in ("names", "signatures"):
        above = syntax.head(above) or above
    if above.pos != "VERB":
        return
    lemma = above.lemma.lower()
    if word == "under":
        subject = syntax.subject(above)
        joined = who.several(syntax, syntax.conjuncts(subject), pronouns=False) if subject is not None else who.before(syntax, above)
        if len(joined) > 1:
            yield Deed("terms", "", above, tuple(joined), True, "what it binds its parties to")
        return
    if lemma == "put" and word == "to" and any(t.text.lower() in ("names", "name", "signatures") for t in syntax.children(above, "dobj")):
        yield from _verb(syntax, mention, above, ["put names to"], True)
    elif prep.dep == "agent" and lemma == "bind":
        subjects = [t for s in syntax.children(above, "nsubjpass") for t in syntax.conjuncts(s)]
        yield Deed("bound", "in-force", above, tuple(who.several(syntax, subjects)), True, "parties that it binds")
    elif prep.dep == "prep":
        parts = [f"{syntax.particle(above)} {word}", f"{lemma} {word}"]
        parts.extend(f"{lemma} {t.text.lower()} {word}" for t in syntax.children(above, "dobj"))
        if any(p in lists.agreement_verbs() for p in parts):
            yield from _verb(syntax, mention, above, parts, True)


def _noun(syntax: Syntax, mention: Mention, noun: Token, base: str) -> Iterator[Deed]:
    """ "the signing of a protocol": the status of the noun, as sure as the clause that it stands in."""
    verb = next((t for t in syntax.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    told: Mood = "fact"
    if verb is not None:
        told = mood(syntax, verb)
        governed = lists.agreement_verbs().get(syntax.particle(verb)) or lists.agreement_verbs().get(verb.lemma.lower())
        if noun.dep in ("dobj", "nsubjpass", "pobj", "nsubj"):
            if governed is not None and governed.status in ("planned", "proposed"):
                told = stronger(told, "planned" if governed.status == "planned" else "proposed")
            elif verb.lemma.lower() in ("expect", "schedule", "await", "plan", "anticipate") or any(
                t.lemma.lower() in ("expect", "schedule") for t in (verb,)
            ):
                told = stronger(told, "planned")
            elif governed is not None and governed.status in ("terminated", "denied") or verb.lemma.lower() in ("postpone", "delay"):
                told = "planned"
    definite = mention.definite or mention.form in ("name", "acronym", "pronoun")
    status = status_of(base, told, definite)
    parties = who.several(syntax, [t for _, t in syntax.prepositions(noun, "by")], pronouns=False)
    if base == "proposed" and verb is not None and noun.dep == "dobj":
        subject = syntax.subject(verb)
        joined = who.several(syntax, syntax.conjuncts(subject)) if subject is not None else []
        if len(joined) > 1 or joined and (joined[0].features.get("number") or syntax.prepositions(noun, "with")):
            parties.extend([*joined, *who.several(syntax, [t for x in (noun, verb) for _, t in syntax.prepositions(x, "with")], pronouns=False)])
    yield Deed(base, status, verb, tuple(parties), True, f'the noun "{noun.lemma.lower()}"')


def _nothing(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "No contract has been signed", "there is no such deal": a denial where somebody says so."""
    if mention.features.get("det") == "no" and verb.lemma.lower() in _EXISTING and reported(syntax, verb):
        yield Deed("denied", "denied", verb, (), True, "somebody says that there is none")


def _having(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "Chile has a free trade agreement with Korea"."""
    token = syntax.doc.tokens[mention.token]
    subject = syntax.subject(verb, inherit=False)
    with_ = [t for x in (token, verb) for _, t in syntax.prepositions(x, "with")]
    if verb.tag in ("VBZ", "VBP") and mood(syntax, verb) == "fact" and with_ and subject is not None:
        parties = [*who.several(syntax, syntax.conjuncts(subject)), *who.several(syntax, with_, pronouns=False)]
        if len(parties) > 1:
            yield Deed("bound", "in-force", verb, tuple(parties), False, "parties that have it")


def _coming(syntax: Syntax, verb: Token) -> Iterator[Deed]:
    """ "The first contract came when A undertook to ship … to B"."""
    if mood(syntax, verb) != "fact":
        return
    for clause in syntax.children(verb, "advcl"):
        if any(t.text.lower() in ("when", "as") for t in syntax.children(clause, "advmod", "mark")):
            parties = _exchange(syntax, clause)
            if len(parties) > 1:
                yield Deed("signed", "signed", verb, tuple(parties), True, "an undertaking of one party to another")


def _exchange(syntax: Syntax, clause: Token) -> list[Mention]:
    """Who gives and who gets in "A will supply … to B"."""
    subject = syntax.subject(clause)
    if subject is None:
        return []
    last = syntax.doc.sentences[clause.sentence].last
    giving = who.several(syntax, syntax.conjuncts(subject))
    return who.unique([*giving, *who.partners(syntax, clause.i + 1, last, "to", "with", "from")[:1]]) if giving else []


def _participles(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "Signed in Dili in 2024, it is …"."""
    for clause in syntax.children(verb, "advcl"):
        if clause.tag == "VBN" and not syntax.children(clause, *SUBJECTS, "mark", "dobj") and not syntax.auxiliaries(clause):
            yield from _verb(syntax, mention, clause, [*_phrases(syntax, clause), clause.lemma.lower()], True)


def _below(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """What stands in the noun phrase itself: adjectives, participles, relative clauses, "in force since"."""
    for word in syntax.children(token, "amod", "compound"):
        if word.text.lower() in states():
            yield _stated(syntax, word.text.lower(), "fact", None)
    for prep in syntax.children(token, "prep"):
        for noun in syntax.children(prep, "pobj"):
            name = f"{prep.text.lower()} {noun.lemma.lower()}"
            if name in states():
                yield _stated(syntax, name, "fact", None)
    inside = syntax.subtree(token, lambda t: t.pos in ("VERB", "AUX") or t.i < token.i)
    for word in inside:
        for clause in syntax.children(word, "acl", "relcl", "advcl", "amod"):
            if clause.i < token.i:
                continue
            if clause.dep == "acl" and clause.pos == "VERB" and not syntax.children(clause, "dobj", *SUBJECTS):
                passive = "be" in syntax.auxiliaries(clause) or clause.tag in ("VBN", "VBD")
                if passive:
                    yield from _verb(syntax, mention, clause, [*_phrases(syntax, clause), clause.lemma.lower()], True)
            elif clause.dep == "relcl":
                yield from _relative(syntax, mention, clause, word)


def _relative(syntax: Syntax, mention: Mention, clause: Token, word: Token) -> Iterator[Deed]:
    which = next((t for t in syntax.children(clause) if t.tag in ("WDT", "WP") or t.text.lower() == "that" and t.dep in ("dobj", *SUBJECTS)), None)
    names = [*_phrases(syntax, clause), clause.lemma.lower()]
    if which is None:
        under = next((p for p in syntax.children(clause, "prep") if p.text.lower() in ("under", "by") and _relativised(syntax, p)), None)
        if under is not None or any(t.text.lower() == "whereby" for t in syntax.children(clause, "advmod")):
            yield Deed("terms", "", None, tuple(_exchange(syntax, clause)), True, "what it binds its parties to")
        elif syntax.children(clause, "nsubj") and not syntax.children(clause, "dobj", "ccomp") and clause.lemma.lower() in signing():
            yield from _verb(syntax, mention, clause, names, True)
        return
    if which.dep in ("dobj", "nsubjpass"):
        yield from _verb(syntax, mention, clause, names, True)
    elif which.dep == "nsubj":
        own = syntax.mention(word)
        if word.i == mention.token or own is None or own.kind == "Agreement":
            yield from _state(syntax, mention, clause)
            if not syntax.children(clause, "dobj") or any(n in lists.agreement_verbs() and " " in n for n in names):
                yield from _verb(syntax, mention, clause, names, False)


def _relativised(syntax: Syntax, prep: Token) -> bool:
    return any(t.tag in ("WDT", "WP") for t in syntax.children(prep, "pobj", "pcomp"))
