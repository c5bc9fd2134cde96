"""Who takes part in an event, in which role.

Found: who attends, chairs, opens, addresses or speaks at it; who says something "at" it or tells it; both sides of a meeting; who visits
or leads a mission, and the members of a delegation; who is invited; lists ("Also present were …"), minutes, answers in interviews.
Those who speak on right behind another's part speak there too. Refused: those who stayed away or only plan to be told of, people quoted
in the article without a word or sentence that ties them to the event, and bodies that only people of theirs speak for.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract._attendance import parts
from kg.extract._attendance_unsaid import Part
from kg.extract._occasion_examples import examples
from kg.extract._occasions import find
from kg.extract._participant_examples import EXAMPLES as SENTENCES
from kg.extract._participant_examples_news import EXAMPLES as NEWS
from kg.extract._participant_examples_scene import EXAMPLES as SCENE
from kg.extract._participant_examples_told import EXAMPLES as TOLD
from kg.extract._syntax import syntax_of
from kg.types import Claim, Document, Kind

__all__ = ["EXAMPLES", "KIND", "extract"]

EXAMPLES = (*SENTENCES, *TOLD, *NEWS, *SCENE, *examples("participant"))

KIND = Kind(
    name="participant",
    node="Participation",
    prefix="participation",
    roles=MappingProxyType({"event": "event", "participant": "participant"}),
    values=MappingProxyType({"role": "role"}),
    key=("event", "participant", "role"),
    short=(("event", "hasParticipant", "participant"),),
    statuses=("held", "planned", "cancelled", "invited"),
    asserted=frozenset({"held"}),
    required=("event", "participant"),
)


_STATUS = MappingProxyType({"planned": "planned", "postponed": "planned", "cancelled": "cancelled"})


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    syntax = syntax_of(doc)
    seen: set[tuple[int, int, str]] = set()
    for part in parts(syntax, find(doc)):
        key = (part.event.start, part.who.start, part.role)
        if key in seen:
            continue
        seen.add(key)
        yield _claim(part)


def _claim(part: Part) -> Claim:
    status = "invited" if part.role == "invited" else _STATUS.get(part.status, "held")
    roles = (("event", part.event), ("participant", part.who))
    return Claim("participant", part.evidence, roles, (("role", part.role),), status, part.reason)
