"""People who come: "1.2 million tourists visited Peru", "the island was visited by 30,000 Germans", "80,000 of them came from Chile"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.data.gazetteer import country_of
from kg.extract._figures import Anchor, area_like, noun, tokens_of, verb
from kg.extract._figures_deals import Deal
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Quantity, Sentence


def visits(doc: Document, sentence: Sentence, q: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """The people counted before or behind a verb of coming, as visitors of the place they come to; None where they are none."""
    if q.kind != "count" or q.change:
        return None
    first, last = tokens_of(doc, sentence, q.start, q.end)
    counted = doc.tokens[last - 1]
    origin = country_of(counted.text) if counted.text[0].isupper() else None
    if not (noun(counted, "guest") or origin is not None or counted.text.lower() in ("people", "foreigners")):
        return None
    mods = [
        t.text for t in doc.tokens[first : last - 1] if t.pos in ("ADJ", "NOUN") and t.i not in mentions and t.text.lower() != "million"
    ]
    words = [w for w in mods if w.lower() not in ("billion", "total", "record", "some", "more")]
    name = " ".join([*words, counted.text]).lower() if noun(counted, "guest") else "visitors"
    if origin is not None:
        name = f"visitors from {origin.name}"
    areas, partners = _coming(doc, sentence, last, mentions) or (None, ())
    if areas is None:
        return None
    return Deal(Anchor(first, last - 1, last, name, "flow", "from"), areas, partners, "", counted=True)


def _coming(
    doc: Document, sentence: Sentence, at: int, mentions: Mapping[int, Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """The place that a verb of coming behind token ``at`` leads to, and the one told by "from" before it."""
    end = next((t.i for t in doc.tokens[at : sentence.last] if t.text in (",", ";")), sentence.last)
    come = next((t for t in doc.tokens[at:end] if t.pos in ("VERB", "AUX") and t.lemma.lower() not in ("be", "have")), None)
    if (
        come is None
        or not verb(come, "come")
        or any(t.text.lower() in ("not", "n't", "never", "will", "would", "to") for t in doc.tokens[at : come.i])
    ):
        return None
    origins = next((f for prep, f in phrases_after(doc, at, come.i, mentions) if f and prep == "from"), ())
    i = come.i + 1
    while i < end and doc.tokens[i].pos in ("DET", "ADP", "ADJ", "PART") and i not in mentions:
        i += 1
    place = mentions.get(i) or next((mentions[k] for k in range(i, min(i + 3, end)) if k in mentions), None)
    if place is None or not area_like(place) or place.form == "demonym":
        return None
    return (place,), origins if len(origins) == 1 else ()
