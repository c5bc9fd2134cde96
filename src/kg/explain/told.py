"""An entity explained: from the graph, and from what the build keeps beside it where that is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kg.data.gazetteer import fold
from kg.engine import Kept, StateError
from kg.errors import InputError
from kg.explain.asked import Found, Told, find, told
from kg.resolve import read_corrections
from kg.store import Source
from kg.types import Refusal


@dataclass(frozen=True, slots=True)
class Explained:
    """``apart``: (key, name, why) of look-alikes. ``corrections``: lines of the file that name it. ``kept``: whether the build's own
    memory was there to ask; without it ``refused`` and ``corrections`` are empty and ``apart`` holds those of the same name.
    """

    entity: Found
    told: Told
    apart: tuple[tuple[str, str, str], ...]
    corrections: tuple[str, ...]
    refused: tuple[Refusal, ...]
    kept: bool


def explain(source: Source, entity: Found, state: Path | None = None) -> Explained:
    """All there is to say about an entity; ``state`` is the build's ``build.sqlite``. One that cannot be read counts as none."""
    said = told(source, entity.iri)
    if state is not None and state.is_file():
        try:
            with closing(Kept(state)) as kept:
                names = frozenset((entity.name, *said.others))
                return Explained(entity, said, kept.apart(entity.key), _corrections(kept, entity, source), kept.refused(names), True)
        except StateError:
            pass
    return Explained(entity, said, _namesakes(source, entity, said), (), (), False)


def _corrections(kept: Kept, entity: Found, source: Source) -> tuple[str, ...]:
    keys = {entity.key, *kept.corrected(entity.key)}
    text = kept.corrections()
    found = []
    for line in text.splitlines():
        try:
            named = read_corrections(line, "corrections.csv", source.base)
        except InputError:  # no line of its own: a cell goes on in the next
            continue
        if keys & named.touched():
            found.append(line)
    return tuple(found)


def _namesakes(source: Source, entity: Found, said: Told) -> tuple[tuple[str, str, str], ...]:
    names = {fold(name) for name in (entity.name, *said.others)}
    others = {one.key: one for name in sorted(names) for one in find(source, name) if one.iri != entity.iri and one.type == entity.type}
    alike = [others[key] for key in sorted(others) if fold(others[key].name) in names]
    return tuple((one.key, one.name, "; ".join(told(source, one.iri).reasons) or "another entity of this name") for one in alike)


def lines(one: Explained) -> Iterator[str]:
    """For people to read, a line at a time."""
    yield f"{one.entity.name} ({one.entity.type}) {one.entity.iri}"
    if one.told.others:
        yield "also called: " + ", ".join(one.told.others)
    yield "why it is one:"
    yield from (f"  {reason}" for reason in one.told.reasons or ("one name in one article",))
    articles = len({m.article for m in one.told.mentions})
    yield f"mentions: {len(one.told.mentions)} in {articles} article{'' if articles == 1 else 's'}"
    yield from (f'  {m.article} {m.start}-{m.end} "{m.quote}"' for m in one.told.mentions)
    yield f"look-alikes kept apart: {len(one.apart) or 'none'}"
    yield from (f"  {name} ({key}): {why}" for key, name, why in one.apart)
    if not one.kept:
        yield "corrections and refusals: not told without the build.sqlite of this version beside the graph"
        return
    yield f"corrections: {len(one.corrections) or 'none'}"
    yield from (f"  {line}" for line in one.corrections)
    yield f"refused under these names: {len(one.refused) or 'none'}"
    yield from (f'  {r.article} {r.start}-{r.end} "{r.text}": {r.reason} ({r.stage})' for r in one.refused)
