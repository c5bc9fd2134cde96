"""An article's figures: every number of a sentence with its indicator, and what a change, a pronoun or a list takes from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import _figures_former as former
from kg.extract import _figures_home as home
from kg.extract import _figures_when as when
from kg.extract import _figures_where as where
from kg.extract._figures import by_token, noun, phrases, tokens_of, verb
from kg.extract._figures_anchors import anchors
from kg.extract._figures_clock import Clock
from kg.extract._figures_drafts import Drafter
from kg.extract._figures_link import clause_start, plan_noun, status
from kg.extract._figures_lists import Lists
from kg.extract._figures_model import Draft, Figure
from kg.extract._figures_names import flow, named, plural
from kg.extract._figures_parties import Parties
from kg.extract._figures_said import said_before
from kg.extract._once import once
from kg.types import Document, Mention, Sentence, Span

_PEOPLE = re.compile(r"\b(?:arrivals|visitors|tourists|passengers|travellers|travelers|guests|stays|containers|vehicles|visits)$")

_LEFT_OVER = re.compile(r"\b(?:deficit|surplus|gap|balance)\b")  # what nobody takes a part of
_WHOLE = re.compile(
    r"\b(?:include[sd]?|including|compris(?:e[sd]?|ing)|consist(?:s|ed|ing)? of|made up of"
    r"|of (?:which|this|these|that|the total|the sum))\b",
    re.IGNORECASE,
)


class Reader:
    """Reads one document from its first sentence to its last."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.figures: list[Figure] = []
        self.clock = Clock(doc)
        self.indicator = ""  # of the last figure or heading
        self.lists = Lists(doc)
        self.parties = Parties(doc, self.figures, self.lists)

    def read(self) -> Iterator[Figure]:
        """The figures, in text order."""
        for sentence in self.doc.sentences:
            role = self.doc.article.blocks[sentence.block].role
            if role == "title" and not self._leads(sentence, always=True):
                continue
            mentions = by_token(self.doc, sentence)
            found = anchors(self.doc, sentence, mentions)
            if role == "item":
                rows = self.lists.rows(sentence, mentions, found)
                if rows is not None:
                    yield from self._keep([self._listed(row, sentence) for row in rows], sentence)
                    continue
                if self._entitles(sentence) and self.lists.heading(sentence, mentions, found, self.indicator, inner=True):
                    continue
            else:
                self.lists.head = None
            if role in ("heading", "title") or (role != "item" and self._leads(sentence)):
                self.lists.heading(sentence, mentions, found, self.indicator, inner=False)
                head = self.lists.head
                if head is not None and head.period != (None, None):
                    self.clock.keep(head.period, sentence.block)
                if role != "paragraph":
                    continue
            drafter = Drafter(self.doc, self.indicator, self.figures[-1] if self.figures else None, self._whole(sentence))
            drafts = drafter.read(sentence, found, mentions)
            self.clock.topic(sentence, found, drafts)
            yield from self._keep(self._figures(sentence, drafts, mentions, drafter.kin), sentence)

    def _whole(self, sentence: Sentence) -> Figure | None:
        """The figure that a ranking of partners goes on from: the last one of a whole, before those of single goods."""
        near = [f for f in self.figures if sentence.i - f.sentence <= 8 and not f.part and not _LEFT_OVER.search(f.indicator)]
        return next((f for f in reversed(near) if " of " not in f.indicator), near[-1] if near else None)

    def _entitles(self, sentence: Sentence) -> bool:
        """Whether a list item is a heading over others: it is all of its block, has no verb and no number of its own."""
        words, blocks = self.doc.words(sentence), self.doc.article.blocks
        whole = self.doc.text[blocks[sentence.block].start : sentence.start].strip(" \n0123456789.()") == ""
        return (
            whole
            and len(words) <= 25
            and not any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)
            and not any(q.kind in ("money", "percent") for q in self.doc.quantities_in(sentence))
            and sentence.block + 1 < len(blocks)
            and blocks[sentence.block + 1].role == "item"
        )

    def _leads(self, sentence: Sentence, always: bool = False) -> bool:
        """Whether a sentence ends its block with a colon (or ``always``) and a list follows."""
        blocks = self.doc.article.blocks
        last = sentence.end >= len(self.doc.text[: blocks[sentence.block].end].rstrip())
        ends = self.doc.text[sentence.start : sentence.end].rstrip().endswith(":")
        return (ends or always) and last and sentence.block + 1 < len(blocks) and blocks[sentence.block + 1].role == "item"

    def _keep(self, figures: list[Figure], sentence: Sentence) -> Iterator[Figure]:
        for figure in figures:
            self.figures.append(figure)
            self.indicator, self.clock.last = figure.indicator, figure.basis or self.clock.last
            yield figure

    def _figures(self, sentence: Sentence, drafts: list[Draft], mentions: Mapping[int, Mention], kin: Sequence[former.Kin]) -> list[Figure]:
        made: list[Figure] = []
        beside: dict[int, list[Figure]] = {}  # former values and targets, by the figure that they stand with
        for k, draft in enumerate(drafts):
            figure = self._figure(sentence, drafts, k, mentions, made)
            if figure is None:
                continue
            older = self.figures[-1] if self.figures else None
            goes_on = not made and draft.value is None and draft.anchor.kind == "anaphor"  # "The figure was up 5%."
            if goes_on and older is not None and older.sentence == sentence.i - 1 and older.open and figure.start == older.start:
                self.figures[-1] = replace(
                    older, change=figure.change, basis=figure.basis, evidence=Span(older.evidence.start, figure.evidence.end)
                )
                self.clock.last = figure.basis or self.clock.last
                continue
            beside[len(made)] = [
                other for k2 in kin if k2.of == k and (other := former.figure(self.doc, sentence, k2, figure, draft)) is not None
            ]
            if any(when.span(o.start, o.end) and (o.start, o.end) == former.shifted(figure, 12) for o in beside[len(made)]):
                self.clock.last = self.clock.last or "yoy"
            made.append(figure)
        return [f for k, figure in enumerate(made) for f in (*beside.get(k, ()), figure)]  # the figure last: what follows goes on from it

    def _figure(
        self, sentence: Sentence, drafts: list[Draft], k: int, mentions: Mapping[int, Mention], made: list[Figure]
    ) -> Figure | None:
        draft = drafts[k]
        anchor = draft.anchor
        before = made[-1] if made else (self.figures[-1] if self.figures else None)
        if not made and anchor.kind in ("anaphor", "goods", "generic") and (before is None or before.sentence < sentence.i - 1):
            before = said_before(self.doc, sentence) or before
        if not made and anchor.kind == "anaphor" and before is not None:
            before = self._meant(anchor.name, before)
        if draft.deal is None and where.others(self.doc, sentence, anchor, mentions):
            return None
        name, partner_side = anchor.name, anchor
        if anchor.kind in ("anaphor", "generic", "sector", "goods"):
            known = named(self.doc, sentence, anchor, before)
            if known is None:
                return None
            name, partner_side = known
        elif made and "," in made[-1].indicator and anchor.partner != "to":
            words = self.doc.text[self.doc.tokens[anchor.first].start : self.doc.tokens[anchor.last - 1].end]
            name = f"{made[-1].indicator.split(',')[0]}, {words}"  # another part of the same whole
        known_parties = self.parties.of(sentence, draft, mentions, made, before, name, partner_side)
        if known_parties is None:
            return None
        areas, partners, name = known_parties
        first, last = self.clock.window(sentence, drafts, k)
        told = self._status(sentence, draft, first)
        if told == "reported" and k and made and made[-1].status in ("forecast", "target") and self._expected_too(drafts[k - 1], draft):
            told = made[-1].status
        period, stocked = self.clock.period(sentence, draft, first, last, anchor)
        if (
            period == (None, None)
            and not stocked
            and told in ("reported", "estimate")
            and anchor.kind != "stock"
            and (anchor.kind != "rate" or made or self._goes_on(sentence, name))
        ):
            period = self.clock.inherited(sentence, drafts, k, made, draft)
        if (period == (None, None) and told == "target") or (told == "forecast" and period == (None, None)):
            period = self.clock.full_year(sentence, draft)
        basis = self.clock.basis(sentence, drafts, k, period, before) if draft.change is not None else ""
        if told in ("reported", "estimate") and period != (None, None):
            block = self.doc.article.blocks[sentence.block].role
            if block != "item":
                self.clock.keep(period, sentence.block)
        value, unit = (draft.value.value, draft.value.unit) if draft.value is not None else (None, "")
        if draft.value is not None and draft.value.kind == "bare":
            unit = draft.value.unit or (name.split()[-1] if _PEOPLE.search(name) else "")
        if draft.value is not None and not unit:
            return None
        if value is None and name.endswith("GDP"):
            name += " growth"
        goods = flow(name) or ("exports" if partners and noun(self.doc.tokens[anchor.head], "delivery") else "")
        change = draft.change.value * draft.change.direction if draft.change is not None else None
        return Figure(
            name, sentence.span, areas, partners, value, unit, change, basis, period[0], period[1], told,
            "a figure of an indicator", sentence.i, draft.deal is not None and draft.deal.bought, goods, self._of_a_whole(sentence, draft),
        )  # fmt: skip

    def _meant(self, pronoun: str, before: Figure) -> Figure:
        """The figure that "they" or "it" is: of those told in the sentence before, the last one that agrees in number."""
        if pronoun not in ("it", "they"):
            return before
        told = [f for f in self.figures if f.sentence == before.sentence]
        return next((f for f in reversed(told) if plural(f.indicator) == (pronoun == "they")), before)

    def _expected_too(self, last: Draft, draft: Draft) -> bool:
        """Whether a figure hangs on the verb that foresees the one before it ("expects exports to top $2 billion and imports to reach")."""
        between = [t for t in self.doc.tokens[last.anchor.last :] if last.last <= t.start < draft.first]
        bare = [t for t in between if t.tag == "VB" and any(c.tag == "TO" for c in self.doc.tokens[t.i - 1 : t.i])]
        return bool(bare) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.text == ";" for t in between)

    def _of_a_whole(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether a sum is a part of the figure before ("The figure includes 12 projects with capital of")."""
        return _WHOLE.search(self.doc.text, sentence.start, draft.first) is not None

    def _goes_on(self, sentence: Sentence, name: str) -> bool:
        """ "Food inflation stood at 22 percent" behind inflation in July: the same month."""
        old = self.figures[-1] if self.figures else None
        same = old is not None and any(w in name and w in old.indicator for w in ("inflation", "unemployment"))
        return same and old is not None and old.status == "reported" and sentence.i - old.sentence <= 2

    def _status(self, sentence: Sentence, draft: Draft, first: int) -> str:
        low, high = tokens_of(self.doc, sentence, first, max(draft.first, first + 1))
        start = max(low, clause_start(self.doc, sentence, max(low, high - 1)))
        if plan_noun(self.doc, draft.anchor) and self.doc.tokens[draft.anchor.head].text.lower() in (
            "target",
            "targets",
            "goal",
            "goals",
            "ambition",
            "objective",
        ):
            return "target"
        near = self.doc.tokens[draft.anchor.first - 1].text.lower() if draft.anchor.first > sentence.first else ""
        ahead = next((kind for phrase, kind in phrases("status") if phrase == near and near.endswith("s")), "")
        if ahead in ("forecast", "target"):
            return ahead  # "the bank projects inflation of", whatever the tagger makes of "projects"
        which = [t.i for t in self.doc.tokens[draft.anchor.last : high] if t.text.lower() == "which"]
        start = max([start, *which])
        told = status(self.doc, start, max(high, draft.anchor.last if draft.anchor.first >= start else high))
        if told == "reported":
            governor = self.doc.tokens[self.doc.tokens[draft.anchor.head].head]
            if self.doc.tokens[governor.head].lemma.lower() in ("decide", "vote", "choose", "opt", "resolve"):
                return "reported"  # "decided to keep the rate at"
            if (
                not which
                and verb(governor, "cause")
                and any(c.text.lower() == "to" and c.dep == "aux" for c in self.doc.children(governor))
            ):
                return "target"  # "agreed to raise trade to"
        return "reported" if told == "unreal" else told

    def _listed(self, figure: Figure, sentence: Sentence) -> Figure:
        """A row of a list with the area and time that the text around the list tells."""
        areas = figure.areas or (self.figures[-1].areas if self.figures else ())
        if not areas:
            main = home.main_area(self.doc, sentence.start + 1, self.parties.told(figure.partners))
            areas = (main,) if main is not None and main not in figure.partners else ()
        low, high = (figure.start, figure.end) if figure.start is not None else self.clock.since
        basis = figure.basis or ("yoy" if when.span(low, high) >= 2 else "")
        return replace(figure, areas=areas, start=low, end=high, basis=basis if figure.change is not None else "")


@once
def figures_of(doc: Document) -> tuple[Figure, ...]:
    """The figures of a document, in text order."""
    reader = Reader(doc)
    for _ in reader.read():
        pass
    return tuple(reader.figures)
