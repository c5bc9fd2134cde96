"""What a capitalised name of unknown kind is: evidence from its words and its neighbours, summed over the whole article.

Each clue has a weight and a reason; a kind wins with at least ``ENOUGH`` and ``MARGIN`` more than the next, else the name is left
out and said so (one sense per discourse, Gale, Church and Yarowsky 1992: a name has one kind in an article).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate import lexicon as lex
from kg.annotate.dealing import deals
from kg.annotate.people import foreign_words, joined, person_like
from kg.annotate.segment import Segment
from kg.annotate.words import Piece
from kg.data import words as lists
from kg.data.gazetteer import places

ENOUGH = 1.5
MARGIN = 0.6


@dataclass(slots=True)
class Votes:
    """Weights by kind, and the reasons in words."""

    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reasons: list[str] = field(default_factory=list)
    foreign: bool = False  # several words of no language, as people are called

    def add(self, kind: str, weight: float, reason: str) -> None:
        """One clue."""
        self.weights[kind] += weight
        self.reasons.append(f"{kind} {weight:+.1f}: {reason}")

    def once(self, kind: str, weight: float, reason: str) -> None:
        """A clue of the name's own words, which counts once however often the name stands there."""
        if not any(r.endswith(f": {reason}") for r in self.reasons):
            self.add(kind, weight, reason)

    def settle(self) -> None:
        """Once all clues are in: foreign words are a person where nothing clear says otherwise."""
        others = max((w for kind, w in self.weights.items() if kind != "Person"), default=0.0)
        if self.foreign and others < 1.7:
            self.once("Person", 0.9, "several words of no language")

    def winner(self) -> str | None:
        """The kind that wins clearly, or None."""
        weights = dict(self.weights)
        if weights.get("Agency", 0.0) > 0.0:  # both are bodies: together they stand against a person or place
            body = "Agency" if weights["Agency"] >= min(2.5, weights.get("Organization", 0.0)) else "Organization"
            total = weights.pop("Agency") + weights.pop("Organization", 0.0)
            weights[body] = total
        order = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if not order or order[0][1] < ENOUGH:
            return None
        if len(order) > 1 and order[0][1] - order[1][1] < MARGIN:
            return None
        return order[0][0]


def _no_person(piece: Piece) -> bool:
    """A word that is nobody's name even behind a title: "Heads of Government Meeting", "deputy PM"."""
    return piece.key in lists.event_nouns() or piece.key in lists.agreement_nouns() or piece.text in lists.honorifics()


def clues(votes: Votes, pieces: Sequence[Piece], segment: Segment, before: Sequence[Segment]) -> None:
    """Add the clues of one occurrence. ``before``: the segments that end where this one begins, or lead there from a title."""
    first, last = segment.first, segment.last
    own = pieces[first:last]
    if before and before[-1].what in ("title", "honorific") and not (len(own) == 1 and _no_person(own[0])):
        votes.add("Person", 4.0, f"follows a {before[-1].what}")
    elif len(before) > 1:
        votes.add("Person", 3.5, "follows a title and what it is of")
    elif before and before[-1].what == "," and len(own) > 1:
        votes.add("Person", 3.0, "follows a title and a comma")
    like = person_like(own)
    if like:
        votes.once("Person", like, "made like a person's name")
    own_words = foreign_words(own)
    votes.foreign = votes.foreign or own_words
    if len(own) > 1 and own[0].key in lex.words("promotes") and _land(pieces, first + 1, last):
        votes.once("Agency", 4.0, "it promotes a country")
    if len(own) > 2 and any(p.text == "&" for p in own[1:-1]):
        votes.once("Organization", 3.0, "two names with an ampersand")
    proper = len(own) > 1 and not lex.given(own[0].key) and not lex.everyday(own[0].key)
    if proper and _thing(own[-1]) and "gazetteer" not in segment.features:
        votes.once("Organization", 0.5, "a name and a noun")
    if len(own) > 1 and own[-1].cap and own[-1].text.lower() in lists.bodies():
        votes.once("Organization", 2.0, "ends in a noun of bodies")
    if len(own) > 1 and lex.acronym(own[0].text) and own[0].text.isupper() and not own[-1].text.isupper():
        votes.once("Organization", 1.5, "an acronym and a name")
    if len(own) == 1 and lex.made_like(own[0].key, "firm"):
        votes.once("Organization", 1.5, "made like a firm's name")
    if own_words and first and pieces[first - 1].shape == "poss" and first > 1 and pieces[first - 2].cap:
        votes.once("Person", 0.8, "somebody's, in words of no language")
    if len(own) > 1 and _behind_apposition(pieces, first, last):
        votes.add("Person", 2.5, "between commas behind a post")
    left = [p.key for p in pieces[max(0, first - 3) : first]]
    posts = any(p.key in lists.titles() for p in pieces[max(0, first - 9) : max(0, first - 1)])
    if len(own) > 1 and posts and left and left[-1] in ("is", "was", "are", "were"):
        votes.add("Person", 2.0, f"'… {left[-1]}' after a post")
    dateline = first == 0 and bool(segment.features.get("gazetteer"))  # "LIMA (XYZ) —"
    capitals = len(own) == 1 and lex.acronym(own[0].text) and own[0].text.isupper() and not dateline
    _before(votes, left, pieces, first, last)
    _after(votes, pieces, last, len(own), capitals or any(joined(p.text) for p in own[:2]))
    if not segment.features.get("gazetteer"):
        _owner(votes, pieces, last, left)
    if capitals and len(own[0].text) > 2 and first and _in_office(pieces, first, left):
        votes.add("Organization", 0.6, "whose post or whose country stands before it")
    if any(joined(p.text) for p in own[:2]):
        votes.once("Organization", 1.2, "a capital inside")
    if len(own) == 2 and own_words and "-" in own[1].text.strip("-") and "-" not in own[0].text:
        votes.once("Person", 0.7, "a double family name")
    if segment.what == "unknown" and (dealing := deals(pieces, first, last)):
        votes.add("Organization", 1.5 if len(own) == 1 or dealing == "with" else 1.0, "a party of a paper")
    if len(own) == 1 and "-" in own[0].text and any(places().lookup(part) for part in own[0].text.split("-")):
        votes.once("Place", 1.0, "a compound with a place of the gazetteer")
    if len(own) > 1 and own[0].key in lex.words("place_first") and not lex.honorific_at(own, 0, 1):
        votes.once("Place", 3.0, "begins with a noun of places")
    if "prefix" in segment.features and len(own) == 1:
        votes.once("Place", 1.0, "in the gazetteer")
    if segment.features.get("gazetteer"):
        large = int(segment.features.get("population", "0")) >= 50_000 or len(own) > 1
        votes.once("Place", 1.8 if large else 1.0, "in the gazetteer")
    if len(own) == 2 and segment.rule.startswith("a country's name") and own[1].text.isupper():
        votes.once("Organization", 1.6, "a country's name and an acronym")
    if capitals:
        modifies = last < len(pieces) and pieces[last].shape == "low" and not _closed(pieces[last])
        counted = bool(left) and (left[-1] in ("a", "an", "per", "each", "every") or pieces[first - 1].shape == "num")
        long = 3 <= len(own[0].text) <= 6 and own[0].text.isalpha() and not modifies and not counted
        votes.once("Organization", 1.5 if long else 1.0, "an acronym")
        bracket = [p.text for p in pieces[last : last + 1]] == ["("]
        if bracket and [p.text[0] for p in pieces[last + 1 : last + 2] if p.cap] == [own[0].text[0]]:
            votes.once("Organization", 1.0, "its words in brackets")


def _land(pieces: Sequence[Piece], first: int, last: int) -> bool:
    return last - first in (lex.country_at(pieces, first, last)[0], lex.place_at(pieces, first, last)[0])


def _owner(votes: Votes, pieces: Sequence[Piece], last: int, left: Sequence[str]) -> None:
    """ "Agexport director Amador Carballido": a name before a post in small letters and another name."""
    if last >= len(pieces) or pieces[last].cap or not (size := lex.title_at(pieces, last, min(len(pieces), last + 4))):
        return
    if last + size < len(pieces) and pieces[last + size].cap:
        votes.add("Organization", 2.2, f"before '{pieces[last].text} …' and a name")
    elif left and left[-1] == "former":
        votes.add("Organization", 1.6, f"between 'former' and {pieces[last].text!r}")


def _closed(piece: Piece) -> bool:
    """A word in small letters that is no noun: a preposition, a verb of what bodies and people do."""
    return lex.opener(piece.key) or piece.key in lex.words("speech") or piece.key in lex.words("human")


def _in_office(pieces: Sequence[Piece], first: int, left: Sequence[str]) -> bool:
    """ "president of NACCIMA", "Honduras' FIDE", "told RPP"."""
    if pieces[first - 1].shape == "poss" or pieces[first - 1].text in "’'" or left[-1] in ("told", "with", "by"):
        return True
    return left[-1] == "of" and len(left) > 1 and left[-2] in lists.titles()


def _thing(piece: Piece) -> bool:
    """A noun of the language that nobody is called by ("Ceramics", "Harbour")."""
    return piece.cap and lex.everyday(piece.key) and not piece.text.isupper() and len(piece.key) > 3


def _sited(pieces: Sequence[Piece], first: int) -> bool:
    """Whether "in" or a comma and a place of the gazetteer follow the name at ``first``."""
    at = first
    while at < len(pieces) and pieces[at].cap:
        at += 1
    if at + 1 >= len(pieces) or (pieces[at].key != "in" and pieces[at].text != ","):
        return False
    return bool(lex.place_at(pieces, at + 1, len(pieces))[0])


def _behind_apposition(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """ "the bloc's ambassador to Georgia, Paweł Zieliński,": between commas, a post in small letters shortly before."""
    if first < 2 or pieces[first - 1].text != "," or last >= len(pieces) or pieces[last].text not in ",.":
        return False
    for piece in reversed(pieces[max(0, first - 11) : first - 1]):
        if piece.shape == "mark" and piece.text not in "-'’":
            return False
        if piece.key in lists.titles():
            return True
    return False


_RELATED = frozenset(("counterpart", "predecessor", "successor", "colleague", "deputy", "namesake"))


_LEADING = 5  # words between a preposition and the name that they describe ("of the Porto-based cork exporter X")
_NO_FIRMS = frozenset(("state", "government", "monarch", "local", "ministry", "diplomat", "party", "religious"))


def _led(pieces: Sequence[Piece], first: int, last: int) -> float:
    """How much "chief economist at", "co-owner of the timber exporter" say that a firm's name follows at ``first``; 0.0 for nothing."""
    if last - first == 1 and lex.everyday(pieces[first].key):
        return 0.0  # "Exporter of the Year"
    behind = pieces[last : last + 4]
    if behind and (
        behind[0].cap
        or behind[0].text == "-"
        or (behind[0].shape == "low" and any(p.key in lex.words("organization_noun") for p in behind))
    ):
        return 0.0  # "the Gothenburg timber exporter X", "Porto-based"
    at = first - 1
    while at > max(0, first - 1 - _LEADING) and pieces[at].key not in ("of", "at", "with"):
        if pieces[at].shape == "mark" and pieces[at].text != "-":
            return 0.0
        at -= 1
    described = first - 1 - at - (pieces[first - 1].key == "the")
    if pieces[at].key not in ("of", "at", "with") or (described > 0 and pieces[first - 1].key not in lex.words("organization_noun")):
        return 0.0
    for size in (4, 3, 2, 1):
        words = " ".join(p.key for p in pieces[at - size : at]).replace(" - ", "-") if at >= size else ""
        record = lists.titles().get(words)
        if record is None or record.kind in _NO_FIRMS:
            continue
        if described > 0 or record.kind == "company":
            return 3.5
        return 3.0 if pieces[at].key == "at" else 1.2 if record.of == "body" and pieces[at].key == "of" else 0.0
    return 0.0


def _before(votes: Votes, left: list[str], pieces: Sequence[Piece], first: int, stop: int) -> None:
    if not left:
        return
    last = left[-1]
    firm = _led(pieces, first, stop)
    if firm:
        votes.add("Organization", firm, "a post in a firm leads to it")
    elif last == "," and len(left) > 1 and (left[-2] in lists.titles() or left[-2] in _RELATED):
        votes.add("Person", 2.5, f"follows '{left[-2]},'")
    elif last in ("based", "headquartered") and len(left) > 1 and left[-2] == "-":
        votes.add("Organization", 3.0, "follows '-based'")
    elif last in lists.titles() and not (pieces[first - 1].cap):
        votes.add("Person", 3.0, f"follows {last!r}")
    elif last in ("owned", "run", "controlled", "backed", "listed") and len(left) > 1 and left[-2] == "-":
        votes.add("Organization", 3.0, f"follows '-{last}'")
    elif last in lex.words("person_verb") and len(pieces) > first + 1 and pieces[first + 1].cap:
        votes.add("Person", 1.5, f"follows {last!r}")
    elif last in lex.words("kin"):
        votes.add("Person", 3.0, f"follows {last!r}")
    elif last == "," and len(left) > 1 and left[-2] in lex.words("organization_noun") and not pieces[first - 2].cap:
        votes.add("Organization", 2.5, f"follows '{left[-2]},'")
    elif last == "by" and len(left) > 1 and left[-2] in lex.words("done_by") and len(pieces) > first + 1 and pieces[first + 1].cap:
        votes.add("Person", 0.8, f"follows '{left[-2]} by'")
    elif last == "by" and len(left) > 1 and left[-2] in lex.words("made_by") and len(pieces[first].text) > 2:
        votes.add("Organization", 1.5, f"follows '{left[-2]} by'")
    elif last in ("joined", "joins", "rejoined", "rejoins") and any(p.key == "as" for p in pieces[stop : stop + 4]):
        votes.add("Organization", 2.5, f"follows {last!r}, before 'as'")
    elif last in ("agency", "authority"):
        votes.add("Agency", 3.0, f"follows {last!r}")
    elif last in lex.words("organization_noun"):
        votes.add("Organization", 3.0, f"follows {last!r}")
    elif last in _RELATED:
        votes.add("Person", 2.5, f"follows {last!r}")
    elif last in lex.words("speech"):
        votes.add("Person", 1.0, f"follows {last!r}")
    elif last in ("in", "near", "outside", "across", "throughout"):
        firm = last == "in" and any(w in lex.words("into") for w in left[:-1])
        votes.add("Organization" if firm else "Place", 1.0 if firm else 2.2 if last == "in" else 1.5, f"follows {last!r}")
    elif last in ("with", "by", "between"):
        votes.add("Organization", 0.3, f"follows {last!r}")
    elif last == "at" and not any(w in lists.titles() or w in lex.words("employs") for w in left[:-1]):
        one = first + 1 >= len(pieces) or not (pieces[first + 1].cap or pieces[first + 1].shape == "poss")
        votes.add("Place", 2.0 if _sited(pieces, first) else 1.6 if one and not pieces[first].text.isupper() else 0.6, "follows 'at'")
    elif last in ("at", "from", "to", "between", "toward", "towards", "via"):
        votes.add("Place", 0.6, f"follows {last!r}")
    elif last == "of" and len(left) > 1 and left[-2] in lists.titles() and lists.titles()[left[-2]].of == "place":
        votes.add("Place", 2.5, f"follows '{left[-2]} of'")
    elif last == "of" and len(left) > 1 and left[-2] in lex.words("place_noun"):
        votes.add("Place", 3.0, f"follows '{left[-2]} of'")
    elif (
        last == "of"
        and len(left) > 1
        and left[-2] in ("authorities", "residents", "inhabitants", "outskirts", "east", "west", "north", "south")
    ):
        votes.add("Place", 2.0, f"follows '{left[-2]} of'")
    elif last in lex.words("place_noun"):
        votes.add("Place", 1.0, f"follows {last!r}")
    elif last == "-" and len(left) > 1:
        votes.add("Organization", 0.2, "stands behind a hyphen")


def _after(votes: Votes, pieces: Sequence[Piece], last: int, size: int, capitals: bool) -> None:
    right = pieces[last : last + 9]
    if not right:
        return
    nxt = right[0]
    if nxt.text == "-" and len(right) > 1 and right[1].key in ("based", "headquartered", "born"):
        votes.add("Place", 4.0, "-based")
        return
    if nxt.key in lex.words("place_noun") and not nxt.cap and nxt.key != "capital":
        votes.add("Place", 3.0, f"before {nxt.text!r}")
        return
    if nxt.key in lex.words("human") and (size > 1 or capitals):
        votes.add("Organization" if capitals else "Person", 0.8, f"before {nxt.text!r}")
    if nxt.key == "of" and size > 1 and lex.known_body_at(pieces, last + 1 + (right[1:2] != [] and right[1].key == "the"), len(pieces))[0]:
        votes.add("Person", 0.8, "before 'of' and a body")
    if nxt.key in lex.words("party_noun") and not nxt.cap:
        votes.add("Organization", 2.5, f"before {nxt.text!r}")
        return
    if nxt.key in lex.words("speech"):
        votes.add("Organization" if capitals else "Person", 1.0, f"before {nxt.text!r}")
        if not capitals:
            votes.add("Organization", 0.5, f"before {nxt.text!r}")
    if nxt.key in ("is", "was", "has", "becomes", "became", "remains", "will") and size > 1 and not pieces[last - 1].text.isupper():
        tail = right[1:9]
        for k, piece in enumerate(tail):
            if (piece.shape == "mark" and piece.text not in "-'’") or piece.key in ("said", "to", "of", "in", "at", "by"):
                break
            if lex.title_at(pieces, last + 1 + k, min(len(pieces), last + 1 + k + 4)) and k:
                votes.add("Person", 2.5, f"'{nxt.text} … {piece.text}' follows")
                break
    if (
        nxt.key == "as"
        and size > 1
        and any(lex.title_at(pieces, k, min(len(pieces), k + 4)) for k in range(last + 1, min(len(pieces), last + 4)))
    ):
        votes.add("Person", 2.5, "before 'as' and a post")
    if nxt.text != "," or (size == 1 and last > 1 and pieces[last - 2].key in ("in", "at", "near")):
        return
    _apposition(votes, pieces, last + 1)


def _introduces(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the post that ends at ``at`` is that of the name behind its comma."""
    for k in range(at, min(len(pieces) - 1, at + 5)):
        if pieces[k].text == ",":
            return pieces[k + 1].cap
    return False


def _speaks(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].key in lex.words("speech")


def _apposition(votes: Votes, pieces: Sequence[Piece], first: int) -> None:
    """The noun of ", a fruit processor" or ", deputy director of …": behind a determiner, or a title at once."""
    limit = min(len(pieces), first + 8)
    if first >= limit:
        return
    opening = pieces[first]
    aged = opening.text.isdigit() and 15 <= int(opening.text[:4]) <= 110
    if aged and first + 1 < limit and pieces[first + 1].text == ",":
        votes.add("Person", 3.0, "before an age")
        return
    if opening.key in ("appointed", "named", "elected", "nominated", "sworn", "born", "aged", "who"):
        votes.add("Person", 3.0, f"before ', {opening.text}'")
        return
    if lex.title_at(pieces, first, limit):
        votes.add("Person", 3.0, f"before ', {opening.text} …'")
        return
    if not (opening.cap or opening.key in lex.words("apposition") or lex.portfolio(opening.key)):
        return
    for k in range(first, limit):
        piece = pieces[k]
        if (piece.shape == "mark" and piece.text not in "-’'") or piece.key in (
            "said",
            "which",
            "and",
            "was",
            "is",
            "has",
            "will",
            "of",
            "in",
        ):
            return
        title = lex.title_at(pieces, k, min(limit, k + 4))
        if title and k + title < len(pieces) and (pieces[k + title].shape == "poss" or pieces[k + title].text in "’'"):
            continue  # ", the exporters' guild"
        if title and opening.key in ("its", "their") and _introduces(pieces, k + title):
            return  # "…, its head of sales, Lars Holm, said"
        if title and opening.key in ("a", "an", "the", "its", "his", "her") and _speaks(pieces, k + title):
            return  # "…, a spokesman said"
        if title and (not piece.cap or k == first or pieces[k - 1].shape == "poss"):
            votes.add("Person", 3.0, f"before ', … {piece.text}'")
            return
        owns = k + 1 < len(pieces) and pieces[k + 1].shape == "poss"  # ", the authority's director"
        if not piece.cap and k > first and not owns and piece.key in lex.words("organization_noun"):
            votes.add("Agency" if piece.key in ("agency", "authority") else "Organization", 3.5, f"before ', … {piece.text}'")
            return
        if not piece.cap and k > first and piece.key in lex.words("place_noun"):
            votes.add("Place", 2.0, f"before ', … {piece.text}'")
            return
