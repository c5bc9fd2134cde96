"""An article's figures: every number of a sentence with its indicator, and what a change, a pronoun or a list takes from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.extract import _figures_deals as deals
from kg.extract import _figures_lists as rows
from kg.extract import _figures_when as when
from kg.extract import _figures_where as where
from kg.extract._figures import Anchor, anchors, area_like, by_token, dates, noun, quantities, tokens_of, verb
from kg.extract._figures_link import aside, clause_start, linked, plan_noun, status, subject
from kg.types import DateMention, Document, Mention, PartialDate, Quantity, Sentence, Span

_SHARE = re.compile(r"\s?(?:of|share)\b")
_OF_GDP = re.compile(r"\sof (?:the )?(?:GDP|gross domestic product)\b")
_FORMER = re.compile(
    r"\b(?:from|compared (?:to|with)|against|versus|than|over) (?:about |around |nearly |just |the |some |a |an |only )?$", re.IGNORECASE
)
_LEVEL = re.compile(
    r"\b(?:at|to|of|is|was|were|be|reached|hit|:|–)\s(?:about |around |nearly |just |almost |only |some |a |an )?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation as told, before resolution."""

    indicator: str
    evidence: Span
    areas: tuple[Mention, ...] = ()
    partners: tuple[Mention, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    change: Decimal | None = None
    basis: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    status: str = "reported"
    reason: str = ""
    sentence: int = 0
    bought: bool = False  # goods bought: the seller's exports as well
    flow: str = ""  # exports, imports, investment, grants: what the indicator says of area and partner


@dataclass
class _Draft:
    anchor: Anchor
    value: Quantity | None = None
    change: Quantity | None = None
    deal: deals.Deal | None = None
    again: bool = False  # a second change of the same value
    own: bool = True
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return max(q.end for q in (self.value, self.change) if q is not None)

    @property
    def first(self) -> int:
        return min(q.start for q in (self.value, self.change) if q is not None)


class Reader:
    """Reads one document from its first sentence to its last."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.figures: list[Figure] = []
        self.topic: when.Months = (None, None)
        self.topic_at = -9
        self.indicator = ""  # of the last figure or heading
        self.basis = ""
        self.head: rows.Head | None = None

    def read(self) -> Iterator[Figure]:
        """The figures, in text order."""
        for sentence in self.doc.sentences:
            block = self.doc.article.blocks[sentence.block]
            if block.role == "title":
                continue
            mentions = by_token(self.doc, sentence)
            found = anchors(self.doc, sentence, mentions)
            if block.role == "item" and self.head is not None:
                figure = rows.row(self.doc, sentence, mentions, found, self.head)
                if figure is not None:
                    yield from self._keep([self._listed(figure, sentence)], sentence)
                    continue
            elif block.role != "item":
                self.head = None
            if block.role == "heading" or (block.role != "item" and self._leads(sentence)):
                self.head = rows.head(self.doc, sentence, mentions, found, self.indicator)
                if self.head is not None and self.head.period != (None, None):
                    self.topic, self.topic_at = self.head.period, sentence.block
                if block.role == "heading":
                    continue
            drafts = self._drafts(sentence, found, mentions)
            self._topic(sentence, found, drafts)
            yield from self._keep(self._figures(sentence, drafts, mentions), sentence)

    def _leads(self, sentence: Sentence) -> bool:
        blocks = self.doc.article.blocks
        last = sentence.end >= len(self.doc.text[: blocks[sentence.block].end].rstrip())
        ends = self.doc.text[sentence.start : sentence.end].rstrip().endswith(":")
        return ends and last and sentence.block + 1 < len(blocks) and blocks[sentence.block + 1].role == "item"

    def _keep(self, figures: list[Figure], sentence: Sentence) -> Iterator[Figure]:
        for figure in figures:
            self.figures.append(figure)
            self.indicator, self.basis = figure.indicator, figure.basis or self.basis
            yield figure

    def _topic(self, sentence: Sentence, found: list[Anchor], drafts: list[_Draft]) -> None:
        """Keep the stretch of time that the text is about."""
        if self.doc.article.blocks[sentence.block].role == "item":
            return
        told = [d for d in dates(self.doc, sentence) if when.is_period(self.doc, d)]
        if drafts:
            self.topic_at = sentence.block if self.topic_at >= sentence.block - 2 or told else self.topic_at
        for date in told:
            low, high = when.months(date)
            if (not drafts and when.span(low, high) < 2) or (not drafts and date.grain == "year"):
                continue
            if (
                not drafts
                and not found
                and not re.search(
                    r"\b(?:results|economy|economic|growth|performance|trade)\b", self.doc.text[sentence.start : sentence.end]
                )
            ):
                continue
            if drafts:
                return  # the figures themselves set it
            self.topic, self.topic_at = (low, high), sentence.block
            return

    # -- numbers and indicators -------------------------------------------------------------------------------------------------

    def _drafts(self, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention]) -> list[_Draft]:
        drafts: list[_Draft] = []
        previous: Quantity | None = None
        if any(t.text.lower() == "respectively" for t in self.doc.words(sentence)):
            return self._respectively(sentence, found)
        for quantity in quantities(self.doc, sentence):
            if quantity.kind == "money":
                self._money(sentence, found, mentions, drafts, quantity, previous)
            elif quantity.kind == "percent" and quantity.unit == "percent":
                self._percent(sentence, found, drafts, quantity)
            elif quantity.kind in ("bare", "measure", "count") and quantity.unit not in ("years", "months", "days"):
                self._counted(sentence, found, drafts, quantity)
            previous = quantity
        return [d for d in drafts if not self._unreal(sentence, d)]

    def _respectively(self, sentence: Sentence, found: list[Anchor]) -> list[_Draft]:
        """"exports and imports reached $5 billion and $7 billion, respectively": one each, or nothing where they don't match."""
        named = [a for a in found if a.kind in ("flow", "stock", "rate", "index") and not aside(self.doc, a)]
        values = [q for q in quantities(self.doc, sentence) if q.kind in ("money", "percent")]
        if len(named) != len(values) or len({(q.kind, q.change) for q in values}) != 1 or named[-1].last > tokens_of(self.doc, sentence, values[0].start, values[0].end)[0]:
            return []
        change = values[0].kind == "percent" and values[0].change
        return [_Draft(a, None, q) if change else _Draft(a, q) for a, q in zip(named, values, strict=True) if change or q.kind == "money" or a.kind == "rate"]

    def _money(
        self,
        sentence: Sentence,
        found: list[Anchor],
        mentions: Mapping[int, Mention],
        drafts: list[_Draft],
        q: Quantity,
        previous: Quantity | None,
    ) -> None:
        text = self.doc.text
        if (
            previous is not None
            and previous.kind == "money"
            and re.fullmatch(r"\s?\(\s?(?:about |around |some |or |equal to |equivalent to |US)?", text[previous.end : q.start])
        ):
            return  # the same sum in another currency
        if q.change and not re.search(r"\b(?:up|rose|fell)\b[^.;]{0,30}\bto\s", text[max(0, q.start - 40) : q.start]):
            return  # a change in money is no level
        if drafts and _FORMER.search(text[max(sentence.start, q.start - 40) : q.start]):
            return  # what it was before
        if re.match(r"\s(?:more|less|higher|lower|above|below)\b", text[q.end : q.end + 8]):
            return
        deal = deals.deal(self.doc, sentence, q, mentions)
        if deal is not None:
            drafts.append(_Draft(deal.anchor, q, deal=deal))
            return
        anchor = linked(self.doc, sentence, found, q, bool(drafts))
        if anchor is not None:
            last = drafts[-1] if drafts else None
            if last is not None and last.value is None and last.anchor == anchor and re.search(r"\bto\b", text[last.last : q.start]):
                last.value = q
                return
            drafts.append(_Draft(anchor, q))
            return
        if drafts and self._plans(sentence, drafts[-1], q):
            first, _ = tokens_of(self.doc, sentence, q.start, q.end)
            base = drafts[-1].anchor
            drafts.append(_Draft(Anchor(first, first, first, base.name, base.kind, base.partner), q, own=False))
            return
        product = deals.product(self.doc, sentence, q, mentions)
        if product is not None and self.indicator and any(w in self.indicator for w in ("export", "import", "sales")):
            flow = next(w for w in ("exports", "imports", "sales") if w.rstrip("s") in self.indicator)
            drafts.append(_Draft(replace(product, name=f"{flow} of {product.name}"), q))

    def _plans(self, sentence: Sentence, last: _Draft, q: Quantity) -> bool:
        """ "…, which projects $15.2 billion for 2026": the same indicator, looked at ahead."""
        first, _ = tokens_of(self.doc, sentence, q.start, q.end)
        before = [t for t in self.doc.tokens[max(sentence.first, first - 3) : first] if t.pos not in ("ADV", "DET", "SYM")]
        return (
            bool(before)
            and before[-1].lemma.lower() in ("project", "forecast", "expect", "target", "predict")
            and before[-1].pos in ("VERB", "NOUN")
        )

    def _percent(self, sentence: Sentence, found: list[Anchor], drafts: list[_Draft], q: Quantity) -> None:
        text = self.doc.text
        rate = next((a for a in (linked(self.doc, sentence, found, q),) if a is not None), None)
        if rate is not None and rate.kind == "rate" and not re.match(r"\s(?:of|more|less|higher|lower)\b", text[q.end : q.end + 8]):
            if drafts and _FORMER.search(text[max(sentence.start, q.start - 40) : q.start]):
                return
            if not q.change or _LEVEL.search(text[max(0, q.start - 20) : q.start]):
                if drafts and drafts[-1].anchor == rate and drafts[-1].value is None:
                    drafts[-1].value = q
                else:
                    drafts.append(_Draft(rate, q))
                return
        if rate is not None and rate.kind in ("flow", "stock") and _OF_GDP.match(text, q.end):
            drafts.append(_Draft(replace(rate, name=f"{rate.name} as a share of GDP"), q))
            return
        if not q.change or q.upper is not None:
            return
        first, _ = tokens_of(self.doc, sentence, q.start, q.end)
        if drafts:
            last = drafts[-1]
            after, _ = tokens_of(self.doc, sentence, last.last - 1, last.last)
            between = self.doc.tokens[after + 1 : first]
            new = [
                a
                for a in found
                if a.first > after
                and a != last.anchor
                and a.last <= first
                and (a.kind != "anaphor" or self._pointing(a))
                and not aside(self.doc, a)
            ]
            other = [
                t
                for t in between
                if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN") and not any(a.first <= t.i < a.last for a in found)
            ]
            if not new and not other and not any(t.text == ";" for t in between):
                if last.change is None and last.anchor.kind != "rate":
                    last.change = q
                elif last.change is not None:
                    drafts.append(_Draft(last.anchor, last.value, q, last.deal, again=True))
                return
            if other and not new:
                return
        if rate is not None:
            drafts.append(_Draft(rate, None, q))

    def _pointing(self, anchor: Anchor) -> bool:
        """ "those to Kenya": the same indicator of another partner."""
        words = [t.text.lower() for t in self.doc.tokens[anchor.first : anchor.first + 2]]
        return words[0] in ("those", "that") and words[-1] in ("to", "from", "with", "of", "in", "into")

    def _counted(self, sentence: Sentence, found: list[Anchor], drafts: list[_Draft], q: Quantity) -> None:
        """Arrivals, tonnes and the like: only where a change or a period will stand beside them."""
        if (q.kind == "bare" and q.value < 1000) or q.change or q.upper is not None:
            return
        anchor = linked(self.doc, sentence, found, q)
        if anchor is None or anchor.kind not in ("flow",) or anchor.name in ("projects",):
            return
        if not re.search(
            r"arrivals|output|production|throughput|passengers|tourists|visitors|volume|generation|exports|imports|harvest|catch",
            anchor.name,
        ):
            return
        last = drafts[-1] if drafts else None
        if last is not None and last.value is None and last.anchor == anchor:
            last.value = q
        elif self._told_later(sentence, q):
            drafts.append(_Draft(anchor, q))

    def _told_later(self, sentence: Sentence, q: Quantity) -> bool:
        return any(when.is_period(self.doc, d) for d in dates(self.doc, sentence)) or any(
            o.change and o.start > q.start and o.kind == "percent" for o in quantities(self.doc, sentence)
        )

    def _unreal(self, sentence: Sentence, draft: _Draft) -> bool:
        first, last = tokens_of(self.doc, sentence, draft.first, draft.last)
        start = max(clause_start(self.doc, sentence, first), min(draft.anchor.first, first) - 8)
        return status(self.doc, start, first) == "unreal"

    # -- what belongs to a figure -----------------------------------------------------------------------------------------------

    def _figures(self, sentence: Sentence, drafts: list[_Draft], mentions: Mapping[int, Mention]) -> list[Figure]:
        made: list[Figure] = []
        for k, draft in enumerate(drafts):
            figure = self._figure(sentence, drafts, k, mentions, made)
            if figure is None:
                continue
            older = self.figures[-1] if self.figures else None
            if (
                not made and draft.value is None and draft.anchor.kind == "anaphor" and older is not None and older.sentence == sentence.i - 1
                and older.change is None and older.value is not None and figure.start == older.start
            ):  # fmt: skip
                self.figures[-1] = replace(
                    older, change=figure.change, basis=figure.basis, evidence=Span(older.evidence.start, figure.evidence.end)
                )
                self.basis = figure.basis or self.basis
                continue
            made.append(figure)
        return made

    def _figure(
        self, sentence: Sentence, drafts: list[_Draft], k: int, mentions: Mapping[int, Mention], made: list[Figure]
    ) -> Figure | None:
        draft = drafts[k]
        anchor = draft.anchor
        before = made[-1] if made else self._recent(sentence)
        if draft.deal is None and where.others(self.doc, sentence, anchor, mentions):
            return None
        name, partner_side = anchor.name, anchor
        if anchor.kind in ("anaphor", "generic", "sector"):
            named = self._named(sentence, anchor, before)
            if named is None:
                return None
            name, partner_side = named
        elif made and "," in made[-1].indicator and not anchor.partner == "to":
            name = f"{made[-1].indicator.split(',')[0]}, {self.doc.text[self.doc.tokens[anchor.first].start : self.doc.tokens[anchor.last - 1].end]}"
        areas, partners, there = where.places(self.doc, sentence, partner_side, mentions, draft.first)
        if draft.deal is not None:
            areas, partners = draft.deal.areas or areas, draft.deal.partners
            name = draft.deal.anchor.name
        if anchor.kind == "anaphor" and before is not None:
            areas = areas or before.areas
            partners = partners or (before.partners if anchor.last - anchor.first == 1 and not areas_told(anchor) else ())
        if there and before is not None:
            partners = before.partners
        if areas and areas[0].form == "pronoun" and areas[0].name == "its":
            owner = self._subject_area(sentence, draft, mentions, partners)
            if owner is not None:
                areas = (owner,)
            elif before is not None and before.sentence == sentence.i and before.areas:
                areas = before.areas
        if not areas and not (draft.deal is not None and draft.deal.closed):
            areas = self._area(sentence, draft, mentions, before, partners, name)
        partners = tuple(p for p in partners if p not in areas)
        first, last = self._window(sentence, drafts, k)
        told = self._status(sentence, draft, first)
        period, stocked = self._period(sentence, draft, first, last, anchor)
        if period == (None, None) and not stocked and told in ("reported", "estimate") and anchor.kind != "stock" and (anchor.kind != "rate" or made):
            period = self._inherited(sentence, drafts, k, made, draft)
        if (period == (None, None) and told == "target") or (told == "forecast" and period == (None, None)):
            period = self._full_year(sentence, draft)
        basis = self._basis(sentence, drafts, k, period, before) if draft.change is not None else ""
        if told in ("reported", "estimate") and period != (None, None):
            block = self.doc.article.blocks[sentence.block].role
            if block != "item":
                self.topic, self.topic_at = period, sentence.block
        value, unit = (draft.value.value, draft.value.unit) if draft.value is not None else (None, "")
        if draft.value is not None and draft.value.kind == "bare":
            unit = draft.value.unit or name.split()[-1]
        if draft.value is not None and not unit:
            return None
        change = draft.change.value * draft.change.direction if draft.change is not None else None
        return Figure(
            name, sentence.span, areas, partners, value, unit, change, basis, period[0], period[1], told,
            "a figure of an indicator", sentence.i, draft.deal is not None and draft.deal.bought, _flow(name),
        )  # fmt: skip

    def _recent(self, sentence: Sentence) -> Figure | None:
        return self.figures[-1] if self.figures else None

    def _named(self, sentence: Sentence, anchor: Anchor, before: Figure | None) -> tuple[str, Anchor] | None:
        """What "the figure", "they", "those", "turnover" or "the domestic sector" are the figure of, and the indicator whose partners they take."""
        earlier = [
            a
            for a in anchors(self.doc, sentence, by_token(self.doc, sentence))
            if a.last <= anchor.first and a.kind in ("flow", "stock", "rate", "index")
        ]
        text = self.doc.tokens[anchor.head].text.lower()
        if anchor.kind == "generic":
            trade = next((a for a in reversed(earlier) if "export" in a.name or "import" in a.name or a.name.endswith("trade")), None)
            if trade is None:
                owned = next((t for t in self.doc.children(self.doc.tokens[anchor.head]) if t.tag == "WP$"), None)
                if owned is not None:
                    clause = next((t for t in self.doc.words(sentence) if t.dep == "relcl" and t.i > anchor.head), None)
                    thing = self.doc.tokens[clause.head] if clause is not None else None
                    if thing is not None and thing.pos == "NOUN":
                        return f"{thing.text} {anchor.name}", anchor
                return (
                    (anchor.name, anchor)
                    if text in ("sales", "revenue", "revenues", "earnings", "turnover", "income", "shipments")
                    else None
                )
            base = re.sub(r"s\b", "", trade.name.split()[0]) if trade.name in ("exports", "imports") else trade.name
            return f"{base} {anchor.name}", replace(anchor, partner=trade.partner)
        if anchor.kind == "sector":
            growth = anchor.name
            if before is not None and self._breaks_down(sentence, anchor, before):
                return f"{before.indicator.split(',')[0]}, {growth}", anchor
            return (growth, anchor) if anchor.last - anchor.first > 1 else None
        if earlier:
            last = earlier[-1]
            return last.name, replace(anchor, partner=last.partner, name=last.name)
        if before is None or sentence.i - before.sentence > 1 or self.doc.sentences[before.sentence].block != sentence.block:
            return None
        return before.indicator, replace(
            anchor,
            name=before.indicator,
            partner="to" if "export" in before.indicator else "from" if "import" in before.indicator else "with",
        )

    def _breaks_down(self, sentence: Sentence, anchor: Anchor, before: Figure) -> bool:
        if before.value is None or sentence.i - before.sentence > 1:
            return False
        return any(
            t.lemma.lower() in ("contribute", "account", "make", "earn", "record", "ship", "export")
            for t in self.doc.tokens[anchor.last : anchor.last + 3]
        )

    def _area(
        self,
        sentence: Sentence,
        draft: _Draft,
        mentions: Mapping[int, Mention],
        before: Figure | None,
        partners: tuple[Mention, ...],
        name: str,
    ) -> tuple[Mention, ...]:
        """The place of a figure whose noun phrase names none: the sentence's subject, the figure before, what the article is about."""
        told = self._subject_area(sentence, draft, mentions, partners)
        if told is not None:
            return (told,)
        if draft.anchor.kind == "generic" and name == draft.anchor.name:  # anybody's sales
            return before.areas if before is not None and self.doc.sentences[before.sentence].block == sentence.block else ()
        if before is not None and before.areas and (sentence.i - before.sentence <= 12 or self.head is not None):
            return before.areas
        main = where.main_area(self.doc, sentence.start + 1, self._partners(partners))
        return (main,) if main is not None and main not in partners else ()

    def _subject_area(
        self, sentence: Sentence, draft: _Draft, mentions: Mapping[int, Mention], partners: tuple[Mention, ...]
    ) -> Mention | None:
        """The place that is, or has, or holds the subject of the clause ("Industrial parks in Lagos attracted …")."""
        first, _ = tokens_of(self.doc, sentence, draft.first, draft.last)
        for token in self.doc.words(sentence):
            mention = mentions.get(token.i)
            if mention is None or token.i >= first or not area_like(mention) or mention in partners or mention.form == "demonym":
                continue
            top = token
            if token.dep == "pobj" and self.doc.tokens[token.head].text.lower() == "in":
                top = self.doc.tokens[self.doc.tokens[token.head].head]
            elif token.dep == "poss":
                top = self.doc.tokens[token.head]
            if (
                top.dep in ("nsubj", "nsubjpass")
                and top.i < first
                and top.pos in ("NOUN", "PROPN")
                and not any(t.text.lower() in ("say", "said") for t in (self.doc.tokens[top.head],))
            ):
                if token.i > clause_start(self.doc, sentence, first) - 1:
                    return mention
        return None

    def _partners(self, own: tuple[Mention, ...]) -> list[Mention]:
        """All partners told so far."""
        return [*(p for f in self.figures for p in f.partners), *own]

    def _window(self, sentence: Sentence, drafts: list[_Draft], k: int) -> tuple[int, int]:
        """The characters of a sentence that belong to one figure."""
        start = sentence.start
        if k and not drafts[k].again:
            start = self._edge(sentence, drafts[k - 1], drafts[k])
        following = next((d for d in drafts[k + 1 :] if not d.again), None)
        end = self._edge(sentence, drafts[k], following) if following is not None else sentence.end
        return start, end

    def _edge(self, sentence: Sentence, left: _Draft, right: _Draft) -> int:
        """Where one figure's words end and the next one's begin: the clause's start before its indicator, else the end of the left number."""
        low = max(left.last, self.doc.tokens[left.anchor.head].end)
        high = self.doc.tokens[right.anchor.first].start if right.own and right.anchor.first < len(self.doc.tokens) else right.first
        high = min(high, right.first) if high > low else right.first
        between = [t for t in self.doc.words(sentence) if t.start >= low and t.end <= max(high, low)]
        for token in reversed(between):
            if token.text in (";",) or token.text.lower() in ("while", "whereas", "but", "which", "although"):
                return token.start
        for token in reversed(between):
            if token.text == "," or token.text.lower() == "and":
                return token.start
        return max(high, low)

    def _status(self, sentence: Sentence, draft: _Draft, first: int) -> str:
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
        told = status(self.doc, start, max(high, draft.anchor.last if draft.anchor.first >= start else high))
        if told == "reported":
            governor = self.doc.tokens[self.doc.tokens[draft.anchor.head].head]
            if verb(governor, "cause") and any(c.text.lower() == "to" and c.dep == "aux" for c in self.doc.children(governor)):
                return "target"  # "agreed to raise trade to"
        return "reported" if told == "unreal" else told

    def _period(self, sentence: Sentence, draft: _Draft, first: int, last: int, anchor: Anchor) -> tuple[when.Months, bool]:
        told = when.stands(self.doc, dates(self.doc, sentence), first, last)
        spans = [d for d in told if when.is_period(self.doc, d)]
        if draft.deal is not None and draft.deal.running and not spans:
            return (None, None), True
        if not spans:
            return (None, None), any(when.stock(d) for d in told)
        after = [d for d in spans if d.start >= self.doc.tokens[anchor.first].start]
        if any(when.stock(d) and d.start > draft.first and not any(s.start > draft.first for s in spans) for d in told):
            return (None, None), True
        return when.months((after or spans)[0]), False

    def _inherited(self, sentence: Sentence, drafts: list[_Draft], k: int, made: list[Figure], draft: _Draft) -> when.Months:
        if draft.deal is not None and draft.deal.running:
            return (None, None)
        if made:
            ahead = made[-1].status in ("forecast", "target")
            return (None, None) if ahead else (made[-1].start, made[-1].end)
        later = [d for d in dates(self.doc, sentence) if when.is_period(self.doc, d) and d.start > draft.last]
        if later and not any(
            t.text.lower() in (";", "while", "whereas", "but") for t in self.doc.words(sentence) if draft.last < t.start < later[0].start
        ):
            return when.months(later[0])
        earlier = [d for d in dates(self.doc, sentence) if when.is_period(self.doc, d) and d.end < draft.first]
        if earlier and not any(when.stock(d) for d in dates(self.doc, sentence)):
            return when.months(earlier[-1])
        if any(when.stock(d) for d in dates(self.doc, sentence)):
            return None, None
        return self.topic if sentence.block - self.topic_at <= 2 or self._lists_between(sentence) else (None, None)

    def _lists_between(self, sentence: Sentence) -> bool:
        blocks = self.doc.article.blocks[self.topic_at + 1 : sentence.block]
        return self.topic_at >= 0 and all(b.role in ("item", "heading", "furniture", "caption") for b in blocks)

    def _full_year(self, sentence: Sentence, draft: _Draft) -> when.Months:
        text = self.doc.text[sentence.start : draft.last + 30].lower()
        published = self.doc.article.published
        if (
            re.search(r"\b(?:full[- ]year|whole[- ]year|the whole year|the full year|this year)\b", text)
            and published is not None
            and published.year
        ):
            return PartialDate(published.year, 1), PartialDate(published.year, 12)
        return None, None

    def _basis(self, sentence: Sentence, drafts: list[_Draft], k: int, period: when.Months, before: Figure | None) -> str:
        draft = drafts[k]
        assert draft.change is not None
        following = [q.start for q in quantities(self.doc, sentence) if q.start >= draft.change.end]
        past = [q.end for q in quantities(self.doc, sentence) if q.end <= draft.change.start]
        right = self.doc.text[draft.change.end : min([sentence.end, *following])]
        left = self.doc.text[max([sentence.start, *past, draft.change.start - 60]) : draft.change.start]
        compared = [d for d in dates(self.doc, sentence) if d.grain == "comparison" and d.period.start is not None]
        near = [d for d in compared if draft.change.end <= d.start <= draft.change.end + len(right)] or [
            d for d in compared if d.start < draft.change.start and not k
        ]
        found = when.basis(right, period, ()) or when.basis("", period, near) or when.basis(left, period, ())
        if found:
            return found
        if (when.span(*period) >= 2 and when.span(*period) != 3) or not before:
            return "yoy" if when.span(*period) >= 2 else ""
        return self.basis if (before is not None and (before.start, before.end) == period) or period == (None, None) else ""

    def _listed(self, figure: rows.Row, sentence: Sentence) -> Figure:
        head = figure.head
        areas = figure.areas or head.areas
        if not areas:
            areas = self.figures[-1].areas if self.figures and self.figures[-1].areas else ()
        if not areas:
            main = where.main_area(self.doc, sentence.start + 1, self._partners(figure.partners))
            areas = (main,) if main is not None and main not in figure.partners else ()
        period = figure.period if figure.period != (None, None) else head.period
        if period == (None, None):
            period = self.topic
        basis = figure.basis or head.basis or (("yoy" if when.span(*period) >= 2 else "") if figure.change is not None else "")
        return Figure(
            figure.indicator, sentence.span, areas, figure.partners, figure.value, figure.unit, figure.change, basis if figure.change is not None else "",
            period[0], period[1], figure.status, "a row of a list", sentence.i, False, _flow(figure.indicator),
        )  # fmt: skip


def areas_told(anchor: Anchor) -> bool:
    """Whether a pronoun brings its own partners ("those to Kenya")."""
    return anchor.head >= 0 and anchor.last - anchor.first > 1


def _flow(name: str) -> str:
    words = name.lower()
    if re.search(r"\bimports?\b", words) and re.search(r"\bexports?\b", words):
        return ""
    for kind, pattern in (
        ("exports", r"\bexports?\b|\bshipments\b"),
        ("imports", r"\bimports?\b"),
        ("investment", r"\binvestments?\b|\bFDI\b"),
        ("grants", r"\bgrants?\b|\baid\b"),
    ):
        if re.search(pattern, name):
            return kind
    return ""


__all__ = ["Figure", "Reader"]
_ = (DateMention, noun, verb, subject)
