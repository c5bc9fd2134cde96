"""Lists of those who were there ("Present were: A, President of B; C …"), parties told by name only later, and minutes.

A list is read in text order, so that it does not depend on the parser; whoever is only stood for ("representing Minister D") is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.data.words import event_verbs, reporting
from kg.extract._attendance_unsaid import Part
from kg.extract._interviews import interviews
from kg.extract._occasion_clauses import event_verb
from kg.extract._occasion_current import current
from kg.extract._occasion_people import listed
from kg.extract._occasion_words import words
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Sentence, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)
_REACH = 6  # sentences from "talks between the ministers" to "the ministers, A and B"
_SPEAKERS = ("speaker", "panelist", "panellist", "presenter")


def rolls(syntax: Syntax, occasions: tuple[Occasion, ...]) -> Iterator[Part]:
    """Those whom a list names: behind "Attending were", "Also present were", "In attendance:", "Participants:" and on the items below."""
    doc = syntax.doc
    for sentence in doc.sentences:
        found = _opening(syntax, sentence)
        if found is None:
            continue
        first, role = found
        occasion = current(occasions, sentence.i, doc.tokens[first - 1].start, syntax, planned=False)
        if occasion is None:
            continue
        people = listed(syntax, first, sentence.last, _PEOPLE)
        if not people and doc.text[: sentence.end].rstrip().endswith(":"):
            people = _items(syntax, sentence)
        for who in people:
            yield Part(occasion.mention, who, role, occasion.status, sentence.span, "in the list of those present")


def _opening(syntax: Syntax, sentence: Sentence) -> tuple[int, str] | None:
    """Where the list begins and which part its people have; None where the sentence opens none."""
    line = syntax.doc.tokens[sentence.first : sentence.last]
    at = next((n for n, t in enumerate(line[:9]) if t.text == ":" or t.lemma.lower() in ("be", "include")), None)
    if at is None or at == 0:
        return None
    before = [
        t
        for t in line[:at]
        if t.text[0].isalpha() and t.text.lower() not in ("also", "the", "in", "and", "those", "among", "others", "other", "following")
    ]
    if not before or len(before) > 2 or any(t.tag in ("VBD", "VBZ") for t in before):
        return None
    role = ""
    for token in before:
        word, lemma = token.text.lower(), token.lemma.lower()
        if lemma in _SPEAKERS:
            role = "speaker"
        elif word in words("roll") or lemma in words("roll") or lemma in words("guests") - {"those"}:
            role = role or "attendee"
        else:
            return None
    tail = line[at]
    if tail.lemma.lower() in ("be", "include") and tail.tag not in ("VBD", "VBN"):
        return None
    behind = tail.i + 1
    if behind < sentence.last and syntax.doc.tokens[behind].text == ":":
        behind += 1
    return behind, role


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
