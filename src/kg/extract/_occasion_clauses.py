"""In which clauses an event stands, and as what: what is held, who holds, where something is said.

Clauses are read off the parse (ClearNLP labels), with one repair that does not need it: a participle or "which" right behind the
noun phrase and a comma speaks of the event wherever the parser hangs it ("a conference in X last May, which was hosted by Y").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.data.words import event_verbs
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

PLACING = ("at", "during", "in", "within", "on", "throughout")
_ALONG = ("work", "discuss", "talk")  # "met and worked with" is one event
_PASS = ("ADP", "DET", "PROPN", "NOUN", "NUM", "ADJ", "PART", "SYM", "X", "ADV")


@dataclass(frozen=True, slots=True)
class Clause:
    """``role``: subject (it opens), patient (it was held, hold it), oblique (behind ``prep``), self (a verb that tells an event)."""

    verb: Token
    role: str
    prep: str = ""


def event_verb(syntax: Syntax, verb: Token) -> str:
    """The longest entry of the list of event verbs that this verb makes with its particle, preposition or object; "" if none."""
    table = event_verbs()
    lemma = verb.lemma.lower()
    near = [syntax.particle(verb)]
    down = [f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "advmod")]
    for child in syntax.children(verb, "prep", "dobj", "prt", "acomp", "advmod", "oprd", "advcl"):
        word = child.lemma.lower() if child.dep == "dobj" else child.text.lower()
        near.append(f"{lemma} {word}")
        if child.dep == "dobj":
            article = [d.text.lower() for d in syntax.children(child, "det")]
            near.extend(f"{lemma} {d} {word}" for d in article)
        if child.dep == "prep":
            near.extend(f"{way} {word}" for way in (near[0], *down))  # "sit down with"
            near.extend(f"{lemma} {word} {t.text.lower()}" for t in syntax.children(child, "pobj"))
    near.append(lemma)
    return max((n for n in near if n in table), key=len, default="")


def verb_of(syntax: Syntax, token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((t for t in syntax.ancestors(token) if t.pos in ("VERB", "AUX")), None)


def clauses(syntax: Syntax, mention: Mention) -> tuple[Clause, ...]:
    """The clauses of an event's mention, the governing one first."""
    token = syntax.doc.tokens[mention.token]
    found: list[Clause] = []
    if mention.form == "verb":
        found.append(Clause(token, "self"))
        found.extend(Clause(t, "self") for t in syntax.children(token, "conj") if t.lemma in _ALONG and syntax.child(t, "nsubj") is None)
    else:
        above, tops = _above(syntax, token)
        found.extend(above)
        for top in tops:
            found.extend(_below(syntax, top))
        found.extend(_behind(syntax, token, {c.verb.i for c in found}))
    whole: list[Clause] = []
    for clause in found:
        for further in (clause, *_chain(syntax, clause)):
            if all(further.verb.i != known.verb.i for known in whole):
                whole.append(further)
        if clause.role in ("subject", "patient"):  # "will be held in May, at which X will speak"
            whole.extend(Clause(t, "oblique", "at") for t in _there(syntax, clause.verb) if all(t.i != known.verb.i for known in whole))
        matrix = syntax.head(clause.verb)
        if clause.role == "oblique" or clause.verb.dep != "advcl" or matrix is None or matrix.i < clause.verb.i:
            continue
        if syntax.child(clause.verb, "nsubj", "nsubjpass") is not None and syntax.child(matrix, "nsubj", "nsubjpass") is None:
            shared = Clause(matrix, "patient" if syntax.child(matrix, "auxpass") is not None else "subject")
            whole.extend(c for c in (shared, *_chain(syntax, shared)) if all(c.verb.i != known.verb.i for known in whole))
    return tuple(whole)


def _there(syntax: Syntax, verb: Token) -> list[Token]:
    """Clauses that hang on the event's verb and begin with "at which" or "where"."""
    return [
        t
        for top in syntax.children(verb, "advcl", "relcl")
        for t in (top, *syntax.children(top, "xcomp"))
        if any(w.tag == "WDT" for p in syntax.children(t, "prep") if p.text.lower() in ("at", "during") for w in syntax.children(p, "pobj"))
    ]


def _above(syntax: Syntax, token: Token) -> tuple[list[Clause], list[Token]]:
    """The governing clause, and the nouns that stand for the event on the way to it ("two days of talks")."""
    top = token
    tops = [token]
    through = False
    for _ in range(6):
        head = syntax.head(top)
        if head is None:
            return [], tops
        if top.dep == "pobj":
            over = syntax.head(head)
            if over is None or head.dep == "agent":
                return [], tops
            word = "at" if through and head.text.lower() in ("on", "to", "within", "in") else head.text.lower()
            if over.pos in ("VERB", "AUX"):
                return _oblique(syntax, over, word), tops
            if word == "of" and over.pos == "PROPN" and syntax.mention(over, "name", "acronym") is None:
                top = over
                tops.append(top)
                continue
            if (over.lemma.lower() in words("part") or ceremony_of(syntax, over)) and word in ("of", "to", "in"):
                top = over
                through = True
                continue
            verb = verb_of(syntax, over)
            scene = word in ("at", "during") or (word == "in" and _opens_scene(syntax, token, over))
            if verb is not None and (scene or over.lemma.lower() in words("address")):
                return _oblique(syntax, verb, word if scene else "at"), tops
            return [], tops
        if top.dep in ("conj", "appos") or (top.dep in ("compound", "nmod") and syntax.mention(token, "name") is not None):
            top = head
            continue
        cut = " of " in token.text and head.text[:1].isupper()  # "the Meeting of the Cocoa Farmers' Union", a name cut at the possessive
        if top.dep == "poss" and (cut or head.lemma.lower() in words("part")):
            top = head
            continue
        if head.pos not in ("VERB", "AUX") or top.dep == "poss":
            return [], tops
        if token.tag == "JJ" and top is token and top.i < head.i and syntax.child(head, "nsubj", "nsubjpass") is None:
            return [Clause(head, "patient" if syntax.child(head, "auxpass") is not None else "subject")], tops  # "The three-day fair ends"
        roles = {"nsubj": "subject", "attr": "subject", "oprd": "subject", "nsubjpass": "patient", "dobj": "patient"}
        role = roles.get(top.dep, "")
        if (
            top.dep == "npadvmod"
            and top.i > head.i
            and syntax.child(head, "nsubj") is not None
            and not syntax.children(head, "dobj", "auxpass")
        ):
            role = "patient"  # "opened the Honey Week": a name that ends in a stretch of time is taken for one
        moved = words("put-off") | words("called-off")
        if role == "subject" and head.dep in ("advcl", "acl") and head.tag == "VBD" and syntax.particle(head) in moved:
            role = role if syntax.child(head, "dobj") is not None else "patient"  # "the expo, brought forward to 2 July, will …"
        return ([Clause(head, role)] if role else []), tops
    return [], tops


def _opens_scene(syntax: Syntax, token: Token, over: Token) -> bool:
    """ "renewed the pact between the two cities in a ceremony": a new event behind "in" that the parse hangs on the nearest noun."""
    det = syntax.child(token, "det")
    return (
        det is not None
        and det.text.lower() in ("a", "an", "one")
        and over.lemma.lower() not in words("part") | words("interest")
        and token.lemma.lower() not in words("weak")
    )


def ceremony_of(syntax: Syntax, token: Token) -> bool:
    """ "The opening ceremony of the fair" is a part of the fair."""
    if token.lemma.lower() != "ceremony" or not any(t.text.lower() in ("opening", "closing", "inaugural") for t in syntax.children(token)):
        return False
    return any((m := syntax.mention(t, "name", "nominal")) is not None and m.kind == "Event" for _, t in syntax.prepositions(token, "of"))


def _oblique(syntax: Syntax, verb: Token, prep: str) -> list[Clause]:
    """The clause, and the one it is joined to: "named X and delayed Y, at a summit"."""
    found = [Clause(verb, "oblique", prep)]
    above = syntax.head(verb)
    if verb.dep == "conj" and above is not None and above.pos == "VERB" and syntax.child(verb, "nsubj", "nsubjpass") is None:
        found.append(Clause(above, "oblique", prep))
    return found


def _below(syntax: Syntax, token: Token) -> Iterator[Clause]:
    for child in syntax.children(token, "acl", "relcl"):
        if child.tag != "VBG" or child.dep == "relcl" or _speaks(syntax, child):
            yield from _modifier(syntax, child)


def _modifier(syntax: Syntax, verb: Token) -> Iterator[Clause]:
    """What a relative or participle clause makes of the noun before it."""
    marks = [t for t in syntax.children(verb) if t.tag in ("WDT", "WP", "WRB") or (t.dep == "mark" and t.text.lower() == "that")]
    deps = {t.dep for t in marks}
    if "nsubj" in deps:
        yield Clause(verb, "subject")
    elif deps & {"nsubjpass", "dobj"} or ("mark" in deps and syntax.child(verb, "nsubj") is not None):
        yield Clause(verb, "patient")
    elif any(t.tag in ("WDT", "WP") for prep in syntax.children(verb, "prep") for t in syntax.children(prep, "pobj")) or "advmod" in deps:
        yield Clause(verb, "oblique", "at")
    elif verb.tag == "VBD" and verb.dep == "acl" and syntax.child(verb, "nsubj", "auxpass") is None:
        yield Clause(verb, "subject")  # "The summit wrapped up in X", read as a noun phrase
    elif verb.tag == "VBN" or syntax.child(verb, "auxpass") is not None:
        yield Clause(verb, "patient")
    elif verb.tag == "VBG":
        yield Clause(verb, "subject")


def _behind(syntax: Syntax, token: Token, known: set[int]) -> Iterator[Clause]:
    """The participle or "which" that follows the noun phrase and a comma, whatever it hangs on."""
    tokens = syntax.doc.tokens
    last = syntax.sentence(token).last
    at = token.i + 1
    inside = False
    while at < last and (tokens[at].pos in _PASS or tokens[at].tag == "PRP$" or tokens[at].text in "()-–’'" or inside):
        inside = tokens[at].text == "(" or (inside and tokens[at].text != ")")
        if tokens[at].tag in ("WDT", "WP", "WRB"):
            break
        other = syntax.mention(tokens[at], "name", "nominal")
        if other is not None and other.kind == "Event" and other.name.lower() not in words("never"):
            return  # "will report on the mission at a luncheon hosted by X": the luncheon is
        at += 1
    if at >= last:
        return
    close = at == token.i + 1
    if tokens[at].text == ",":
        at += 1
        close = True
        if at + 1 < last and syntax.mention(tokens[at], "acronym") is not None and tokens[at + 1].text == ",":
            at += 2  # "the Maputo International Trade Fair, FACIM, which begins"
    elif tokens[at].tag not in ("WDT", "WP") and (tokens[at].tag != "VBN" or tokens[at].dep not in ("acl", "advcl", "relcl")):
        return
    while at < last and tokens[at].pos == "ADV":
        at += 1
    if at >= last:
        return
    here = tokens[at]
    if here.dep == "mark" and here.text.lower() == "that":
        return  # "told the forum that another would be held"
    if here.text.lower() in ("at", "where") and (
        here.text.lower() == "where" or (at + 1 < last and tokens[at + 1].text.lower() == "which")
    ):
        for verb in tokens[at + 1 : min(at + 12, last)]:
            if verb.pos in ("VERB", "AUX") and verb.dep in ("relcl", "advcl") and verb.i not in known:
                yield Clause(verb, "oblique", "at")
                return
    if (
        here.tag == "VBN"
        and here.i not in known
        and _speaks(syntax, here)
        and syntax.child(here, "nsubj", "nsubjpass", "aux", "auxpass") is None
    ):
        yield Clause(here, "patient")
    elif here.text.lower() in words("ahead") and close and here.tag in ("JJ", "VBN"):  # ", due to begin in Niamey today, was …"
        for verb in tokens[at + 1 : min(at + 6, last)]:
            if (
                verb.tag == "VB"
                and verb.i not in known
                and _speaks(syntax, verb)
                and syntax.child(verb, "nsubj", "nsubjpass", "dobj") is None
            ):
                yield Clause(verb, "subject" if syntax.child(verb, "auxpass") is None else "patient")
                return
    elif here.text.lower() in ("which", "that") or (here.text.lower() == "to" and at + 1 < last and tokens[at + 1].text.lower() == "be"):
        for verb in tokens[at + 1 : min(at + 9, last)]:
            if verb.text == ",":
                return
            if verb.pos == "VERB" and verb.i not in known and _speaks(syntax, verb):
                passive = verb.tag == "VBN" and any(t.lemma.lower() == "be" for t in tokens[at : verb.i])
                own = (
                    next((t for t in tokens[at + 1 : verb.i] if t.dep in ("nsubj",)), None)
                    if here.text.lower() in ("which", "that")
                    else None
                )
                if not close and own is None and not passive:
                    return
                yield Clause(verb, "patient" if passive or own is not None else "subject")
                return


def _speaks(syntax: Syntax, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    known = words("ahead") | words("put-off") | words("called-off") | words("organizes")
    return bool(event_verb(syntax, verb)) or lemma in known


def _chain(syntax: Syntax, clause: Clause) -> Iterator[Clause]:
    """Clauses that share the event as their subject: "is scheduled to take place", "moves to X and ends in Y", "runs …, chaired by Z"."""
    if clause.role not in ("subject", "patient"):
        return
    subject = syntax.child(clause.verb, "nsubj", "nsubjpass")
    active_patient = (
        clause.role == "patient" and syntax.child(clause.verb, "auxpass") is None and syntax.child(clause.verb, "nsubj") is not None
    )
    if active_patient:
        for child in syntax.children(clause.verb, "xcomp"):
            if child.pos == "VERB" and syntax.child(child, "dobj") is None:
                yield Clause(child, "patient")
        return
    adjectives = [x for a in syntax.children(clause.verb, "acomp") for x in syntax.children(a, "xcomp")]
    for child in [*syntax.children(clause.verb, "xcomp", "conj", "advcl", "dep"), *adjectives]:
        if child.pos not in ("VERB", "AUX") or syntax.child(child, "nsubj", "nsubjpass", "mark") is not None:
            continue
        if child.dep == "advcl" and ((subject is None and clause.role == "subject") or child.tag not in ("VBN", "VBG")):
            continue
        if any(t.tag in ("WDT", "WP", "WRB") for t in syntax.children(child)):
            continue
        passive = syntax.child(child, "auxpass") is not None or (child.tag == "VBN" and syntax.child(child, "aux") is None)
        further = Clause(child, "patient" if passive else "subject")
        yield further
        yield from _chain(syntax, further)
