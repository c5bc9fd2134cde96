"""Who stands in a stretch of a sentence: the people or bodies of a list, without those who only explain them.

The parser often loses long lists with titles between the names ("by A, Minister of X, and B, Governor of Y"), so that they are read in
text order: every name of the wanted sort counts unless a preposition, a bracket or a possessive puts it below another word.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.data.words import honorifics, titles
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

_LIST_PREPS = frozenset(("by", "with", "and", "between", "including"))
_STOPS = frozenset(("who", "which", "whose", "where", "when", "that", "whom", "while", "because", "as", "under", "amid", "after", "before"))


def listed(syntax: Syntax, first: int, last: int, kinds: Sequence[EntityType]) -> list[Mention]:
    """The named mentions of ``kinds`` in the tokens ``first:last``, as far as the list goes: up to a verb or a relative word."""
    found: list[Mention] = []
    depth = 0
    below: dict[int, str | None] = {}
    for token in syntax.doc.tokens[first:last]:
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        mention = syntax.mention(token, "name", "acronym")
        if (
            mention is None
            and found
            and (token.text.lower() in _STOPS or (token.pos in ("VERB", "AUX") and token.tag != "VBG" and token.dep != "amod"))
        ):
            break
        if mention is None or mention.kind not in kinds or depth > 0:
            continue
        if found and mention.kind in ("Country", "Place") and found[-1].name.lower().split()[0] in words("bodies"):
            continue  # "the ministries of trade of A and B"
        if not _free(syntax, token, first) or (token.dep == "conj" and below.get(token.head, "") == mention.kind):
            below[token.i] = mention.kind
        elif all(m.name != mention.name for m in found):
            found.append(mention)
    return found


def _free(syntax: Syntax, token: Token, first: int) -> bool:
    """No preposition between the last comma, "and" or opening and the name; and the name is no possessor."""
    tokens = syntax.doc.tokens
    if token.dep == "poss" or (token.i + 1 < len(tokens) and tokens[token.i + 1].text in ("'s", "’s", "'", "’")):
        return False
    own = syntax.mention(token, "name", "acronym")
    if token.dep in ("compound", "nmod", "amod", "npadvmod"):
        head = tokens[token.head]
        joined = tokens[token.i + 1].text.lower() in ("and", "&", ",")  # "the Batumi Chamber and Adjara Tourism Department"
        if (
            head.i > token.i
            and not joined
            and (own is None or own.kind != "Person" or (tokens[token.i + 1].text == "-" and not dashed(syntax, token)))
        ):
            return False
    for other in reversed(tokens[first : token.i]):
        if other.pos == "ADP" and other.text.lower() not in _LIST_PREPS:
            return own is not None and own.kind == "Person" and _after_post(syntax, other, token)
        if other.lemma.lower() in words("stands-for"):
            return False  # "representing Minister D"
        if other.text in (",", ";", "and", "&", ":", "—", "–") or other.text.lower() in _LIST_PREPS or other.pos in ("VERB", "AUX"):
            return True
        if syntax.mention(other, "name") is not None and other.dep not in ("compound", "nmod", "poss", "npadvmod") and own is not None:
            return own.kind == "Person" or syntax.mention(other, "name").kind != own.kind  # type: ignore[union-attr]
    return True


def dashed(syntax: Syntax, token: Token) -> bool:
    """A dash between spaces behind a name: "Mr. Le Van Binh - Deputy Secretary" is no compound, whatever the parser makes of it."""
    return syntax.doc.text[token.end : token.end + 3] in (" - ", " – ", " — ")


def _after_post(syntax: Syntax, prep: Token, token: Token) -> bool:
    """A post with its portfolio or body right before the name: "Minister for Power Ali Hadi", "Ambassador of Peru to Fiji Ben Cole".

    A title right before the name takes it into the phrase: "an adviser to Energy Minister Ben Cole", "on behalf of Governor Ana Lima".
    """
    between = list(syntax.doc.tokens[prep.i + 1 : token.i])
    while between and (between[-1].text.lower().rstrip(".") in honorifics() or between[-1].text.lower() in honorifics()):
        between.pop()
    if not between or any(t.text in (",", ";") for t in between):
        return False
    last = between[-1]
    return last.pos in ("NOUN", "PROPN") and last.text.lower() not in titles()


def subjects(syntax: Syntax, verb: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """Who does what a verb says: the named ones of its subject, else the pronoun or noun phrase that stands there."""
    fronted = _fronted(syntax, verb, kinds)
    if fronted:
        return fronted
    subject = syntax.subject(verb)
    if subject is None and verb.dep in ("relcl", "acl") and verb.tag == "VBG":
        subject = syntax.head(verb)
    if subject is None and verb.dep == "pcomp" and verb.tag == "VBG":  # "was speaking after opening the fair"
        matrix = next((t for t in syntax.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
        subject = syntax.subject(matrix) if matrix is not None else None
    if subject is None:
        return _before(syntax, verb, kinds)
    if subject.tag in ("WP", "WDT") or subject.text.lower() == "that":
        return antecedent(syntax, subject, kinds)
    return phrase(syntax, subject, verb, kinds)


def _before(syntax: Syntax, verb: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """The name right before a verb whose subject the parser misses: "At the invitation of A, the President of B, C, will pay a visit"."""
    at = verb.i - 1
    first = syntax.sentence(verb).first
    if verb.dep not in ("ROOT", "conj", "ccomp") or verb.tag in ("VBG", "VBN"):
        return []
    while at >= first and (
        syntax.doc.tokens[at].text == "," or syntax.doc.tokens[at].pos in ("AUX", "ADV") or syntax.doc.tokens[at].tag == "MD"
    ):
        at -= 1
    mention = syntax.mention(syntax.doc.tokens[at], "name", "acronym") if at >= first else None
    return [mention] if mention is not None and mention.kind in kinds else []


def _opening(syntax: Syntax, subject: Token, first: int) -> int:
    """Where a list that is the subject begins: the parser leaves its first names out ("A, B and C took part")."""
    tokens = syntax.doc.tokens
    own = syntax.mention(subject, "name", "acronym")
    if own is None or not syntax.children(subject, "conj"):
        return first
    while first - 2 >= syntax.sentence(subject).first and tokens[first - 1].text == ",":
        other = syntax.mention(tokens[first - 2], "name", "acronym")
        if other is None or other.kind != own.kind:
            break
        first -= 2
    return first


def phrase(syntax: Syntax, subject: Token, verb: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """The parties of a noun phrase in front of its verb."""
    inside = syntax.subtree(subject, lambda t: t.dep in ("relcl", "acl", "advcl"))
    first = _opening(syntax, subject, inside[0].i)
    last = verb.i if verb.i > subject.i else syntax.sentence(verb).last
    found = listed(syntax, first, last, kinds)
    if found:
        return found
    mention = named(syntax, subject)
    if mention is not None and mention.kind in kinds:
        return [mention]
    if mention is not None and mention.kind is None and mention.features.get("number"):
        return [mention]
    return []


def named(syntax: Syntax, token: Token) -> Mention | None:
    """What stands at a token; for "the ambassador of Brazil, Paulo Dias" the name beside it."""
    mention = syntax.mention(token, "name", "acronym", "nominal", "pronoun")
    if mention is not None and mention.form == "nominal" and mention.kind == "Person":
        for other in syntax.children(token, "appos"):
            name = syntax.mention(other, "name")
            if name is not None and name.kind == "Person":
                return name
        for _, other in syntax.prepositions(token, "for", "of"):  # "the Minister for Power Jorge Vidal"
            name = syntax.mention(other, "name")
            before = [t.text.lower() for t in syntax.children(other, "compound", "nmod")]
            if name is not None and name.kind == "Person" and before and not any(w in titles() for w in before):
                return name
    if mention is None:
        for other in syntax.subtree(token):
            name = syntax.mention(other, "name") if other.i < token.i and other.dep in ("nmod", "compound") else None
            if name is not None and name.kind == "Person" and dashed(syntax, other):
                return name
    return mention


def leaders(syntax: Syntax, subject: Token, verb: Token) -> list[Mention]:
    """Who leads the people that a noun names: "a delegation from X, led by Y, visited"."""
    last = verb.i if verb.i > subject.i else syntax.sentence(verb).last
    for token in syntax.doc.tokens[subject.i + 1 : min(subject.i + 14, last)]:
        if token.lemma.lower() in ("lead", "head") and token.tag == "VBN" and (found := agents(syntax, token, ("Person",))):
            return found
    return []


def along(syntax: Syntax, verb: Token, event: int) -> list[Mention]:
    """Who does it too: "attended the ceremony along with Minister X", told behind the event, before another verb."""
    tokens = syntax.doc.tokens
    for token in tokens[max(verb.i, event) + 1 : syntax.sentence(verb).last]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        word = token.text.lower()
        if word == "alongside" or (word == "with" and tokens[token.i - 1].text.lower() in ("along", "together", "jointly")):
            return listed(syntax, token.i + 1, syntax.sentence(verb).last, ("Person",))
    return []


def antecedent(syntax: Syntax, relative: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """Whom "who" or "which" means: the nearest name of the sort before it in the sentence."""
    sentence = syntax.sentence(relative)
    depth = 0
    for token in reversed(syntax.doc.tokens[sentence.first : relative.i]):
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            depth -= 1
        mention = syntax.mention(token, "name", "acronym")
        if mention is None or depth > 0:
            if token.pos == "VERB" and token.tag not in ("VBN", "VBG"):
                return []
            continue
        if mention.kind in kinds and token.dep != "poss":
            if mention.kind != "Person" and "Person" in kinds:
                continue
            return [mention]
    return []


def _fronted(syntax: Syntax, verb: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """ "Addressing the forum, Ana Lima, head of X, said": the first name after the opening participle's comma."""
    doc = syntax.doc
    sentence = syntax.sentence(verb)
    opening = [t for t in doc.tokens[sentence.first : verb.i] if t.pos not in ("ADV", "PUNCT")]
    if verb.tag != "VBG" or opening:
        return []
    comma = next((t for t in doc.tokens[verb.i : sentence.last] if t.text == ","), None)
    if comma is None:
        return []
    for token in doc.tokens[comma.i + 1 : sentence.last]:
        if token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP"):
            break
        mention = syntax.mention(token, "name", "acronym")
        if mention is not None and mention.kind in kinds and _free(syntax, token, comma.i + 1):
            return [mention]
    matrix = next((t for t in syntax.ancestors(verb) if t.pos == "VERB"), None)
    subject = syntax.child(matrix, "nsubj") if matrix is not None else None
    mention = syntax.mention(subject, "pronoun", "nominal") if subject is not None else None
    return [mention] if mention is not None and mention.kind in kinds and subject is not None and subject.i > comma.i else []


def agents(syntax: Syntax, verb: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """By whom a passive was done, read as a list from "by" on."""
    by = next((t for t in syntax.children(verb, "agent", "prep") if t.text.lower() == "by"), None)
    if by is None:
        return []
    last = syntax.sentence(verb).last
    end = next((t.i for t in syntax.doc.tokens[by.i + 1 : last] if t.text.lower() in ("under", "with", "in", "on", "at") and t.dep == "prep"
                and t.head in (verb.i, by.i)), last)  # fmt: skip
    found = listed(syntax, by.i + 1, end, kinds)
    if not found:
        target = syntax.child(by, "pobj")
        mention = syntax.mention(target, "nominal", "pronoun") if target is not None else None
        if mention is not None and (mention.kind in kinds or (mention.kind is None and mention.features.get("number"))):
            return [mention]
    return found


def guests(syntax: Syntax, verb: Token) -> list[Token]:
    """Those whom somebody receives; where time and place stand between ("received today at his office in X Ben Cole") the first name."""
    found = syntax.objects(verb)
    if found or syntax.child(verb, "nsubjpass") is not None:
        return found
    last = syntax.sentence(verb).last
    people = listed(syntax, verb.i + 1, next((t.i for t in syntax.doc.tokens[verb.i + 1 : last] if t.text == ","), last), ("Person",))
    return [syntax.doc.tokens[m.token] for m in people[:1]]


def other_side(verb: Token) -> tuple[str, ...]:
    """The prepositions before whom somebody meets: "met with", "called on"."""
    return ("on", "at") if verb.lemma.lower() == "call" else ("with",)


def team(token: Token | None) -> bool:
    """A noun for people who are sent."""
    return token is not None and token.lemma.lower() in words("delegation")


def after(syntax: Syntax, prep: Token, kinds: Sequence[EntityType]) -> list[Mention]:
    """Whom a preposition brings in: one with "with" and "on", all of a list with "between" or "and"."""
    last = syntax.sentence(prep).last
    end = next(
        (t.i for t in syntax.doc.tokens[prep.i + 1 : last] if t.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or t.text == ";"), last
    )
    found = listed(syntax, prep.i + 1, end, kinds)
    target = syntax.child(prep, "pobj")
    if not found and target is not None:
        mention = named(syntax, target)
        if mention is not None and (mention.kind in kinds or (mention.kind is None and mention.features.get("number"))):
            return [mention]
    return found[:1] if prep.text.lower() not in ("between",) and not syntax.children(target or prep, "conj") else found
