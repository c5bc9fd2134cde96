"""Area and partner of a figure: what its own words tell, then its clause, the figures before it, and what the article is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract import _figures_home as home
from kg.extract import _figures_owners as owners
from kg.extract import _figures_where as where
from kg.extract._figures import Anchor
from kg.extract._figures_anchors import anchors
from kg.extract._figures_lists import Lists
from kg.extract._figures_model import Draft, Figure
from kg.extract._figures_names import flow
from kg.types import Document, Mention, Sentence

_PART = re.compile(r"\bof (?:which|this|that|these|them),? (?:about |some |nearly |around |almost |over )?$", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:bilateral|mutual|two-way|reciprocal) (?:\w+ )?(?:trade|turnover|commerce)\b")
_THE_TWO = re.compile(r"\s(?:(?:turnover|volume|value)\s)?between\s(?:the two|both|them)\b")


class Parties:
    """Reads whose figures they are, beside the ``figures`` read so far."""

    def __init__(self, doc: Document, figures: Sequence[Figure], lists: Lists) -> None:
        self.doc = doc
        self.figures = figures
        self.lists = lists

    def of(
        self,
        sentence: Sentence,
        draft: Draft,
        mentions: Mapping[int, Mention],
        made: Sequence[Figure],
        before: Figure | None,
        name: str,
        partner_side: Anchor,
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...], str] | None:
        """Areas, partners and the indicator as they make it; None where the figure is no area's."""
        anchor = draft.anchor
        areas, partners, there = where.places(self.doc, sentence, partner_side, mentions, draft.first)
        if draft.partners:
            areas = where.places(self.doc, sentence, draft.base, mentions, draft.first)[0] if draft.base is not None else ()
            areas = draft.owners or tuple(a for a in areas if a not in draft.partners)
            areas = areas or where.sellers(self.doc, mentions, draft.first, draft.partners)
            areas, partners = areas or (before.areas if before is not None else ()), draft.partners
        if draft.deal is not None:
            partners = draft.deal.partners
            areas = draft.deal.areas or tuple(a for a in areas if a not in partners)
            name = draft.deal.anchor.name
            if draft.deal.again:
                whole = self._whole(sentence, draft, mentions, before)
                if whole is None:
                    return None
                areas, name = whole[0], name if name == "purchases" else whole[1]
                areas = tuple(a for a in areas if all(home.key(a) != home.key(p) for p in partners))
        if anchor.kind == "anaphor" and before is not None:
            areas = areas or before.areas
            partners = partners or (before.partners if anchor.last - anchor.first == 1 and not anchor.last - anchor.first > 1 else ())
        if draft.gap and made:
            areas, partners = made[-1].areas, made[-1].partners
        if anchor.kind == "goods" and before is not None and before.value is None and before.change is None:
            areas, partners = areas or before.areas, partners or before.partners  # what was said of them, without a figure
        if there and before is not None:
            partners = before.partners
        if areas and areas[0].form == "pronoun" and areas[0].name not in ("its", "their"):
            areas = ()  # a person's
        ours_ = draft.deal is not None and draft.deal.ours
        if not areas and (
            ours_ or any(t.text.lower() in ("our", "we") for t in self.doc.tokens[max(sentence.first, anchor.first - 4) : anchor.first])
        ):
            ours = home.speaker(self.doc, sentence)
            areas = (ours,) if ours is not None and all(home.key(ours) != home.key(p) for p in partners) else ()
        told_areas = [a for f in self.figures for a in f.areas]
        areas = tuple(home.the_country(self.doc, sentence, a, told_areas, self.told(partners)) for a in areas)
        if areas and areas[0].form == "pronoun" and owners.of_a_body(self.doc, sentence, areas[0]):
            if anchor.kind != "rate" and owners.of_a_firm(self.doc, sentence, areas[0]):
                return None
            areas = ()
        if areas and areas[0].form == "pronoun" and areas[0].name == "its":
            owner = owners.subject_area(self.doc, sentence, draft, mentions, partners)
            if owner is not None:
                areas = (owner,)
            elif before is not None and before.sentence == sentence.i and before.areas:
                areas = before.areas
        if draft.deal is None and not partners and not areas:
            areas, partners = owners.hosted(self.doc, sentence, draft, mentions, name)
        if draft.deal is None and not partners:
            areas, partners = owners.two_way(sentence, name, areas, [*self.figures, *made], self.block)
        part = draft.deal is not None and draft.deal.again and bool(made)
        if not areas and not part and not (draft.deal is not None and draft.deal.closed):
            areas = self._area(sentence, draft, mentions, before, partners, name)
        told_before = before.partners if before is not None else ()
        partners = tuple(where.partner_meant(self.doc, sentence, p, areas, told_before) for p in partners)
        two = bool(areas) and areas[0].form == "nominal" and areas[0].features.get("number") == "2"
        two = two or _THE_TWO.match(self.doc.text, self.doc.tokens[anchor.last - 1].end) is not None
        if (_BOTH.search(name) or two) and not partners:
            told_pair = next((f for f in reversed(self.figures) if len(f.areas) == len(f.partners) == 1), None) if two else None
            if told_pair is not None and sentence.i - told_pair.sentence <= 12:
                areas, partners = told_pair.areas, told_pair.partners
            else:
                two_sides = where.pair(self.doc, sentence, areas)
                main = home.main_area(self.doc, sentence.start + 1, (), self.owners())
                known = {home.key(m) for m in (*two_sides[0], *two_sides[1])}
                if not two_sides[1] or main is None or main.kind != "Country" or home.key(main) in known:
                    areas, partners = two_sides
        partners = tuple(p for p in partners if p not in areas)
        if _PART.search(self.doc.text[sentence.start : draft.first]):  # "of which $2 million came from Chile"
            partners = partners if partners != (before.partners if before else ()) else ()
            partners = partners or where.source(self.doc, sentence, draft.last, mentions)
            if not partners:
                return None
        if len(partners) > 1 and draft.value is not None and not draft.partners and flow(name) in ("exports", "imports"):
            partners = ()  # one sum for all of them
        return areas, partners, name

    def _whole(
        self, sentence: Sentence, draft: Draft, mentions: Mapping[int, Mention], before: Figure | None
    ) -> tuple[tuple[Mention, ...], str] | None:
        """What a part is a part of: the indicator before it in its sentence, else the last figure of the same flow."""
        inside = [a for a in anchors(self.doc, sentence, mentions) if self.doc.tokens[a.last - 1].end <= draft.first and flow(a.name)]
        made_of = draft.deal.flow if draft.deal is not None else ""
        for anchor in reversed(inside):
            if flow(anchor.name) == made_of:
                areas = where.places(self.doc, sentence, anchor, mentions, draft.first)[0]
                return areas or (before.areas if before is not None else ()), anchor.name
        told = next((f for f in reversed(self.figures) if sentence.i - f.sentence <= 8 and f.flow == made_of), None)
        if before is not None and before.flow == made_of:
            told = before
        return (told.areas, told.indicator) if told is not None else None

    def _area(
        self,
        sentence: Sentence,
        draft: Draft,
        mentions: Mapping[int, Mention],
        before: Figure | None,
        partners: tuple[Mention, ...],
        name: str,
    ) -> tuple[Mention, ...]:
        """The place of a figure whose noun phrase names none: the sentence's subject, the figure before, what the article is about."""
        told = owners.subject_area(self.doc, sentence, draft, mentions, partners)
        if told is not None:
            return (told,)
        if draft.anchor.kind == "generic" and name == draft.anchor.name and not partners:  # anybody's sales
            return before.areas if before is not None and self.doc.sentences[before.sentence].block == sentence.block else ()
        before = self._same_side(before, name, partners)
        near = before is not None and before.areas and (sentence.i - before.sentence <= 12 or self.lists.head is not None)
        told_by = home.holder(self.doc, sentence)
        if told_by is not None and not (near and before is not None and before.areas[0].kind != "Country"):
            return (told_by,) if all(home.key(told_by) != home.key(p) for p in partners) else ()
        apart = before is not None and self.block(before) != sentence.block and self.lists.head is None
        if near and apart and before is not None and len(before.areas) == 1:
            main = home.main_area(self.doc, sentence.start + 1, self.told(partners), self.owners())
            if main is not None and home.strong(self.doc, main):
                main = home.nationwide(self.doc, main, name)
                return (main,) if main not in partners else ()
        if near and before is not None:
            return (
                tuple(home.nationwide(self.doc, a, name) for a in before.areas)
                if all(home.key(a) != home.key(p) for a in before.areas for p in partners)
                else ()
            )
        main = home.main_area(self.doc, sentence.start + 1, self.told(partners), self.owners())
        main = home.nationwide(self.doc, main, name) if main is not None else None
        return (main,) if main is not None and main not in partners else ()

    def _same_side(self, before: Figure | None, name: str, partners: tuple[Mention, ...]) -> Figure | None:
        """The figure to take the area from: behind a partner's own imports ("Israel, whose imports rose"), the last of the sellers'."""
        if before is None or before.flow != "imports" or not partners or flow(name) == "imports" or len(before.areas) != 1:
            return before
        sold = [f for f in self.figures if f.flow == "exports" and f.areas]
        buyer = home.key(before.areas[0])
        return sold[-1] if sold and not before.partners and all(home.key(a) != buyer for f in sold for a in f.areas) else before

    def block(self, figure: Figure) -> int:
        """The paragraph that tells a figure."""
        return self.doc.sentences[figure.sentence].block

    def owners(self) -> list[Mention]:
        """The places that the figures read so far name as their own, in their own sentences."""
        return [a for f in self.figures if len(f.areas) == 1 for a in f.areas if f.evidence.start <= a.start < f.evidence.end]

    def told(self, own: tuple[Mention, ...]) -> list[Mention]:
        """All partners told so far."""
        return [*(p for f in self.figures for p in f.partners), *own]
