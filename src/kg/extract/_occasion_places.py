"""Where an event is: the places that belong to its noun phrase or to its clauses."""

from __future__ import annotations

from kg.extract._occasion_clauses import Clause
from kg.extract._occasion_near import at_venue, behind_person, beside_day, where
from kg.extract._occasion_time import owner
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, Token


def places_of(
    syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...], kind: str, days: list[DateMention] | None = None
) -> tuple[Mention, ...]:
    """Where an event was or will be: what stands behind "in" or "at" in its noun phrase, else in its clauses; for a visit, behind "to"."""
    doc = syntax.doc
    token = doc.tokens[mention.token]
    sentence = syntax.sentence(token)
    verbs = {c.verb.i: c for c in clauses}
    near: list[Mention] = []
    far: list[Mention] = []
    hosts: list[Mention] = []
    for place in doc.within(sentence):
        if place.kind not in ("Place", "Country") or place.form not in ("name", "acronym") or mention.start <= place.start < mention.end:
            if kind == "Visit" and mention.form == "nominal" and doc.tokens[place.token].head == token.i and place.end < token.start:
                near.extend([place] if doc.tokens[place.token].dep in ("compound", "nmod") else [])  # "the Cairo visit"
            continue
        spot = _outer(syntax, doc.tokens[place.token])
        direct = spot.dep == "dobj" or (spot.dep == "conj" and _first(syntax, spot).dep == "dobj")
        if direct:
            head = syntax.head(_first(syntax, spot))
            if mention.form == "verb" and kind == "Visit" and head is not None and head.i == token.i:
                near.append(place)
            continue
        first = _first(syntax, spot)
        if mention.form == "verb" and kind == "Visit" and _object_of(syntax, token, doc.tokens[place.token]):
            near.append(place)
            continue
        if first.dep == "nsubj" and _hosts(syntax, first, verbs):
            hosts.append(place)
            continue
        if first.dep != "pobj":
            continue
        belongs, prep = owner(syntax, first, through=True)
        if abroad(syntax, place) or (prep == "to" and kind != "Visit" and mention.form == "verb"):
            continue
        wanted = ("to",) if kind == "Visit" else ("in", "at")
        leaves = prep == "for" and belongs is not None and belongs.i in verbs and belongs.lemma.lower() in ("leave", "depart")
        brought = _brought(syntax, verbs.get(belongs.i), prep) if belongs is not None else False
        if belongs is None or (prep not in (*wanted, "in", "at", "to") and not leaves and not brought):
            continue
        if mention.form == "verb" and prep == "to" and place.end <= token.start and _of_a_noun(syntax, first):
            continue  # "the delegation to Vietnam came to Huế"
        if belongs.i == token.i and mention.form != "verb":
            if prep != "to" or kind == "Visit":
                near.append(place)
        elif belongs.i in verbs:
            clause = verbs[belongs.i]
            if clause.role == "oblique" and clause.prep not in ("at", "for", "during", "on"):
                continue
            if clause.role == "oblique" and clause.prep == "during" and _at_another(syntax, mention, place):
                continue
            travels = clause.role == "oblique" and clause.prep in ("for", "on") and clause.verb.lemma.lower() in words("travel")
            paid = clause.role == "patient" and kind == "Visit" and clause.verb.lemma.lower() in ("pay", "make", "undertake")
            if (
                prep == "to"
                and not brought
                and not paid
                and clause.role != "self"
                and not travels
                and (clause.role != "subject" or clause.verb.lemma.lower() not in ("move", "return", "go", "come"))
            ):
                continue
            far.append(place)
    owners: list[Mention] = []
    if kind in ("Festival", "Fair", "Exhibition"):
        owners = _owners(syntax, token)
    elif kind == "Election":
        owners = _voters(syntax, clauses)
    if not near and kind != "Visit":
        near.extend(_listed(syntax, mention))
    chosen = near or far or hosts or owners or _side_by_side(syntax, mention, clauses, days or [])
    if not chosen and any(t.text.lower() == "here" and t.start > mention.start for t in syntax.doc.words(sentence)):
        chosen = dateline(syntax)
    if kind == "Visit":
        return tuple(chosen)
    if len(chosen) > 1:  # "a conference on tourism in the Highlands in Pleiku on April 26"
        chosen = [p for p in beside_day(syntax, mention, days or []) if p in chosen] or chosen
    return tuple(chosen[:1])


def _brought(syntax: Syntax, clause: Clause | None, prep: str) -> bool:
    """ "is slated for Cebu in July"; "flocked to Rosario for the show": a place behind what else would be no place's preposition."""
    if clause is None:
        return False
    if prep == "for":
        return clause.role in ("subject", "patient") and syntax.particle(clause.verb) in words("ahead") | words("put-off")
    return prep in ("to", "into", "on") and clause.role == "oblique" and clause.prep == "for"


def _at_another(syntax: Syntax, mention: Mention, place: Mention) -> bool:
    """ "During the visit she will address the forum in Busan": the forum is there."""
    others = [
        m
        for m in syntax.doc.within(syntax.sentence(syntax.doc.tokens[mention.token]))
        if m.kind == "Event" and m.form in ("name", "acronym", "nominal") and m.end <= place.start and m.start > mention.end
    ]
    return bool(others) and place.start - others[-1].end < 12


def _side_by_side(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...], days: list[DateMention]) -> list[Mention]:
    """Where by the words around, for what the parse hangs elsewhere."""
    found, _ = where(syntax, mention, clauses)
    found = found or beside_day(syntax, mention, days) or at_venue(syntax, mention, clauses)
    if not found and mention.form == "verb" and mention.name == "meet":
        found = behind_person(syntax, mention)
    return [p for p in found if not abroad(syntax, p)]


def _owners(syntax: Syntax, event: Token) -> list[Mention]:
    """ "Marneuli's wine festival": a place that has a festival or fair has it at home."""
    found = [syntax.mention(t, "name") for t in syntax.children(event, "poss")]
    return [m for m in found if m is not None and m.kind == "Place"]


def _voters(syntax: Syntax, clauses: tuple[Clause, ...]) -> list[Mention]:
    """ "Estonia will hold elections", "voters in Benin go to the polls": the country that votes."""
    for clause in clauses:
        subject = syntax.subject(clause.verb)
        if subject is None or not (clause.verb.lemma.lower() in ("hold", "stage", "conduct") or clause.verb.lemma.lower() == "go"):
            continue
        for token in (subject, *(t for _, t in syntax.prepositions(subject, "in", "of", "across"))):
            place = syntax.mention(token, "name")
            if place is not None and place.kind in ("Country", "Place"):
                return [place]
    return []


def _listed(syntax: Syntax, mention: Mention) -> list[Mention]:
    """ "• 3 March: Business Forum, Zagreb": the place that ends an item which its date opens."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    if doc.article.blocks[sentence.block].role != "item" or not any(d.end <= mention.start for d in doc.dates_in(sentence)):
        return []
    return [
        m
        for m in doc.within(sentence)
        if m.kind in ("Place", "Country")
        and m.form == "name"
        and doc.text[mention.end : m.start].strip() == ","
        and not any(c.isalpha() for c in doc.text[m.end : sentence.end])
    ][:1]


def dateline(syntax: Syntax) -> list[Mention]:
    """The place that the article is reported from ("HELSINKI — …"), as a list of one or none."""
    doc = syntax.doc
    for block in doc.article.blocks:
        if block.role == "dateline":
            filed = [m for m in doc.mentions if block.start <= m.start and m.end <= block.end and m.kind in ("Place", "Country")]
            if filed:
                return filed[:1]
    for sentence in doc.sentences[:12]:
        line = doc.words(sentence)
        place = syntax.mention(line[0], "name") if line else None
        if place is not None and place.kind in ("Place", "Country") and len(line) <= 8 and line[-1].text in ("—", "–", "-", "--"):
            return [place]
    return []


def abroad(syntax: Syntax, place: Mention) -> bool:
    """ "the Consul General of Canada in Osaka": where somebody is posted, not where the event is."""
    before = syntax.doc.tokens[max(place.token - 9, 0) : place.token]
    at = next((n for n, t in reversed(list(enumerate(before))) if t.text.lower() in ("in", "to")), None)
    if at is None or any(t.start < place.start and t.text.lower() != "the" for t in before[at + 1 :]):
        return False
    behind = before[:at]
    of = next((n for n, t in reversed(list(enumerate(behind))) if t.text.lower() == "of"), None)
    if of is not None and all(t.tag in ("DT", "NNP", "NNPS") for t in behind[of + 1 :]):
        behind = behind[:of]
    return bool(behind) and behind[-1].sentence == _sentence(syntax, place) and behind[-1].text.lower() in words("posted")


def _of_a_noun(syntax: Syntax, token: Token) -> bool:
    """Whether the preposition over a token hangs on a noun."""
    prep = syntax.head(token)
    over = syntax.head(prep) if prep is not None else None
    return over is not None and over.pos in ("NOUN", "PROPN")


def _sentence(syntax: Syntax, place: Mention) -> int:
    """The number of the sentence that a place stands in."""
    return syntax.doc.tokens[place.token].sentence


def _object_of(syntax: Syntax, verb: Token, place: Token) -> bool:
    """ "visits the Ube works": a place that opens the object right behind the verb."""
    between = syntax.doc.tokens[verb.i + 1 : place.i]
    return (
        verb.i < place.i
        and len(between) <= 2
        and all(t.pos in ("DET", "ADJ") for t in between)
        and place.dep in ("compound", "nmod", "nsubj")
    )


def _hosts(syntax: Syntax, subject: Token, verbs: dict[int, Clause]) -> bool:
    """ "The arena will host the gala", "will be the venue of the gala": the subject is where it is."""
    head = syntax.head(subject)
    if head is not None and head.i in verbs and head.lemma.lower() == "be":
        return any(t.lemma.lower() in ("venue", "setting", "scene", "host", "home") for t in syntax.children(head, "attr"))
    return (
        head is not None and head.i in verbs and verbs[head.i].role == "patient" and head.lemma.lower() in ("host", "house", "accommodate")
    )


def _outer(syntax: Syntax, token: Token) -> Token:
    """From a name to the phrase it names: "Chau Doc" of "Chau Doc city", "Hà Nội" of "the capital city of Hà Nội"."""
    here = token
    for _ in range(4):
        head = syntax.head(here)
        if head is None:
            break
        if here.dep in ("compound", "nmod") and head.lemma.lower() in words("venue"):
            here = head
            continue
        if here.dep == "appos" and head.dep == "pobj" and head.lemma.lower() in words("area") | words("venue"):
            here = head  # "in the Omani capital, Muscat"
            continue
        over = syntax.head(head)
        if here.dep == "pobj" and head.text.lower() == "of" and over is not None and over.lemma.lower() in words("venue"):
            here = over
            continue
        break
    return here


def _first(syntax: Syntax, token: Token) -> Token:
    while token.dep == "conj":
        head = syntax.head(token)
        if head is None:
            break
        token = head
    return token
