"""Named mentions of an article: segments of every sentence, kinds decided over the whole article, short names, acronyms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate import acronyms, implied
from kg.annotate import lexicon as lex
from kg.annotate.found import Found
from kg.annotate.kinds import Votes, clues
from kg.annotate.runs import segments
from kg.annotate.segment import Segment
from kg.annotate.words import Piece, pieces
from kg.data.gazetteer import fold
from kg.data.naming import second_mention
from kg.types import Article, MentionForm, Refusal, Span

_ENTITY = ("Person", "Agency", "Organization", "Country", "Place", "Event", "Agreement", "Law")
_SURE_POPULATION = 400_000  # a gazetteer place above this needs no other clue
_LEVELS = {
    "provincial": "province", "municipal": "city", "prefectural": "prefecture", "regional": "region", "national": "country",
    "federal": "country", "city": "city", "state": "state", "district": "district", "county": "county",
}  # fmt: skip
_NICKNAME = re.compile(r"\s*[“\"‘(][^“”\"‘’()]{1,30}[”\"’)]\s*")
_LOWER = re.compile(r"(?<![^\W_])[^\W\d_A-ZĐ][^\W\d_]*(?![^\W_])")


@dataclass(slots=True)
class Line:
    """One sentence with its pieces and segments."""

    start: int
    end: int
    heading: bool
    pieces: list[Piece]
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Names:
    """What ``find`` gives: mentions, titles before names (character spans), acronyms and what they stand for, refusals."""

    found: tuple[Found, ...]
    aliases: dict[str, str]
    refusals: tuple[Refusal, ...]


def find(article: Article, sentences: Sequence[tuple[int, int, bool]], numbers: Sequence[Span]) -> Names:
    """The named mentions of ``article``. ``sentences``: start, end, whether a title or heading; ``numbers``: the spans of dates and

    quantities, which no name crosses.
    """
    text = article.text
    lower = _lower_case(text, sentences)
    lines: list[Line] = []
    numbers = sorted(numbers)
    starts = [d.start for d in numbers]
    for start, end, heading in sentences:
        own = pieces(text, start, end)
        near = numbers[bisect_left(starts, start) : bisect_left(starts, end)]  # none begins in one sentence and ends in another
        barriers = frozenset(
            k for k, p in enumerate(own) if (p.cap and p.key in lex.words("calendar")) or any(d.start <= p.start < d.end for d in near)
        )
        cut = implied.complete(own, segments(own, lambda key: key in lower, barriers))
        lines.append(Line(start, end, heading, own, cut))
    kinds = _decide(text, lines)
    return _mentions(article, lines, kinds)


def _lower_case(text: str, sentences: Sequence[tuple[int, int, bool]]) -> frozenset[str]:
    return frozenset(fold(word) for start, end, _ in sentences for word in _LOWER.findall(text[start:end]))


def _key(text: str, line: Line, segment: Segment) -> str:
    return fold(text[line.pieces[segment.first].start : line.pieces[segment.last - 1].end])


def _open(segment: Segment) -> bool:
    """Whether the segment's kind is still to be decided."""
    if segment.what == "unknown":
        return True
    return segment.what == "Place" and segment.features.get("gazetteer") == "1"


def _title_cased(line: Line) -> bool:
    """A headline with a capital on most words: its capitals tell nothing."""
    words = [p for p in line.pieces if p.shape in ("cap", "low")]
    caps = sum(p.cap for p in words)
    return line.heading and len(words) > 3 and caps > 0.6 * len(words)


def _decide(text: str, lines: Sequence[Line]) -> dict[str, Votes]:
    """Votes for every name of open kind, by its key; short names get the votes of the long ones."""
    votes: dict[str, Votes] = defaultdict(Votes)
    populations: dict[str, int] = {}
    for line in lines:
        if _title_cased(line):
            continue
        for n, segment in enumerate(line.segments):
            if not _open(segment) or lex.no_name(text[line.pieces[segment.first].start : line.pieces[segment.last - 1].end]):
                continue
            before = _leading(line, n)
            clues(votes[_key(text, line, segment)], line.pieces, segment, before)
            populations[_key(text, line, segment)] = int(segment.features.get("population", "0"))
    alone = {line.pieces[s.first].key for line in lines for s in line.segments if s.what == "unknown" and s.last - s.first == 1}
    for line in lines:
        for segment in line.segments:
            words = [p.key for p in line.pieces[segment.first : segment.last]]
            if segment.what == "unknown" and 1 < len(words) <= 4:
                short = votes.get(second_mention(" ".join(words)))
                family = votes.get(words[0])
                if family is not None and family.weights.get("Person", 0) >= 3.0:
                    votes[_key(text, line, segment)].once("Person", 2.0, "its first word is a person's name elsewhere")
                if short is not None and words[-1] in alone and not lex.portfolio(words[-1]):
                    votes[_key(text, line, segment)].once("Person", 1.6, "its last word stands alone elsewhere")
                if short is not None and short.weights.get("Person", 0) >= max(1.0, short.weights.get("Place", 0)):
                    votes[_key(text, line, segment)].once("Person", 2.0, "its second mention is a person's")
    for tally in votes.values():
        tally.settle()
    _place_hints(lines, votes)
    _listed(text, lines, votes)
    long_names = _long(text, lines, votes)
    for key, tally in votes.items():
        for kind, long_name in sorted(set(long_names.get(key, ()))):
            custom = kind == "Person" and second_mention(long_name) == key
            tally.add(kind, 4.5 if custom else 2.5 if kind == "Person" else 1.8, f"short for {long_name!r}")
        person = "Person" in {k for k, _ in long_names.get(key, ())} or tally.weights.get("Person", 0) >= 4.0
        if populations.get(key, 0) >= _SURE_POPULATION and not person:
            tally.add("Place", 2.0, "a large place of the gazetteer")
    return votes


_DESIGNATIONS = frozenset(
    ("province", "district", "city", "prefecture", "state", "county", "port", "airport", "international", "harbour", "harbor", "seaport")
)


def _place_hints(lines: Sequence[Line], votes: dict[str, Votes]) -> None:
    """Names that stand before "Province" or at the head of a body's name ("An Giang Department of …") are places where they can be."""
    for line in lines:
        for k, piece in enumerate(line.pieces):
            if piece.cap and piece.key in _DESIGNATIONS:
                for size in range(1, min(4, k + 1)):
                    words = line.pieces[k - size : k]
                    if not all(p.cap for p in words):
                        break
                    key = " ".join(p.key for p in words)
                    if key in votes:
                        votes[key].once("Place", 3.0, "named with its sort")
        for n, segment in enumerate(line.segments):
            owned = n and line.pieces[segment.first - 1].shape == "poss" and line.segments[n - 1].last == segment.first - 1
            if segment.what == "Agency" and owned:
                key = " ".join(p.key for p in line.pieces[line.segments[n - 1].first : line.segments[n - 1].last])
                if key in votes and votes[key].weights.get("Place", 0) > 0:
                    votes[key].once("Place", 3.0, "it owns a body of a state")
            if segment.what == "Agency":
                for size in range(1, min(4, segment.last - segment.first)):
                    key = " ".join(p.key for p in line.pieces[segment.first : segment.first + size])
                    if key in votes and votes[key].weights.get("Place", 0) > 0:
                        votes[key].once("Place", 2.0, "a body is called by it")


_JOINTS = frozenset((",", "and", "or", ", and", "&"))


def _listed(text: str, lines: Sequence[Line], votes: dict[str, Votes]) -> None:
    """What stands in a list with names of one kind is of that kind: "in Axim, Esiama and Half Assini", "from Garissa to Modogashe"."""
    for line in lines:
        if _title_cased(line):
            continue
        chain: list[Segment] = []
        joints: list[str] = []
        for segment in [*line.segments, None]:
            gap = " ".join(p.text for p in line.pieces[chain[-1].last : segment.first]) if chain and segment is not None else ""
            if segment is not None and chain and gap in _JOINTS:
                chain.append(segment)
                joints.append(gap)
                continue
            if len(chain) > 1 and any(j != "," for j in joints):
                _agree(text, line, chain, votes)
            if segment is not None and chain and gap == "to" and _open(segment) and _from_place(text, line, chain[-1], votes):
                votes[_key(text, line, segment)].once("Place", 1.5, "from a place to it")
            chain, joints = ([segment], []) if segment is not None else ([], [])


def _from_place(text: str, line: Line, segment: Segment, votes: dict[str, Votes]) -> bool:
    begins = segment.first > 0 and line.pieces[segment.first - 1].key == "from"
    return begins and _kind(text, line, segment, votes) == "Place"


def _kind(text: str, line: Line, segment: Segment, votes: dict[str, Votes]) -> str | None:
    return votes[_key(text, line, segment)].winner() if _open(segment) and _key(text, line, segment) in votes else segment.what


def _agree(text: str, line: Line, chain: Sequence[Segment], votes: dict[str, Votes]) -> None:
    kinds = {"Organization" if k == "Agency" else k for s in chain if (k := _kind(text, line, s, votes)) is not None and k != "unknown"}
    if len(kinds) != 1 or not kinds <= {"Place", "Person", "Organization"}:
        return
    kind = kinds.pop()
    for segment in chain:
        key = _key(text, line, segment)
        if _open(segment) and key in votes and votes[key].winner() is None and (kind != "Person" or segment.last - segment.first > 1):
            votes[key].once(kind, 1.5 if kind == "Place" else 1.2, "listed with names of this kind")


def _leading(line: Line, n: int) -> list[Segment]:
    """The title or honorific right before a segment; or, before a body or place right before it, the title that leads there.

    "Ambassador to Vietnam Yamada Takio", "Vice Chairman of the People's Committee Nguyen Manh Quyen".
    """
    if not n:
        return []
    previous = line.segments[n - 1]
    gap = [p.text for p in line.pieces[previous.last : line.segments[n].first]]
    if previous.what == "title" and gap == [","]:
        return [Segment(previous.first, previous.last, ",", "title and comma")]
    if gap:
        return []
    if previous.what in ("title", "honorific"):
        return [previous]
    for k in range(n - 1, max(0, n - 3), -1):  # "Ambassador of Mongolia to Vietnam Jigjee Sereejav"
        between = [p.key for p in line.pieces[line.segments[k - 1].last : line.segments[k].first]]
        linked = between and all(w in ("of", "to", "for", "in", "the", "at") or w in _LEVELS for w in between)
        if not linked or line.segments[k].what not in ("Country", "Place", "Agency", "Organization"):
            break
        if line.segments[k - 1].what == "title":
            return [line.segments[k - 1], previous]
    return []


def _long(text: str, lines: Sequence[Line], votes: dict[str, Votes]) -> dict[str, list[tuple[str, str]]]:
    """Part -> the kinds and long names that it may be short for."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    seen: set[str] = set()
    for line in lines:
        for segment in line.segments:
            key = _key(text, line, segment)
            if segment.last - segment.first < 2 or key in seen:
                continue
            kind = votes[key].winner() if _open(segment) and key in votes else segment.what
            words = [p.key for p in line.pieces[segment.first : segment.last] if p.shape not in ("mark", "poss")]
            if kind == "Person":
                seen.add(key)
                names = [w for k, w in enumerate(words) if not lex.particle(w) or k == len(words) - 1]
                for k in range(len(words)):
                    for stop in range(k + 1, len(words) + 1):
                        part = " ".join(words[k:stop])
                        if stop - k < len(words) and (part in names or stop - k > 1):
                            found[part].append(("Person", key))
            elif kind == "Organization":
                seen.add(key)
                if _legal(line.pieces[segment.first]) and len(words) > 2:
                    words = words[1:]  # "Samudra Timur" of "PT Samudra Timur Tbk"
                for stop in range(1, len(words)):
                    part = " ".join(words[:stop])
                    if not lex.country_at(line.pieces, segment.first, segment.first + stop)[0] and not _common_place(part):
                        found[part].append((kind, key))
    return found


def _legal(piece: Piece) -> bool:
    noun = lex.body_noun(piece)
    return piece.text in ("PT", "CV", "UAB", "SIA") or (noun is not None and noun.where == "last")


def _common_place(part: str) -> bool:
    from kg.data.gazetteer import places

    return bool(places().lookup(part)) or lex.portfolio(part) or lex.opener(part)


def _mentions(article: Article, lines: Sequence[Line], votes: dict[str, Votes]) -> Names:
    text = article.text
    found: list[Found] = []
    refusals: list[Refusal] = []
    common = acronyms.common(text)
    told = {_key(text, line, s) for line in lines if not _title_cased(line) for s in line.segments}
    for n, line in enumerate(lines):
        cased = _title_cased(line)
        quoted = _works(text, line)
        for k, segment in enumerate(line.segments):
            if segment.what not in _ENTITY and segment.what != "unknown":
                continue
            start, end = line.pieces[segment.first].start, line.pieces[segment.last - 1].end
            name = segment.features.get("name") or " ".join(text[start:end].split())
            if lex.no_name(name) or (lex.acronym(name) and name in common):
                continue
            if any(s <= start and end <= e for s, e in quoted) or (
                segment.what in ("Organization", "unknown") and _wire(text, line, start, end)
            ):
                continue
            titled = k and line.segments[k - 1].what in ("title", "honorific") and line.segments[k - 1].last == segment.first
            known = fold(text[start:end]) in told or segment.features.get("known") or segment.what in ("Country", "Person") or titled
            if cased and not known:
                continue
            lone = line.pieces[segment.first] if segment.last - segment.first == 1 else None
            if segment.what == "unknown" and lone is not None and _no_lone_name(lone, votes):
                continue
            kind: str | None = segment.what
            if _open(segment):
                kind = votes[fold(text[start:end])].winner() if fold(text[start:end]) in votes else None
                if kind is None and segment.features.get("gazetteer") and not cased:
                    kind = "Place" if votes[fold(text[start:end])].weights.get("Place", 0) >= 1.5 else None
            if kind is None:
                if not cased and not line.heading:
                    span = article.to_source(Span(start, end))
                    refusals.append(Refusal(article.id, "annotate", "a capitalised name of unknown kind", name, span.start, span.end))
                continue
            if kind == "Place" and "noun" in segment.features and segment.first:
                before = line.pieces[segment.first - 1]
                if before.shape == "low" and before.key in lex.words("organization_noun"):
                    kind = "Organization"  # "the builder Hanjiang Bridge"
            if kind == "Person":
                name = _NICKNAME.sub(" ", name)
                if _JUNIOR.match(text, end - 2):  # the stop is the name's, unless it ends the sentence as well
                    end, name = end + 1, name + "."
            features = {key: value for key, value in segment.features.items() if key != "name"}
            form: MentionForm = "name"
            if features.pop("form", "") == "demonym":
                form = "demonym"
            elif kind in ("Agency", "Organization") and lex.acronym(name) and " " not in name:
                form = "acronym"
            _context(features, line, k, segment, text)
            found.append(Found(start, end, n, kind, form, name, features))  # type: ignore[arg-type]
    aliases = acronyms.define(text, found, [line.start for line in lines])
    return Names(tuple(found), aliases, tuple(refusals))


_JUNIOR = re.compile(r"[JS]r\.(?=,|\s+[a-z(])")
_DASH = re.compile(r"\)\s*(?:—|–|--?)")


def _wire(text: str, line: Line, start: int, end: int) -> bool:
    """The agency in the brackets of a dateline: "LIMA (XYZ) —"."""
    return text[start - 1 : start] == "(" and start - line.start < 60 and _DASH.match(text, end) is not None


_WORK = re.compile(r"[\"“]([^\W\d_a-z][^\"“”]{4,60}[^\W_])[\"”],? (?:an?|the|is|was|opened|will)\b")


def _works(text: str, line: Line) -> list[tuple[int, int]]:
    """Titles of works in quotation marks ("Songs of the Niger", an exhibition): the names inside are not meant."""
    found = []
    for match in _WORK.finditer(text, line.start, line.end):
        words = [w for w in match.group(1).split() if len(w) > 3]
        if len(match.group(1).split()) > 2 and words and all(w[0].isupper() for w in words):
            found.append(match.span(1))
    return found


def _no_lone_name(piece: Piece, votes: dict[str, Votes]) -> bool:
    """A capitalised noun that stands alone and names nothing ("the Forum", "Trade"), unless it is short for a person ("Park")."""
    if piece.key in votes and votes[piece.key].weights.get("Person", 0) >= 4.0:
        return False
    return lex.body_noun(piece) is not None or lex.opener(piece.key) or lex.portfolio(piece.key) or "/" in piece.text


def _context(features: dict[str, str], line: Line, k: int, segment: Segment, text: str) -> None:
    """The honorific and title right before, and whose the body is: "Sơn La's Department", "the city's", "the provincial"."""
    n = k - 1
    at = segment.first
    while n >= 0 and line.segments[n].last == at and line.segments[n].what in ("honorific", "title"):
        previous = line.segments[n]
        own = text[line.pieces[previous.first].start : line.pieces[previous.last - 1].end]
        if previous.what == "honorific":
            features.setdefault("honorific", own)
            if previous.features.get("gender"):
                features.setdefault("gender", previous.features["gender"])
        else:
            features.setdefault("title", own)
        at = previous.first
        n -= 1
    if segment.what not in ("Agency", "Organization", "Place"):
        return
    first = segment.first
    if first >= 2 and line.pieces[first - 1].shape == "poss":
        owner = next((s for s in line.segments if s.last == first - 1), None)
        if owner is not None and owner.what in ("Place", "Country", "Agency", "Organization", "unknown"):
            features["owner_start"] = str(line.pieces[owner.first].start)
        elif line.pieces[first - 2].shape == "low":
            features["owner"] = line.pieces[first - 2].key
    elif first >= 1 and line.pieces[first - 1].key in _LEVELS:
        features["owner"] = _LEVELS[line.pieces[first - 1].key]
    elif fold(text[line.pieces[first].start : line.pieces[segment.last - 1].end]) in lex.words("local_body"):
        features["owner"] = "province" if line.pieces[first].key.startswith("prov") else "city"
    elif line.pieces[first].key in ("provincial", "municipal", "prefectural") and segment.what == "Agency":
        features["owner"] = _LEVELS[line.pieces[first].key]
