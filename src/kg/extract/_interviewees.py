"""Who answers in an interview: by the label of a turn, a title in brackets, or the introduction before the first question."""

from __future__ import annotations

import re

from kg.data import words as lists
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence

_ASKS = re.compile(
    r"(?:\bby|\breporters?|\bcorrespondents?|\bjournalists?|\beditors?|\binterviewers?|\bour|\binterviewed by|\btold|\bpublisher)\s+$", re.I
)
_TALKS = re.compile(
    r"\b(?:spoke|spoken|speaks|talked|talks|sat down|sits down|chatted|answered|met)\b[^.]{0,80}?\b(?:to|with|by|from)\s+(?:\w+\s+){0,3}$"
)
_OURS = re.compile(
    r"\s*(?:,\s*)?(?:(?:of|from) (?:this|the) (?:newspaper|paper|magazine|news|daily|weekly)"
    r"|(?:our|a|the) (?:reporter|correspondent|editor))",
    re.I,
)
_NEAR = 90  # characters from a name to a title that belongs to it


def labelled(syntax: Syntax, label: str, first: int) -> Mention | None:
    """The person whose name, with or without a title, or whose initials the label of a turn is; None for a paper or a stranger."""
    words = label.lower().replace(".", "").split()
    people = [m for m in syntax.doc.mentions if m.kind == "Person" and m.form == "name"]
    found = {m.name: m for m in reversed(people) if _tail(m.name.lower().split(), words)}
    if not found and label.isupper() and 2 <= len(label) <= 4:
        found = {
            m.name: m for m in reversed(people) if "".join(w[0] for w in re.split(r"[\s-]+", m.name)).upper() == label.replace(".", "")
        }
    if found:
        return longest(found)
    return titled(syntax, label) if words[-1:] and words[-1] in lists.titles() else None


def _tail(name: list[str], words: list[str]) -> bool:
    """Whether the label ends in the name or in a word of it, with nothing but a title before."""
    title = words[: len(words) - 1]
    if words[-len(name) :] == name:
        title = words[: len(words) - len(name)]
    elif not words or words[-1] not in name:
        return False
    elif all(w in name for w in words):
        title = []
    return not title or " ".join(title) in lists.titles() or title[-1] in {"mr", "mrs", "ms", "dr", "prof", "professor", *lists.titles()}


def titled(syntax: Syntax, label: str) -> Mention | None:
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
            found.setdefault(mention.name.lower(), mention)
    return next(iter(found.values())) if found and len({_words(m) for m in found.values()}) == 1 else longest(found)


def _qualified(text: str, at: int) -> bool:
    """Whether the title has a word before it that makes it another one ("Vice Governor")."""
    word = text[:at].rstrip().rsplit(maxsplit=1)[-1:] if at > 0 else []
    return bool(word) and word[0][:1].isupper() and word[0].lower() in ("vice", "deputy", "former", "acting", "lieutenant", "assistant")


def _words(mention: Mention) -> frozenset[str]:
    return frozenset(mention.name.lower().split())


def longest(found: dict[str, Mention]) -> Mention | None:
    """The fullest of several names when it holds all the others."""
    if not found:
        return None
    best = max(found.values(), key=lambda m: (len(m.name), -m.start))
    return best if all(_words(m) <= _words(best) for m in found.values()) else None


def interviewee(syntax: Syntax, start: int) -> Mention | None:
    """The one person whom the blocks before ``start`` present; reporters and whomever somebody "spoke to" without a post are none."""
    doc = syntax.doc
    end = doc.article.blocks[start].start
    people = [m for m in doc.mentions if m.end <= end and m.kind == "Person" and m.form == "name"]
    for keep in (_answering, _posted, _asked):
        found = {m.name: m for m in reversed(people) if keep(syntax, m)}
        if found and (best := longest(found)) is not None:
            return best
        people = [m for m in people if m.name in found] or people
    return None


def _answering(syntax: Syntax, mention: Mention) -> bool:
    """Whether nothing around the name makes it the one who asks."""
    doc = syntax.doc
    sentence = _sentence(syntax, mention)
    before = doc.text[sentence.start : mention.start]
    byline = doc.article.blocks[sentence.block].role == "byline"
    talked = bool(_TALKS.search(before)) and not _posted(syntax, mention)
    return not (byline or _ASKS.search(before) or _OURS.match(doc.text, mention.end) or talked)


def _posted(syntax: Syntax, mention: Mention) -> bool:
    """Whether a post stands with the name: before it, in apposition, or in a predicate ("X has been mayor of …")."""
    after = syntax.doc.text[mention.end : min(mention.end + _NEAR, _sentence(syntax, mention).end)].lower()
    words = re.findall(r"[\w-]+", after)
    predicate = re.match(r"\s*(?:,|is\b|was\b|has been\b|became\b|heads\b|leads\b|chairs\b|runs\b|\()", after)
    return bool(mention.features.get("title")) or (predicate is not None and any(w in lists.titles() for w in words))


def _asked(syntax: Syntax, mention: Mention) -> bool:
    sentence = _sentence(syntax, mention)
    words = syntax.doc.text[sentence.start : sentence.end].lower()
    return any(w in words for w in ("interview", "spoke to", "spoke with", "sat down", "talked to", "questions"))


def _sentence(syntax: Syntax, mention: Mention) -> Sentence:
    return syntax.doc.sentences[syntax.doc.tokens[mention.token].sentence]
