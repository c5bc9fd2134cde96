"""Bodies whose names are not one run of capitals: "the commerce ministry", "Turkana county government", "African Union (AU) Commission"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate.segment import Segment
from kg.annotate.words import Piece

_EACH = {"ministries": "Ministry", "departments": "Department"}
_LOCAL = frozenset(("government", "council", "assembly", "legislature", "administration"))
_OFFICES = frozenset(("bureau", "department", "directorate", "commission", "administration", "authority", "office", "division", "agency"))
_TRIGGERS = _LOCAL | _OFFICES | {"ministry"}
_SMALL = frozenset(("of", "and", "the", "for"))
_OWNERS = frozenset(("its", "his", "her", "their", "our", "my", "your", "another", "each", "every", "which", "whose", "no", "any"))


def complete(pieces: Sequence[Piece], segments: list[Segment]) -> list[Segment]:
    """``segments`` with the bodies that small letters and brackets name, in order; what they swallow is left out."""
    found = [s for k, piece in enumerate(pieces) if piece.key in _EACH and not piece.cap for s in _each(pieces, k, segments)]
    found += [
        segment
        for k, piece in enumerate(pieces)
        if (piece.key in _TRIGGERS and not piece.cap) or piece.text == ")"
        if (segment := next((s for read in _READINGS if (s := read(pieces, k, segments)) is not None), None)) is not None
    ]
    if not found:
        return segments
    kept = [s for s in segments if not any(f.first < s.last and s.first < f.last for f in found)]
    return sorted([*kept, *found], key=lambda s: s.first)


def _each(pieces: Sequence[Piece], at: int, segments: Sequence[Segment]) -> list[Segment]:
    """ "the departments of trade of Ha Giang, Lao Cai and Yen Bai", "the foreign ministries of Chad and Niger": one of each place."""
    noun = _EACH[pieces[at].key]
    stop = at + 1
    portfolio = ""
    if at + 2 < len(pieces) and pieces[stop].key == "of" and _portfolio(pieces[stop + 1]):
        end = _listed(pieces, stop + 1)
        if end is None:
            return []
        portfolio = f"{noun} of {_title(pieces[stop + 1 : end])}"
        stop = end
    elif at and _portfolio(pieces[at - 1]):
        first = at
        while first and (_portfolio(pieces[first - 1]) or (pieces[first - 1].key == "and" and first > 1)):
            first -= 1
        portfolio = f"{_title(pieces[first:at])} {noun}"
    if not portfolio or stop + 1 >= len(pieces) or pieces[stop].key != "of":
        return []
    found: list[Segment] = []
    begin = stop + 1
    for segment in (s for s in segments if s.first >= begin):
        gap = " ".join(p.text for p in pieces[begin : segment.first])
        joined = (gap in ("", "the")) if not found else gap in (",", "and", ", and", "and the")
        if not joined or segment.what not in ("Place", "Country", "unknown"):
            break
        place = _title(pieces[segment.first : segment.last])
        name = f"{portfolio} of {place}" if segment.what == "Country" else f"{place} {portfolio}"
        features = {"noun": noun.lower(), "name": name}
        found.append(Segment(segment.first, segment.last, "Agency", "one of several bodies of a name", features))
        begin = segment.last
    return found if len(found) > 1 else []


def _title(pieces: Sequence[Piece]) -> str:
    """The pieces as a name, with capitals: "commerce and industry ministry" is the Commerce and Industry Ministry."""
    words = [p.text if p.cap or p.key in _SMALL else p.text[:1].upper() + p.text[1:] for p in pieces]
    return " ".join(words).replace(" ,", ",")


def _ministry(pieces: Sequence[Piece], at: int, segments: Sequence[Segment]) -> Segment | None:
    """ "the Indian commerce ministry", "the ministry of foreign affairs"."""
    if pieces[at].key != "ministry":
        return None
    first, last = at, at + 1
    while first and (_portfolio(pieces[first - 1]) or (pieces[first - 1].key == "and" and first > 1 and _portfolio(pieces[first - 2]))):
        first -= 1
    if first == at:
        if at + 2 >= len(pieces) or pieces[at + 1].key != "of":
            return None
        stop = _listed(pieces, at + 2 + (pieces[at + 2].key == "the"))
        if stop is None:
            return None
        last = stop
    before = pieces[first - 1] if first else None
    if before is not None and (before.key in _OWNERS or (before.cap and before.key in lex.words("calendar"))):
        return None
    country = next((s for s in segments if s.last == first and s.what == "Country"), None)
    if country is not None:
        return Segment(country.first, last, "Agency", "a ministry in small letters", _features(pieces[country.first : last], "ministry"))
    if before is not None and before.cap:
        return None
    return Segment(first, last, "Agency", "a ministry in small letters", _features(pieces[first:last], "ministry"))


def _features(pieces: Sequence[Piece], noun: str) -> dict[str, str]:
    return {"noun": noun, "name": _title(pieces)}


def _portfolio(piece: Piece) -> bool:
    return piece.shape == "low" and lex.portfolio(piece.key)


def _listed(pieces: Sequence[Piece], begin: int) -> int | None:
    """The end of "foreign affairs", "commerce, industry and supplies" in small letters; None where no portfolio stands there."""
    at = begin
    good = None
    comma = False
    while at < len(pieces):
        if _portfolio(pieces[at]):
            at += 1
            good = good if comma else at
            continue
        ahead = at + 1 < len(pieces) and _portfolio(pieces[at + 1])
        if at == begin or not ahead or pieces[at].text not in (",", "and", "&"):
            break
        comma = pieces[at].text == ","
        at += 1
    return good


def _government(pieces: Sequence[Piece], at: int, segments: Sequence[Segment]) -> Segment | None:
    """ "Gumi city government", "the county government of Turkana"."""
    if pieces[at].key not in _LOCAL or pieces[at].cap or not at or pieces[at - 1].key not in lex.words("level"):
        return None
    place = next((s for s in segments if s.last == at - 1 and s.what in ("Place", "unknown")), None)
    if place is not None:
        return Segment(place.first, at + 1, "Agency", "a local government", _features(pieces[place.first : at + 1], pieces[at].key))
    if at + 2 < len(pieces) and pieces[at + 1].key == "of":
        place = next((s for s in segments if s.first == at + 2 and s.what in ("Place", "unknown")), None)
        if place is not None:
            name = _title([*pieces[place.first : place.last], *pieces[at - 1 : at + 1]])
            return Segment(at - 1, place.last, "Agency", "a local government", {"noun": pieces[at].key, "name": name})
    return None


def _office(pieces: Sequence[Piece], at: int, segments: Sequence[Segment]) -> Segment | None:
    """ "the Yiwu bureau of commerce", "Shandong provincial department of transport", "the Cluj county health directorate"."""
    if pieces[at].key not in _OFFICES or pieces[at].cap:
        return None
    first, last = at, at + 1
    while first and _portfolio(pieces[first - 1]):
        first -= 1
    if first == at:
        stop = _listed(pieces, at + 2) if at + 2 < len(pieces) and pieces[at + 1].key in ("of", "for") else None
        if stop is None:
            return None
        last = stop
    if first and pieces[first - 1].key in lex.words("level"):
        first -= 1
    place = next((s for s in segments if s.last == first and s.what in ("Place", "unknown")), None)
    if place is None or (place.what == "unknown" and place.last - place.first > 2):
        return None
    features = _features(pieces[place.first : last], pieces[at].key)
    return Segment(place.first, last, "Agency", "an office of a place in small letters", features)


def _bracketed(pieces: Sequence[Piece], at: int, segments: Sequence[Segment]) -> Segment | None:
    """ "Mano River Union (MRU) Secretariat": a head noun behind the acronym of another body."""
    if pieces[at].text != ")" or at < 3 or at + 1 >= len(pieces) or pieces[at - 2].text != "(" or not lex.acronym(pieces[at - 1].text):
        return None
    noun = lex.body_noun(pieces[at + 1])
    owner = next((s for s in segments if s.last == at - 2 and s.what in ("Organization", "Agency")), None)
    if noun is None or owner is None or noun.type != "Agency" or any(s.first <= at + 1 < s.last and s.last > at + 2 for s in segments):
        return None
    name = _title([*pieces[owner.first : owner.last], pieces[at + 1]])
    return Segment(at + 1, at + 2, owner.what, "an organ of the body before the brackets", {"noun": noun.noun, "name": name})


_READINGS = (_ministry, _government, _office, _bracketed)
