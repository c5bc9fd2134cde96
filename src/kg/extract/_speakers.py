"""Who speaks: the mentions that a verb's subject, a relative pronoun or a source phrase names."""

from __future__ import annotations

from collections.abc import Sequence

from kg.data import words as lists
from kg.extract._speech_words import nouns, verb_of
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Token

_BODIES = ("Agency", "Organization", "Country")
_NAMED = ("name", "acronym")


def fits(mention: Mention | None) -> bool:
    """A person or body, or a pronoun or noun phrase that may mean one; a group ("the two sides") is no speaker."""
    if mention is None or mention.form in ("demonym", "verb") or mention.features.get("number"):
        return False
    if mention.form == "pronoun":
        return mention.name in ("he", "she", "it", "they", "both", "him", "her")
    return mention.kind == "Person" or mention.kind in _BODIES


def speakers(syntax: Syntax, verb: Token) -> list[Mention]:
    """The speakers of a verb: its subject's people or bodies, those of a joined or governing verb, or who stands before it."""
    subject = _subject(syntax, verb)
    if subject is not None and _adrift(syntax, verb) and (found := _before(syntax, verb)):
        return found
    if subject is None:
        return _inverted(syntax, verb) or _before(syntax, _first(syntax, verb))
    if subject.tag in ("WP", "WDT"):
        return _antecedent(syntax, subject, verb)
    joined = [t for a in syntax.children(subject, "appos") for t in syntax.conjuncts(a)[1:]]  # "A, mayor of B, and C, mayor of D, said"
    named = [m for t in joined if (m := syntax.mention(t, "name")) is not None and m.kind == "Person"]
    found = [*(m for token in syntax.conjuncts(subject) if (m := speaker(syntax, token)) is not None), *named]
    return found or (_inverted(syntax, verb) if subject.i < verb.i else [])


def _adrift(syntax: Syntax, verb: Token) -> bool:
    """Whether the parser joined "…, Ana Souza, mayor of Santos, told reporters." to the clause before it, whose subject is another."""
    tokens = syntax.doc.tokens
    if verb.dep != "conj" or own_subject(syntax, verb) is not None or verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    above = tokens[verb.head]
    joined = any(t.dep == "cc" and above.i < t.i < verb.i for t in syntax.children(above))
    between = tokens[above.i + 1 : verb.i]
    loose = any(
        m is not None and m.kind == "Person"
        for t in between
        if t.dep in ("npadvmod", "dep", "oprd", "appos", "conj")
        for m in (syntax.mention(t, "name"),)
    )
    return not joined and loose


def _first(syntax: Syntax, verb: Token) -> Token:
    """The first of joined verbs ("agreed and added")."""
    above = syntax.head(verb)
    return _first(syntax, above) if verb.dep == "conj" and above is not None and above.pos in ("VERB", "AUX") else verb


def own_subject(syntax: Syntax, verb: Token) -> Token | None:
    """The verb's own subject; one to its right counts only where it follows at once ("said Ana Souza"), and then comes first."""
    found = syntax.children(verb, *SUBJECTS)
    for token in found:
        if (
            token.i > verb.i
            and syntax.child(token, "mark") is None
            and 0 <= syntax.span(token, lambda t: t.i <= verb.i).start - verb.end <= 1
        ):
            return token
    return next(
        (t for t in found if t.i < verb.i and t.text.lower() not in ("both", "all", "each")), next((t for t in found if t.i < verb.i), None)
    )


def _subject(syntax: Syntax, verb: Token) -> Token | None:
    own = own_subject(syntax, verb)
    if own is not None:
        return own
    above = syntax.head(verb)
    if above is None:
        return None
    if verb.tag == "VBG" and verb.dep in ("acl", "advcl", "ccomp", "dep", "conj"):
        return _main_subject(syntax, verb)
    if verb.dep == "pcomp":  # "opened the meeting by stressing"
        governor = syntax.head(above)
        return _subject(syntax, governor) if governor is not None and governor.pos == "VERB" else None
    if verb.dep in ("conj", "xcomp", "advcl") and above.pos in ("VERB", "AUX"):
        subject = _subject(syntax, above)
        if (
            verb.dep != "conj"
            or above.dep not in ("ccomp", "acl", "relcl")
            or (subject is not None and speaker(syntax, subject) is not None)
        ):
            return subject
        # "noted that rice sold best, and called on firms to": whoever noted it called on them
        governor = next((t for t in syntax.ancestors(above) if verb_of(syntax, t) is not None), None)
        return _subject(syntax, governor) if governor is not None else subject
    return None


def _main_subject(syntax: Syntax, verb: Token) -> Token | None:
    """Of a participle (", adding that"): the subject of the outermost verb of speech above it, else of the nearest verb with one."""
    above = [t for t in syntax.ancestors(verb) if t.pos in ("VERB", "AUX")]
    if verb.dep == "acl" and not _comma_before(syntax, verb):
        return None
    speaking = [t for t in above if verb_of(syntax, t) is not None and own_subject(syntax, t) is not None]
    chosen = speaking[-1:] or [t for t in above if own_subject(syntax, t) is not None][:1]
    return own_subject(syntax, chosen[0]) if chosen else (_subject(syntax, above[0]) if above and above[0].dep == "conj" else None)


def _comma_before(syntax: Syntax, verb: Token) -> bool:
    first = syntax.sentence(verb).first
    return verb.i > first and syntax.doc.tokens[verb.i - 1].text in (",", "”", '"', "’")


def speaker(syntax: Syntax, token: Token) -> Mention | None:
    """The mention to file speech under for one noun: its own name, a name in apposition, a body whose paper it is, else the noun phrase."""
    named = syntax.mention(token, *_NAMED)
    if named is not None:
        return named if fits(named) else None
    nominal = syntax.mention(token, "nominal", "pronoun")
    if nominal is not None and nominal.form == "pronoun":
        return nominal if fits(nominal) else None
    people = [
        m
        for t in syntax.subtree(token, lambda t: t.dep in ("relcl", "acl"))
        if t.i != token.i and (m := syntax.mention(t, "name")) is not None
    ]
    if _post(syntax, token):
        person = next((m for m in people if m.kind == "Person" and _beside(syntax, token, m)), None)
        if person is not None:
            return person
        person = _ends(syntax, token, people)
        if person is not None:
            return person
    else:
        beside = next((m for m in people if fits(m) and syntax.doc.tokens[m.token].dep in ("appos", "npadvmod")), None)
        if beside is not None and syntax.doc.tokens[beside.token].head == token.i:
            return beside
    if token.text.lower() in nouns("paper"):
        return paper(syntax, token)
    return nominal if fits(nominal) else None


def _post(syntax: Syntax, token: Token) -> bool:
    words = {token.text.lower(), token.lemma.lower()}
    titles = lists.titles()
    return bool(words & set(titles)) or any(w.split()[-1] in words for w in titles if " " in w)


def _ends(syntax: Syntax, title: Token, people: Sequence[Mention]) -> Mention | None:
    """ "Minister of Agriculture Fatou Ndiaye": a name ends the phrase that the title opens, no preposition before it."""
    person = next((m for m in reversed(people) if m.kind == "Person"), None)
    if person is None or title.tag != "NNP":
        return None
    before = syntax.doc.tokens[person.token - 1]
    last = max(t.i for t in syntax.subtree(title, lambda t: t.dep in ("relcl", "acl", "appos")) if t.text not in (",", ")"))
    return person if last == person.token and before.pos in ("NOUN", "PROPN") and before.text[:1].isupper() else None


def _beside(syntax: Syntax, title: Token, person: Mention) -> bool:
    """ "the director of X, Ana Y" and "Secretary of the X Committee Vuong Z": the name ends the phrase and belongs to the title."""
    token = syntax.doc.tokens[person.token]
    if token.dep == "appos" or (token.dep == "npadvmod" and token.head == title.i):
        return token.i > title.i
    return (
        token.i > title.i
        and token.dep == "pobj"
        and any(t.dep == "compound" and syntax.mention(t, *_NAMED) for t in syntax.children(token))
    )


def paper(syntax: Syntax, noun: Token) -> Mention | None:
    """The person or body whose data, report or statement a noun is ("a report by X", "X's forecast", "X data"); None for nobody's."""
    for child in syntax.children(noun, "poss", "compound", "nmod"):
        mention = syntax.mention(child, "name", "acronym", "nominal")
        if fits(mention):
            return mention
    for _, token in syntax.prepositions(noun, "by", "from", "of"):
        if fits(found := speaker(syntax, token)):
            return found
    for clause in syntax.children(noun, "acl"):
        for token in syntax.agents(clause):
            if fits(found := speaker(syntax, token)):
                return found
    return next((m for t in syntax.subtree(noun) if t.dep == "pobj" and t.i > noun.i and (m := _by(syntax, t)) is not None), None)


def _by(syntax: Syntax, token: Token) -> Mention | None:
    preposition = syntax.head(token)
    if preposition is None or preposition.text.lower() != "by":
        return None
    mention = syntax.mention(token, "name", "acronym", "nominal")
    return mention if fits(mention) else None


def _antecedent(syntax: Syntax, relative: Token, verb: Token) -> list[Mention]:
    """Whom "who", "which" or "that" means: the noun the clause hangs on, else the last name before it of the right sort."""
    above = syntax.head(verb)
    while above is not None and above.dep == "conj" and verb.dep == "conj":
        above = syntax.head(above)
    person = relative.text.lower() in ("who", "whom")
    if above is not None and above.i < relative.i:
        found = speaker(syntax, above)
        if found is not None and (found.kind == "Person") == person and found.form != "pronoun":
            return [found]
    sentence = syntax.sentence(verb)
    before = [m for m in syntax.doc.within(sentence) if m.end <= relative.start and m.form in _NAMED and (m.kind == "Person") == person]
    if not before or (not person and (before[-1].kind not in _BODIES or relative.i - before[-1].token > 2)):
        return []
    return [before[-1]]


def _inverted(syntax: Syntax, verb: Token) -> list[Mention]:
    """ "…," deplored Ana Souza, chair of …: the verb follows a comma or a closing mark, the name follows the verb at once."""
    tokens = syntax.doc.tokens
    sentence = syntax.sentence(verb)
    if verb.i == sentence.first or tokens[verb.i - 1].text not in (",", '"', "”", "’", "'", "»", "?", "!"):
        return []
    above = syntax.head(verb)
    if verb.dep == "amod" and above is not None and above.i > verb.i:
        return [m for m in (speaker(syntax, above),) if m is not None]
    for child in syntax.children(verb):
        if child.i > verb.i and child.dep in ("dobj", "nsubj", "attr", "oprd", "npadvmod", "dative", "ccomp", "conj", "dep"):
            left = syntax.span(child).start
            if not tokens[verb.i].end <= left <= tokens[verb.i].end + 1:
                continue
            return [m for token in syntax.conjuncts(child) if (m := speaker(syntax, token)) is not None]
    return []


def _before(syntax: Syntax, verb: Token) -> list[Mention]:
    """Where the parse has no subject: the last person named before the verb in its sentence, set off or right before it
    ("Opening the fair, Ana Souza, mayor of Santos, said …"); nobody where that name hangs on a preposition of its own."""
    if verb.tag == "VBG" or verb.dep not in ("ROOT", "conj", "acl", "relcl", "ccomp", "advcl"):
        return []
    sentence = syntax.sentence(verb)
    people = [m for m in syntax.doc.within(sentence) if m.end <= verb.start and m.kind == "Person" and m.form == "name"]
    if not people:
        return []
    last = people[-1]
    between = syntax.doc.text[last.end : verb.start]
    token = syntax.doc.tokens[last.token]
    if between.strip(" ,") and not between.lstrip().startswith((",", "of ", "from ")) and "(" not in between:
        return []
    set_off = syntax.doc.text[sentence.start : last.start].rstrip().endswith(",")
    if (
        token.dep in ("poss", "agent")
        or (token.dep == "dobj" and not set_off)
        or any(t.pos in ("VERB", "AUX") and t.tag != "VBG" for t in _inside(syntax, last, verb))
    ):
        return []
    first = people[-2] if len(people) > 1 and syntax.doc.text[people[-2].end : last.start].strip() == "and" else None
    return [first, last] if first is not None else [last]


def _inside(syntax: Syntax, mention: Mention, verb: Token) -> Sequence[Token]:
    return syntax.doc.tokens[mention.token + 1 : verb.i]
