"""Agreements: kind, dates, validity and status.

Found: papers and deals that a clause says are signed, to be signed, proposed, in force, denied or terminated, agreements called by
name, and those of a list announced as signed. Refused: plurals without a number, nouns without such a clause, plans to cooperate.
Method: patterns over the dependency parse with word lists (agreement nouns, verbs and states); see ``_papers``.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract import _papers_examples
from kg.extract._agreement_examples import AGREEMENTS
from kg.extract._papers import papers
from kg.extract._papers_model import Paper
from kg.types import Claim, Document, Kind, Mention, Value

KIND = Kind(
    name="agreement",
    node="Agreement",
    prefix="agreement",
    roles=MappingProxyType({"agreement": "agreement", "event": "signedAt", "place": "place"}),
    values=MappingProxyType(
        {"kind": "agreementKind", "signed": "signedDate", "from": "validFrom", "until": "validUntil", "subject": "subject"}
    ),
    key=("agreement",),
    about="agreement",
    statuses=("signed", "planned", "proposed", "in-force", "denied", "terminated"),
    asserted=frozenset({"in-force", "signed"}),
    required=("agreement",),
)

EXAMPLES = (*AGREEMENTS, *_papers_examples.AGREEMENTS)


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    for paper in papers(doc):
        yield Claim("agreement", paper.evidence, _roles(paper), _values(paper), paper.status, paper.reason)


def _roles(paper: Paper) -> tuple[tuple[str, Mention], ...]:
    roles = [("agreement", paper.mention)]
    if paper.event is not None:
        roles.append(("event", paper.event))
    if paper.place is not None:
        roles.append(("place", paper.place))
    return tuple(roles)


def _values(paper: Paper) -> tuple[tuple[str, Value], ...]:
    values: list[tuple[str, Value]] = [("kind", paper.kind)] if paper.kind else []
    for name, date in (("signed", paper.signed), ("from", paper.start), ("until", paper.end)):
        if date is not None:
            values.append((name, date))
    if paper.subject:
        values.append(("subject", paper.subject))
    return tuple(values)
