"""Everything that was seen in one article, as flat records whose offsets count in the file as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from kg.data.words import reporting
from kg.rdf import DEFAULT_BASE, Names
from kg.types import Claim, Document, Entity, Evidence, Mention, Refusal, Resolution, Span

Cell: TypeAlias = "str | int | list[int] | dict[str, str] | None"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing seen: ``what`` it is (one of ``ORDER``), ``source[start:end]``, the rest by name."""

    what: str
    start: int
    end: int
    text: str
    more: tuple[tuple[str, Cell], ...] = ()

    def get(self, name: str) -> Cell:
        """One of the further cells; None where it has none."""
        return next((value for key, value in self.more if key == name), None)

    def as_dict(self) -> dict[str, Cell]:
        """As a flat mapping, for JSON."""
        return {"what": self.what, "start": self.start, "end": self.end, "text": self.text, **dict(self.more)}


def records(
    document: Document,
    claims: Sequence[Claim],
    resolution: Resolution,
    base: str = DEFAULT_BASE,
    named: Mapping[Span, Evidence] = MappingProxyType({}),
) -> tuple[Record, ...]:
    """What was seen in ``document``, in text order.

    ``claims`` are the article's, ``resolution`` that of the article alone or of several; it gives mentions their names and IRIs
    (under ``base``) and the reasons why something was left out. ``named`` leads the span of a mention that is no name ("the
    city", "he") to a place where the same thing is named.
    """
    seen = _Seen(document, resolution, base, named)
    found = [
        *seen.mentions(),
        *seen.dates(),
        *seen.quantities(),
        *seen.claims(claims),
        *seen.refusals(resolution.refusals),
        *seen.furniture(),
    ]
    return tuple(sorted(found, key=lambda record: (record.start, -record.end, ORDER.index(record.what), record.text, str(record.more))))


ORDER = ("furniture", "claim", "statement", "refusal", "mention", "date", "quantity")


class _Seen:
    def __init__(self, document: Document, resolution: Resolution, base: str, named: Mapping[Span, Evidence]) -> None:
        self.document, self.article, self.named = document, document.article, named
        names = Names(base)
        self.entities: dict[tuple[int, int], Entity] = {}
        self.iris: dict[str, str] = {}
        for entity in resolution.entities:
            self.iris[entity.key] = names.key(entity.key).value
            for evidence in entity.mentions:
                if evidence.article == self.article.id:
                    self.entities.setdefault((evidence.start, evidence.end), entity)

    def record(self, what: str, span: Span, **more: Cell) -> Record:
        here = self.article.to_source(span)
        return Record(what, here.start, here.end, self.article.source[here.start : here.end], tuple(more.items()))

    def place(self, span: Span | None) -> list[int] | None:
        """A span of the repaired text as [start, end] in the file."""
        if span is None:
            return None
        here = self.article.to_source(span)
        return [here.start, here.end]

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a mention speaks of; None where it was not told which."""
        here: Span | Evidence = self.article.to_source(mention.span)
        found = self.entities.get((here.start, here.end))
        if found is None and mention.span in self.named:
            here = self.named[mention.span]
            found = self.entities.get((here.start, here.end))
        return found

    def called(self, mention: Mention) -> str:
        """The entity's name where the mention was resolved, else its own."""
        entity = self.entity(mention)
        return entity.name if entity else mention.name

    def mentions(self) -> Iterable[Record]:
        for mention in self.document.mentions:
            entity = self.entity(mention)
            yield self.record(
                "mention",
                mention.span,
                kind=entity.type if entity else mention.kind,
                form=mention.form,
                name=entity.name if entity else None,
                iri=self.iris[entity.key] if entity else None,
                link=entity.same_as[0] if entity and entity.same_as else None,
            )

    def dates(self) -> Iterable[Record]:
        for date in self.document.dates:
            start, end = (str(side) if side else "" for side in (date.period.start, date.period.end))
            value = start if start == end else f"{start}/{end}"  # ISO 8601 intervals; an open side is empty
            yield self.record("date", date.span, value=value, role=date.role, grain=date.grain)

    def quantities(self) -> Iterable[Record]:
        for quantity in self.document.quantities:
            yield self.record(
                "quantity",
                quantity.span,
                value=f"{quantity.value:f}",
                upper=f"{quantity.upper:f}" if quantity.upper is not None else None,
                unit=quantity.unit,
                change="yes" if quantity.change else "no",
                direction=quantity.direction,
            )

    def claims(self, claims: Iterable[Claim]) -> Iterable[Record]:
        for claim in claims:
            if claim.kind == "statement":
                yield self.statement(claim)
                continue
            roles = {role: self.called(mention) for role, mention in claim.roles}
            values = {name: str(value) for name, value in claim.values}
            yield self.record(
                "claim", claim.evidence, kind=claim.kind, roles=roles, values=values, status=claim.status, reason=claim.reason
            )

    def statement(self, claim: Claim) -> Record:
        speaker, content = claim.role("speaker"), self.content(claim)
        return self.record(
            "statement",
            claim.evidence,
            speaker=self.called(speaker) if speaker else None,
            speaker_span=self.place(speaker.span if speaker else None),
            content_span=self.place(content),
            cue_span=self.place(self.cue(claim, content)),
            status=claim.status,
            reason=claim.reason,
        )

    def content(self, claim: Claim) -> Span | None:
        """Where the words said stand; None where the claim's text is not found as it is."""
        said = str(claim.value("text") or "")
        at = self.document.text.find(said, claim.evidence.start, claim.evidence.end) if said else -1
        return Span(at, at + len(said)) if at >= 0 else None

    def cue(self, claim: Claim, content: Span | None) -> Span | None:
        """The reporting verb beside the words said."""
        for token in self.document.tokens:
            here = Span(token.start, token.end)
            if claim.evidence.covers(here) and not (content and content.overlaps(here)) and token.lemma.lower() in reporting():
                return here
        return None

    def refusals(self, resolved: Iterable[Refusal]) -> Iterable[Record]:
        every = dict.fromkeys([*self.article.refusals, *self.document.refusals, *resolved])
        for refusal in every:
            if refusal.article == self.article.id:
                more: tuple[tuple[str, Cell], ...] = (("stage", refusal.stage), ("reason", refusal.reason))
                text = self.article.source[refusal.start : refusal.end] or refusal.text
                yield Record("refusal", refusal.start, refusal.end, text, more)

    def furniture(self) -> Iterable[Record]:
        for block in self.article.blocks:
            if block.role in ("furniture", "caption"):
                yield self.record("furniture", Span(block.start, block.end), role=block.role, reason=block.reason)
