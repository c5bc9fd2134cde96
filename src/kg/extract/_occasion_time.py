"""When an event is: the dates that belong to its noun phrase or to its clauses."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._occasion_clauses import Clause, event_verb
from kg.extract._occasion_near import where
from kg.extract._occasion_words import kind_of, words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, PartialDate, Token

_COLON = re.compile(r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?[:–—-]\s")
_FINE = ("day", "weekday", "month", "quarter", "half", "year")  # a week or season has no first day that the words tell


def top_token(syntax: Syntax, start: int, end: int, near: Token) -> Token | None:
    """The highest token of a stretch of the sentence that ``near`` stands in."""
    sentence = syntax.sentence(near)
    inside = [t for t in syntax.doc.tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    return next((t for t in inside if not (start <= syntax.doc.tokens[t.head].start < end) or t.head == t.i), None)


def owner(syntax: Syntax, token: Token, through: bool = False) -> tuple[Token | None, str]:
    """What a date's or place's token belongs to, a verb or an event's noun, and the preposition next to it.

    It climbs over prepositions and plain nouns; a person, an apposition or (unless ``through``) a body stops it.
    """
    prep = ""
    here = token
    for _ in range(8):
        head = syntax.head(here)
        if head is None:
            return (here, prep) if here is not token else (None, prep)
        if here.dep in ("poss", "relcl") or (here.dep == "appos" and here is not token):
            return None, prep
        if head.pos == "ADP" or head.dep in ("prep", "agent"):
            prep = prep or head.text.lower()
            here = head
            continue
        if head.pos in ("VERB", "AUX"):
            if (
                head.dep == "advcl"
                and any(m.text.lower() == "as" for m in syntax.children(head, "mark"))
                and syntax.child(head, "nsubj") is None
            ):
                here = head  # "would open as planned on 3 May"
                continue
            return head, prep
        mention = syntax.mention(head, "name", "acronym", "nominal")
        if mention is not None:
            if mention.kind == "Event" and mention.name not in ("evening", "morning"):
                return head, prep
            if mention.kind == "Person" or (mention.kind in ("Agency", "Organization") and not (through or head.dep in ("pobj", "conj"))):
                return None, prep
        here = head
    return None, prep


def dates_of(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...]) -> list[tuple[DateMention, Clause | None, str]]:
    """The dates of an event, with the clause that brings each (None: its noun phrase) and the preposition."""
    doc = syntax.doc
    token = doc.tokens[mention.token]
    sentence = syntax.sentence(token)
    verbs = {c.verb.i: c for c in clauses}
    for above in _matrix(syntax, mention, clauses):
        verbs.setdefault(above.i, Clause(above, "matrix"))
    found: list[tuple[DateMention, Clause | None, str]] = []
    for date in doc.dates_in(sentence):
        if date.end > sentence.end or date.grain == "comparison":
            continue
        if mention.start <= date.start and date.end <= mention.end:
            found.append((date, None, ""))
            continue
        top = top_token(syntax, date.start, date.end, token)
        if top is None:
            continue
        if top.pos == "ADP":
            upper = syntax.head(top)
            prep = top.text.lower()
            belongs = upper if upper is not None and upper.pos in ("VERB", "AUX", "NOUN", "PROPN") else None
            if belongs is not None and belongs.pos not in ("VERB", "AUX") and belongs.i != token.i:
                belongs, _ = owner(syntax, belongs)
        else:
            belongs, prep = owner(syntax, top)
        near = _beside(syntax, date, mention) or _invited(syntax, date, mention, clauses) or _aside(syntax, date, mention)
        if near or _right_behind(syntax, date, mention):
            found.append((date, None, prep))
        elif belongs is None:
            continue
        elif belongs.i == token.i and mention.form != "verb":
            found.append((date, _ending(syntax, clauses, mention, date), prep))
        elif (
            belongs.i in verbs
            and _dates(syntax, verbs[belongs.i], date, prep)
            and not (_within(verbs[belongs.i]) and kind_of(mention) == "Visit")
        ):  # "signed on Wednesday during the visit": a day of it, and not its first
            found.append((date, verbs[belongs.i], prep))
    lasting = [row for row in found if not _once_planned(syntax, row[1])]
    found = lasting or found
    if not any(date.period.start is not None for date, _, _ in found):
        found.extend(
            _leading(syntax, mention) or _following(syntax, mention) or [(d, None, "") for d in where(syntax, mention, clauses)[1]]
        )
    return found


def purpose(syntax: Syntax, mention: Mention) -> tuple[Clause, ...]:
    """ "is due in Rome on Friday to meet X": the way there, which has the meeting's place and day."""
    verb = syntax.doc.tokens[mention.token]
    above = syntax.head(verb)
    if mention.form != "verb" or above is None or "to" not in syntax.auxiliaries(verb) or verb.dep not in ("advcl", "xcomp", "relcl"):
        return ()
    if above.pos == "ADJ" and above.lemma.lower() in words("ahead"):
        above = syntax.head(above) or above
    be = [above, *(t for t in syntax.children(above, "acomp") if t.lemma.lower() in words("ahead"))] if above.lemma == "be" else []
    goes = above.lemma.lower() in words("travel") or any(syntax.prepositions(t, "in") for t in be)
    return (Clause(above, "self"),) if goes and above.pos in ("VERB", "AUX") else ()


_SAME_TIME = ("as", "when", "while", "whilst")


def _matrix(syntax: Syntax, mention: Mention, clauses: tuple[Clause, ...]) -> list[Token]:
    """ "said on Friday as he chaired the talks", "Addressing the forum, she said on Friday": the verbs beside which the event's stands."""
    found: list[Token] = []
    for clause in clauses:
        verb = clause.verb
        if not (clause.role in ("oblique", "self") or (clause.role == "patient" and syntax.child(verb, "auxpass") is None)):
            continue
        if verb.dep != "advcl" or (above := syntax.head(verb)) is None or above.pos != "VERB" or above.tag not in ("VBD", "VBN"):
            continue
        mark = next((t.text.lower() for t in syntax.children(verb, "mark", "advmod") if t.i < verb.i), "")
        if (mark in _SAME_TIME and verb.tag in ("VBD", "VBN", "VBP")) or (
            verb.tag == "VBG" and not syntax.auxiliaries(verb) and mark in ("", "while")
        ):
            found.append(above)
    return found


def _aside(syntax: Syntax, date: DateMention, mention: Mention) -> bool:
    """ "The last edition, in May this year, drew …", "the forum (3-5 May)": a time between marks right behind the event's words."""
    if mention.form == "verb" or date.start < mention.end or date.start - mention.end > 14:
        return False
    gap = syntax.doc.text[mention.end : date.start].lower()
    close = syntax.doc.text[date.end : date.end + 1]
    return (gap.strip() in (",", ", in", ", on", ", from", "(in", "(on", "(from", "(") and close in (",", ")")) and date.role in (
        "date",
        "range",
        "since",
    )


def _ending(syntax: Syntax, clauses: tuple[Clause, ...], mention: Mention, date: DateMention) -> Clause | None:
    """The clause that ends the event, where the date stands behind it: "concluded a visit to X on Thursday"."""
    if not clauses or clauses[0].role != "patient" or syntax.particle(clauses[0].verb) not in words("ends"):
        return None
    return clauses[0] if clauses[0].verb.end <= mention.start and mention.end < date.start else None


def _once_planned(syntax: Syntax, clause: Clause | None) -> bool:
    """ "originally planned for 20 May": no longer the day, where another is told."""
    return clause is not None and any(t.text.lower() in words("formerly") for t in syntax.children(clause.verb, "advmod"))


def _within(clause: Clause) -> bool:
    return clause.role == "oblique" and clause.prep in ("during", "within", "in")


def _dates(syntax: Syntax, clause: Clause, date: DateMention, prep: str) -> bool:
    """Whether a date of this clause dates the event: a verb of events does, "the conference criticised the 2021 law" does not."""
    lemma = syntax.particle(clause.verb)
    if clause.role == "matrix":
        return prep in ("on", "") and date.role == "date" and date.grain in ("day", "weekday")
    if clause.role == "self":
        return True
    if clause.role == "oblique":
        if clause.prep == "at" and clause.verb.lemma.lower() in ("meet", "talk") and _beside_summit(syntax, clause):
            return False
        preps = (
            "at",
            "during",
            "in",
            "for",
            "with",
            *(("to",) if clause.verb.lemma.lower() == "go" else ()),
        )  # "go to the polls on Sunday"
        return prep in ("on", "in", "at", "") and date.role in ("date", "range") and clause.prep in preps
    if clause.role == "patient" and lemma in words("tells") and prep in ("on", "in", ""):
        return date.grain in ("day", "weekday")  # "told a news conference on Friday"
    known = (
        bool(event_verb(syntax, clause.verb))
        or clause.verb.lemma.lower() == "be"
        or lemma in words("ahead") | words("ends") | words("starts")
    )
    return (
        known
        or lemma in words("put-off") | words("called-off")
        or lemma in ("go", "return", "run", "call")
        or clause.verb.lemma.lower() in words("light")
    )


def _beside_summit(syntax: Syntax, clause: Clause) -> bool:
    """ "met on the sidelines of the summit on Tuesday": the day is the meeting's."""
    return any(t.lemma.lower() in ("sideline", "margin", "fringe") for _, t in syntax.prepositions(clause.verb, "on", "at", "in"))


def _leading(syntax: Syntax, mention: Mention) -> list[tuple[DateMention, Clause | None, str]]:
    """ "• 3–5 May: Trade Days in Lomé": the date that opens a list item dates its first event."""
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    date = next(iter(doc.dates_in(sentence)), None)
    if date is None or date.end > mention.start or date.role not in ("date", "range"):
        return []
    first = next((m for m in doc.within(sentence) if m.kind == "Event" and m.start >= date.end and _dated(syntax, m)), None)
    if first is not None and first.start < mention.start:
        return []
    before = doc.text[sentence.start : date.start].lower().replace("on", "")
    after = _COLON.match(doc.text, date.end, sentence.end)
    return [(date, None, "")] if after is not None and not any(c.isalpha() for c in before) else []


def _following(syntax: Syntax, mention: Mention) -> list[tuple[DateMention, Clause | None, str]]:
    """ "met with officials and leaders on 12 October": a day with "on" behind a verb that tells an event, with no other verb between."""
    if mention.form != "verb":
        return []
    doc = syntax.doc
    sentence = syntax.sentence(doc.tokens[mention.token])
    for date in doc.dates_in(sentence):
        if not (mention.end <= date.start and date.end <= sentence.end) or date.grain not in ("day", "weekday") or date.role != "date":
            continue
        between = [t for t in doc.tokens[mention.token + 1 : sentence.last] if t.end <= date.start]
        tied = bool(between) and between[-1].text.lower() == "on"
        own = [
            t for t in between if t.dep != "amod" and not (t.tag == "VBN" and t.lemma.lower() in ("lead", "head"))
        ]  # "a delegation led by X on Monday"
        return [(date, None, "on")] if tied and not any(t.pos in ("VERB", "AUX") or t.text in (";", ":") for t in own) else []
    return []


def _dated(syntax: Syntax, mention: Mention) -> bool:
    """Not a month's name taken for an event, and no loose noun without a name."""
    if any(d.start <= mention.start and mention.end <= d.end for d in syntax.doc.dates):
        return False
    return mention.form != "nominal" or mention.features.get("generic") != "1"


def _beside(syntax: Syntax, date: DateMention, mention: Mention) -> bool:
    """ "on Friday at a ceremony": nothing but a preposition between the date and the event behind it."""
    gap = syntax.doc.text[date.end : mention.start].strip().lower()
    return mention.form != "verb" and date.end <= mention.start and gap in ("at", "at the", "during", "during the")


def _right_behind(syntax: Syntax, date: DateMention, mention: Mention) -> bool:
    """ "will lead 28 firms on a trade mission to Japan from 16 to 22 November": days from and to, with no verb and no event between."""
    if mention.form == "verb" or date.role != "range" or date.grain not in ("day", "weekday") or date.start < mention.end:
        return False
    sentence = syntax.sentence(syntax.doc.tokens[mention.token])
    between = [t for t in syntax.doc.words(sentence) if mention.end <= t.start < date.start]
    if any(t.pos in ("VERB", "AUX", "SCONJ") or t.text == ";" for t in between):
        return False
    return not any(m.kind in ("Event", "Agreement") and mention.end <= m.start < date.start for m in syntax.doc.within(sentence))


def _invited(syntax: Syntax, date: DateMention, mention: Mention, clauses: tuple[Clause, ...]) -> bool:
    """ "invited X to the fair in March": the date right behind the event one is invited to, or is to attend, is the event's."""
    if mention.form == "verb" or date.start <= mention.end:
        return False
    gap = syntax.doc.text[mention.end : date.start].strip().lower()
    bidden = any(c.role == "oblique" and c.prep == "to" and c.verb.lemma.lower() == "invite" for c in clauses)
    between = [t for t in syntax.doc.words(syntax.sentence(syntax.doc.tokens[mention.token])) if mention.end <= t.start < date.start]
    straight = gap.split()[-1:] in ([], ["in"], ["on"], ["from"]) and not any(t.pos in ("VERB", "AUX") or t.text == ";" for t in between)
    return bidden and straight and date.role in ("date", "range", "since")


def period(
    syntax: Syntax, found: list[tuple[DateMention, Clause | None, str]], status: str, ends: bool = False
) -> tuple[PartialDate | None, PartialDate | None]:
    """Start and end as the words tell them: one day is a start, "until" an end, a date of "open" a start, of "close" an end.

    ``ends``: what is told is told of the event's last part.
    """
    start: PartialDate | None = None
    end: PartialDate | None = None
    single: DateMention | None = None
    for date, clause, prep in sorted(found, key=lambda row: (_put_off(syntax, row), row[0].start)):
        lemma = syntax.particle(clause.verb) if clause is not None else ""
        off = status in ("cancelled", "postponed") and clause is not None and (lemma in words("called-off") | words("put-off") | {"call"})
        if date.grain not in _FINE and date.grain != "fiscal-year":
            continue
        if off:
            if lemma in words("called-off") or (prep not in ("to", "till", "until", "for") and date.role != "until"):
                continue
            start = date.period.end or date.period.start
            end = date.period.end if date.role == "range" else None
            continue
        if start is not None and end is not None:
            break
        if date.role in ("until", "before") or (ends and date.role == "date" and clause is not None and clause.role == "oblique"):
            end = end or date.period.end
        elif date.role in ("since", "after"):
            start = start or date.period.start
        elif lemma in words("ends") and clause is not None and clause.role in ("subject", "patient"):
            end = end or date.period.end
        elif date.role == "range":
            if end is None and (start is None or _finer(date.period.start, start)):
                year = start.year if start is not None else None
                start, end = _of_year(date.period.start, year), _of_year(date.period.end, year)
        elif start is None or _finer(date.period.start, start):
            start = _of_year(date.period.start, start.year if start is not None else None)
            single = date
        elif single is not None and end is None and _next_day(syntax, single, date):
            end = date.period.start
    if start is not None and end is not None and start.month is None and end.day is not None:
        start = None  # "this year's fair, which closed on Sunday": the year is no first day
    return start, end


_LAST = re.compile(
    r"\b(?:(?:closing|final|last|concluding) (?:ceremony|session|day|meeting|dinner|plenary)|close|end|conclusion)"
    r" of (?:the |its |their |this )?(?:\S{1,12} ){0,2}$"
)


def last_part(syntax: Syntax, mention: Mention) -> bool:
    """ "At the closing ceremony of the summit": the clause has the event's last day."""
    return _LAST.search(syntax.doc.text, max(mention.start - 80, 0), mention.start) is not None


def _finer(a: PartialDate | None, b: PartialDate) -> bool:
    return a is not None and a.year in (b.year, None) and b.month is None and a.month is not None


def _of_year(date: PartialDate | None, year: int | None) -> PartialDate | None:
    """A day without a year in the year that the event's name tells ("the 2024 Lomé Fair, from 3 to 5 May")."""
    return replace(date, year=year) if date is not None and date.year is None and year is not None else date


def _next_day(syntax: Syntax, first: DateMention, date: DateMention) -> bool:
    """ "on Monday and Tuesday", "on 3 and 4 May": the second of two days told in one breath."""
    joined = syntax.doc.text[first.end : date.start].strip() in ("and", "and on", "to", "–", "-")
    low, high = first.period.start, date.period.start
    return (
        joined
        and low is not None
        and high is not None
        and low.day is not None
        and high.day is not None
        and first.role == date.role == "date"
    )


def _put_off(syntax: Syntax, row: tuple[DateMention, Clause | None, str]) -> bool:
    """Dates that an event is put off to come last, since they overrule."""
    return row[1] is not None and syntax.particle(row[1].verb) in words("put-off")
