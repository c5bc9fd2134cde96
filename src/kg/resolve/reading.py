"""One article resolved on its own: what crosses from a worker to the step that puts articles together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.data.gazetteer import country_of
from kg.resolve.local import Locals
from kg.resolve.metonyms import beside, government, metonym
from kg.resolve.nodes import Node
from kg.resolve.references import References
from kg.resolve.running import running
from kg.resolve.signings import acting, settled
from kg.resolve.things import Things
from kg.types import Article, Claim, Document, EntityType, Evidence, Kind, Mention, Refusal, Span, Value

_STATES = ("area", "partner", "subject", "object", "signatory")  # roles in which a capital that acts is its country


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """A node of one article, frozen. ``index`` is its number inside the article."""

    index: int
    type: EntityType
    name: str
    names: tuple[tuple[str, int], ...]
    code: str
    place: str
    country: str
    named: bool
    noun: str
    kind: str
    mentions: tuple[Evidence, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalFact:
    """A claim whose roles are entities of the article."""

    kind: str
    roles: tuple[tuple[str, int], ...]
    values: tuple[tuple[str, Value], ...]
    status: str
    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says."""

    article: Article
    entities: tuple[LocalEntity, ...]
    facts: tuple[LocalFact, ...]
    refusals: tuple[Refusal, ...]
    links: tuple[tuple[int, int, int], ...] = ()  # every resolved mention: start, end in Article.text, entity index


def read(doc: Document, claims: Sequence[Claim], kinds: Mapping[str, Kind]) -> Reading:
    """Resolve one article's claims."""
    locals_ = Locals(doc)
    locals_.titled(claims)
    references = References(doc, locals_)
    events = Things(doc, locals_, claims, "event", references.follow)
    agreements = Things(doc, locals_, claims, "agreement", references.follow)
    refusals: list[Refusal] = []
    for mention, reason in (*locals_.refused, *events.refused, *agreements.refused):
        refusals.append(_refusal(doc.article, reason, mention.span, mention.text))
    facts: list[LocalFact] = []
    for claim in claims:
        facts.extend(_facts(doc, claim, kinds[claim.kind], references, locals_, refusals))
    facts = running(settled(_consistent(facts, kinds), doc, locals_), doc.article.published)
    used = {i for f in facts for _, i in f.roles}
    entities = tuple(_entity(doc, n) for n in locals_.nodes if _kept(doc, n, used, locals_))
    kept = {e.index for e in entities}
    links = tuple(sorted((s, e, n.index) for (s, e), n in locals_.of.items() if n.index in kept))
    return Reading(doc.article, entities, tuple(facts), (*doc.article.refusals, *doc.refusals, *refusals), links)


def _refusal(article: Article, reason: str, span: Span, text: str) -> Refusal:
    where = article.to_source(span)
    return Refusal(article.id, "resolve", reason, text[:200], where.start, where.end)


def _evidence(article: Article, span: Span) -> Evidence:
    where = article.to_source(span)
    return Evidence(article.id, where.start, where.end, article.source[where.start : where.end])


def _facts(
    doc: Document, claim: Claim, kind: Kind, references: References, locals_: Locals, refusals: list[Refusal]
) -> Iterable[LocalFact]:
    """The facts of one claim; a group in a role gives one fact for each member."""
    found: list[list[tuple[str, int]]] = [[]]
    missing: list[tuple[str, Mention]] = []
    for role, mention in claim.roles:
        nodes = references.follow(mention)
        if role in _STATES and (land := government(doc, mention.span, locals_)) is not None:
            nodes = (land,)
            other = beside(doc, mention, locals_) if role == "area" and claim.role("partner") is None else None
            nodes = (land, other) if other is not None else nodes
        if claim.kind == "signatory" and role == "signatory":
            nodes = acting(mention, nodes, locals_)
        if not nodes:
            missing.append((role, mention))
            continue
        if len(nodes) > 1 and claim.kind == "tie" and role in ("subject", "object"):
            chosen = [nodes[0] if role == "subject" else nodes[1]]
        elif len(nodes) == 2 and claim.kind == "statistic" and role == "area" and claim.role("partner") is None:
            # a figure of "the two countries" is one between them
            found = [[*row, ("area", nodes[0].index), ("partner", nodes[1].index)] for row in found]
            continue
        else:
            chosen = list(nodes)
        found = [[*row, (role, node.index)] for row in found for node in chosen]
    needed = (*kind.required, *(r for r, _ in missing if claim.kind == "statistic"))  # a figure of somebody whom nobody can tell
    lacking = [role for role in needed if role not in {r for r, _ in found[0]}]
    if lacking:
        role, mention = next(((r, m) for r, m in missing if r in lacking), (lacking[0], None))  # type: ignore[assignment]
        reason = references.reasons.get((mention.start, mention.end), "") if mention is not None else ""
        where = mention.span if mention is not None else claim.evidence
        refusals.append(
            _refusal(doc.article, f"{claim.kind}: {reason or f'no {role} that can be told'}", where, doc.text[where.start : where.end])
        )
        return
    evidence = _evidence(doc.article, claim.evidence)
    for row in found:
        if claim.kind == "tie" and len({i for _, i in row}) < 2:
            continue
        yield LocalFact(claim.kind, tuple(row), claim.values, claim.status, evidence, claim.reason)


def _consistent(facts: list[LocalFact], kinds: Mapping[str, Kind]) -> list[LocalFact]:
    """Facts about an event or agreement need the thing itself to be told; a role with no place in its kind is dropped."""
    told = {dict(f.roles)[kinds[f.kind].about] for f in facts if kinds[f.kind].about}
    things = {"event", "agreement"}
    kept: dict[LocalFact, None] = {}
    for fact in facts:
        roles = dict(fact.roles)
        about = kinds[fact.kind].about
        needs = [i for r, i in fact.roles if r in things and r != about]
        if any(i not in told for i in needs):
            if about:
                fact = replace(fact, roles=tuple((r, i) for r, i in fact.roles if r == about or i in told or r not in things))
            else:
                continue
        if roles.get("subject") is not None and roles.get("subject") == roles.get("object"):
            continue
        kept[fact] = None
    return list(kept)


def _kept(doc: Document, node: Node, used: set[int], locals_: Locals) -> bool:
    if node.index in used:
        return True
    if node.type in ("Event", "Agreement") or not node.mentions:
        return False
    real = [s for s in node.mentions if not metonym(doc, s, locals_)]
    return bool(real)


def _entity(doc: Document, node: Node) -> LocalEntity:
    name = node.name
    if node.type == "Country":
        record = country_of(next(iter(node.names)))
        name = record.name if record is not None else name
    mentions = tuple(sorted({_evidence(doc.article, s) for s in node.mentions}))
    if not mentions:  # told only through an adjective or a noun phrase: its first mention stands for it
        tokens = [doc.tokens[h] for h in sorted(node.heads)[:1]]
        mentions = tuple(_evidence(doc.article, Span(t.start, t.end)) for t in tokens)
    names = tuple((n, c) for n, c in node.names.items())
    reasons = tuple(dict.fromkeys(node.reasons))
    return LocalEntity(
        node.index, node.type, name, names, node.code, node.place, node.country, node.named, node.noun, node.kind, mentions, reasons
    )
