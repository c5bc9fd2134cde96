"""Look-alikes: who else is in a block, and why they are somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.data.spelling import without_form
from kg.resolve.member import Member, slug
from kg.resolve.names import fits
from kg.resolve.persons import APART, Person, gathered


def apart(key: str, groups: Mapping[str, Sequence[Member]]) -> tuple[tuple[str, str], ...]:
    """(key, why) of those in a block who might be taken for ``key`` and are not; ``groups``: the block's members by key."""
    found = []
    for other in sorted(groups.keys() - {key, ""}):
        why = _why(groups[key], groups[other])
        if why:
            found.append((other, why))
    return tuple(found)


def _why(one: Sequence[Member], other: Sequence[Member]) -> str:
    kind = one[0].entity.type
    if kind == "Person":
        return _people(one, other)
    if kind in ("Agency", "Organization"):
        forms = [sorted({without_form(slug(m.entity.name).split("-"))[1] for m in group} - {""}) for group in (one, other)]
        return f"another legal form ({_told(forms[0])} here, {_told(forms[1])} there)"
    codes = [sorted({m.entity.code for m in group if m.entity.code}) for group in (one, other)]
    return f"another id ({_told(codes[0])} here, {_told(codes[1])} there)" if codes[0] != codes[1] else "corrections.csv"


def _people(one: Sequence[Member], other: Sequence[Member]) -> str:
    if any(APART in m.why for m in (*one, *other)) and _names(one) & _names(other):
        return APART
    first, second = gathered(one), gathered(other)
    marks = [sorted({m.entity.name for m in group if not m.entity.name.isascii()}) for group in (one, other)]
    if _names(one) & _names(other):
        if marks[0] != marks[1]:
            return f"other marks ({_told(marks[0])} here, {_told(marks[1])} there)"
        if not first.countries & second.countries and first.countries and second.countries:
            return f"posts of other states ({_told(sorted(first.countries))} here, {_told(sorted(second.countries))} there)"
        return "corrections.csv"
    told = sorted({fits(a.split("-"), b.split("-")) for a in _names(one) for b in _names(other)} - {""})
    if not told:
        return ""
    return f"{told[0]}, and {_lacking(first, second)}"


def _lacking(one: Person, other: Person) -> str:
    if one.countries and other.countries and not one.countries & other.countries:
        return f"posts of other states ({_told(sorted(one.countries))} here, {_told(sorted(other.countries))} there)"
    if one.bodies & other.bodies or one.things & other.things:
        return "what they share is not enough: others fit as well, or the posts differ"
    return "no post, body, event or agreement that both have"


def _names(group: Sequence[Member]) -> set[str]:
    return {slug(m.entity.name) for m in group}


def _told(values: Iterable[str]) -> str:
    return ", ".join(values) or "none told"
