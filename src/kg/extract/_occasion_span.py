"""What stands beside an event's own clauses: its length in days, and lines that say where, when and by whom ("Venue: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_status import by_date
from kg.extract._occasion_time import dates_of
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import Mention, PartialDate, Sentence, Span, Token

if TYPE_CHECKING:
    from kg.extract._occasions import Occasion

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LENGTH = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})[-\s]days?\b(?:-long\b)?", re.I)
_LABEL = re.compile(r"[\s•*–—-]{0,4}([A-Za-z][a-z]{2,12}(?: by)?)\s?:\s")
_REACH = 3  # sentences from an event to the line that says where it is


def lengths(syntax: Syntax, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions with an end that first day and length give: "opened on Thursday", "the four-day expo"."""
    done = list(occasions)
    for n, occasion in enumerate(occasions):
        days = _days(syntax, occasion)
        if not days or any(o.kind == occasion.kind and o.status in ("postponed", "cancelled") for o in occasions):
            continue  # dates of what was put off may be the old ones
        if done[n].start is None and (begun := _back(done[n].end, days)) is not None:
            done[n] = replace(done[n], start=begun)  # "ended two days of talks yesterday"
            continue
        target = n if done[n].start is not None else _earlier(syntax, done, n)
        if target is None or done[target].end is not None or not _first_day(syntax, done[target]):
            continue
        start = done[target].start
        if start is None or start.day is None:
            continue
        done[target] = _until(syntax, done[target], start, days)
    return done


def _back(end: PartialDate | None, days: int) -> PartialDate | None:
    """The first day of so many that ended on a day that is known in full."""
    if end is None or end.year is None or end.month is None or end.day is None:
        return None
    first = date(end.year, end.month, end.day) - timedelta(days=days - 1)
    return PartialDate(first.year, first.month, first.day)


def _until(syntax: Syntax, occasion: Occasion, start: PartialDate, days: int) -> Occasion:
    # a day without a year ends alike in every year, except at the end of February, where nothing is computed
    if start.year is None and start.month == 2 and (start.day or 0) + days > 28:
        return occasion
    last = date(start.year or 2001, start.month or 1, start.day or 1) + timedelta(days=days - 1)
    end = PartialDate(last.year if start.year is not None else None, last.month, last.day)
    status = occasion.status
    if status in ("", "held", "ongoing") and by_date(start, end, syntax.doc.article.published) == "ongoing":
        status = "ongoing"
    return replace(occasion, end=end, status=status)


def _days(syntax: Syntax, occasion: Occasion) -> int:
    """The length in days that stands in the event's noun phrase; 0 where none does."""
    mention = occasion.mention
    if mention.form == "verb":
        return 0
    token = syntax.doc.tokens[mention.token]
    first = syntax.doc.tokens[
        min((t.i for t in syntax.children(token, "det", "amod", "nummod", "compound", "nmod", "poss")), default=token.i)
    ]
    found = _LENGTH.search(syntax.doc.text, min(first.start, mention.start), token.end)
    of = syntax.head(token)
    top = syntax.head(of) if of is not None and of.text.lower() == "of" else None
    if found is None and top is not None and top.lemma.lower() == "day" and token.i - top.i <= 3:  # "three days of talks"
        found = _LENGTH.search(syntax.doc.text, syntax.doc.tokens[max(top.i - 1, 0)].start, top.end)
    if found is None:
        for clause in occasion.clauses:  # "and lasts three days"
            if clause.role == "subject" and clause.verb.lemma.lower() in ("last", "run", "span", "continue", "go"):
                found = found or _LENGTH.search(
                    syntax.doc.text, clause.verb.end, min(clause.verb.end + 40, syntax.sentence(clause.verb).end)
                )
    if found is None:
        return 0
    word = found.group(1).lower()
    days = int(word) if word.isdigit() else _NUMBERS.index(word) + 2
    return days if 2 <= days <= 31 else 0


def _earlier(syntax: Syntax, occasions: Sequence[Occasion], n: int) -> int | None:
    """The event before that "the four-day expo" means: of the same noun or kind, the only one with a first day."""
    own = occasions[n]
    if not own.mention.definite:
        return None
    noun = own.mention.name.lower().split()[-1]
    found = [
        k
        for k, other in enumerate(occasions[:n])
        if other.start is not None and (other.mention.name.lower().split()[-1] == noun or other.kind == own.kind)
    ]
    return found[-1] if found and len({str(occasions[k].start) for k in found}) == 1 else None


def _first_day(syntax: Syntax, occasion: Occasion) -> bool:
    """The start comes from a verb or preposition of beginning: "opened on Thursday", "from 3 May"; "held on Thursday" may be any day."""
    for day, clause, prep in dates_of(syntax, occasion.mention, occasion.clauses):
        if day.period.start != occasion.start:
            continue
        if day.role == "since" or prep == "from":
            return True
        if clause is not None and occasion.kind == "Visit" and clause.verb.lemma.lower() in (*words("travel"), "begin", "start"):
            return True
        if clause is not None and clause.role in ("subject", "patient"):
            lemma = syntax.particle(clause.verb)
            return (
                lemma in words("starts")
                or event_verb(syntax, clause.verb) in words("starts")
                or clause.verb.lemma.lower() in ("inaugurate", "launch")
                or event_verb(syntax, clause.verb) == "declare open"
            )
        if clause is None and any(
            c.role in ("subject", "patient") and syntax.particle(c.verb) in words("starts") for c in occasion.clauses
        ):
            return True
    return False


def labels(syntax: Syntax, use: str) -> Iterator[tuple[Sentence, int]]:
    """The lines that begin with a label of a use ("Venue: Expo Hall") and the token index behind the colon."""
    doc = syntax.doc
    for sentence in doc.sentences:
        found = _LABEL.match(doc.text, sentence.start, sentence.end)
        if found is not None and found.group(1).lower() in words(use):
            first = next((t.i for t in doc.tokens[sentence.first : sentence.last] if t.start >= found.end()), None)
            if first is not None:
                yield sentence, first


def above(occasions: Sequence[Occasion], sentence: Sentence, syntax: Syntax) -> int | None:
    """The event that a labelled line speaks of: the last one told in the few sentences before it."""
    near = [
        n
        for n, o in enumerate(occasions)
        if o.told and o.mention.end <= sentence.start and sentence.i - syntax.doc.tokens[o.mention.token].sentence <= _REACH
    ]
    return near[-1] if near else None


def labelled(syntax: Syntax, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions with place and dates that labelled lines below them give, where their own words give none."""
    done = list(occasions)
    for sentence, first in labels(syntax, "label-place"):
        n = above(done, sentence, syntax)
        if n is None or done[n].places:
            continue
        places = [m for t in syntax.doc.tokens[first : sentence.last] if (m := _place(syntax, t)) is not None]
        if places:
            done[n] = replace(done[n], places=(places[0],), evidence=_joined(done[n].evidence, sentence))
    for sentence, _ in labels(syntax, "label-date"):
        n = above(done, sentence, syntax)
        day = next((d for d in syntax.doc.dates_in(sentence) if d.end <= sentence.end and d.grain == "day"), None)
        if n is None or done[n].start is not None or day is None or day.role not in ("date", "range"):
            continue
        end = day.period.end if day.role == "range" else None
        status = done[n].status or by_date(day.period.start, end, syntax.doc.article.published)
        done[n] = replace(done[n], start=day.period.start, end=end, status=status, evidence=_joined(done[n].evidence, sentence))
    return done


def _place(syntax: Syntax, token: Token) -> Mention | None:
    mention = syntax.mention(token, "name")
    return mention if mention is not None and mention.kind in ("Place", "Country") else None


def _joined(evidence: Span, sentence: Sentence) -> Span:
    return Span(min(evidence.start, sentence.start), max(evidence.end, sentence.end))
