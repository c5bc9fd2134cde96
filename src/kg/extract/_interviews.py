"""Interviews: "Q: … A: …", "Q. … A. (Governor) …", and answers under the speaker's name; questions are no statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract._speech_cues import Told
from kg.extract._syntax import Syntax
from kg.types import Block, Mention, Sentence, Span

_QUESTION = re.compile(r"\s*(?:Q|Question)\s?\d{0,3}\s?[.:)]\s")
_ANSWER = re.compile(r"\s*(?:A|Answer)\s?\d{0,3}\s?[.:)]\s*(?:\(([^()\n]{2,60})\)\s*:?)?\s*")
_LABEL = 60  # characters before the colon of a named answer


def interviews(syntax: Syntax) -> Iterator[Told]:
    """One statement for each answer; nothing unless questions are marked as such or asked in lines of their own."""
    doc = syntax.doc
    blocks = doc.article.blocks
    sentences: dict[int, list[Sentence]] = {}
    for sentence in doc.sentences:
        sentences.setdefault(sentence.block, []).append(sentence)
    first = next((n for n, b in enumerate(blocks) if n in sentences and _QUESTION.match(doc.text, b.start, b.end)), None)
    lines = [n for n in sentences if _asks(doc.text, blocks[n]) and blocks[n].role != "title"]
    if first is None and len(lines) < 2:
        return
    start = first if first is not None else lines[0]
    asked = [n for n in sentences if _QUESTION.match(doc.text, blocks[n].start, blocks[n].end) or _asks(doc.text, blocks[n])]
    if first is None and not _dialogue(syntax, sentences, asked):
        return
    current: Mention | None = None
    for n in sorted(sentences):
        if n < start:
            continue
        block = blocks[n]
        if n in asked:
            current = None if first is not None else _interviewee(syntax, start)
            continue
        at = block.start
        answer = _ANSWER.match(doc.text, block.start, block.end)
        named = _named(syntax, block, sentences[n][0])
        if answer is not None:
            current = _titled(syntax, answer.group(1)) if answer.group(1) else _interviewee(syntax, start)
            at = answer.end()
        elif named is not None:
            current, at = named
        elif block.role in ("heading", "title") or (n - 1 not in asked and n > asked[-1] and not _first_person(syntax, sentences[n])):
            current = None  # after the last answer the article goes on
        if current is not None and at < block.end:
            yield Told(current, (Span(at, sentences[n][-1].end),), sentences[n][0].i, -1, "answer in an interview")


def _first_person(syntax: Syntax, lines: list[Sentence]) -> bool:
    return any(t.text.lower() in ("i", "we", "our", "us", "my", "me", "ours") for line in lines for t in syntax.doc.words(line))


def _dialogue(syntax: Syntax, sentences: dict[int, list[Sentence]], asked: list[int]) -> bool:
    """Whether questions in lines of their own are put to somebody: half of the answers speak of "we" or "I"."""
    answers = [n + 1 for n in asked if n + 1 in sentences and n + 1 not in asked]
    spoken = [n for n in answers if _first_person(syntax, sentences[n])]
    return bool(answers) and 2 * len(spoken) >= len(answers)


def _asks(text: str, block: Block) -> bool:
    line = text[block.start : block.end].strip()
    return line.endswith("?") and len(line) < 400 and line[0] not in '"“«' and '"' not in line and "”" not in line


def _named(syntax: Syntax, block: Block, sentence: Sentence) -> tuple[Mention, int] | None:
    """ "Al-Harthy: We …": a person's name, with or without a title, and a colon open the block."""
    text = syntax.doc.text
    colon = text.find(":", block.start, min(block.end, block.start + _LABEL))
    if colon < 0:
        return None
    people = [m for m in syntax.doc.mentions if block.start <= m.start and m.end <= colon and m.kind == "Person" and m.form == "name"]
    if len(people) == 1 and not any(t.pos == "VERB" for t in syntax.doc.words(sentence) if t.end <= colon):
        return people[0], colon + 1 + len(text[colon + 1 : block.end]) - len(text[colon + 1 : block.end].lstrip())
    return None


def _titled(syntax: Syntax, label: str) -> Mention | None:
    """The one person whose name or title the label says: "(Governor)" is "Governor Ana Souza" elsewhere."""
    doc = syntax.doc
    words = label.strip().lower()
    found: dict[str, Mention] = {}
    for mention in doc.mentions:
        if mention.kind != "Person" or mention.form != "name":
            continue
        before = doc.text[max(0, mention.start - len(words) - 1) : mention.start].lower().strip()
        if mention.name.lower() == words or mention.name.lower().endswith(" " + words):
            found.setdefault(mention.name.lower().split()[-1], mention)
        elif before == words and not _qualified(doc.text, mention.start - len(words) - 1):
            found.setdefault(_key(mention), mention)
    return next(iter(found.values())) if found and len({_last(m) for m in found.values()}) == 1 else _longest(found)


def _qualified(text: str, at: int) -> bool:
    """Whether the title has a word before it that makes it another one ("Vice Governor")."""
    word = text[:at].rstrip().rsplit(maxsplit=1)[-1:] if at > 0 else []
    return bool(word) and word[0][:1].isupper() and word[0].lower() in ("vice", "deputy", "former", "acting", "lieutenant", "assistant")


def _key(mention: Mention) -> str:
    return mention.name.lower()


def _last(mention: Mention) -> frozenset[str]:
    return frozenset(mention.name.lower().split())


def _longest(found: dict[str, Mention]) -> Mention | None:
    """The fullest of several names when it holds all the others."""
    if not found:
        return None
    best = max(found.values(), key=lambda m: (len(m.name), -m.start))
    return best if all(_last(m) <= _last(best) for m in found.values()) else None


def _interviewee(syntax: Syntax, start: int) -> Mention | None:
    """The one person named before the first question, or the one whom an introduction tells to be interviewed."""
    doc = syntax.doc
    end = doc.article.blocks[start].start
    people = [m for m in doc.mentions if m.end <= end and m.kind == "Person" and m.form == "name"]
    best = {m.name: m for m in reversed(people)}
    if not best:
        return None
    fullest = _longest({m.name: m for m in best.values()})
    if fullest is not None:
        return fullest
    spoke = [
        m
        for m in people
        if any(
            w in doc.text[s.start : s.end].lower()
            for s in doc.sentences
            if s.start <= m.start < s.end
            for w in ("interview", "spoke to", "spoke with", "sat down", "talked to", "questions")
        )
    ]
    return spoke[0] if len({m.name for m in spoke}) == 1 else None
