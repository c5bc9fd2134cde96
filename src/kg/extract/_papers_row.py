"""Parties read phrase by phrase, as a reader reads a row of names, where the parse of a long list breaks off.

A row is cut at its commas, "and" and "&"; each phrase gives one party: its name (that behind "Finnish crane builder", not the owner
before it), the body or country of a post ("Oman's Minister of Transport", "head of the Port Authority"), or a group ("the two sides").
A person without a post in its own phrase takes that of the phrase beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import _papers_parties as who
from kg.extract._mood import left_out
from kg.extract._papers_words import of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_JOINTS = (",", "and", "&", "plus")
_OPENING = frozenset(("ADP", "ADV", "SCONJ", "VERB"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a row. ``person``: it has a person's name; ``post``: it has the word of a post."""

    party: tuple[Mention, ...]
    person: bool
    post: bool
    joined: bool  # an "and" stands before it
    aside: bool  # "a unit of X": said of the phrase before


def read(syntax: Syntax, first: int, last: int) -> list[Mention]:
    """The parties of the tokens ``first:last``."""
    found: list[Mention] = []
    for part, joined in _parts(syntax, first, last):
        phrase = _phrase(syntax, part, joined)
        said = bool(found) and not joined and found[-1].form != "nominal" and bool(phrase.party) and not phrase.post
        if said and all(m.form == "nominal" and not m.features.get("number") for m in phrase.party):
            continue  # "Bahri, the shipping company,"
        if not phrase.aside:
            found.extend(phrase.party)
    return who.unique(found)


def fuller(parsed: list[Mention], row: list[Mention]) -> list[Mention]:
    """The row where it tells more than the parse and all that this tells."""
    if len(row) <= len(parsed):
        return parsed
    spans = {(m.start, m.end) for m in row}
    return row if all((m.start, m.end) in spans for m in parsed) or len(parsed) < 2 else parsed


def stop(syntax: Syntax, first: int, last: int, *allowed: str) -> int:
    """Where a row that begins at ``first`` ends: at a verb, a date, or a preposition that no phrase has inside."""
    doc = syntax.doc
    dates = doc.dates_in(doc.sentences[doc.tokens[first].sentence]) if first < last else ()
    depth = 0
    for token in doc.tokens[first:last]:
        word = token.text.lower()
        depth += (token.text == "(") - (token.text == ")")
        if depth or syntax.mention(token, "name", "acronym") is not None:
            continue
        if any(d.start <= token.start < d.end for d in dates):
            return token.i
        if token.pos == "ADP" and word not in ("of", "from", "as", *allowed):
            after = doc.tokens[token.i + 1].text.lower() if token.i + 1 < last else ""
            if not (word == "on" and after == "behalf") and not (word == "in" and after in ("charge",)):
                return token.i
        if token.pos in ("SCONJ", "AUX") or token.tag in ("MD", "WDT", "WP", "WRB", "TO") or token.text in (":", ";", "–", "—", "“", '"'):
            return token.i
        if token.pos == "VERB" and not _modifier(syntax, token):
            return token.i
    return last


def start(syntax: Syntax, verb: Token) -> int:
    """Where the row of subjects right before a verb begins: behind another verb, a colon, or the word that opens the clause."""
    doc = syntax.doc
    sentence = doc.sentences[verb.sentence]
    depth = 0
    told = _relatives(syntax, sentence.first, verb.i)
    for at in range(subject_end(syntax, verb) - 1, sentence.first - 1, -1):
        token = doc.tokens[at]
        if at in told:
            continue
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0 or syntax.mention(token, "name", "acronym") is not None:
            continue
        closing = token.pos in ("SCONJ", "AUX") or token.tag in ("WDT", "WP", "WRB") or token.text in (":", ";", "–", "—", "“", "”", '"')
        if closing or (token.pos == "VERB" and not _modifier(syntax, token)):
            return at + 1
    return sentence.first


def subject_end(syntax: Syntax, verb: Token) -> int:
    """The end of the row of subjects before a verb: its auxiliaries and adverbs left out."""
    at = verb.i
    first = syntax.sentence(verb).first
    while at > first and (doc := syntax.doc).tokens[at - 1].pos in ("AUX", "ADV", "PART") and doc.tokens[at - 1].text.lower() != "'s":
        at -= 1
    return at


def before(syntax: Syntax, verb: Token) -> list[Mention]:
    """The parties that stand before an active verb: "A, its president said, and B" is none, "In Doha on Monday, A and B" is A and B."""
    doc = syntax.doc
    first, last = start(syntax, verb), subject_end(syntax, verb)
    dates = doc.dates_in(doc.sentences[verb.sentence])
    while first < last:  # what opens the clause: "On Tuesday", "At the forum in Doha,"
        token = doc.tokens[first]
        dated = next((d for d in dates if d.start <= token.start < d.end), None)
        if dated is not None:
            first = next((t.i for t in doc.tokens[first:last] if t.start >= dated.end), last)
        elif token.text in _JOINTS or token.text in ("-", ")", "("):
            first += 1
        elif token.pos in _OPENING and syntax.mention(token, "name", "acronym") is None:
            inside = [d for d in dates if d.start >= token.start and d.start <= doc.tokens[min(first + 1, last - 1)].end + 1]
            if inside:
                first = next((t.i for t in doc.tokens[first:last] if t.start >= inside[0].end), last)
            else:
                first = next((t.i + 1 for t in doc.tokens[first:last] if t.text == ","), last)
        else:
            break
    return read(syntax, first, last)


def _relatives(syntax: Syntax, first: int, last: int) -> frozenset[int]:
    """The tokens of clauses between commas that only say more of a name ("A, which runs the port, and B"), up to the closing comma."""
    tokens = syntax.doc.tokens
    found: set[int] = set()
    for at in range(first, last - 1):
        if tokens[at].text == "," and tokens[at + 1].tag in ("WDT", "WP", "WP$"):
            close = next((k for k in range(at + 2, last) if tokens[k].text == ","), None)
            found.update(range(at, close) if close is not None else ())
    return frozenset(found)


def _modifier(syntax: Syntax, token: Token) -> bool:
    """Whether a participle only stands before or behind a noun ("state-owned X", "the Poznan-based chamber")."""
    if token.tag not in ("VBN", "VBG", "VBD", "VB"):
        return False
    doc = syntax.doc
    if _said_of(syntax, token):
        return True
    if doc.text[token.start - 1 : token.start] in ("-", "‑"):
        return True
    return token.dep in ("amod", "compound") and token.head > token.i


def _said_of(syntax: Syntax, token: Token) -> bool:
    """ "A, represented by its chairman X, and B": a participle behind a comma that tells who acts for the name before."""
    doc = syntax.doc
    before = doc.tokens[token.i - 1].text if token.i else ""
    after = doc.tokens[token.i + 1].text.lower() if token.i + 1 < len(doc.tokens) else ""
    return token.lemma.lower() in of_class("acting") and before == "," and after == "by"


def _parts(syntax: Syntax, first: int, last: int) -> list[tuple[list[Token], bool]]:
    found: list[tuple[list[Token], bool]] = [([], False)]
    depth = 0
    told = _relatives(syntax, first, last)
    for token in syntax.doc.tokens[first:last]:
        if token.i in told:
            continue
        depth += token.text == "("
        if depth == 0:
            if token.text.lower() in _JOINTS and syntax.mention(token, "name", "acronym") is None:
                joined = token.text.lower() != ","
                if found[-1][0]:
                    found.append(([], joined))
                elif joined:
                    found[-1] = ([], True)
            else:
                found[-1][0].append(token)
        depth -= token.text == ")"
    return [(part, joined) for part, joined in found if part]


def _phrase(syntax: Syntax, part: list[Token], joined: bool) -> Phrase:
    doc = syntax.doc
    homed = part[0].text.lower() in ("of", "from", "in", "for") and not joined  # "Repsol, of Spain,"
    if homed or _said_of(syntax, part[0]):
        return Phrase((), False, False, joined, True)
    named = [(t, m) for t in part if (m := syntax.mention(t, "name", "acronym")) is not None and not left_out(syntax, t)]
    person = next((t for t, m in named if m.kind == "Person"), None)
    bodies = [(t, m) for t, m in named if m.kind in who.BODIES]
    behalf = next((t for t in part if t.text.lower() == "behalf"), None)
    post = next((t for t in part if t.dep != "poss" and who.envoy(t) and syntax.mention(t, "name", "acronym") is None), None)
    if post is not None and post.text.lower() == "counterpart" and any(t.text.lower() in ("its", "their") for t in part):
        post = None  # the body that is named next
    if behalf is not None or (person is not None and any(t.text.lower() == "for" and t.i > person.i for t in part)):
        cut = (
            behalf.i if behalf is not None else next(t.i for t in part if t.text.lower() == "for" and person is not None and t.i > person.i)
        )
        there = [t for t in part if t.i > cut]
        own = _phrase(syntax, there, joined) if there else None
        return Phrase(own.party if own is not None else (), True, True, joined, False)
    if person is not None or post is not None:
        return Phrase(_of_post(syntax, part, bodies, person, post), person is not None, post is not None, joined, False)
    for k, (token, mention) in enumerate(bodies):
        after = doc.text[mention.end : mention.end + 2]
        nextly = bodies[k + 1][0] if k + 1 < len(bodies) else None
        between = [t for t in part if nextly is not None and token.i < t.i < nextly.i]
        if nextly is not None and (after in ("'s", "’s") or not any(t.pos == "ADP" for t in between)):
            continue  # the owner or home of the next
        if after in ("'s", "’s") and not any(t.i > token.i and t.lemma.lower() in of_class("standing") for t in part):
            continue  # the owner of what no name is known of
        aside = _aside(syntax, part, token)
        return Phrase(() if aside else (mention,), False, False, joined, aside)
    for token in part:
        other = syntax.mention(token, "nominal", "pronoun")
        if other is not None:
            party = who.party(syntax, token)
            if party:
                return Phrase(tuple(party), False, False, joined, False)
    return Phrase((), False, False, joined, False)


def _aside(syntax: Syntax, part: list[Token], body: Token) -> bool:
    """Whether a name only says whose common noun is meant ("a unit of X", "the mines of Chile"), unless the noun speaks for it."""
    prep = next((t for t in reversed(part) if t.i < body.i and t.pos == "ADP"), None)
    if prep is None:
        return False
    noun = next((t for t in reversed(part) if t.i < prep.i and t.pos in ("NOUN", "PROPN")), None)
    return noun is not None and noun.lemma.lower() not in of_class("standing")


def _of_post(
    syntax: Syntax, part: list[Token], bodies: list[tuple[Token, Mention]], person: Token | None, post: Token | None
) -> tuple[Mention, ...]:
    """The body of a post, else its country or town: "head of the Y Authority", "Y Authority head X", "Kazakh Energy Minister X"."""
    local = post is not None and post.text.lower() in of_class("local")
    kinds = ("Agency", "Organization", "Place", "Country") if local else ("Agency", "Organization", "Country")
    fitting = [m for t, m in bodies if m.kind in kinds]
    strong = [m for m in fitting if m.kind in ("Agency", "Organization")]
    if strong or fitting:
        return ((strong or fitting)[0],)
    nations = [m for t in part if (m := syntax.mention(t, "demonym")) is not None and m.kind == "Country"]
    if nations and not local and post is not None:
        return tuple(nations)
    if post is not None:
        for token in part:
            if token.i > post.i and (own := syntax.mention(token, "nominal")) is not None and own.kind in ("Agency", "Organization"):
                return (own,)
        number = syntax.mention(post, "nominal")
        if number is not None and number.features.get("number"):
            return tuple(who.party(syntax, post))
    return ()
