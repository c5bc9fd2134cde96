"""Who speaks on in a scene that is already told: the next speaker at an event, whom no word of the sentence ties to it.

After a sentence on somebody's part in a gathering a journalist goes on with the next speaker without saying so again ("For his part, X
said …"). Whoever says something right behind such a sentence, in one paragraph with it or opening the next, speaks there, unless the
sentence tells of another time, place or way of speaking ("in an e-mail", "told local radio"). A sentence that only tells the gathering
ties nobody to it, but for one who speaks "for his part".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.data.words import reporting
from kg.extract._attendance_unsaid import Part
from kg.extract._occasion_people import subjects
from kg.extract._occasion_status import future, wished
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence, Token

_GATHERINGS = ("Conference", "Seminar", "Forum", "Summit", "Meeting", "Ceremony", "Fair", "Exhibition", "Festival", "Course", "Event")
_HELD = ("", "held", "ongoing")
_TURN = re.compile(
    r"\b(?:for (?:his|her) part|in (?:his|her) turn|in turn|in (?:reply|response)|on (?:his|her) part|on (?:his|her) side)\b", re.I
)
_FAR = 3  # sentences from the last part told to one that says "for his part"


def next_speakers(syntax: Syntax, occasions: Sequence[Occasion], told: Sequence[Part]) -> Iterator[Part]:
    """The parts of those who speak on."""
    by_mention = {(o.mention.start, o.mention.end): o for o in occasions}
    known = {(p.event.start, p.who.start) for p in told}
    found: list[Part] = []
    for sentence in syntax.doc.sentences:
        if syntax.doc.article.blocks[sentence.block].role != "paragraph" or any(_in(p.who, sentence) for p in told):
            continue
        speaker = _speaker(syntax, sentence)
        if speaker is None or _elsewhere(syntax, sentence) or any(_in(o.mention, sentence) for o in occasions if o.kind != "Visit"):
            continue
        event = _scene(syntax, sentence, occasions, [*told, *found], by_mention)
        if event is None or (event.mention.start, speaker.start) in known:
            continue
        role = "attendee" if event.kind == "Meeting" else "speaker"
        part = Part(event.mention, speaker, role, event.status, sentence.span, "speaks on at the event told just before")
        found.append(part)
        yield part


def _in(mention: Mention, sentence: Sentence) -> bool:
    return sentence.start <= mention.start < sentence.end


def _speaker(syntax: Syntax, sentence: Sentence) -> Mention | None:
    """The named person who says something in the sentence's own clause."""
    for verb in syntax.doc.tokens[sentence.first : sentence.last]:
        if not _says(syntax, verb):
            continue
        people = [m for m in subjects(syntax, verb, ("Person",)) if m.form == "name" and _in(m, sentence)]
        if len(people) == 1:
            return people[0]
    return None


def _says(syntax: Syntax, verb: Token) -> bool:
    if verb.pos != "VERB" or verb.tag != "VBD" or verb.lemma.lower() not in reporting() or verb.lemma.lower() in words("writes"):
        return False
    return verb.dep in ("ROOT", "ccomp", "conj") and not (syntax.negated(verb) or wished(syntax, verb) or future(syntax, verb))


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(re.escape(w) for w in words('elsewhere')))})\b", re.I)


def _elsewhere(syntax: Syntax, sentence: Sentence) -> bool:
    """The sentence tells of words said at another time or in another way."""
    text = syntax.doc.text[sentence.start : sentence.end]
    outside = re.sub(r"[“\"][^”\"]{0,600}[”\"]", " ", text)
    dated = any(d.role == "date" and d.grain in ("day", "weekday", "week") and d.end <= sentence.end for d in syntax.doc.dates_in(sentence))
    return dated or _other().search(outside) is not None


def _scene(
    syntax: Syntax, sentence: Sentence, occasions: Sequence[Occasion], told: Sequence[Part], by_mention: dict[tuple[int, int], Occasion]
) -> Occasion | None:
    """The gathering of the sentence before, by its own mention or by somebody's part in it."""
    turn = _TURN.search(syntax.doc.text, sentence.start, sentence.end) is not None
    reach = _FAR if turn else 1
    for n in range(sentence.i - 1, max(sentence.i - reach, 0) - 1, -1):
        before = syntax.doc.sentences[n]
        if sentence.block - before.block > 1:
            return None
        parts = [p for p in told if _in(p.who, before) and p.role not in ("invited", "member", "leader") and p.status in _HELD]
        events = [by_mention[p.event.start, p.event.end] for p in parts if (p.event.start, p.event.end) in by_mention]
        if turn and sentence.block == before.block:
            events.extend(o for o in occasions if _in(o.mention, before) and o.told and o.status in ("held", "ongoing"))
        fit = [o for o in events if o.kind in _GATHERINGS and o.status in _HELD and o.mention.form != "verb"]  # whom A met is told in full
        if fit:
            return fit[-1] if len({o.kind for o in fit}) == 1 else None
    return None
