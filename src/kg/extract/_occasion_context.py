"""When and where an event is by what the article says around it: "in the city", the event it is a part of, the lead and the dateline.

A journalist tells day and town once, mostly in the first sentences, and trusts the reader to keep them. They are only taken where one
reading is left: the event is of the lead, no other event of its kind has a place or day, and no other town is named with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.data.gazetteer import country_of, fold, places
from kg.data.words import reporting
from kg.extract._occasion_clauses import PLACING, Clause
from kg.extract._occasion_near import led
from kg.extract._occasion_places import dateline
from kg.extract._occasion_sole import sole_day, sole_place, trail
from kg.extract._occasion_status import by_date, future, wished
from kg.extract._occasion_time import owner, top_token
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import DateMention, Mention, PartialDate, Sentence, Token

if TYPE_CHECKING:
    from kg.extract._occasions import Occasion

_LEAD = 3  # sentences from the top in which an article tells its main event
_REACH = 6  # sentences from a place to "in the city"


def context(syntax: Syntax, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions with the places and days that the words around them give."""
    done = list(occasions)
    top = _top(syntax)
    for n, occasion in enumerate(done):
        if not occasion.told:
            continue
        if occasion.start is None and occasion.end is None and occasion.status not in ("cancelled", "postponed"):
            occasion = _trailing(syntax, occasion)
        if not occasion.places and occasion.kind == "Visit":
            occasion = replace(occasion, places=tuple(_area(syntax, occasion, ("to",))))
        if not occasion.places and not _elsewhere(syntax, occasion):
            found = (
                _there(syntax, occasion, done[:n])
                or _area(syntax, occasion)
                or trail(syntax, occasion)[0]
                or sole_place(syntax, occasion, done)
                or _whole(syntax, occasion, done)
                or _filed(syntax, occasion, done, n, top)
            )
            found = found or _named_town(syntax, occasion)
            if found and not any(o.places and _alike(o, occasion) and o is not occasion and not _part(o, occasion) for o in done):
                occasion = replace(occasion, places=tuple(found[:1]))
        if occasion.start is None and occasion.end is None and occasion.status in ("", "held", "ongoing"):
            day = _acted(syntax, occasion) or _sole(syntax, occasion, done) or _lead_day(syntax, occasion, done, top)
            if day is not None and not any(o is not done[n] and (o.start or o.end) and _alike(o, occasion) for o in done):
                occasion = replace(occasion, start=day, status=occasion.status or by_date(day, None, syntax.doc.article.published))
        done[n] = occasion
    return _until(syntax, done)


_RUNS_ON = re.compile(r"\s*(?:it (?:runs|lasts|continues|ends|is open)[^,.]{0,30}|they (?:run|last|end)|until|through)\b", re.I)


def _until(syntax: Syntax, occasions: list[Occasion]) -> list[Occasion]:
    """ "The fair opened on Monday. Until Friday, visitors can …": a last day that opens the next sentence of the paragraph."""
    for n, occasion in enumerate(occasions):
        after = syntax.doc.sentences[_at(syntax, occasion).i + 1 : _at(syntax, occasion).i + 2]
        if occasion.start is None or occasion.end is not None or not after or after[0].block != _at(syntax, occasion).block:
            continue
        if any(_at(syntax, o).i in (after[0].i, after[0].i - 1) for o in occasions if o is not occasion):
            continue
        last = next((d for d in syntax.doc.dates_in(after[0]) if d.role in ("until", "before") and d.period.end is not None), None)
        opens = _RUNS_ON.match(syntax.doc.text, after[0].start, after[0].end) is not None
        if last is not None and opens and last.start - after[0].start < 40 and last.grain in ("day", "weekday"):
            timed = by_date(occasion.start, last.period.end, syntax.doc.article.published)
            occasions[n] = replace(occasion, end=last.period.end, status=timed if timed == "ongoing" else occasion.status)
    return occasions


def _trailing(syntax: Syntax, occasion: Occasion) -> Occasion:
    day = trail(syntax, occasion)[1]
    if day is None:
        return occasion
    end = day.period.end if day.role == "range" else None
    status = occasion.status or by_date(day.period.start, end, syntax.doc.article.published)
    return replace(occasion, start=day.period.start, end=end, status=status)


def _sole(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion]) -> PartialDate | None:
    date = sole_day(syntax, occasion, occasions)
    return date.period.start if date is not None and date.role == "date" else None


def _noun(occasion: Occasion) -> str:
    return occasion.mention.name.lower().split()[-1]


def _alike(a: Occasion, b: Occasion) -> bool:
    """Whether the two may be one event: of one noun or kind, or one of them told by a loose noun."""
    loose = any(o.mention.features.get("generic") == "1" or _noun(o) in words("loose") for o in (a, b))
    return loose or a.kind == b.kind or _noun(a) == _noun(b)


def _part(a: Occasion, b: Occasion) -> bool:
    """The two are told in one sentence by different nouns: "at the fair a seminar was held"."""
    return a.evidence == b.evidence and _noun(a) != _noun(b)


def _top(syntax: Syntax) -> int:
    """The number of the first sentence of the running text."""
    doc = syntax.doc
    return next((s.i for s in doc.sentences if doc.article.blocks[s.block].role == "paragraph" and s.last - s.first > 8), 0)


def _at(syntax: Syntax, occasion: Occasion) -> Sentence:
    return syntax.sentence(syntax.doc.tokens[occasion.mention.token])


def _elsewhere(syntax: Syntax, occasion: Occasion) -> bool:
    """The event has no town: it is a visit or a ballot, or people are in it from afar."""
    if occasion.kind in ("Visit", "Election"):
        return True
    said = {t.lemma.lower() for t in syntax.doc.words(_at(syntax, occasion))}
    return bool(said & (words("phone") | words("online"))) or _noun(occasion) in words("online") | {"call"}


def _named_town(syntax: Syntax, occasion: Occasion) -> list[Mention]:
    """ "The Katowice Mining Fair": a fair or conference with a town's name before its own, where the town is told of elsewhere too."""
    if occasion.mention.form != "name" or occasion.kind not in ("Fair", "Exhibition", "Festival", "Forum", "Conference", "Summit"):
        return []
    first = re.sub(r"^(?:\d{4}|\d+(?:st|nd|rd|th)|[A-Z][a-z]+(?:st|nd|rd|th))\s+", "", occasion.mention.name)
    for m in syntax.doc.mentions:
        if m.kind == "Place" and m.form == "name" and first.startswith(f"{m.name} "):
            known = places().lookup(m.name)[:1]
            if known and known[0].type in ("city", "capital"):
                return [m]
    return []


def _there(syntax: Syntax, occasion: Occasion, before: Sequence[Occasion]) -> list[Mention]:
    """ "The association holds its congress there": where the event told just before is."""
    said = [t for c in occasion.clauses for t in syntax.children(c.verb, "advmod") if t.text.lower() == "there"]
    here = _at(syntax, occasion).i
    near = [o for o in before if o.places and here - _at(syntax, o).i <= _REACH]
    return list(near[-1].places) if said and near else []


def _area(syntax: Syntax, occasion: Occasion, preps: tuple[str, ...] = ("in", "at")) -> list[Mention]:
    """ "was held in the city", "a seminar in the capital": the town told last."""
    doc = syntax.doc
    sentence = _at(syntax, occasion)
    verbs = {c.verb.i for c in occasion.clauses}
    for token in doc.tokens[sentence.first : sentence.last]:
        word = token.lemma.lower()
        if token.dep != "pobj" or word not in words("area") or token.i == sentence.first:
            continue
        inner = doc.tokens[max(token.i - 5, sentence.first) : token.i]
        at = next((t for t in reversed(inner) if t.tag == "IN"), None)
        if at is None or at.text.lower() not in preps or not any(t.text.lower() in ("the", "this") for t in inner if t.i > at.i):
            continue
        if any(t.text.lower() == "of" or t.dep == "appos" for t in syntax.children(token)) or syntax.mention(token, "name") is not None:
            continue
        belongs, _ = owner(syntax, token, through=True)
        if belongs is None or (belongs.i != occasion.mention.token and belongs.i not in verbs):
            continue
        return _meant(syntax, token, [t for t in inner if t.i > at.i])
    return []


def _meant(syntax: Syntax, noun: Token, words_before: Sequence[Token]) -> list[Mention]:
    """The place that "the city", "the capital", "the Kenyan capital", "the province" stands for."""
    doc = syntax.doc
    sentence = syntax.sentence(noun)
    word = noun.lemma.lower()
    near = [
        m
        for m in doc.mentions
        if m.kind == "Place" and m.form == "name" and m.end <= noun.start and sentence.i - doc.tokens[m.token].sentence <= _REACH
    ]
    home = [m for m in near if led(syntax, m, ("from",)) is None]  # not the province that the guests come from
    near = [*dateline(syntax), *(home or near)]
    if word == "capital":
        land = next((c for t in words_before if (c := country_of(t.text)) is not None), None)
        fit = [m for m in near if any(r.type == "capital" for r in places().lookup(m.name))]
        if land is not None:
            fit = [m for m in fit if fold(m.name) == fold(land.capital)]
        return fit[-1:] if len({fold(m.name) for m in fit}) == 1 else []
    fit = [m for m in near if _is_a(m, word)]
    if word in ("city", "town") and len({fold(m.name) for m in fit}) > 1:
        return []
    return fit[-1:]


def _is_a(mention: Mention, word: str) -> bool:
    """Whether a place is a city, a province …, by its own last word or the gazetteer's."""
    last = mention.name.lower().split()[-1]
    if last in words("area"):
        return last == word
    kinds = [r.type for r in places().lookup(mention.name)][:1]
    if word in ("city", "town", "municipality"):
        return bool(kinds) and kinds[0] in ("city", "capital")
    return bool(kinds) and kinds[0] in ("region", "area")


def _whole(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion]) -> list[Mention]:
    """ "Within the framework of the fair, a seminar will be held": the fair's place."""
    doc = syntax.doc
    sentence = _at(syntax, occasion)
    for other in occasions:
        if other is occasion or other.mention.form == "verb" or other.kind in ("Visit", "Election") or _noun(other) == _noun(occasion):
            continue
        if syntax.sentence(doc.tokens[other.mention.token]).i != sentence.i or not _frames(syntax, other.mention, sentence):
            continue
        if other.places:
            return list(other.places)
        told = [
            o for o in occasions if o.places and o.mention.start < other.mention.start and _noun(o) == _noun(other) and o.kind == other.kind
        ]
        return list(told[-1].places) if len({m.name for o in told for m in o.places}) == 1 else []
    return []


def _frames(syntax: Syntax, mention: Mention, sentence: Sentence) -> bool:
    """Whether words such as "as part of" or "on the sidelines of" stand before an event."""
    before = syntax.doc.text[max(sentence.start, mention.start - 40) : mention.start].lower().rstrip()
    for det in ("the", "this", "its"):
        before = before.removesuffix(f" {det}")
    return any(before.endswith(f) for f in sorted(words("frame")))


def _filed(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion], n: int, top: int) -> list[Mention]:
    """The dateline's town for the article's main event, where nothing else is named with it."""
    sentence = _at(syntax, occasion)
    if occasion.status not in ("held", "ongoing") or not 0 <= sentence.i - top < _LEAD or any(_alike(o, occasion) for o in occasions[:n]):
        return []
    filed = dateline(syntax)
    if filed and _named_after(syntax, occasion, filed[0]):
        return []
    if not filed or filed[0].kind != "Place" or _named_spot(syntax, sentence, filed[0]):
        return []
    near = syntax.doc.sentences[sentence.i - 1 : sentence.i + 1] if occasion.mention.definite and sentence.i > top else (sentence,)
    return [] if any(_out_of_town(syntax, s) for s in near) else filed


def _out_of_town(syntax: Syntax, sentence: Sentence) -> bool:
    """ "opened a bridge at the Rusumo crossing. The ceremony …": a spot that is in no town."""
    spots = [t for t in syntax.doc.words(sentence) if t.dep == "pobj" and t.lemma.lower() in words("spot")]
    return any((at := syntax.head(t)) is not None and at.text.lower() in ("at", "on") for t in spots)


def _named_after(syntax: Syntax, occasion: Occasion, filed: Mention) -> bool:
    """ "The Boston Seafood Expo", told from elsewhere: an event with the name of another town in its own."""
    if occasion.mention.form not in ("name", "acronym"):
        return False
    whole = syntax.doc.aliases.get(occasion.mention.name, occasion.mention.name)
    if fold(filed.name) in fold(whole):
        return False
    parts = whole.split()
    spans = (" ".join(parts[a:b]) for a in range(min(3, len(parts))) for b in range(a + 1, min(a + 4, len(parts))))
    return any(r.type in ("city", "capital") for span in spans for r in places().lookup(span)[:1])


def _named_spot(syntax: Syntax, sentence: Sentence, filed: Mention) -> bool:
    """Whether the sentence places something elsewhere: "in Rome", "from the Hague"."""
    return any(
        m.kind in ("Place", "Country")
        and m.form in ("name", "acronym")
        and m.start >= filed.end
        and fold(m.name) != fold(filed.name)
        and led(syntax, m, ("in", "at", "to", "from", "for", "near", "outside", "visit")) is not None
        for m in syntax.doc.within(sentence)
    )


def _acted(syntax: Syntax, occasion: Occasion) -> PartialDate | None:
    """ "In April the conference agreed …", "The meeting on Thursday adopted …": the one time at which it did something."""
    doc = syntax.doc
    sentence = _at(syntax, occasion)
    verbs = {c.verb.i for c in occasion.clauses if c.role == "subject" and c.verb.tag == "VBD"}
    found: list[PartialDate] = []
    for date in doc.dates_in(sentence) if verbs else ():
        if date.end > sentence.end or date.role != "date" or date.grain not in ("day", "weekday", "month") or date.period.start is None:
            continue
        top = top_token(syntax, date.start, date.end, doc.tokens[sentence.first])
        belongs, prep = owner(syntax, top) if top is not None else (None, "")
        if belongs is not None and belongs.i in verbs and prep in ("on", "in", ""):
            found.append(date.period.start)
    return found[0] if len(found) == 1 else None


def _lead_day(syntax: Syntax, occasion: Occasion, occasions: Sequence[Occasion], top: int) -> PartialDate | None:
    """ "X said on Thursday … Speaking at the ceremony, he added": the lead's one day is that of the event at which it was said or done."""
    doc = syntax.doc
    sentence = _at(syntax, occasion)
    if not 0 < sentence.i - top <= _LEAD or not any(_setting(syntax, c) for c in occasion.clauses):
        return None
    if any(d.end <= sentence.end and d.grain in ("day", "weekday", "month") for d in doc.dates_in(sentence)):
        return None
    found: list[DateMention] = []
    for before in doc.sentences[top : sentence.i]:
        if any(o.told and _at(syntax, o).i == before.i and o.kind != "Visit" and o.mention.form != "verb" for o in occasions):
            return None
        found.extend(d for d in doc.dates_in(before) if d.end <= before.end and d.grain in ("day", "weekday"))
    if len(found) != 1 or found[0].role != "date" or found[0].period.start is None:
        return None
    head = top_token(syntax, found[0].start, found[0].end, _first(syntax, found[0]))
    belongs = owner(syntax, head)[0] if head is not None else None
    if belongs is None or belongs.pos not in ("VERB", "AUX") or future(syntax, belongs) or wished(syntax, belongs):
        return None
    doer = syntax.subject(belongs)
    who = syntax.mention(doer) if doer is not None else None
    acts = belongs.lemma.lower() in reporting() or (who is not None and who.kind in ("Person", "Agency", "Organization", "Country"))
    past = belongs.tag == "VBD" or (belongs.tag == "VBN" and any(a in ("was", "were") for a in syntax.auxiliaries(belongs)))
    return found[0].period.start if past and (acts or belongs.lemma.lower() in words("deed")) else None


def _first(syntax: Syntax, date: DateMention) -> Token:
    return next(t for t in syntax.doc.tokens if t.end > date.start)


def _setting(syntax: Syntax, clause: Clause) -> bool:
    """The clause tells what is said or done at the event: "speaking at the ceremony", "who attended the signing", "told the meeting"."""
    if clause.verb.lemma.lower() in words("prepares") or future(syntax, clause.verb) or wished(syntax, clause.verb):
        return False
    if clause.role == "oblique":
        return clause.prep in PLACING
    return clause.role == "patient" and clause.verb.lemma.lower() in ("attend", "address", "tell", "witness", "open", "chair")
