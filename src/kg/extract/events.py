"""Events: kind, dates, place and status.

Found: named events, noun phrases of a closed list of nouns ("a trade fair in Lomé on 3 May"), and verbs that tell a meeting or a visit
("met", "visited", "received a delegation"), words of a name told before ("the Week", "the next …"). A date that opens a list item dates
its event, "Venue: …" places the one above, first day and length give the last day. Refused: sorts of events and plurals, wishes and
denials, nouns that only modify ("conference hall"), verbs in adjectives and purposes. Dates stay as precise as told; status follows
tense, mood and the words of planning, putting off and calling off, and where they tell nothing, the date against the article's own. The
method is described in ``_occasions.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract._event_examples import EXAMPLES as SENTENCES
from kg.extract._event_examples_beside import EXAMPLES as BESIDE
from kg.extract._event_examples_near import EXAMPLES as NEAR
from kg.extract._occasion_examples import examples
from kg.extract._occasions import Occasion, find
from kg.types import Claim, Document, Kind, Value

__all__ = ["EXAMPLES", "KIND", "extract"]

EXAMPLES = (*SENTENCES, *NEAR, *BESIDE, *examples("event"))

KIND = Kind(
    name="event",
    node="Event",
    prefix="event",
    roles=MappingProxyType({"event": "event", "place": "place"}),
    values=MappingProxyType({"kind": "eventKind", "start": "startDate", "end": "endDate"}),
    key=("event",),
    about="event",
    short=(),
    statuses=("held", "ongoing", "planned", "cancelled", "postponed"),
    asserted=frozenset({"held", "ongoing"}),
    required=("event",),
)


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    for occasion in find(doc):
        if not occasion.echo:
            yield _claim(occasion)


def _claim(occasion: Occasion) -> Claim:
    values: list[tuple[str, Value]] = [("kind", occasion.kind)]
    if occasion.start is not None:
        values.append(("start", occasion.start))
    if occasion.end is not None:
        values.append(("end", occasion.end))
    roles = (("event", occasion.mention), *(("place", p) for p in occasion.places))
    how = {"verb": "a verb that tells an event", "nominal": "a noun phrase that tells an event"}.get(occasion.mention.form, "a named event")
    return Claim("event", occasion.evidence, roles, tuple(values), occasion.status, how)
