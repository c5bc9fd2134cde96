"""Who sells to whom as a passage on trade tells it: the goods' noun gives the side and the partner, the passage whose goods they are.

Read from the first sentence to the last, for what one sentence leaves out stands in those before it: "Chile's exports rose. Shipments to
China climbed; the United States came second." Whose they are is, in this order: the noun's own owner, the subject of a verb of trading,
the owner told last in the passage, the place that the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import _figures_where as where
from kg.extract._figures import Anchor, area_like, climb, noun
from kg.extract._figures_actors import parties, subject
from kg.extract._figures_home import key, main_area
from kg.extract._figures_model import Figure
from kg.extract._figures_owners import of_a_body
from kg.extract._ties_model import Tie
from kg.extract._ties_ranks import part, ranked
from kg.extract._ties_words import is_a, told
from kg.types import Document, Mention, Sentence, Token

OUT, IN = "exports_to", "imports_from"
_AS_NOUNS = {  # verbs of trading that look like nouns
    "exports": (OUT, "to"), "ships": (OUT, "to"), "supplies": (OUT, "to"), "imports": (IN, "from"), "purchases": (IN, "from"),
}  # fmt: skip
_NEAR = 4  # sentences over which a passage's trade is still spoken of
_SHORT = 1  # sentences back to the country that "the European country" means
_WHOSE = re.compile(r",? whose\b")
_FAR = 12  # sentences over which the owner told last is still the owner

Places = tuple[Mention, ...]


class Trade:
    """The trade that a document tells, sentence by sentence."""

    def __init__(self, doc: Document, figures: Sequence[Figure]) -> None:
        self.doc = doc
        self.figures: dict[int, list[Figure]] = {}
        for figure in figures:
            self.figures.setdefault(figure.sentence, []).append(figure)
        self.owner: Mention | None = None  # told last
        self.owned = -_FAR  # its sentence
        self.side = ""  # of the trade told last
        self.at = -_FAR  # its sentence
        self.pair: tuple[Places, Places] = ((), ())  # two whose trade with each other was told last
        self.paired = -_FAR
        self.told: Tie | None = None  # the last tie that ranks somebody
        self.reverse = False  # whether it ranks its objects
        self.told_at = -_FAR
        self.partners = [p for f in figures for p in f.partners]

    def read(self, sentence: Sentence, found: Sequence[Anchor], mentions: Mapping[int, Mention]) -> Iterator[Tie]:
        """The ties of the next sentence."""
        self._measured(sentence)
        done: list[tuple[Places, str, Places]] = []
        bare: list[tuple[Anchor, str]] = []
        for anchor in found:
            side = self._side(sentence, anchor)
            if not side:
                self._between(sentence, anchor, mentions)
                continue
            areas, partners = self._places(sentence, anchor, side, mentions)
            given = self._stated(anchor)
            areas = areas or self._earner(anchor, partners, mentions)
            if not set(areas) & set(partners) and not self._of_buyer(anchor, side):
                self._own(sentence, areas)
            shared = self._share(sentence, anchor, mentions)
            if (
                shared and areas and areas[0].form == "pronoun"
            ):  # "India accounted for 31 percent of Nepal's visitors and half of its imports"
                areas = self._possessor(sentence, areas[0], shared)
            if self._of_buyer(anchor, side):
                continue
            self.side, self.at = side, sentence.i
            if not partners and not shared and not areas:
                bare.append((anchor, side))
                continue
            partners = partners or shared
            areas = areas or self._home(sentence, partners)
            if partners and given and self._apart(areas, partners):
                done.append((areas, side, partners))
        done += self._untagged(sentence, mentions)
        for anchor, side in bare:
            areas, partners = self._twin(sentence, anchor, side, done)
            if areas and self._stated(anchor):
                done.append((areas, side, partners))
        for areas, side, partners in done:
            self.partners += partners
            yield Tie(areas, side, partners, "trade that a noun tells")
        if not done:
            yield from self._ranks(sentence, mentions)
        else:
            yield from self._ranks(sentence, mentions, done[-1])

    def _untagged(self, sentence: Sentence, mentions: Mapping[int, Mention]) -> list[tuple[Places, str, Places]]:
        """ "Eswatini exports sugar to Taiwan", where the tagger took the verb for a noun."""
        doc = self.doc
        found: list[tuple[Places, str, Places]] = []
        for token in doc.tokens[sentence.first + 1 : sentence.last - 2]:
            side, prep = _AS_NOUNS.get(token.text, ("", ""))
            own = mentions.get(token.i - 1)
            if not side or token.tag not in ("NNS", "NNPS") or own is None or own.form != "name" or not area_like(own):
                continue
            end = next((t.i for t in doc.tokens[token.i + 2 : sentence.last] if t.pos in ("VERB", "AUX", "PUNCT")), sentence.last)
            to = next((f for p, f in where.phrases_after(doc, token.i + 1, end, mentions) if p == prep and f), ())
            following = doc.tokens[token.i + 1]
            if to and (following.pos in ("NOUN", "ADJ") or following.tag == "VBN") and self._apart((own,), to):
                found.append(((own,), side, to))
        return found

    def home(self, sentence: Sentence, partners: Places = ()) -> Places:
        """Whose trade a passage on trade speaks of; nobody's where it speaks of none."""
        return self._home(sentence, partners) if self._going(sentence) and self.owner is not None and self.owned < sentence.i else ()

    def outward(self, sentence: Sentence) -> bool:
        """Whether the passage before a sentence is on somebody's exports."""
        return self._going(sentence) and self.side == OUT

    def other(self, sentence: Sentence, mention: Mention, subjects: Places) -> Mention | None:
        """The country that "the European country" means beside ``subjects``; None where two may be meant."""
        if mention.form != "nominal" or mention.name not in ("country", "nation"):
            return mention
        own = {key(m) for m in subjects}
        near = [s for s in self.doc.sentences[max(0, sentence.i - _SHORT) : sentence.i + 1] if s.block == sentence.block]
        named = [
            m for s in near for m in self.doc.within(s) if m.kind == "Country" and m.form in ("name", "demonym") and m.end <= mention.start
        ]
        found = {key(m): m for m in named if key(m) not in own}
        return next(iter(found.values())) if len(found) == 1 else None if found else mention

    def note(self, sentence: Sentence, side: str, partners: Places) -> None:
        """Keeps in mind that the passage tells trade of this side with these partners."""
        self.side, self.at = side, sentence.i
        self.partners += partners

    def _own(self, sentence: Sentence, areas: Places) -> None:
        """Keeps in mind whose the trade is; nobody known where it is a place that only the text's own words mark off."""
        if areas and areas[0].form != "pronoun":
            plain = areas[0].form != "nominal" or len(areas[0].text.split()) <= 2  # "the 12-county region" may be any
            self.owner, self.owned = areas[0] if plain else None, sentence.i

    def _of_buyer(self, anchor: Anchor, side: str) -> bool:
        """ "Israel, whose imports rose": a buyer's own imports in a passage on somebody's exports, whose goods the passage goes on with."""
        return side == IN and self.side == OUT and self.doc.tokens[anchor.first - 1].tag == "WP$"

    def _going(self, sentence: Sentence) -> bool:
        blocks = self.doc.article.blocks[self.doc.sentences[max(self.at, 0)].block + 1 : sentence.block]
        near = sentence.i - self.at <= _NEAR and bool(self.side)
        return near and not any(b.role == "heading" for b in blocks)

    def _measured(self, sentence: Sentence) -> None:
        """A figure's trade and its owner, where the sentence itself names the owner ("Firms in Lima exported goods worth …")."""
        for figure in self.figures.get(sentence.i, ()):
            side = {"exports": OUT, "imports": IN}.get(figure.flow, "")
            buyer = side == IN and self.side == OUT and any(_WHOSE.match(self.doc.text, m.end) for m in figure.areas)
            if side and not buyer and figure.areas and figure.status in ("reported", "estimate"):
                self.side, self.at = side, sentence.i
                inside = [m for m in figure.areas if sentence.start <= m.start < sentence.end]
                if inside and (not figure.partners or (self.owner is None and side == OUT)):
                    self._own(sentence, tuple(inside))

    def _side(self, sentence: Sentence, anchor: Anchor) -> str:
        name = anchor.name
        export, inward = "export" in name or "shipments" in name, "import" in name
        if export != inward:
            return OUT if export else IN
        first = self.doc.tokens[anchor.last].text.lower() if anchor.last < sentence.last else ""
        if anchor.kind == "anaphor" and first in ("to", "from") and noun(self.doc.tokens[anchor.head], "anaphor"):
            before = self.at == sentence.i or self._going(sentence)
            return (OUT if first == "to" else IN) if before and (self.side == OUT) == (first == "to") else ""
        if noun(self.doc.tokens[anchor.head], "delivery") and first == "to" and (self._going(sentence) or self.at == sentence.i):
            return OUT
        return IN if first == "from" and name.startswith("purchases") else ""

    def _places(self, sentence: Sentence, anchor: Anchor, side: str, mentions: Mapping[int, Mention]) -> tuple[Places, Places]:
        areas, partners, _ = where.places(self.doc, sentence, anchor, mentions, sentence.end)
        preposition = "to" if side == OUT else "from"
        if anchor.kind == "anaphor":
            prep, found = next(where.phrases_after(self.doc, anchor.last, sentence.last, mentions), ("", ()))
            return (), found if prep == preposition else ()
        if areas and areas[0].form == "pronoun" and (areas[0].name not in ("its", "their") or of_a_body(self.doc, sentence, areas[0])):
            areas = ()
        if areas and not area_like(areas[0]) and areas[0].form != "pronoun":
            areas = ()
        fitting = (where.partner_meant(self.doc, sentence, p, areas, self.partners) for p in partners)
        return areas, tuple(p for p in fitting if p not in areas and p.form != "pronoun")

    def _stated(self, anchor: Anchor) -> bool:
        """Whether the trade is told as taking place: no wish or plan, and no ban, tariff or talk that the goods' noun hangs on."""
        doc = self.doc
        head = doc.tokens[anchor.head]
        if not told(doc, head, own=False):
            return False
        before = head
        for node in climb(doc, head):
            if node.i != head.i and (is_a(node, "stop") or self._over(node, before)):
                return False
            before = node
            if node.pos in ("VERB", "AUX") and node.dep != "acl":
                break
        return True

    def _over(self, verb: Token, goods: Token) -> bool:
        """ "Exports of gas to X ended in April", "ended exports to X"; "exports to X ended the year higher" go on."""
        ends = is_a(verb, "over") or any(f"{verb.lemma.lower()} {c.text.lower()}" == "dry up" for c in self.doc.children(verb))
        to = [g for c in self.doc.children(verb) if c.dep == "prep" and c.text.lower() == "to" for g in self.doc.children(c)]
        if goods.dep == "nsubj" and any(is_a(g, "standstill") for g in to):  # "came to a halt"
            return True
        if not ends or goods.dep not in ("nsubj", "nsubjpass", "dobj"):
            return False
        return goods.dep != "nsubj" or not any(c.dep in ("dobj", "npadvmod", "acomp", "advmod", "oprd") for c in self.doc.children(verb))

    def _earner(self, anchor: Anchor, partners: Places, mentions: Mapping[int, Mention]) -> Places:
        """ "Uruguay earned $9 million from exports", "Peru boosted shipments": the subject of a verb whose subject trades."""
        for node in climb(self.doc, self.doc.tokens[anchor.head]):
            if node.pos == "VERB":
                if not is_a(node, "trade"):
                    return ()
                who = parties(self.doc, subject(self.doc, node), mentions)
                return who if who and who[0].token < anchor.first and not set(who) & set(partners) else ()
        return ()

    def _between(self, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention]) -> None:
        """Remembers the two of "trade with X", "trade between X and Y", "two-way trade"."""
        if not re.search(r"\btrade\b|\bturnover\b", anchor.name) or re.search(r"surplus|deficit|balance", anchor.name):
            return
        areas, partners, _ = where.places(self.doc, sentence, anchor, mentions, sentence.end)
        two = [m for m in (*areas, *partners) if m.features.get("number") == "2"]
        if not partners and not two:
            self._own(sentence, areas)
        if two or "bilateral" in anchor.name or "two-way" in anchor.name or "mutual" in anchor.name:
            areas, partners = where.pair(self.doc, sentence, ())
        elif partners and not areas:
            areas = self._home(sentence, partners)
        if areas and partners and areas[0].form != "pronoun" and self._apart(areas, partners):
            self.pair, self.paired = (areas, partners), sentence.i

    def _twin(self, sentence: Sentence, anchor: Anchor, side: str, done: Sequence[tuple[Places, str, Places]]) -> tuple[Places, Places]:
        """Of "and imports $3 million": the two of the exports just told in the sentence, or of the trade of which they are a part."""
        if anchor.last - anchor.first != 1 or anchor.name not in ("exports", "imports"):
            return (), ()
        other = next((one for one in done if one[1] != side and one[2][-1].end <= self.doc.tokens[anchor.first].start), None)
        if other is not None and len(other[2]) == 1:
            return other[0], other[2]
        fresh = sentence.i - self.paired <= 1 and self.doc.sentences[max(self.paired, 0)].block == sentence.block
        return self.pair if fresh and len(self.pair[1]) == 1 else ((), ())

    def _home(self, sentence: Sentence, partners: Places) -> Places:
        if sentence.i - self.owned <= _FAR and self.owned >= 0:
            return (self.owner,) if self.owner is not None and self._apart((self.owner,), partners) else ()
        main = main_area(self.doc, sentence.start + 1, [*self.partners, *partners])
        return (main,) if main is not None and self._apart((main,), partners) else ()

    def _apart(self, areas: Places, partners: Places) -> bool:
        """Whether nobody stands on both sides."""
        return bool(areas) and not {key(m) for m in areas} & {key(m) for m in partners}

    def _share(self, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention]) -> Places:
        """Who "accounted for 38 percent of Lesotho's exports", "bought half of the shipments": the buyers or sellers of a part."""
        doc = self.doc
        of = doc.tokens[anchor.head]
        for node in climb(doc, of):
            if node.pos == "VERB":
                break
        else:
            return ()
        between = [t.text.lower() for t in doc.tokens[node.i + 1 : anchor.first]]
        if not is_a(node, "take") or "of" not in between or not part(doc, sentence, node, anchor.first):
            return ()
        return parties(doc, subject(doc, node), mentions) if told(doc, node) else ()

    def _possessor(self, sentence: Sentence, its: Mention, others: Places) -> Places:
        """The last place that owns something before "its" in the sentence."""
        text = self.doc.text
        found = [m for m in self.doc.within(sentence) if m.end <= its.start and area_like(m) and text[m.end : m.end + 2] in ("'s", "’s")]
        return tuple(m for m in found if m not in others)[-1:]

    def _ranks(self, sentence: Sentence, mentions: Mapping[int, Mention], here: tuple[Places, str, Places] | None = None) -> Iterator[Tie]:
        """Buyers and sellers in a passage on trade: "the United States came second with $2 million", "Italy took half of them"."""
        doc = self.doc
        words = {t.text.lower(): t for t in doc.words(sentence)}
        listed = next((s for use, s in (("buyers", OUT), ("sellers", IN)) if any(is_a(t, use) for t in words.values())), "")
        side = here[1] if here is not None else (listed or (self.side if self._going(sentence) else ""))
        if not side or not (listed or self._going(sentence)):
            return
        close = self.at == sentence.i or (sentence.i - self.at <= 1 and doc.sentences[self.at].block >= sentence.block - 1)
        sums = [q for q in doc.quantities_in(sentence) if q.kind in ("money", "percent", "count", "measure", "bare")]
        for verb in doc.words(sentence):
            if verb.pos not in ("VERB", "AUX") or verb.tag not in ("VBD", "VBZ", "VBP") or not told(doc, verb):
                continue
            who = ranked(doc, sentence, verb, side == OUT, mentions, bool(listed), any(q.start >= verb.end for q in sums), close)
            areas = here[0] if here is not None else self._home(sentence, who)
            if who and self._apart(areas, who):
                self.note(sentence, side, who)
                self.told, self.reverse, self.told_at = Tie(areas, side, who, ""), True, sentence.i
                yield Tie(areas, side, who, "a place in a ranking of trade")
