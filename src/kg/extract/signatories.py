"""Who is bound by an agreement.

Found: who signs, with whom, "between A and B", who gives and gets under a contract. A person who signs stands for the body of the post
told with the name. Refused: witnesses, persons without a body. Method: see ``_papers`` and ``_papers_parties``.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract import _papers_examples
from kg.extract._papers import papers
from kg.extract._papers_model import Paper
from kg.extract._signatory_examples import SIGNATORIES
from kg.types import Claim, Document, Kind

KIND = Kind(
    name="signatory",
    node="Signing",
    prefix="signing",
    roles=MappingProxyType({"agreement": "agreement", "signatory": "signatory"}),
    values=MappingProxyType({}),
    key=("agreement", "signatory"),
    short=(("agreement", "signedBy", "signatory"),),
    statuses=("signed", "planned", "proposed", "in-force", "denied", "terminated"),
    asserted=frozenset({"in-force", "signed"}),
    required=("agreement", "signatory"),
)

EXAMPLES = (*SIGNATORIES, *_papers_examples.SIGNATORIES)


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order. A headline's short names ("Aarhus" for its port) give none where the text tells them too."""
    told = list(papers(doc))
    below = [paper for paper in told if paper.parties and not _titled(doc, paper)]
    for paper in told:
        if below and _titled(doc, paper):
            continue
        for party in paper.parties:
            roles = (("agreement", paper.mention), ("signatory", party))
            yield Claim("signatory", paper.evidence, roles, (), paper.status, paper.reason)


def _titled(doc: Document, paper: Paper) -> bool:
    sentence = doc.sentences[doc.tokens[paper.mention.token].sentence]
    return doc.article.blocks[sentence.block].role == "title"
