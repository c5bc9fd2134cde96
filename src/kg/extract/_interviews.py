"""Interviews: "Q: … A: …", "Q. … A. (Governor) …", turns under names or initials, and questions in lines of their own.

A text is an interview where turns are marked as questions or questions stand in lines of their own and somebody answers as "I" or "we".
Whoever asks makes no statements; whom a label or the introduction does not name gets none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from kg.extract._interviewees import interviewee, labelled, titled
from kg.extract._speech_cues import Told
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence, Span

_QUESTION = re.compile(r"[\s*_]*(?:Q|Question)\s?\d{0,3}\s?[.:)–-][\s*_]")
_ANSWER = re.compile(r"[\s*_]*(?:A|Answer)\s?\d{0,3}\s?[.:)–-][\s*_]*(?:\(([^()\n]{2,60})\)\s*:?)?[\s*_]*")
_LABEL = re.compile(r"[\s*_]*([^\W\d_][^:?!\n“”\"]{0,58}?)[*_]*\s?:[\s*_]+")
_ASKERS = frozenset(("reporter", "interviewer", "question", "journalist", "moderator", "host", "editor", "correspondent"))
_I = frozenset(("i", "we", "our", "us", "my", "me", "ours"))
_PROMPT = 160  # characters of a line that is put to somebody without a question mark


def interviews(syntax: Syntax) -> Iterator[Told]:
    """One statement for each block of an answer; nothing where the text is no interview."""
    doc = syntax.doc
    blocks: dict[int, list[Sentence]] = {}
    for sentence in doc.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    turns = _marked(syntax, blocks) or _named(syntax, blocks) or _lines(syntax, blocks)
    if not turns:
        return
    current: Mention | None = None
    last = max(turns)
    for n in sorted(blocks):
        block = doc.article.blocks[n]
        at = block.start
        if n in turns:
            current, at = turns[n]
        elif block.role in ("heading", "title") or (n > last and not _first_person(syntax, blocks[n])):
            current = None  # after the last answer the article goes on
        if current is not None and at < block.end:
            yield Told(current, (Span(at, blocks[n][-1].end),), blocks[n][0].i, -1, "answer in an interview")


Turns = Mapping[int, tuple[Mention | None, int]]  # by block: who speaks (None: who asks, or nobody knows), and where the words begin


def _marked(syntax: Syntax, blocks: Mapping[int, Sequence[Sentence]]) -> Turns:
    """Turns that are marked "Q" and "A"."""
    doc = syntax.doc
    turns: dict[int, tuple[Mention | None, int]] = {}
    start = -1
    for n in sorted(blocks):
        block = doc.article.blocks[n]
        if _QUESTION.match(doc.text, block.start, block.end):
            start = n if start < 0 else start
            turns[n] = (None, block.end)
        elif start >= 0 and (found := _ANSWER.match(doc.text, block.start, block.end)):
            turns[n] = (titled(syntax, found.group(1)) if found.group(1) else interviewee(syntax, start), found.end())
    return turns if start >= 0 else {}


def _named(syntax: Syntax, blocks: Mapping[int, Sequence[Sentence]]) -> Turns:
    """Turns under names, initials or a paper's name; at least two questions, by a label that asks or in lines of their own."""
    doc = syntax.doc
    labels: dict[int, tuple[str, int]] = {}
    for n, block in enumerate(doc.article.blocks):
        found = _LABEL.match(doc.text, block.start, block.end)
        if found is None or block.role in ("title", "heading", "byline") or len(found.group(1).split()) > 6:
            continue
        if n in blocks or found.group(1).lower() in _ASKERS:  # "Reporter: …" may have been read as a credit
            labels[n] = (found.group(1), found.end())
    asked = [n for n in range(len(doc.article.blocks)) if (n in blocks or n in labels) and _asks(syntax, n)]
    questions = [n for n in asked if n in labels]
    askers = {labels[n][0] for n in questions}
    answering = {label for n, (label, _) in labels.items() if n not in questions} - askers
    people = {label: labelled(syntax, label, min(labels)) for label in sorted(answering)}
    if len(asked) < 2 or not any(people.values()) or not any(n + 1 in labels and people.get(labels[n + 1][0]) for n in asked):
        return {}
    turns: dict[int, tuple[Mention | None, int]] = {n: (None, syntax.doc.article.blocks[n].end) for n in asked}
    for n, (label, at) in labels.items():
        if label in askers or label.lower() in _ASKERS:
            turns[n] = (None, at)
        elif n > min(asked):
            person = people.get(label)
            turns[n] = ((_inside(syntax, n, at) or person) if person is not None else None, at)
    return turns


def _inside(syntax: Syntax, n: int, at: int) -> Mention | None:
    """The person named by the label itself."""
    start = syntax.doc.article.blocks[n].start
    return next((m for m in syntax.doc.mentions if start <= m.start and m.end <= at and m.kind == "Person" and m.form == "name"), None)


def _lines(syntax: Syntax, blocks: Mapping[int, Sequence[Sentence]]) -> Turns:
    """Questions in lines of their own, and what stands between them."""
    asked = [n for n in sorted(blocks) if _asks(syntax, n) and syntax.doc.article.blocks[n].role != "title"]
    if len(asked) < 2 or not _dialogue(syntax, blocks, asked):
        return {}
    who = interviewee(syntax, asked[0])
    if who is None:
        return {}
    gaps = [[n for n in sorted(blocks) if left < n < right] for left, right in zip(asked, (*asked[1:], max(blocks) + 1), strict=True)]
    short = median_low([len(gap) for gap in gaps[:-1]]) <= 1  # each answer is one block
    turns: dict[int, tuple[Mention | None, int]] = {}
    for question, gap in zip(asked, gaps, strict=True):
        turns[question] = (None, syntax.doc.article.blocks[question].end)
        closing = gap is gaps[-1]
        for k, n in enumerate(gap):
            block = syntax.doc.article.blocks[n]
            prompt = short and k % 2 == 1 and (len(gap) % 2 == 1 or closing) and block.end - block.start < _PROMPT
            if k == 0 or prompt or (short and closing):
                turns[n] = (who if k == 0 else None, block.start)
            elif k and gap[k - 1] in turns and turns[gap[k - 1]][0] is None:
                turns[n] = (who, block.start)
    return turns


def _asks(syntax: Syntax, n: int) -> bool:
    """Whether the block is a question: plain, in bold marks, or all of it in quotation marks."""
    block = syntax.doc.article.blocks[n]
    line = syntax.doc.text[block.start : block.end].strip().strip("*_ ")
    whole = line[:1] in tuple('"“') and line[-1:] in tuple('"”') and len(re.findall('["“”]', line)) == 2
    bare = line[1:-1].strip() if whole else line
    return bare.endswith("?") and len(bare) < 400 and not re.search('["“”«]', bare)


def _first_person(syntax: Syntax, lines: Sequence[Sentence]) -> bool:
    return any(t.text.lower() in _I for line in lines for t in syntax.doc.words(line))


def _dialogue(syntax: Syntax, blocks: Mapping[int, Sequence[Sentence]], asked: Sequence[int]) -> bool:
    """Whether questions in lines of their own are put to somebody: half of the answers speak of "we" or "I"."""
    answers = [n + 1 for n in asked if n + 1 in blocks and n + 1 not in asked]
    spoken = [n for n in answers if _first_person(syntax, blocks[n])]
    quoted = [n for n in answers if any(q.start <= blocks[n][0].start + 1 for q in syntax.doc.quotes if q.end > blocks[n][0].start)]
    return bool(answers) and 2 * len(spoken) >= len(answers) and 2 * len(quoted) <= len(answers)
