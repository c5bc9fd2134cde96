"""What the clauses around one mention of an agreement say of it: signed, planned, proposed, in force, denied or terminated."""

from __future__ import annotations

from collections.abc import Iterator

from kg.data import words as lists
from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract import _papers_row as row
from kg.extract._papers_mood import Mood, denied, mood
from kg.extract._papers_nouns import announced, included, noun_deeds
from kg.extract._papers_verbs import Deed, exchange, nothing, phrases, verb_deeds
from kg.extract._papers_words import deeds as deed_nouns
from kg.extract._papers_words import of_class, signing, states
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Sentence, Token

TERMS = "what it binds its parties to"
_COPULAS = ("be", "remain", "stay", "become", "lie", "come")


def deeds(syntax: Syntax, mention: Mention) -> list[Deed]:
    """The clauses that speak of a mention, the governing one first."""
    token = syntax.doc.tokens[mention.token]
    if mention.form == "pronoun":
        return [d for d in _pronoun(syntax, mention, token) if d.firm]
    found = list(_above(syntax, mention, _top(syntax, token)))
    found.extend(_below(syntax, mention, token))
    if mention.features.get("noun") == "order":  # most orders are commands
        return [d for d in found if d.verb is not None and (d.verb.lemma.lower() in of_class("gaining") or len(d.parties) > 1)]
    for read in (announced, included, _in_line):
        found = found or list(read(syntax, mention, token))
    return found


def _in_line(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """ "A roadmap for … until 2030 was signed by", "signed, in the presence of …, a protocol": what the parser took apart, in line."""
    doc = syntax.doc
    sentence = doc.sentences[token.sentence]
    if mention.form != "nominal" or mention.features.get("det") not in ("a", "an", "the", "this", "its", "their"):
        return
    after = doc.tokens[token.i + 1 : min(token.i + 3, sentence.last)]
    if len(after) == 2 and after[0].text == "," and after[1].tag in ("VBN", "VBD") and after[1].lemma.lower() in signing():
        yield from verb_deeds(syntax, mention, after[1], [after[1].lemma.lower()], True)
        return
    for verb in doc.tokens[token.i + 1 : sentence.last]:
        if (verb.tag in ("WDT", "WP", "VBD", "VBZ", "VBP") and verb.pos != "AUX") or verb.text in (";", ":", ","):
            break
        if verb.tag == "VBN" and verb.lemma.lower() in signing() and doc.tokens[verb.i - 1].pos == "AUX":
            yield from verb_deeds(syntax, mention, verb, [verb.lemma.lower()], True)
            return
        if verb.pos == "VERB" and doc.tokens[verb.i - 1].pos != "AUX" and verb.dep not in ("amod", "acl"):
            break
    if token.dep in SUBJECTS:  # of a clause of its own: "…, and a second agreement will follow"
        return
    opening = next((t.i for t in doc.tokens[sentence.first : token.i + 1] if t.start >= mention.start), token.i)
    first = next((m for m in doc.within(sentence) if m.kind == "Agreement" and m.form == "nominal"), mention)
    joined = (
        first.end < mention.start and doc.tokens[opening - 1].text.lower() in ("and", ",") and mention.features.get("det") in ("a", "an")
    )
    dated = any(d.start <= doc.tokens[opening - 1].start < d.end for d in doc.dates_in(sentence)) if opening > sentence.first else False
    if opening > sentence.first and (joined or dated or doc.tokens[opening - 1].pos not in ("ADP", "SCONJ", "NOUN", "PROPN", "CCONJ")):
        for verb in reversed(doc.tokens[sentence.first : opening]):
            if verb.pos in ("VERB", "AUX") and syntax.mention(verb) is None:
                if verb.lemma.lower() in signing() and verb.tag in ("VBD", "VBN", "VB"):
                    yield from verb_deeds(syntax, mention, verb, [verb.lemma.lower()], True)
                return


def _top(syntax: Syntax, token: Token) -> Token:
    """The token whose place in the clause an agreement shares: the first of "an MoU and a contract", "A fifth paper" of "…, a treaty,"."""
    for _ in range(6):
        head = syntax.head(token)
        if head is None:
            return token
        if token.dep == "conj" and head.pos in ("NOUN", "PROPN"):
            token = head
            continue
        half = syntax.head(head) if token.dep == "pobj" and head.text.lower() == "of" else None
        if (
            half is not None
            and token.lemma.lower() in ("understanding", "intent", "cooperation")
            and half.lemma.lower() in of_class("letter")
        ):
            token = half  # "a memorandum of understanding and a contract", the contract hung on "understanding"
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
            yield from noun_deeds(syntax, mention, head, deed_nouns()[head.lemma.lower()][0])
        return
    yield from _above(syntax, mention, token)


def _above(syntax: Syntax, mention: Mention, top: Token) -> Iterator[Deed]:
    head = syntax.head(top)
    if head is None:
        return
    told = lists.agreement_verbs().get(syntax.particle(head)) if head.pos == "VERB" else None
    if (
        mention.form != "pronoun"
        and denied(syntax, top)
        and head.pos != "AUX"
        and not (told is not None and told.status in ("terminated", "in-force"))
    ):
        yield Deed("denied", "denied", None, (), True, "an agreement that somebody denies")
    if top.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        yield from verb_deeds(syntax, mention, head, [*phrases(syntax, head), head.lemma.lower()], True)
        if top.dep == "nsubjpass":
            yield from _participles(syntax, mention, head)
            yield from _raised(syntax, mention, head)
    elif top.dep in SUBJECTS:
        yield from verb_deeds(syntax, mention, head, [*phrases(syntax, head), head.lemma.lower()], False)
        yield from _reduced(syntax, mention, head)
        yield from _state(syntax, mention, head)
        yield from _participles(syntax, mention, head)
        yield from _raised(syntax, mention, head)
    elif top.dep == "pobj" and head.pos == "ADP":
        yield from _prepositional(syntax, mention, head)
    elif top.dep == "attr" and syntax.child(head, "expl") is not None:
        yield from nothing(syntax, mention, head)
    elif top.dep in ("compound", "nmod") and mention.name.lower() in lists.agreement_nouns():
        status, _ = deed_nouns().get(head.lemma.lower(), ("", ()))
        if status == "proposed":  # "free trade agreement talks"
            yield from noun_deeds(syntax, mention, head, status)


def _reduced(syntax: Syntax, mention: Mention, part: Token) -> Iterator[Deed]:
    """ "The pact, concluded in 2009, lapsed": a participle between commas that the parser took for the verb of the sentence."""
    if part.i == 0 or syntax.doc.tokens[part.i - 1].text != "," or part.tag not in ("VBD", "VBN") or syntax.children(part, "dobj"):
        return
    if part.lemma.lower() not in signing() or syntax.auxiliaries(part):
        return
    yield from verb_deeds(syntax, mention, part, [*phrases(syntax, part), part.lemma.lower()], True)
    for verb in syntax.children(part, "advcl", "conj", "ccomp", "dep"):
        if verb.i > part.i and verb.pos == "VERB" and syntax.doc.tokens[verb.i - 1].text == ",":
            yield from verb_deeds(syntax, mention, verb, [*phrases(syntax, verb), verb.lemma.lower()], False)


def _raised(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "is to be signed", "is due to be signed", "is expected to enter into force": what the subject is said to undergo."""
    for part in (verb, *syntax.children(verb, "acomp", "oprd", "attr")):
        for deed in syntax.children(part, "xcomp"):
            if deed.pos in ("VERB", "AUX") and "to" in syntax.auxiliaries(deed) and not syntax.children(deed, "dobj"):
                passive = bool(syntax.children(deed, "auxpass"))
                yield from verb_deeds(syntax, mention, deed, [*phrases(syntax, deed), deed.lemma.lower()], passive)


def _state(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "is in force", "is still under negotiation", "was not ready"."""
    if verb.lemma.lower() not in _COPULAS:
        return
    negative = syntax.child(verb, "neg") is not None
    named = [t.text.lower() for t in syntax.children(verb, "acomp", "oprd")]
    for prep in syntax.children(verb, "prep"):
        named.extend(_placed(syntax, prep))
    for name in named:
        if name in states():
            yield _stated(syntax, name, mood(syntax, verb) if not negative else "negated", verb)


def _placed(syntax: Syntax, prep: Token) -> list[str]:
    """The predicate's words: "in force", "on the table"."""
    found = []
    for noun in syntax.children(prep, "pobj"):
        article = "the " if any(t.text.lower() == "the" for t in syntax.children(noun, "det")) else ""
        found.append(f"{prep.text.lower()} {article}{noun.lemma.lower()}")
    return found


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
    above = _talks_over(syntax, above, word)
    if above.lemma.lower() in of_class("party") and word in ("to", "of") and above.pos == "NOUN":
        yield from _party_to(syntax, above)
        return
    if word == "of" and above.lemma.lower() in of_class("wording"):
        yield from _worded(syntax, above)
        return
    if above.pos in ("NOUN", "PROPN") and above.lemma.lower() in deed_nouns():
        status, words = deed_nouns()[above.lemma.lower()]
        if word in words:
            yield from noun_deeds(syntax, mention, above, status)
        return
    if above.pos in ("ADP", "ADV") and above.dep in ("prep", "prt", "advmod") and above.i == prep.i - 1:  # "pulled out of"
        word = f"{above.text.lower()} {word}"
        above = syntax.head(above) or above
    if above.dep == "dobj" and above.text.lower() in ("names", "signatures"):
        above = syntax.head(above) or above
    if above.pos != "VERB":
        return
    lemma = above.lemma.lower()
    noun = lists.agreement_nouns().get(mention.features.get("noun", "").lower())
    if word == "with" and lemma in of_class("closing") and noun is not None and noun.kind == "JointStatement":
        if mood(syntax, above) == "fact":
            yield Deed("signed", "signed", above, (), True, "the paper that a meeting ended with")
        return
    if word in ("under", "through"):
        subject = syntax.subject(above)
        joined = who.several(syntax, syntax.conjuncts(subject), pronouns=False) if subject is not None else line.before(syntax, above)
        if word == "through" and above.lemma.lower() not in of_class("giving"):
            return
        if len(joined) < 2 and (not mention.definite or above.lemma.lower() in of_class("giving")):
            joined = exchange(syntax, above)
        if len(joined) > 1:
            yield Deed("terms", "", above, tuple(joined), True, TERMS)
        return
    if (
        lemma in ("put", "affix")
        and word == "to"
        and any(t.text.lower() in ("names", "name", "signatures", "signature", "pen") for t in syntax.children(above, "dobj"))
    ):
        yield from verb_deeds(syntax, mention, above, ["put names to"], True)
    elif prep.dep == "agent" and lemma in of_class("replacing"):
        told = mood(syntax, above)
        if told in ("planned", "proposed"):
            yield Deed("proposed", "proposed", above, (), True, "what is to replace another")
    elif prep.dep == "agent" and lemma == "bind":
        subjects = [t for s in syntax.children(above, "nsubjpass") for t in syntax.conjuncts(s)]
        yield Deed("bound", "in-force", above, tuple(who.several(syntax, subjects)), True, "parties that it binds")
    elif prep.dep == "prep":
        parts = [f"{syntax.particle(above)} {word}", f"{lemma} {word}"]
        parts.extend(f"{lemma} {t.text.lower()} {word}" for t in syntax.children(above, "dobj"))
        if any(p in lists.agreement_verbs() for p in parts):
            yield from verb_deeds(syntax, mention, above, parts, True)


def _talks_over(syntax: Syntax, noun: Token, word: str) -> Token:
    """ "talks with Aldan Foods of Qatar on a contract": the talks, where the parser hangs "on" on whom they are with."""
    over = noun
    for _ in range(4):
        if over.pos not in ("NOUN", "PROPN", "ADP") or (over.pos == "NOUN" and over.lemma.lower() in deed_nouns()):
            break
        above = syntax.head(over)
        if above is None:
            return noun
        over = above
    told = deed_nouns().get(over.lemma.lower()) if over.pos == "NOUN" else None
    return over if told is not None and told[0] == "proposed" and word in told[1] else noun


def _worded(syntax: Syntax, noun: Token) -> Iterator[Deed]:
    """ "A and B agreed on the text of a memorandum", "finalised the wording of": a paper that is still to be signed."""
    above = syntax.head(noun)
    verb = syntax.head(above) if noun.dep == "pobj" and above is not None else above
    if verb is None or verb.pos != "VERB" or verb.lemma.lower() not in of_class("settling") or mood(syntax, verb) != "fact":
        return
    parties = row.before(syntax, verb) if not syntax.children(verb, "nsubjpass", "auxpass") else []
    if len(parties) > 1 or any(m.features.get("number") for m in parties):
        yield Deed("proposed", "proposed", verb, tuple(parties), True, "a text that is agreed")


def _party_to(syntax: Syntax, noun: Token) -> Iterator[Deed]:
    """ "A and B are the parties to the agreement", "A and B, both signatories of the pact,"."""
    verb = syntax.head(noun)
    if noun.dep != "attr" or verb is None or mood(syntax, verb) != "fact" or syntax.child(verb, "neg") is not None:
        return
    parties = row.before(syntax, verb)
    if parties:
        yield Deed("bound", "", verb, tuple(parties), False, "its parties")


def _participles(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "Signed in Dili in 2024, it is …"."""
    for clause in syntax.children(verb, "advcl"):
        if clause.tag == "VBN" and not syntax.children(clause, *SUBJECTS, "mark", "dobj") and not syntax.auxiliaries(clause):
            yield from verb_deeds(syntax, mention, clause, [*phrases(syntax, clause), clause.lemma.lower()], True)


def _below(syntax: Syntax, mention: Mention, token: Token) -> Iterator[Deed]:
    """What stands in the noun phrase itself: adjectives, participles, relative clauses, "in force since"."""
    for word in syntax.children(token, "amod", "compound"):
        if word.text.lower() in states():
            yield _stated(syntax, word.text.lower(), "fact", None)
    for prep in syntax.children(token, "prep"):
        for name in _placed(syntax, prep):
            if name in states():
                yield _stated(syntax, name, "fact", None)
    for verb in syntax.children(token, "conj"):
        if verb.pos == "VERB":  # "The old one dated from 2004 and had run out"
            yield from verb_deeds(syntax, mention, verb, [*phrases(syntax, verb), verb.lemma.lower()], False)
    yield from _clause_behind(syntax, token)
    inside = syntax.subtree(token, lambda t: t.pos in ("VERB", "AUX") or t.i < token.i)
    for word in inside:
        for clause in syntax.children(word, "acl", "relcl", "advcl", "amod"):
            if clause.i < token.i:
                continue
            if clause.dep == "acl" and clause.pos == "VERB" and not syntax.children(clause, "dobj", *SUBJECTS):
                passive = "be" in syntax.auxiliaries(clause) or clause.tag in ("VBN", "VBD")
                if passive:
                    yield from verb_deeds(
                        syntax,
                        mention,
                        clause,
                        [*phrases(syntax, clause), clause.lemma.lower()],
                        clause.lemma.lower() not in of_class("ending"),
                    )
            elif clause.dep == "relcl":
                yield from _relative(syntax, mention, clause, word)


def _clause_behind(syntax: Syntax, token: Token) -> Iterator[Deed]:
    """ "the agreement that the two countries signed in 2021 and that is valid …": a clause that the parser took apart, read in line."""
    doc = syntax.doc
    first = token.i + 1 + (token.i + 1 < len(doc.tokens) and doc.tokens[token.i + 1].text == ",")
    tokens = doc.tokens[first : min(token.i + 16, doc.sentences[token.sentence].last)]
    if not tokens or tokens[0].text.lower() not in ("that", "which"):
        return
    verb = next((t for t in tokens if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.tag not in ("VBD", "VBN") or verb.lemma.lower() not in signing() or verb.dep == "relcl":
        return
    record = lists.agreement_verbs().get(verb.lemma.lower())
    subjects = row.read(syntax, tokens[1].i, verb.i)
    if record is not None and record.status == "signed" and subjects:
        yield Deed("signed", "signed", verb, tuple(subjects), True, f'the verb "{record.lemma}"')


def _relative(syntax: Syntax, mention: Mention, clause: Token, word: Token) -> Iterator[Deed]:
    which = next(
        (t for t in syntax.children(clause) if t.tag in ("WDT", "WP") or (t.text.lower() == "that" and t.dep in ("dobj", *SUBJECTS))), None
    )
    inner = next((v for v in syntax.children(clause, "xcomp") if any(t.tag == "WDT" for t in syntax.children(v, "dobj"))), None)
    if which is None and inner is not None:  # "which the two sides had hoped to conclude"
        yield from verb_deeds(syntax, mention, inner, [*phrases(syntax, inner), inner.lemma.lower()], True)
        return
    names = [*phrases(syntax, clause), clause.lemma.lower()]
    if which is None:
        under = next((p for p in syntax.children(clause, "prep") if p.text.lower() in ("under", "by") and _relativised(syntax, p)), None)
        if under is not None or any(t.text.lower() == "whereby" for t in syntax.children(clause, "advmod")):
            yield Deed("terms", "", None, tuple(exchange(syntax, clause)), True, TERMS)
        elif syntax.children(clause, "nsubj") and not syntax.children(clause, "dobj", "ccomp") and clause.lemma.lower() in signing():
            yield from verb_deeds(syntax, mention, clause, names, True)
        return
    if which.dep in ("dobj", "nsubjpass"):
        yield from verb_deeds(syntax, mention, clause, names, True)
    elif which.dep == "nsubj":
        own = syntax.mention(word)
        if word.i == mention.token or own is None or own.kind == "Agreement":
            yield from _state(syntax, mention, clause)
            if not syntax.children(clause, "dobj") or any(n in lists.agreement_verbs() and " " in n for n in names):
                yield from verb_deeds(syntax, mention, clause, names, False)


def _relativised(syntax: Syntax, prep: Token) -> bool:
    return any(t.tag in ("WDT", "WP") for t in syntax.children(prep, "pobj", "pcomp"))


def resumed(syntax: Syntax, sentence: Sentence, token: Token, clauses: list[Deed]) -> Iterator[Deed]:
    """ "Peru and Chile renewed on 3 May an agreement that had lapsed": the verb of renewing right before, where the parser lost it."""
    if not clauses or any(d.base != "terminated" for d in clauses):
        return
    verb = next((t for t in reversed(syntax.doc.tokens[sentence.first : token.i]) if t.lemma.lower() in of_class("again")), None)
    if verb is not None and verb.tag in ("VBD", "VBN") and not syntax.auxiliaries(verb):
        yield Deed("signed", "signed", verb, tuple(line.before(syntax, verb)), True, f'the verb "{verb.lemma.lower()}"')
