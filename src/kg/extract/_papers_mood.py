"""Whether the deed that a verb tells was done, is to be done, is only thought of, or is denied.

The way up from the verb to its sentence is read: auxiliaries, negation, what governs an infinitive or gerund, denying verbs and
conditions (after the factuality profiles of Saurí and Pustejovsky's FactBank, cut down to what news needs).
"""

from __future__ import annotations

from typing import Literal

from kg.extract._mood import beyond
from kg.extract._papers_words import denials, governors, of_class
from kg.extract._syntax import Syntax
from kg.types import Token

Mood = Literal["fact", "planned", "proposed", "denied", "negated", "none"]
_FUTURE = frozenset(("will", "shall", "'ll", "’ll"))
_POSSIBLE = frozenset(("may", "might", "could", "can", "should", "must", "ought"))
_CONDITION = frozenset(("if", "unless", "whether", "provided", "lest"))
_LATER = frozenset(("once", "until", "till", "before"))
_DONE = frozenset(("after", "upon", "on", "by", "with", "following", "since", "in", "through"))
_AHEAD = frozenset(("before", "towards", "toward", "to", "for", "about"))


def mood(syntax: Syntax, verb: Token, depth: int = 0) -> Mood:
    """The mood of a verb, seen from the whole sentence."""
    own = _own(syntax, verb)
    if depth > 6 or own in ("denied", "none"):
        return own
    above = syntax.head(verb)
    if above is None and not depth and beyond(syntax, verb):
        return "none"  # a question, or told as a rumour only
    if above is None:
        return "planned" if own == "fact" and _infinitive(syntax, verb) else own  # a headline's "A and B to sign"
    if verb.dep in ("conj",) and above.pos in ("VERB", "AUX") and _shares(syntax, verb):
        other = mood(syntax, above, depth + 1)
        return other if own == "fact" else own
    if _denied(syntax, verb):
        return "denied"
    told = beyond(syntax, verb) if not depth else ""
    if told in ("hearsay", "asked", "denied", "condition"):
        return "denied" if told == "denied" else "proposed" if told == "condition" else "none"
    if own != "fact":
        return own
    if _infinitive(syntax, verb):
        return _governed(syntax, verb, above, depth)
    if verb.tag == "VBG" and not _progressive(syntax, verb):
        return _gerund(syntax, verb, above, depth)
    return own


def _own(syntax: Syntax, verb: Token) -> Mood:
    words = syntax.auxiliaries(verb)
    lemmas = {t.lower() for t in words}
    condition = {t.text.lower() for t in syntax.children(verb, "mark")}
    if condition & _CONDITION:
        return "proposed"
    if _negative(syntax, verb):
        return "negated"
    if lemmas & _FUTURE:
        return "planned"
    if lemmas & _POSSIBLE:
        return "proposed"
    if "would" in lemmas:
        return "planned" if verb.dep == "ccomp" and "have" not in lemmas else "proposed"
    present = verb.tag in ("VBZ", "VBP") or lemmas & {"is", "are", "has", "have"}
    if condition & _LATER or (present and any(t.text.lower() == "when" for t in syntax.children(verb, "advmod"))):
        return "planned" if present else "fact"
    if verb.tag == "VBG" and lemmas & {"is", "are", "'re", "'s"} and "being" not in lemmas:
        return "planned"
    return "fact"


def _negative(syntax: Syntax, verb: Token) -> bool:
    if syntax.child(verb, "neg") is not None or syntax.nobody(verb):
        return True
    above = syntax.head(verb)
    if verb.dep in ("xcomp", "conj") and above is not None and above.pos in ("AUX", "VERB") and _infinitive(syntax, verb):
        return syntax.child(above, "neg") is not None and above.lemma.lower() == "be"
    return any(t.text.lower() == "never" for t in syntax.children(verb, "advmod"))


def _infinitive(syntax: Syntax, verb: Token) -> bool:
    return "to" in syntax.auxiliaries(verb)


def _progressive(syntax: Syntax, verb: Token) -> bool:
    return bool({"is", "are", "was", "were", "be", "been"} & set(syntax.auxiliaries(verb)))


def _shares(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined verb lacks auxiliaries and a subject of its own ("will visit and sign", "to meet and sign")."""
    return not syntax.auxiliaries(verb) and not syntax.children(verb, "nsubj", "nsubjpass") and verb.tag in ("VB", "VBG", "VBN")


def _governed(syntax: Syntax, verb: Token, above: Token, depth: int) -> Mood:
    told = governors().get(above.lemma.lower(), governors().get(above.text.lower(), "planned"))
    if told == "same":
        if above.pos not in ("VERB", "AUX"):
            return "fact"
        return mood(syntax, above, depth + 1)
    if told == "planned" and above.pos in ("VERB", "AUX") and syntax.child(above, "neg") is not None:
        return "negated"
    return _mood(told)


def _gerund(syntax: Syntax, verb: Token, above: Token, depth: int) -> Mood:
    if verb.dep == "pcomp":
        word, clause = above.text.lower(), syntax.head(above)
        if clause is not None and clause.lemma.lower() in governors() and word not in ("after", "by", "following", "upon"):
            return _told(syntax, clause, depth)
        if word in _DONE:
            done = mood(syntax, clause, depth + 1) if clause is not None and clause.pos in ("VERB", "AUX") else "fact"
            return "fact" if word in ("after", "upon", "following", "since") else done
        return "planned" if word in _AHEAD else "none"
    if verb.dep in ("xcomp", "ccomp", "dobj") and above.lemma.lower() in governors():
        return _told(syntax, above, depth)
    if above.pos in ("VERB", "AUX") and verb.dep in ("advcl", "conj", "xcomp", "ccomp", "acl"):
        return mood(syntax, above, depth + 1)
    return "fact"


def _told(syntax: Syntax, governor: Token, depth: int) -> Mood:
    told = governors()[governor.lemma.lower()]
    if told == "same":
        return mood(syntax, governor, depth + 1) if governor.pos in ("VERB", "AUX") else "fact"
    return _mood(told)


def _mood(word: str) -> Mood:
    moods: dict[str, Mood] = {"planned": "planned", "proposed": "proposed", "denied": "denied", "negated": "negated"}
    return moods.get(word, "none")


def _denied(syntax: Syntax, verb: Token) -> bool:
    """Whether a denying verb governs the clause: "denied that …", "dismissed reports that …", "denied signing"."""
    if _rumoured(syntax, verb):
        return True
    here = verb
    for above in syntax.ancestors(verb):
        if here.dep in ("nsubj", "nsubjpass", "advcl", "relcl", "conj", "parataxis", "npadvmod"):
            return False
        down = f"{above.lemma.lower()} {here.text.lower()}"  # "voted down the treaty", with "down" taken for a preposition
        if above.pos == "VERB" and {above.lemma.lower(), syntax.particle(above), down} & denials():
            return syntax.child(above, "neg") is None
        if above.pos == "VERB" and here.dep not in ("ccomp", "xcomp", "dobj", "prep"):
            return False
        here = above
    return False


def _rumoured(syntax: Syntax, verb: Token) -> bool:
    """Whether the clause is what "denied reports that", "dismissed as untrue claims of" or "scotched talk of" speaks of, read in line."""
    doc = syntax.doc
    before = doc.tokens[syntax.sentence(verb).first : verb.i]
    rumour = next((t for t in reversed(before) if t.lemma.lower() in of_class("rumour") and t.pos in ("NOUN", "VERB")), None)
    if rumour is None or any(t.text in (";", ":") for t in doc.tokens[rumour.i : verb.i]):
        return False
    after = doc.tokens[rumour.i + 1 : min(rumour.i + 4, verb.i)]
    if not any(t.text.lower() in ("that", "of", "about") for t in after):
        return False
    first = max(before[0].i, rumour.i - 10)
    denial = next((t for t in reversed(doc.tokens[first : rumour.i]) if t.pos == "VERB" and t.lemma.lower() in denials()), None)
    return denial is not None and syntax.child(denial, "neg") is None


def denied(syntax: Syntax, token: Token) -> bool:
    """Whether a noun is what a denying verb denies ("denied any deal with", "dismissed reports of a contract")."""
    return _denied(syntax, token)


def reported(syntax: Syntax, verb: Token) -> bool:
    """Whether the clause is somebody's words: it hangs on a verb of saying or stands in a quotation."""
    from kg.data import words as lists

    doc = syntax.doc
    if any(q.start <= verb.start < q.end for q in doc.quotes):
        return True
    if any(t.pos == "VERB" and t.lemma.lower() in lists.reporting() for t in syntax.children(verb, "parataxis")):
        return True
    here = verb
    for above in syntax.ancestors(verb):
        if above.pos == "VERB" and above.lemma.lower() in lists.reporting() and here.dep != "conj":
            return True
        here = above
    return False


def stronger(a: Mood, b: Mood) -> Mood:
    """The less certain of two moods of one deed ("will witness" + "the signing of")."""
    order = ("fact", "planned", "proposed", "negated", "denied", "none")
    return max(a, b, key=order.index)
