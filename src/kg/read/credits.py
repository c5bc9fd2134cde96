"""Bylines, notes about writers, captions, datelines and agency signatures: lines about the article rather than in it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.data import rows
from kg.read.dates import dates_in, without_dates
from kg.read.lexicon import date_labels, honorifics
from kg.read.lines import BULLET, Line
from kg.types import PartialDate, Span

_MOST_DATE_WORDS = 16  # with the day, the month, a place and a label
_TIME: Final = re.compile(r"\b\d{1,2}(?:[:.h]\d\d(?:[:.]\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b)|\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?:(?:[A-Z]\.|[^\W\d_a-z][\w'\u2019-]{0,40})\s+){1,3}[^\W\d_a-z][\w'\u2019-]{0,40}")
_CAPS: Final = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'\u2019-]){0,60}"  # small letters with marks slip in: the callers check
# an all-capital place, or any place with a date or an agency after it, and a dash
_DATELINE: Final = re.compile(
    rf"(?:date\s+)?(?:\d{{4}}-\d\d-\d\d\s+)?(?P<place>{_CAPS}(?:[ ]{_CAPS}){{0,4}}(?:,\s[A-Z][\w.]{{1,14}}(?:\s[A-Z][\w.]{{1,14}})?)?)"
    r"(?P<date>,?\s[^\u2014\u2013()\n]{1,30})??(?P<wire>\s\([A-Za-z][^()\n]{1,40}\))?\s*(?:\u2014|\u2013|--?)\s"
)
_MIXED_DATELINE: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'\u2019.-]{0,40}(?:\s[^\W\d_a-z][\w'\u2019.-]{0,40}){0,3})(?P<date>,\s[^\u2014\u2013()\n]{1,30}?)?"
    r"(?P<wire>\s\([A-Za-z][^()\n]{1,40}\))?\s*(?:\u2014|\u2013|--?)\s"
)
# "New Delhi, Apr 24 (PTI) …": place, day and agency need no dash
_WIRE_DATELINE: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'\u2019.-]{0,40}(?:\s[^\W\d_a-z][\w'\u2019.-]{0,40}){0,3})(?P<date>,\s[^\u2014\u2013()\n]{1,30}?)"
    r"(?P<wire>\s\([A-Z][A-Za-z]{1,10}\)):?\s+(?=[^\W\d_a-z\"\u201c])"
)
# "Bhubaneswar, January 9, 2026: A delegation …"
_COLON_DATELINE: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'\u2019.-]{0,40}(?:\s[^\W\d_a-z][\w'\u2019.-]{0,40}){0,3})(?P<date>,\s[^:()\n]{4,30}?\d)"
    r"(?P<wire>\s\([A-Z][A-Za-z]{1,10}\))?:\s+(?=[^\W\d_a-z\"\u201c])"
)
# where a dateline of any other order may end: "[Lomé, 15 September 2026] …", "15 September 2026 - Lomé, Togo: …", "Lomé, 15 May 2026. …"
_CLOSE: Final = re.compile(
    r"[\])]\s*(?:(?:\u2014|\u2013|--?|:)\s|(?=[^\W\d_a-z\"\u201c]))|\s(?:\u2014|\u2013|--?)\s|:\s|\.\s+(?=[^\W\d_a-z\"\u201c])"
)
_LEAST_PROSE: Final = 4  # words in small letters
_SMALL: Final = frozenset(("of", "and", "the", "de", "da", "del", "la", "al", "on", "at"))
# "… is checked at a mill. — VNS Photo Name"
_CREDIT: Final = re.compile(r"(?:\u2014|\u2013|--?|[.)/])\s*(?:[A-Z]{2,6}(?:/[A-Z]{2,6})?|Courtesy|Handout|Contributed)\s+[Pp]hotos?\b")
_STAMP: Final = re.compile(r"date\s+(\d{4}-\d\d-\d\d)\s+")  # how some collections put the day before the first word
_SIGNATURE: Final = re.compile(
    rf"(?<=[.!?\u201d\"\u2019')])\s+(?:(?:\u2014|\u2013|--?)\s*(?P<name>{_CAPS}(?:\s{_CAPS}){{0,3}})\.?|(?P<code>[A-Z]{{2,8}}/[\w/-]{{2,20}})"
    r"|\((?P<wire>[A-Z]{2,8})\))\Z"
)


class Wording(NamedTuple):
    """Phrases of a word list by where in the line they stand."""

    start: tuple[str, ...]
    open: tuple[str, ...]
    line: frozenset[str]
    within: tuple[str, ...]
    end: tuple[str, ...]
    bio: tuple[str, ...]


@cache
def _wording(path: str) -> Wording:
    by: dict[str, list[str]] = {}
    for _, (where, phrase) in rows(path, ("where", "phrase")):
        by.setdefault(where, []).append(phrase.casefold())

    def get(key: str) -> tuple[str, ...]:
        return tuple(by.get(key, ()))

    return Wording(get("start"), get("open"), frozenset(get("line")), get("in"), get("end"), get("bio"))


def is_byline(line: Line) -> bool:
    """ "By Name, Paper", "By our business desk", "STAFF CORRESPONDENT"."""
    wording = _wording("read/bylines.tsv")
    folded = line.text.casefold()
    if folded.rstrip(".:") in wording.line:
        return True
    if line.ends or len(line.words) > 14:
        return False
    if folded.startswith(tuple(f"{phrase} " for phrase in wording.open)):
        return True
    for phrase in wording.start:
        if folded.startswith(phrase + " ") and _NAME.match(line.text[len(phrase) :].strip() + " "):
            return True
        if folded.startswith(phrase) and phrase.endswith(":"):
            return True
    return False


def writers(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Names that bylines give."""
    found = []
    for line in lines:
        if is_byline(line):
            found += [m.group() for m in _NAME.finditer(line.text.split(" ", 1)[-1])]
    return tuple(found)


def is_bio(line: Line, names: tuple[str, ...]) -> bool:
    """A note about a writer: the byline's name and what the writer is or was, or any name and what writers do."""
    name = next((n for n in names if line.text.startswith(n)), None)
    if name is not None and re.match(r",?\s(?:is|was)\s(?:an?|the)\s", line.text[len(name) :]):
        return True
    m = _NAME.match(line.text)
    rest = line.text[len(name) :] if name else line.text[m.end() :] if m else ""
    rest = rest.strip(" ,").casefold()
    return any(rest.startswith(verb) for verb in _wording("read/bylines.tsv").bio)


def caption_reason(line: Line) -> str:
    """Why the line is a caption, or ""."""
    if len(line.words) > 45 or line.bullet:
        return ""
    wording = _wording("read/captions.tsv")
    folded = line.text.casefold()
    if any(folded.startswith(phrase) for phrase in wording.start):
        return "begins with a photo credit"
    if any(folded.endswith(phrase) for phrase in wording.end):
        return "ends as captions do"
    if any(phrase in folded for phrase in wording.within) or _CREDIT.search(line.text):
        return "holds a photo credit"
    return ""


_LABELLED: Final = re.compile(r"(?:[^\W\d_a-z][\w'\u2019.-]{0,30}\s){2,5}\([^\W\d_a-z][^()\n]{2,60}\)")


def is_picture_label(line: Line) -> bool:
    """ "Maria Silva (Ministry of Trade)" alone between headline and text: who is seen in the picture."""
    return not line.bullet and _LABELLED.fullmatch(line.text) is not None


def is_date_line(line: Line) -> bool:
    """A line that is hardly more than a date: "Oct 29, 2022 / 22:36", "Islamabad, 14 October 2026", "Economy | Monday, 8 June 2026"."""
    if line.bullet or len(line.words) > _MOST_DATE_WORDS or not any(True for _ in dates_in(line.text)):
        return False
    rest = _TIME.sub(" ", without_dates(line.text)).rstrip()
    if line.ends and rest[-1:] in (".", "!", "?", "\u2026"):
        return False  # "6:04 p.m." ends with a stop, and is no sentence
    words = [w for w in re.findall(r"[^\W\d_]+", rest) if w.casefold() not in date_labels()]
    return len(words) <= 4 and not any(w.islower() for w in words if len(w) > 3)


class Dateline(NamedTuple):
    """Where and when an article was filed, at the head of its first paragraph; ``span`` reaches up to the first word after it."""

    span: Span
    date: PartialDate | None
    wire: str | None


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of the paragraph ``text[start:end]``; a day stamped before it counts first."""
    stamp = _STAMP.match(text, start, min(end, start + 40))
    stamped = next((d.date for d in dates_in(stamp.group())), None) if stamp is not None else None
    begin = stamp.end() if stamp is not None and stamped is not None else start
    found = _filed(text, begin, end)
    if stamped is None:
        return found
    return Dateline(Span(start, found.span.end), stamped, found.wire) if found is not None else Dateline(Span(start, begin), stamped, None)


def _filed(text: str, start: int, end: int) -> Dateline | None:
    head = text[start : min(end, start + 160)]
    for pattern, strict in ((_DATELINE, False), (_MIXED_DATELINE, True), (_WIRE_DATELINE, True), (_COLON_DATELINE, True)):
        m = pattern.match(head)
        if m is None:
            continue
        date = next((d.date for d in dates_in(m.group())), None)
        wire = (m.group("wire") or "").strip(" ()") or None
        if m.group("date") and date is None:
            continue  # a clause and no date before the dash
        if strict and date is None and not (wire and wire.isupper()):
            continue
        place = m.group("place").split(",")[0]
        if sum(c.isalpha() for c in place) < 3 or not (strict or place.isupper()):
            continue
        return Dateline(Span(start, start + m.end()), date, wire)
    return _ordered_otherwise(text, start, end)


def _ordered_otherwise(text: str, start: int, end: int) -> Dateline | None:
    """A dateline by what it holds: one day with its year, beside it nothing but capitalised words, in whatever order, then prose."""
    head = text[start : min(end, start + 160)]
    if BULLET.match(head):
        return None
    for close in _CLOSE.finditer(head, 0, 110):
        line = head[: close.start()].lstrip("[(")
        dates = list(dates_in(line))
        if not dates:
            continue
        words = re.findall(r"[^\W_][\w'\u2019]*", without_dates(line))
        whole = [w for w in words if w.casefold() not in _SMALL and w.casefold() not in date_labels()]
        if len(dates) > 1 or dates[0].date.day is None or dates[0].date.year is None:
            return None
        if not all(w[0].isupper() for w in whole) or len(words) > 9:
            return None
        if not whole and head[:1] not in "[(":
            if close.group().startswith(":"):
                return None  # "7 June 2024: …", an entry of a diary
            continue  # "15 September 2026 - Lomé: …"
        if close.group().startswith(".") and (len(words[-1]) < 3 or words[-1] in honorifics()):
            continue
        if sum(w.islower() for w in text[start + close.end() : end][:200].split()) < _LEAST_PROSE:
            return None
        return Dateline(Span(start, start + close.end()), dates[0].date, None)
    return None


def signature_of(text: str, start: int, end: int) -> tuple[Span, str] | None:
    """The agency's mark after the last sentence ("— VNS", "ARN/mb-rs") and the agency."""
    m = _SIGNATURE.search(text[max(start, end - 80) : end])
    if m is None:
        return None
    at = max(start, end - 80) + m.start()
    at += len(m.group()) - len(m.group().lstrip())
    name = m.group("name") or m.group("wire") or m.group("code").split("/")[0]
    return (Span(at, end), name) if name.isupper() else None


def is_lone_name(line: Line) -> bool:
    """A line that is nothing but a person's name, as writers sign, or an agency's letters."""
    letters = line.text.isupper() and line.text.isalpha() and len(line.text) <= 8
    return letters or (len(line.words) <= 4 and _NAME.fullmatch(line.text) is not None)


@cache
def _posts() -> frozenset[str]:
    return frozenset(cells[0].lower() for _, cells in rows("words/titles.tsv", ("title", "kind", "of", "plural")))


def is_issuer(line: Line) -> bool:
    """ "Minister for Trade and Tourism" above the headline of a release: a post and what it is for."""
    if line.ends or len(line.words) > 12:
        return False
    words = line.text.lower().split()
    return any(" ".join(words[:n]) in _posts() and words[n] in ("for", "of") for n in range(1, min(5, len(words))))
