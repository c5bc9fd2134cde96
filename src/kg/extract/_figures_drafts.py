"""The numbers of a sentence with their indicators: values, changes that join them, former values and second currencies left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.extract import _figures_filters as filters
from kg.extract import _figures_former as former
from kg.extract import _figures_when as when
from kg.extract._figures import Anchor, area_like, noun, tokens_of, verb
from kg.extract._figures_actors import subject
from kg.extract._figures_frames import deal
from kg.extract._figures_gapped import gapped
from kg.extract._figures_link import aside, clause_start, linked, status
from kg.extract._figures_model import Draft, Figure
from kg.extract._figures_partners import partner, product, taker
from kg.extract._figures_respective import respectively
from kg.types import Document, Mention, Quantity, Sentence

_SCALE = re.compile(r"\b(?:million|billion|trillion|bn|mn)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:arrivals|visitors|tourists|passengers|travellers|travelers|guests|people|inhabitants|containers|trips)\b", re.IGNORECASE
)
_FORESEEN = frozenset(
    (
        "target",
        "expect",
        "aim",
        "project",
        "forecast",
        "predict",
        "hope",
        "reach",
        "attract",
        "hit",
        "achieve",
        "attain",
        "top",
        "exceed",
        "goal",
    )
)
_OF_GDP = re.compile(r"\sof (?:the )?(?:GDP|gross domestic product)\b")
_FORMER = re.compile(
    r"\b(?:from|compared(?: (?:to|with))?|against|versus|than|(?<!to )over) (?:about |around |nearly |just |some |only )?"
    r"(?:(?:the|its|an?) )?"
    r"(?:(?:current|present|previous|existing|original|initial) )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:to|at) (?:about |around |nearly |just |almost |over |some |more than |a record |an estimated )?", re.IGNORECASE)
_RISE = re.compile(
    r"[ -](?:[a-z-]+ ){0,2}(?:rise|increase|growth|jump|surge|gain|climb|drop|fall|decline|decrease|slump|plunge|dip|expansion) in\s"
)
_LEVEL = re.compile(
    r"\b(?:at|to|of|is|was|were|be|reached|hit|:|–)\s(?:about |around |nearly |just |almost |only |some |a |an )?$", re.IGNORECASE
)


class Drafter:
    """Reads the numbers of a sentence. ``indicator``: the one told last, for what only ranks goods; ``before``: its figure."""

    def __init__(self, doc: Document, indicator: str, before: Figure | None = None, whole: Figure | None = None) -> None:
        self.doc = doc
        self.indicator = indicator
        self.before = before
        self.whole = whole  # what a ranking of partners goes on from
        self.kin: list[former.Kin] = []  # former values and targets beside the drafts
        self._ahead: list[Quantity] = []  # "from $1.2 billion in 2018 to": the former value comes first

    def read(self, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention]) -> list[Draft]:
        """The drafts of a sentence, in text order."""
        drafts: list[Draft] = []
        previous: Quantity | None = None
        respective = next((t.i for t in self.doc.words(sentence) if t.text.lower() == "respectively"), -1)
        own = clause_start(self.doc, sentence, respective) if respective >= 0 else sentence.last
        if own == sentence.first:
            return respectively(self.doc, sentence, found, mentions, own)
        found = [a for k, a in enumerate(found) if not (filters.growth(self.doc, a) and any(o.kind == "flow" for o in found[:k]))]
        numbers = tuple(self._sum(sentence, q) for q in self.doc.quantities_in(sentence))
        for k, quantity in enumerate(numbers):
            if tokens_of(self.doc, sentence, quantity.start, quantity.end)[0] >= own:
                drafts += respectively(self.doc, sentence, [a for a in found if a.first >= own], mentions, own)
                break
            if filters.expected(self.doc, sentence, quantity) or filters.paired(self.doc, numbers, k):
                continue
            if quantity.kind == "money":
                self._money(sentence, found, mentions, drafts, quantity, previous)
            elif quantity.kind == "percent" and quantity.unit == "percent":
                again = gapped(self.doc, found, mentions, drafts, previous, quantity)
                if again is not None:
                    drafts.append(again)
                    quantity = again.change or quantity
                else:
                    self._percent(sentence, found, drafts, quantity)
            elif quantity.kind in ("bare", "measure", "count") and quantity.unit not in ("years", "months", "days"):
                self._counted(sentence, found, mentions, drafts, quantity)
            previous = quantity
        for quantity in self._ahead:
            of = next((k for k, d in enumerate(drafts) if d.first >= quantity.end), None)
            if of is not None:
                self.kin.append(former.Kin(of, quantity, "former"))
        kept = [d for d in drafts if not self._unreal(sentence, d)]
        places = {id(d): k for k, d in enumerate(kept)}
        self.kin = [replace(k, of=places[id(drafts[k.of])]) for k in self.kin if id(drafts[k.of]) in places]
        return kept

    def _sum(self, sentence: Sentence, q: Quantity) -> Quantity:
        """ "412 million euros. Exports accounted for 268 million": a bare number of the currency that was told last."""
        if q.kind != "bare" or q.change or _SCALE.search(q.text) is None or _CROWD.search(self.doc.text, sentence.start, sentence.end):
            return q
        near = [
            o
            for s in self.doc.sentences[max(0, sentence.i - 2) : sentence.i + 1]
            for o in self.doc.quantities_in(s)
            if o.end <= q.start and o.kind not in ("percent", "rank", "times")
        ]
        return replace(q, unit=near[-1].unit, kind="money") if near and near[-1].kind == "money" and near[-1].unit else q

    def _topic(self, found: list[Anchor], q: Quantity) -> str:
        """The indicator that a part can be of: the last one named before it in its sentence, else the one told before."""
        near = [a for a in found if self.doc.tokens[a.last - 1].end <= q.start and a.kind in ("flow", "stock")]
        near = [
            a for a in near if a.first == 0 or self.doc.tokens[a.first - 1].tag != "WP$" or a is near[0]
        ]  # "Israel, whose imports rose"
        return near[-1].name if near else self.indicator

    def _carried(self, sentence: Sentence, q: Quantity) -> Anchor | None:
        """ "This time the organisers are targeting $5 million": what is aimed at or foreseen is the indicator told last."""
        old = self.before
        if old is None or sentence.i - old.sentence > 3 or old.unit != q.unit:
            return None
        first, _ = tokens_of(self.doc, sentence, q.start, q.end)
        before = [t for t in self.doc.tokens[max(sentence.first, first - 6) : first] if t.pos not in ("ADV", "DET", "SYM", "NUM")]
        while before and (before[-1].pos == "ADJ" or before[-1].text.lower() in ("about", "for", "to", "around", "at")):
            before.pop()
        if before and before[-1].lemma.lower() == "be":  # "The target for 2026 is $3 million"
            who = subject(self.doc, before[-1])
            if who is None or not noun(who, "plan") or who.i < sentence.first:
                return None
            return Anchor(first, first, first, old.indicator, "flow", {"exports": "to", "imports": "from"}.get(old.flow, ""))
        if not before or before[-1].lemma.lower() not in _FORESEEN or before[-1].pos not in ("VERB", "NOUN"):
            return None
        aimed = before[-1].lemma.lower() in ("reach", "attract", "hit", "achieve", "attain", "top", "exceed")
        if aimed and status(self.doc, sentence.first, first) not in ("target", "forecast"):
            return None
        return Anchor(first, first, first, old.indicator, "flow", {"exports": "to", "imports": "from"}.get(old.flow, ""))

    def _kin(self, sentence: Sentence, drafts: list[Draft], q: Quantity) -> bool:
        """Whether a number is what the last figure was before, or was to be; it is kept as such."""
        told = former.role(self.doc, sentence, q) if drafts else ""
        if told:
            self.kin.append(former.Kin(len(drafts) - 1, q, told))
        return bool(told)

    def _money(
        self,
        sentence: Sentence,
        found: list[Anchor],
        mentions: Mapping[int, Mention],
        drafts: list[Draft],
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
        if filters.priced(self.doc, q) or filters.moved_by(self.doc, q):
            return
        if q.change and not re.search(r"\b(?:up|rose|fell)\b[^.;]{0,30}\bto\s", text[max(0, q.start - 40) : q.start]):
            return  # a change in money is no level
        if self._kin(sentence, drafts, q):
            return
        if drafts and _FORMER.search(text[max(sentence.start, q.start - 40) : q.start]):
            return  # what it was before
        left, right = text[max(sentence.start, q.start - 10) : q.start], text[q.end : sentence.end]
        if re.search(r"\bfrom\s\S{0,4}$", left) and re.match(r"[^.;]{0,30}\sto\s[^.;]{0,14}\d", right):
            self._ahead.append(q)
            return  # "from $1.2 billion in 2018 to"
        if re.match(r"\s(?:more|less|higher|lower|above|below)\b", text[q.end : q.end + 8]):
            return
        listed = partner(self.doc, sentence, found, mentions, q, drafts)
        if listed is not None:
            drafts.append(listed)
            return
        told = deal(self.doc, sentence, q, mentions, self._topic(found, q))
        taken = taker(self.doc, sentence, found, mentions, q, self.whole, drafts)
        by_partner = told is not None and told.partners and not told.areas and not told.closed and "export" in told.anchor.name
        if (
            told is not None
            and not told.counted
            and not (told.again and not self._topic(found, q))
            and not (by_partner and taken is not None)
        ):
            drafts.append(Draft(told.anchor, q, deal=told))
            return
        if taken is not None:
            drafts.append(taken)
            return
        if text[q.start - 1 : q.start] == "(" and any(m.end <= q.start - 1 <= m.end + 2 and area_like(m) for m in mentions.values()):
            return  # "with Germany ($3 million)": a partner's, of nothing that is told
        open_ = drafts[-1] if drafts and drafts[-1].value is None and drafts[-1].own else None
        if open_ is not None and _TO.fullmatch(text[max(open_.last, self.doc.tokens[open_.anchor.last - 1].end) : q.start]):
            open_.value = q  # "a 5 percent rise in exports to $3 million"
            return
        anchor = linked(self.doc, sentence, found, q, bool(drafts))
        if anchor is not None:
            last = drafts[-1] if drafts else None
            if last is not None and last.value is None and last.anchor == anchor and re.search(r"\b(?:to|at)\b", text[last.last : q.start]):
                last.value = q
                return
            drafts.append(Draft(anchor, q))
            return
        if drafts and self._plans(sentence, drafts[-1], q):
            first, _ = tokens_of(self.doc, sentence, q.start, q.end)
            base = drafts[-1].anchor
            drafts.append(Draft(Anchor(first, first, first, base.name, base.kind, base.partner), q, own=False))
            return
        aimed = self._carried(sentence, q)
        if aimed is not None and not drafts:
            drafts.append(Draft(aimed, q, own=False))
            return
        ranked = product(self.doc, sentence, q, mentions)
        if ranked is not None and self.indicator and any(w in self.indicator for w in ("export", "import", "sales")):
            flow = next(w for w in ("exports", "imports", "sales") if w.rstrip("s") in self.indicator)
            drafts.append(Draft(replace(ranked, name=f"{flow} of {ranked.name}"), q))

    def _plans(self, sentence: Sentence, last: Draft, q: Quantity) -> bool:
        """ "…, which projects $15.2 billion for 2026": the same indicator, looked at ahead."""
        first, _ = tokens_of(self.doc, sentence, q.start, q.end)
        before = [t for t in self.doc.tokens[max(sentence.first, first - 3) : first] if t.pos not in ("ADV", "DET", "SYM")]
        return (
            bool(before)
            and before[-1].lemma.lower() in ("project", "forecast", "expect", "target", "predict")
            and before[-1].pos in ("VERB", "NOUN")
        )

    def _percent(self, sentence: Sentence, found: list[Anchor], drafts: list[Draft], q: Quantity) -> None:
        text = self.doc.text
        rate = linked(self.doc, sentence, found, q)
        level = rate is not None and (rate.kind == "rate" or (rate.kind == "anaphor" and self._of_a_rate(sentence)))
        if rate is not None and level and not re.match(r"\s(?:of|more|less|higher|lower)\b", text[q.end : q.end + 8]):
            if self._kin(sentence, drafts, q) or (drafts and _FORMER.search(text[max(sentence.start, q.start - 40) : q.start])):
                return
            if not q.change or _LEVEL.search(text[max(0, q.start - 20) : q.start]):
                if drafts and drafts[-1].anchor == rate and drafts[-1].value is None:
                    drafts[-1].value = q
                else:
                    drafts.append(Draft(rate, q))
                return
        if rate is not None and rate.kind in ("flow", "stock") and _OF_GDP.match(text, q.end):
            drafts.append(Draft(replace(rate, name=f"{rate.name} as a share of GDP"), q))
            return
        if drafts and drafts[-1].anchor.kind == "rate" and drafts[-1].value is not None and not q.change and self._kin(sentence, drafts, q):
            return
        if (
            drafts
            and not q.change
            and drafts[-1].change is not None
            and drafts[-1].value is None
            and self._goes_on(sentence, drafts[-1], q)
        ):
            moved = replace(q, change=True, direction=drafts[-1].change.direction)
            drafts.append(Draft(drafts[-1].anchor, None, moved, own=False))
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
                and (a.kind != "goods" or a == rate)
                and not aside(self.doc, a)
            ]
            other = [
                t
                for t in between
                if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN") and not any(a.first <= t.i < a.last for a in found)
            ]
            near = self.doc.tokens[first - 2 : first]
            if len(between) > 2 and near[1].text.lower() in ("up", "down") and near[0].pos in ("NOUN", "PROPN"):
                loose = self.doc.tokens[first - 3].text.lower() in ("and", ",", "while", "with")
                other += (
                    [near[0]] if loose and not any(a.first <= near[0].i < a.last for a in found) and not self._dated(near[0].start) else []
                )
            if not new and not other and not any(t.text == ";" for t in between):
                if last.change is None and (last.anchor.kind != "rate" or (last.value is not None and last.value.kind == "money")):
                    last.change = q
                elif any(t.pos == "VERB" and t.dep == "conj" and verb(t, "change") for t in between):
                    drafts.append(Draft(last.anchor, None, q, own=False))  # "rose 5% in May and grew 3% in the first half"
                elif last.change is not None:
                    drafts.append(Draft(last.anchor, last.value, q, last.deal, again=True))
                return
            if other and not new:
                return
        rise = _RISE.match(text, q.end)
        if rise is not None:
            of = next(
                (a for a in found if rise.end() <= self.doc.tokens[a.first].start <= rise.end() + 40 and a.kind in ("flow", "stock")), None
            )
            if of is not None and not any(
                t.pos in ("VERB", "PUNCT") for t in self.doc.tokens[first + 1 : of.first] if t.start > rise.end()
            ):
                drafts.append(Draft(of, None, q))
                return
        if rate is not None:
            drafts.append(Draft(rate, None, q))

    def _goes_on(self, sentence: Sentence, last: Draft, q: Quantity) -> bool:
        """ "by 0.8% this year and 2.1% in 2026": the same indicator at another time."""
        gap = self.doc.text[last.last : q.start]
        dates = self.doc.dates_in(sentence)
        if re.fullmatch(r"[\w\s]{2,30},? (?:and|but) (?:by )?(?:about |around )?", gap) is None:
            return False
        return any(last.last <= d.start and d.end < q.start for d in dates) and any(q.end <= d.start <= q.end + 6 for d in dates)

    def _dated(self, at: int) -> bool:
        return any(d.start <= at < d.end for d in self.doc.dates)

    def _of_a_rate(self, sentence: Sentence) -> bool:
        """Whether "it" is a rate: the figure before, in the same paragraph, is one."""
        old = self.before
        return (
            old is not None
            and old.unit == "percent"
            and sentence.i - old.sentence <= 1
            and self.doc.sentences[old.sentence].block == sentence.block
        )

    def _pointing(self, anchor: Anchor) -> bool:
        """ "those to Kenya": the same indicator of another partner."""
        words = [t.text.lower() for t in self.doc.tokens[anchor.first : anchor.first + 2]]
        return words[0] in ("those", "that") and words[-1] in ("to", "from", "with", "of", "in", "into")

    def _counted(self, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], drafts: list[Draft], q: Quantity) -> None:
        """Arrivals, tonnes and the like: only where a change or a period will stand beside them."""
        if (q.kind == "bare" and q.value < 1000) or q.change or q.upper is not None or (q.kind == "measure" and "-" in q.text):
            return
        if (
            drafts
            and drafts[-1].value is not None
            and drafts[-1].value.kind in ("bare", "measure", "count")
            and self._kin(sentence, drafts, q)
        ):
            return
        if drafts and _FORMER.search(self.doc.text[max(sentence.start, q.start - 40) : q.start]):
            return
        listed = partner(self.doc, sentence, found, mentions, q, drafts)
        if listed is not None and (q.kind == "measure" or re.search(r"arrivals|visitors|tourists|guests", listed.anchor.name)):
            drafts.append(listed)
            return
        made = deal(self.doc, sentence, q, mentions, self._topic(found, q))
        measured = made is not None and q.kind == "measure" and made.flow in ("exports", "imports")
        if made is not None and (measured or (made.counted and self._told_later(sentence, q))):
            drafts.append(Draft(made.anchor, q, deal=made))
            return
        taken = taker(self.doc, sentence, found, mentions, q, self.whole, drafts)
        if taken is not None and (q.kind == "measure" or re.search(r"arrivals|visitors|tourists", taken.anchor.name)):
            drafts.append(taken)
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
            drafts.append(Draft(anchor, q))

    def _told_later(self, sentence: Sentence, q: Quantity) -> bool:
        return any(when.is_period(self.doc, d) for d in self.doc.dates_in(sentence)) or any(
            o.start > q.start and ((o.change and o.kind == "percent") or former.role(self.doc, sentence, o) == "former")
            for o in self.doc.quantities_in(sentence)
        )

    def _unreal(self, sentence: Sentence, draft: Draft) -> bool:
        first, _last = tokens_of(self.doc, sentence, draft.first, draft.last)
        start = max(clause_start(self.doc, sentence, first), min(draft.anchor.first, first) - 8)
        return status(self.doc, start, first) == "unreal"
