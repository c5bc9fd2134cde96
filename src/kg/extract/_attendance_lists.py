"""Lists of those who were there ("Present were: A, President of B; C …"), parties told by name only later, and minutes.

A list is read in text order, so that it does not depend on the parser; whoever is only stood for ("representing Minister D") is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.data.words import event_verbs, reporting
from kg.extract._attendance_cues import Cue, cues
from kg.extract._attendance_unsaid import Part, ceremony
from kg.extract._interviews import interviews
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_current import current, following
from kg.extract._occasion_people import listed
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Sentence, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_REACH = 6  # sentences from "talks between the ministers" to "the ministers, A and B"
_NEAR = 150  # characters from an event to the one who chairs it
_SIDES: tuple[EntityType, ...] = ("Country", "Agency", "Organization")


def rolls(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """Those whom a list names: behind "Also present were", "In attendance:", "Speakers include", before "in attendance", on items below."""
    doc = syntax.doc
    for cue in cues(syntax):
        sentence = doc.sentences[cue.sentence]
        occasion = _occasion(syntax, occasions, cue)
        if occasion is None or _stopped(syntax, cue) or (cue.role in ("chair", "opener") and not _apart(syntax, occasion, cue)):
            continue
        people = listed(syntax, cue.first, cue.last, _PEOPLE)
        if not people and doc.text[: sentence.end].rstrip().endswith(":"):
            people = _items(syntax, sentence)
        if not people and cue.role == "attendee":
            people = listed(syntax, cue.first, cue.last, _SIDES)
        people = people[:1] if cue.one else people
        status = "planned" if occasion.status == "" and _coming(syntax, cue) else occasion.status
        for who in people:
            yield Part(occasion.mention, who, cue.role, status, sentence.span, "in the list of those present")


def _occasion(syntax: Syntax, occasions: tuple[Occasion, ...], cue: Cue) -> Occasion | None:
    """The event in the cue's own words ("present at the talks were"), else in the sentence before it, else the one told just before."""
    inside = [o for o in occasions if cue.span.start <= o.mention.start < cue.span.end]
    if inside:
        return inside[-1]
    here = [o for o in occasions if o.mention.start < cue.span.start and syntax.doc.tokens[o.mention.token].sentence == cue.sentence]
    if not here and cue.role in ("leader", "member", "attendee") and cue.event != "signing":  # "A delegation led by X attended the fair"
        here = [o for o in occasions if o.told and o.mention.start >= cue.span.end
                and syntax.doc.tokens[o.mention.token].sentence == cue.sentence][:1]  # fmt: skip
    if cue.event == "visit" and not here:
        visits = [o for o in occasions if o.mention.start < cue.span.start and o.kind == "Visit"]
        found = visits[-1] if visits else current(occasions, cue.sentence, cue.span.start, syntax, planned=True)
        return found or following(occasions, cue.sentence, cue.span.start, syntax)
    if here or (cue.event == "own" and not _of_audience(syntax, cue)):
        return here[-1] if here else None
    if cue.event == "signing" and (signing := ceremony(occasions)) is not None:
        return signing
    found = current(occasions, cue.sentence, cue.span.start, syntax, _coming(syntax, cue))
    if cue.event == "near":
        return found if found is not None and cue.sentence - syntax.doc.tokens[found.mention.token].sentence <= 2 else None
    return found or following(occasions, cue.sentence, cue.span.start, syntax)


def _of_audience(syntax: Syntax, cue: Cue) -> bool:
    """ "in front of several hundred guests, among them A": those who came are told of in the cue's own sentence."""
    at = _at(syntax, cue)
    before = syntax.doc.tokens[max(syntax.doc.sentences[cue.sentence].first, at - 6) : at]
    among = syntax.doc.tokens[at].text.lower() == "among"
    return among and any(t.tag == "NNS" and t.lemma.lower() in words("guests") | words("audience") for t in before)


def _apart(syntax: Syntax, occasion: Occasion, cue: Cue) -> bool:
    """ "The meeting, co-chaired by X": the event's own, not that of "the commission chaired by X" told behind it."""
    at = _at(syntax, cue)
    before = syntax.doc.tokens[at - 1] if at else None
    if before is None or occasion.status in ("cancelled", "postponed"):
        return False
    inside = occasion.mention.start <= before.start < occasion.mention.end
    for other in syntax.doc.within(syntax.sentence(before)):
        real = other.kind == "Event" and other.form != "verb" and other.name.lower() not in words("never")
        if real and other.start >= occasion.mention.end and other.end <= cue.span.start:
            return False
    near = cue.span.start - occasion.mention.end < _NEAR
    under = syntax.doc.tokens[at].text.lower() == "under"
    return near and (inside or under or before.text in (",", "(", "and") or before.pos in ("AUX", "ADV", "PUNCT"))


def _coming(syntax: Syntax, cue: Cue) -> bool:
    """The cue speaks of what is to come: "Speakers will include", "Speakers include"."""
    told = cue.span.start, cue.span.end
    verbs = [t for t in syntax.doc.tokens[syntax.doc.sentences[cue.sentence].first : cue.first] if told[0] <= t.start < told[1]]
    return any(t.tag in ("MD", "VBP", "VBZ") for t in verbs)


def _stopped(syntax: Syntax, cue: Cue) -> bool:
    """A word behind the cue that begins no list ("guests were told by …"), or a denial ("not present were")."""
    tokens = syntax.doc.tokens
    before = tokens[cue.first - 1] if cue.first else None
    opening = tokens[max(_at(syntax, cue) - 2, 0) : _at(syntax, cue)]
    if any(t.text.lower() in ("not", "nor", "neither", "without", "no") for t in opening) or before is None:
        return True
    for token in tokens[cue.first : cue.last]:
        if syntax.mention(token, "name", "acronym") is not None:
            return False
        if token.pos == "VERB" or token.text.lower() in ("by", "not", "to", "that"):
            return True
    return False


def _at(syntax: Syntax, cue: Cue) -> int:
    """The index of the cue's first token."""
    first = syntax.doc.sentences[cue.sentence].first
    return next((t.i for t in syntax.doc.tokens[first : cue.last] if t.start >= cue.span.start), first)


def _items(syntax: Syntax, sentence: Sentence) -> list[Mention]:
    """The people who open the list items below a line that ends in a colon."""
    doc = syntax.doc
    found: list[Mention] = []
    for below in doc.sentences[sentence.i + 1 :]:
        if doc.article.blocks[below.block].role != "item":
            break
        found.extend(listed(syntax, below.first, below.last, _PEOPLE)[:1])
    return found


def named_later(syntax: Syntax, part: Part) -> Iterator[Part]:
    """ "Talks between the transport ministers … The ministers, A and B, will sign": the part of a plural is that of the names beside it."""
    doc = syntax.doc
    plural = doc.tokens[part.who.token]
    if part.who.form != "nominal" or plural.tag not in ("NNS", "NNPS") or part.who.features.get("number", "") not in ("", "2", "two"):
        return
    for token in doc.tokens[plural.i :]:
        if token.sentence - plural.sentence > _REACH:
            return
        if token.text.lower() != plural.text.lower() or token.tag not in ("NNS", "NNPS"):
            continue
        people = _beside(syntax, token)
        if len(people) >= 2:
            for who in people:
                yield Part(part.event, who, part.role, part.status, part.evidence, "told by name beside the plural")
            return


def _beside(syntax: Syntax, token: Token) -> list[Mention]:
    """The names between commas behind a plural: "the two Ministers of Trade, A and B"."""
    tokens = syntax.doc.tokens
    last = syntax.sentence(token).last
    comma = next((t.i for t in tokens[token.i + 1 : min(token.i + 6, last)] if t.text in (",", "(", "—", "–")), None)
    if comma is None or any(t.pos == "VERB" for t in tokens[token.i + 1 : comma]):
        return []
    end = next((t.i for t in tokens[comma + 1 : last] if t.pos in ("VERB", "AUX")), last)
    head = syntax.mention(tokens[comma + 1]) if comma + 1 < last else None
    near = [m for t in tokens[comma + 1 : min(comma + 4, last)] if (m := syntax.mention(t, "name")) is not None and m.kind == "Person"]
    return listed(syntax, comma + 1, end, _PEOPLE) if near or (head is not None and head.kind == "Person") else []


def minuted(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """Who reports or states something in the minutes or the communiqué of a meeting spoke there."""
    doc = syntax.doc
    opening = (doc.text[block.start : block.end].lower() for block in doc.article.blocks[:4])
    if not any(len(line) < 60 and set(line.split()) & words("minutes") for line in opening):
        return
    meeting = _main(occasions)
    if meeting is None:
        return
    for verb in doc.tokens:
        if verb.tag != "VBD" or verb.pos != "VERB" or verb.lemma.lower() not in reporting() or syntax.negated(verb):
            continue
        subject = syntax.child(verb, "nsubj")
        mention = syntax.mention(subject, "name") if subject is not None else None
        if mention is not None and mention.kind == "Person":
            yield Part(meeting.mention, mention, "speaker", meeting.status, syntax.sentence(verb).span, "speaks in the minutes")


def interviewed(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """ "In September I speak at the forum": whoever answers in an interview."""
    told = tuple(interviews(syntax)) if any(t.text == "I" for t in syntax.doc.tokens) else ()
    for occasion in occasions:
        for clause in occasion.clauses:
            subject = syntax.child(clause.verb, "nsubj")
            if subject is None or subject.text != "I" or syntax.negated(clause.verb):
                continue
            record = event_verbs().get(event_verb(syntax, clause.verb))
            speaker = next((t.speaker for t in told if any(s.start <= subject.start < s.end for s in t.said)), None)
            if speaker is not None and record is not None and record.role not in ("", "organizer", "invited") and record.object == "event":
                yield Part(occasion.mention, speaker, record.role, occasion.status, occasion.evidence, "says so in an interview")


def _main(occasions: Sequence[Occasion]) -> Occasion | None:
    held = [
        o for o in occasions if o.told and o.status in ("", "held", "ongoing") and o.kind in ("Summit", "Meeting", "Conference", "Forum")
    ]
    return held[0] if held else None
