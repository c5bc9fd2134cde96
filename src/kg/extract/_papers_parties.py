"""Who is bound: the bodies, countries and places that a clause joins by "between", "with", as subject of signing or by "by"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract._papers_words import of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

BODIES = ("Agency", "Organization", "Country", "Place")


def party(syntax: Syntax, token: Token, pronouns: bool = True) -> list[Mention]:
    """What may be bound behind one token: its name, that of its apposition, the body of a person's post, or a group ("the two sides")."""
    named = syntax.mention(token, "name", "acronym")
    if named is not None and named.kind in BODIES:
        return [named]
    for other in syntax.children(token, "appos"):
        name = syntax.mention(other, "name", "acronym")
        if name is not None and name.kind in BODIES and not (named is not None and named.kind == "Person"):
            return [name]
    if named is None and any(syntax.mention(t, "name") is not None for t in syntax.children(token, "appos")):
        return []  # "the Dutch firm X", X taken for a person
    if named is not None:
        return _posts(syntax, token) if named.kind == "Person" else []
    found = syntax.mention(token)
    if found is None:
        return _behind(syntax, token, BODIES) or _nations(syntax, token) if envoy(token) else []
    if found.form == "pronoun":
        if found.name in ("they", "them"):
            return _they(syntax, found)
        return [found] if pronouns and found.name == "it" else []
    if found.form != "nominal":
        return []
    if found.kind in ("Agency", "Organization"):  # "the Trade Queensland office"
        inside = [syntax.mention(t, "name", "acronym") for t in syntax.children(token, "compound", "nmod")]
        named_inside = [m for m in inside if m is not None and m.kind in ("Agency", "Organization")]
        if named_inside:
            return named_inside
    if found.kind is None and found.features.get("number") and found.name not in ("presidents", "ministers", "leaders", "two"):
        return [found]
    if found.kind in BODIES and found.name not in of_class("unbound"):
        return _standing(syntax, token) or [found]
    if found.kind == "Person":
        return _behind(syntax, token, BODIES if _heads_place(found) else (*BODIES[:2], "Country")) or _nations(syntax, token)
    return []


def _standing(syntax: Syntax, token: Token) -> list[Mention]:
    """The country or town that "Iceland's government", "the Fijian government" or "the government of Fiji" is."""
    if token.lemma.lower() not in of_class("standing"):
        return []
    owners = [*syntax.children(token, "poss", "amod", "nmod", "compound"), *(t for _, t in syntax.prepositions(token, "of"))]
    named = [m for t in owners if (m := syntax.mention(t, "name", "demonym")) is not None and m.kind in ("Country", "Place")]
    return named[:1]


def _heads_place(person: Mention) -> bool:
    """ "the mayors of Lviv and Lublin": a post that speaks for a town or region."""
    return bool(set(person.name.lower().replace("-", " ").split()) & of_class("local"))


def envoy(token: Token) -> bool:
    """Whether a word names a post that acts for a body or country (president, director, minister)."""
    word = token.text.lower()
    return token.lemma.lower() in of_class("envoy") or word in of_class("envoy") or word.removesuffix("s") in of_class("envoy")


def _posts(syntax: Syntax, person: Token) -> list[Mention]:
    """The body of the post that stands with a person ("X, head of the Y Authority", "Y Authority head X")."""
    for title in syntax.children(person, "appos", "compound", "nmod"):
        for token in (title, *syntax.children(title, "compound", "poss", "nmod")):
            own = syntax.mention(token, "name", "acronym")
            if own is not None and own.kind in ("Agency", "Organization") and token.i != title.i:
                return [own]
        found = _behind(syntax, title, (*BODIES[:2], "Country"))
        if found:
            return found
    return _behind(syntax, person, (*BODIES[:2], "Country")) or _titled_by(syntax, person)


def _titled_by(syntax: Syntax, person: Token) -> list[Mention]:
    """ "FBCCI Director X": the body before the title."""
    compounds = syntax.children(person, "compound", "nmod")
    for k, token in enumerate(compounds[:-1]):
        body = syntax.mention(token, "name", "acronym")
        if body is not None and body.kind in ("Agency", "Organization") and any(envoy(t) for t in compounds[k + 1 :]):
            return [body]
    return []


def _behind(syntax: Syntax, noun: Token, kinds: tuple[str, ...] = ("Agency", "Organization")) -> list[Mention]:
    """The bodies behind "of": "representatives of A and B", "director of A", "head of A's regional hub"."""
    found: list[Mention] = []
    for _, token in syntax.prepositions(noun, "of", "from", "for"):
        named = syntax.mention(token, "name", "acronym")
        if named is not None:
            if named.kind in kinds:
                found.append(named)
            continue
        group = syntax.mention(token, "nominal")
        if group is not None and group.kind is None and group.features.get("number"):
            found.append(group)
            continue
        for owner in syntax.children(token, "poss", "compound"):
            body = syntax.mention(owner, "name", "acronym")
            if body is not None and body.kind in ("Agency", "Organization"):
                found.append(body)
        if group is None and not found and "Country" in kinds:  # "ministers of trade of Kenya and Uganda"
            found.extend(_behind(syntax, token, kinds))
    return found


def _nations(syntax: Syntax, noun: Token) -> list[Mention]:
    """ "Omani and Indian officials": the countries of the adjectives."""
    if noun.text.lower() in of_class("local"):
        return []  # "Honduran mayors" bind their towns
    before = [t for a in syntax.children(noun, "amod", "compound", "nmod") for t in syntax.conjuncts(a)]
    return [m for t in before if (m := syntax.mention(t, "demonym")) is not None and m.kind == "Country"]


def _they(syntax: Syntax, pronoun: Mention) -> list[Mention]:
    """ "they": the group named last before it, in its own sentence or as the subject of the one before."""
    doc = syntax.doc
    here = doc.tokens[pronoun.token].sentence
    groups = [
        m for m in doc.mentions
        if m.form == "nominal" and m.kind is None and m.features.get("number") and m.end <= pronoun.start
        and doc.tokens[m.token].sentence in (here, here - 1)
    ]  # fmt: skip
    if groups:
        return [groups[-1]]
    for n in (here, here - 1):
        if n < 0:
            continue
        for token in doc.tokens[doc.sentences[n].first : doc.sentences[n].last]:
            if token.dep in ("nsubj", "nsubjpass") and token.i < pronoun.token:
                joined = several(syntax, syntax.conjuncts(token), pronouns=False)
                if len(joined) > 1:
                    return joined
    return []


def several(syntax: Syntax, tokens: Iterable[Token], pronouns: bool = True) -> list[Mention]:
    """The parties behind several tokens, each once."""
    return unique([m for t in tokens for m in party(syntax, t, pronouns)])


def joined(syntax: Syntax, token: Token) -> list[Token]:
    """A subject and what is joined to it, also over its apposition ("Maria Silva, president of A, and Jan Novak, head of B,")."""
    found = syntax.conjuncts(token)
    for one in list(found):
        for title in syntax.children(one, "appos"):
            found.extend(t for t in syntax.conjuncts(title)[1:] if _named(syntax, t))
    return found


def _named(syntax: Syntax, token: Token) -> bool:
    """Whether a word is a name of somebody who can sign, or has one in apposition ("the builder X")."""
    names = [syntax.mention(t, "name", "acronym") for t in (token, *syntax.children(token, "appos"))]
    return any(m is not None and m.kind in ("Person", "Agency", "Organization") for m in names)


def unique(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order, each once, an acronym behind its own name left out."""
    found: dict[tuple[int, int], Mention] = {(m.start, m.end): m for m in mentions}
    return [found[k] for k in sorted(found)]


def reporting(syntax: Syntax, verb: Token) -> list[Token]:
    """The verbs whose words the clause is, the nearest first ("the Bank confirmed that its agreement had run out")."""
    found = []
    here = verb
    for above in syntax.ancestors(verb):
        if here.dep not in ("ccomp", "conj"):
            break
        if here.dep == "ccomp":
            found.append(above)
        here = above
    return found


def speaker(syntax: Syntax, verb: Token) -> list[Mention]:
    """The one body whose words the clause is ("FIEO said it has signed …"): what "it" means there; empty for several or none."""
    for above in reporting(syntax, verb)[:1]:
        before = syntax.doc.tokens[syntax.sentence(above).first : above.i]
        named = [m for t in before if (m := syntax.mention(t, "name", "acronym")) is not None and m.kind in ("Agency", "Organization")]
        if len({m.name for m in named}) == 1 and not any(m.kind == "Person" for m in (syntax.mention(t) for t in before) if m):
            return named[:1]
        subject = syntax.subject(above)
        found = several(syntax, syntax.conjuncts(subject), pronouns=False) if subject is not None else []
        if len(found) == 1 and found[0].kind in ("Agency", "Organization") and found[0].form in ("name", "acronym"):
            return found
    return []
