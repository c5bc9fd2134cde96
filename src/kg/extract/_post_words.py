"""The word lists that only the extractor of posts reads (``data/posts``), and the shared ones as it needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.data import read_text, rows


@dataclass(frozen=True, slots=True)
class PostVerb:
    """A verb that tells a post; the head of ``data/posts/verbs.tsv`` says what the columns mean."""

    lemma: str
    particle: str
    use: str  # object subject be body
    status: str  # held former appointed nominated tense
    title: str


@cache
def verbs() -> Mapping[str, tuple[PostVerb, ...]]:
    """Verbs of posts by lemma."""
    found: dict[str, tuple[PostVerb, ...]] = {}
    for _, cells in rows("posts/verbs.tsv", ("lemma", "particle", "use", "status", "title")):
        record = PostVerb(*cells)
        found[record.lemma] = (*found.get(record.lemma, ()), record)
    return MappingProxyType(found)


@cache
def short_titles() -> Mapping[str, str]:
    """Posts in full by their short form as written ("Gov." -> "governor")."""
    return MappingProxyType({cells[0]: cells[1] for _, cells in rows("posts/short.tsv", ("short", "title"))})


@cache
def occupations() -> frozenset[str]:
    """Titles that are callings and no posts by themselves."""
    return frozenset(cells[0] for _, cells in rows("posts/occupations.tsv", ("title",)))


@cache
def portfolio() -> frozenset[str]:
    """Words of ministers' portfolios, in lower case."""
    return frozenset(line for line in read_text("text/portfolio.txt").split("\n") if line and not line.startswith("#"))


@cache
def descriptors() -> frozenset[str]:
    """Nouns that stand before a company's name and say what it does ("the juice maker X")."""
    return frozenset(cells[1] for _, cells in rows("text/name_words.tsv", ("set", "word")) if cells[0] == "organization_noun")


@cache
def heads() -> Mapping[str, frozenset[str]]:
    """Posts that head a body by words of the body's name, folded ("customs" -> commissioner …); longer names first."""
    found = {cells[0]: frozenset(cells[1].lower().split("|")) for _, cells in rows("posts/heads.tsv", ("noun", "titles"))}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))))


@cache
def nouns() -> Mapping[str, str]:
    """Nouns that tell of taking or leaving a post, with the status that they give it ("resignation" -> former)."""
    return MappingProxyType({cells[0]: cells[1] for _, cells in rows("posts/nouns.tsv", ("noun", "status"))})


@cache
def unsettled() -> frozenset[str]:
    """Verbs, by lemma, under which a post taken or left is only wished for, offered or denied."""
    return frozenset(line for line in read_text("posts/open.txt").split("\n") if line and not line.startswith("#"))


@cache
def rumours() -> re.Pattern[str]:
    """A noun of hearsay with what is rumoured behind it: "reports last week that …"."""
    lines = read_text("posts/rumours.txt").split("\n")
    nouns = sorted((re.escape(line) for line in lines if line and not line.startswith("#")), key=lambda n: (-len(n), n))
    return re.compile(rf"\b(?:{'|'.join(nouns)})\b(?:\s[\w’'-]+){{0,4}}\s(?:that|of|saying|about)\s", re.IGNORECASE)


@cache
def parts() -> Mapping[str, frozenset[str]]:
    """Posts that are a state's or province's in some countries, with the countries' codes."""
    return MappingProxyType({cells[0]: frozenset(cells[1].split("|")) for _, cells in rows("posts/parts.tsv", ("title", "countries"))})
