"""Whether the deed that a verb tells came about: one reading of negation, denial, wish, hearsay, condition and question for all kinds.

The way up from the verb is read: its own negation and condition; the verbs that govern it as an infinitive or a gerund ("refused to",
"stopped short of", "urged X to", "was to have"), the denial or hearsay that its clause is the content of, and whether the sentence
only asks (after the factuality profiles of Saurí and Pustejovsky 2009, *FactBank*). What is planned is no concern of this file:
plans have a status of their own in most kinds, which these read themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from kg.data import rows
from kg.data import words as lists
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Token

Unreal = Literal["", "negated", "undone", "missed", "wished", "denied", "hearsay", "condition", "asked"]
_CONDITION = frozenset(("if", "unless", "whether", "lest"))
_DEEP = 6  # governors that are looked at
_VERBS = ("VERB", "AUX")


@cache
def of_use(use: str) -> frozenset[str]:
    """The words of a use of ``mood/words.tsv``. Raises ValueError for a use without words."""
    found = frozenset(word for _, (word, own) in rows("mood/words.tsv", ("word", "use")) if own == use)
    if not found:
        raise ValueError(f"no words of use {use!r}")
    return found


def unreal(syntax: Syntax, verb: Token) -> Unreal:
    """Why the deed of a verb is not told as one that came about; "" where nothing speaks against it."""
    return _negated(syntax, verb) or _hypothetical(syntax, verb) or beyond(syntax, verb)


def beyond(syntax: Syntax, verb: Token) -> Unreal:
    """The same by what stands above the verb alone, for readings that see to its own negation and condition themselves."""
    return _nearly(syntax, verb) or _governed(syntax, verb, _DEEP) or _hearsay(syntax, verb) or _asked(syntax, verb)


def _negated(syntax: Syntax, verb: Token) -> Unreal:
    return "negated" if syntax.negated(verb) else ""


def _hypothetical(syntax: Syntax, verb: Token) -> Unreal:
    return "condition" if any(m.text.lower() in _CONDITION for m in syntax.children(verb, "mark")) else ""


def _nearly(syntax: Syntax, verb: Token) -> Unreal:
    """ "almost signed", "hardly exports", "Had they signed, …"."""
    if any(t.text.lower() in of_use("nearly") and t.i < verb.i for t in syntax.children(verb, "advmod")):
        return "undone"
    subject, helper = syntax.child(verb, *SUBJECTS), next(iter(syntax.children(verb, "aux", "auxpass")), None)
    if verb.dep not in ("advcl", "ccomp") or subject is None or helper is None or helper.text.lower() not in ("had", "were", "should"):
        return ""
    main = syntax.head(verb)
    supposed = main is not None and bool({"would", "could", "might"} & set(syntax.auxiliaries(main)))
    return "condition" if supposed and helper.i < subject.i and not syntax.children(verb, "mark") else ""


def _governed(syntax: Syntax, verb: Token, deep: int) -> Unreal:
    """What the verb above an infinitive, gerund or joined verb makes of it."""
    above = syntax.head(verb)
    if above is None or not deep:
        return ""
    if verb.dep == "conj" and above.pos in _VERBS and _shares(syntax, verb):
        return _own(syntax, above) or _governed(syntax, above, deep - 1)
    if verb.dep == "pcomp" and above.pos == "ADP":  # "stopped short of signing", "spoke against signing", "from signing"
        return _by_preposition(syntax, verb, above, deep)
    if not _bare(syntax, verb):
        return ""
    if above.pos == "ADJ" or (above.pos == "ADV" and verb.dep in ("xcomp", "ccomp")):  # "is unable to", "unwilling to"
        word, copula = above.lemma.lower(), syntax.head(above)
        if word in of_use("undone"):
            return "undone"
        if copula is not None and copula.pos in _VERBS:
            return _outdated(syntax, verb, copula) or _governed(syntax, copula, deep - 1)
        return ""
    if above.pos not in _VERBS or verb.dep not in ("xcomp", "ccomp", "dobj", "advcl", "pcomp"):
        return ""
    told = _governor(syntax, above)
    if verb.dep == "advcl":  # "called on X to", "lobbied for X to": a purpose is another matter
        return told if told == "wished" and bool(syntax.children(above, "prep")) and verb.tag == "VB" else ""
    return told or _yet(syntax, above) or _outdated(syntax, verb, above) or _own(syntax, above) or _governed(syntax, above, deep - 1)


def _own(syntax: Syntax, above: Token) -> Unreal:
    return "negated" if syntax.negated(above) and above.lemma.lower() not in of_use("undone") else ""


def _governor(syntax: Syntax, above: Token) -> Unreal:
    """The word of the lists that a governor is, with its particle or adverb ("rule out", "stop short")."""
    near = {f"{above.lemma.lower()} {t.text.lower()}" for t in syntax.children(above, "advmod", "acomp", "prt")}
    names = {syntax.particle(above), above.lemma.lower(), *near}
    if syntax.negated(above):
        return ""  # "did not refuse to sign": nothing is told
    for use, told in (("undone", "undone"), ("denying", "denied"), ("wished", "wished"), ("hearsay", "hearsay")):
        if names & of_use(use):
            return told  # type: ignore[return-value]
    return ""


def _by_preposition(syntax: Syntax, verb: Token, preposition: Token, deep: int) -> Unreal:
    word, over = preposition.text.lower(), syntax.head(preposition)
    if word in ("without", "before", "against"):
        return "undone" if word == "without" else ""
    if over is not None and over.pos in ("ADV", "ADJ"):
        over = syntax.head(over)
    if over is not None and over.pos == "NOUN" and over.lemma.lower() in of_use("rumour"):
        return "hearsay"
    if over is None or over.pos not in _VERBS:
        return ""
    if word not in ("of", "from", "on", "for", "against"):
        return ""
    return _governor(syntax, over) or (_governed(syntax, over, deep - 1) if word in ("of", "from") else "")


def _bare(syntax: Syntax, verb: Token) -> bool:
    """An infinitive or a gerund, which depends on what governs it."""
    auxiliaries = syntax.auxiliaries(verb)
    gerund = verb.tag == "VBG" or bool({"having", "being"} & set(auxiliaries))
    tensed = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in syntax.children(verb, "aux", "auxpass"))
    return "to" in auxiliaries or (gerund and not tensed) or (verb.tag == "VB" and not tensed)


def _shares(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined verb hangs on the auxiliary or governor of the one before: "refused to come and sign"."""
    return not syntax.children(verb, *SUBJECTS) and not syntax.children(verb, "aux", "auxpass") and verb.tag in ("VB", "VBG", "VBN")


def _yet(syntax: Syntax, above: Token) -> Unreal:
    """ "is yet to sign", "has yet to sign"."""
    return "undone" if above.lemma.lower() in ("be", "have") and _has(syntax, above, "yet") else ""


def _has(syntax: Syntax, verb: Token, word: str) -> bool:
    return any(t.text.lower() == word for t in syntax.children(verb, "advmod"))


def _outdated(syntax: Syntax, verb: Token, above: Token) -> Unreal:
    """ "was to have signed", "had been due to sign": a plan that did not come about, or of which it is not told that it did."""
    ahead = above.lemma == "be" and "to" in syntax.auxiliaries(verb)
    past = above.tag == "VBD" or "had" in syntax.auxiliaries(above)
    perfect = "have" in syntax.auxiliaries(verb)
    return "missed" if ahead and past and (perfect or "had" in syntax.auxiliaries(above)) else ""


def _clauses(syntax: Syntax, verb: Token) -> Iterator[Token]:
    """The verb and those above it whose clause it belongs to: "refused to sign", "met and signed"."""
    yield verb
    for _ in range(_DEEP):
        above = syntax.head(verb)
        if above is None or above.pos not in _VERBS or verb.dep not in ("xcomp", "conj", "aux", "auxpass"):
            return
        if verb.dep == "conj" and syntax.children(verb, *SUBJECTS):
            return
        yield above
        verb = above


def _hearsay(syntax: Syntax, verb: Token) -> Unreal:
    """ "has reportedly signed", "according to rumours", "rumours that X has signed", "denied that", "unconfirmed reports say"."""
    top = verb
    for clause in _clauses(syntax, verb):
        top = clause
        if any(t.text.lower() in of_use("hearsay") for t in syntax.children(clause, "advmod")):
            return "hearsay"
        for prep in syntax.children(clause, "prep"):
            if prep.text.lower() == "according" and any(rumour(syntax, t) for _, t in syntax.prepositions(clause, "to") if t.i > prep.i):
                return "hearsay"
    if _gainsaid(syntax, verb):
        return "denied"
    above = syntax.head(top)
    if above is None:
        return ""
    if top.dep in ("acl", "relcl", "ccomp", "appos") and above.pos in ("NOUN", "PROPN") and rumour(syntax, above):
        return "" if _confirmed(syntax, above) else "hearsay"
    if top.dep in ("acl", "ccomp") and above.pos == "NOUN" and (holder := syntax.head(above)) is not None and _untrue(syntax, holder):
        return "denied"  # "The claim that X had signed was false"
    if top.dep in ("ccomp", "csubj") and above.lemma == "be" and _untrue(syntax, above):
        return "denied"  # "It is not true that X has signed"
    if top.dep == "ccomp" and above.pos in _VERBS:
        if above.lemma.lower() in of_use("denying") or syntax.particle(above) in _denials():
            return "" if syntax.negated(above) else "denied"
        subject = syntax.child(above, *SUBJECTS)
        if subject is not None and rumour(syntax, subject):
            return "hearsay"
        if above.lemma.lower() in of_use("vouching") and syntax.negated(above):
            return "hearsay"  # "Nobody believes that", "did not confirm that"
        if above.lemma.lower() in of_use("hearsay") and not syntax.negated(above):
            return "hearsay"
    return ""


def _gainsaid(syntax: Syntax, verb: Token) -> bool:
    """ "…, but both governments denied it": the sentence goes on with a denial of what it told."""
    for clause in (verb, *(t for t in syntax.ancestors(verb) if t.pos in _VERBS)):
        for other in syntax.children(clause, "conj"):
            said = [t.text.lower() for t in syntax.children(other, "dobj")]
            denies = other.lemma.lower() in of_use("denying") | _denials() and not syntax.negated(other)
            open_ = other.lemma.lower() in of_use("vouching") and syntax.negated(other)  # "has not confirmed it"
            if other.i > verb.i and (denies or open_) and set(said) & {"it", "this", "that", "so"}:
                return True
    return False


@cache
def _denials() -> frozenset[str]:
    return frozenset(lemma for lemma, verb in lists.reporting().items() if verb.kind == "deny")


def rumour(syntax: Syntax, noun: Token) -> bool:
    """A noun of hearsay: "rumours", "speculation", "unconfirmed reports"."""
    if noun.lemma.lower() in of_use("rumour"):
        return True
    sure = not any(t.text.lower() in of_use("unsure") for t in syntax.children(noun, "amod"))
    return noun.lemma.lower() in of_use("report") and not sure


def _untrue(syntax: Syntax, copula: Token) -> bool:
    """ "is false", "is not true"."""
    said = {t.text.lower() for t in syntax.children(copula, "acomp", "attr")}
    if copula.lemma != "be":
        return False
    return bool(said & of_use("true")) if syntax.negated(copula) else bool(said & of_use("unsure"))


def _confirmed(syntax: Syntax, noun: Token) -> bool:
    """ "confirmed rumours that X had resigned"."""
    verb = next((t for t in syntax.ancestors(noun) if t.pos in _VERBS), None)
    return verb is not None and verb.lemma.lower() == "confirm" and not syntax.negated(verb)


def _asked(syntax: Syntax, verb: Token) -> Unreal:
    """ "Was X appointed director?": the main clause of a question to be answered by yes or no."""
    sentence = syntax.sentence(verb)
    words = syntax.doc.words(sentence)
    if not syntax.doc.text[sentence.start : sentence.end].rstrip("”’\"') ").endswith("?"):
        return ""
    top = next(reversed(list(_clauses(syntax, verb))))
    if top.dep not in ("ROOT", "ccomp"):
        return ""
    subject = syntax.child(top, *SUBJECTS)
    asking = [t for t in (*syntax.children(top, "aux", "auxpass"), top) if t.pos in _VERBS and t.tag in ("VBD", "VBZ", "VBP", "MD")]
    inverted = subject is not None and any(t.i < subject.i for t in asking if t.i != top.i or top.lemma == "be")
    opened = any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in words[:3])
    return "asked" if inverted and not opened else ""


def unmade(syntax: Syntax, verb: Token, preposition: str = "") -> bool:
    """Whether a verb leaves its object, or what stands behind ``preposition``, unmade: "ruled out talks", "called for a fair"."""
    name = f"{verb.lemma.lower()} {preposition}" if preposition else syntax.particle(verb)
    return name in of_use("unmade") and not syntax.negated(verb)


def left_out(syntax: Syntax, token: Token) -> bool:
    """Whether a name stands behind "instead of", "without", "rather than", "except": who has no part in what is told."""
    at = token.i - 1
    first = syntax.sentence(token).first
    for _ in range(4):
        if at < first:
            return False
        word = syntax.doc.tokens[at].text.lower()
        before = syntax.doc.tokens[at - 1].text.lower() if at > first else ""
        if word in of_use("kept") or f"{before} {word}" in of_use("kept"):
            return True
        if syntax.doc.tokens[at].pos not in ("DET", "ADJ", "NOUN", "PRON", "ADP"):
            return False
        at -= 1
    return False
